import ArgumentParser
import BoardDomain
import BoardService

/// `print ID KIND`: a notice, a contract, a certificate or the case file, as a page for paper.
struct PrintCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("print")
    static let looksBack = true

    @Argument(help: ArgumentHelp(say("cli.print.id.help"), valueName: "id"))
    var id: String

    @Argument(
        help: ArgumentHelp(
            say("cli.print.kind.help"),
            valueName: PrintKind.allCases.map(\.rawValue).joined(separator: "|")),
        completion: .list(PrintKind.allCases.map(\.rawValue)))
    var kind: String

    @Option(
        name: .customLong("output"),
        help: ArgumentHelp(say("cli.print.output.help"), valueName: "file"), completion: .file())
    var output: String?

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        let name = try ChoiceSet(session.wording).one(
            of: PrintKind.allCases.map(\.rawValue), typed: kind,
            word: { session.text("print.kind." + $0) })
        let kind = PrintKind(rawValue: name) ?? .caseFile
        let board = try await session.open()
        let target = try await session.target(id, on: board)
        guard target.stream.kind == .challenge else {
            throw Complaint(.usage, session.text("error.print.noCase", ["id": id]))
        }
        let document: PrintDocument
        do {
            document = try await board.printed(
                kind, of: target.stream.id, object: target.object,
                as: try await session.viewer(on: board), in: session.texts,
                at: session.givenInstant)
        } catch BoardFault.notFound {
            throw try await session.notFound(target.stream.id, on: board)
        }
        try show(document, session)
    }

    private func show(_ document: PrintDocument, _ session: Session) throws {
        if let output { try LocalFile.create(output, document.html) }
        if session.json {
            var members: [String: JSON] = [
                "kind": .string(document.kind.rawValue), "title": .string(document.title),
                "board": .string(document.origin.board), "case": .string(document.origin.caseID),
                "position": .integer(document.origin.position),
                "hash": document.origin.hash.json, "at": document.origin.printedAt.json,
                "policy": .string(document.origin.policy),
            ]
            if let output {
                members["path"] = .string(output)
            } else {
                members["html"] = .string(document.html)
            }
            Screen.write(.object(members))
        } else if let output {
            Screen.complain(
                session.text(
                    "cli.print.written",
                    ["title": document.title, "path": output]))
        } else {
            Screen.write(document.html, ending: "")
        }
    }
}
