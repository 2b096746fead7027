import BoardDomain
import BoardService

/// A command on people, organisations and pools, from the arguments of a command of its own.
struct DirectoryAct {
    let stream: StreamID
    let machine: Machine
    /// The number of the object inside the stream; empty for the stream's own.
    var object = ""
    let command: String
    /// `name=value`, as `do --field` takes them.
    var fields: [String] = []

    func run(in session: Session) async throws {
        try await run(in: session, on: try await session.open(for: .acting))
    }

    func run(in session: Session, on board: LocalBoard) async throws {
        let person = try await session.actor(on: board)
        let rows = TransitionTable.standard.rows(of: machine, command: command)
        let documents = session.documents
        let record = try CommandFields(rows, reader: session.reader(documents))
            .record(arguments: fields)
        let creates = rows.contains(where: \.creates)
        let subject = ObjectReference(
            creates ? type(of: BoardDomain.Stream(stream).aggregate).machines[0] : machine, object)
        try await CommandAct(
            command: Command(
                stream: stream, subject: subject, name: command, fields: record, person: person),
            documents: documents
        ).run(in: session, on: board)
    }
}
