import BoardDomain
import BoardResources
import BoardService

/// A command about to be carried out, or only tried.
struct CommandAct {
    let command: Command
    /// What the command's fields name, to be kept when it goes through.
    let documents: DocumentIntake
    var id: String?
    /// The position of the log up to which the person has read.
    var lastRead: Int64?
    var isDryRun = false
    /// Whether the person asked for a new stream and left its name to the board.
    var namesStreamAnew = false

    func run(in session: Session, on board: LocalBoard) async throws {
        let request = CommandRequest(
            command, id: id ?? TimeOrderedID.next(), lastRead: lastRead,
            at: session.givenInstant, namesStreamAnew: namesStreamAnew)
        if isDryRun {
            let events = try await board.dryRun(request)
            let recorded = events.map { CommandOutcome.Recorded(stream: $0.stream, $0.event) }
            show(
                recorded, of: events.map(\.event), heading: "cli.do.wouldRecord",
                extra: ["dryRun": true], session)
        } else {
            let outcome = try await board.perform(
                request, preparing: { try documents.keep() })
            var extra: [String: JSON] = [
                "id": .string(request.id), "repeated": .boolean(outcome.repeated),
            ]
            if let positions = outcome.positions {
                extra["positions"] = [
                    .integer(positions.lowerBound), .integer(positions.upperBound),
                ]
            }
            show(
                outcome.recorded, of: outcome.events,
                heading: outcome.repeated ? "cli.do.repeated" : "cli.do.recorded", extra: extra,
                session)
            if try await board.owesErasure() {
                Screen.complain(session.text("cli.erasure.owed"))
            }
        }
    }

    private func show(
        _ recorded: [CommandOutcome.Recorded], of events: [Event], heading: String,
        extra: [String: JSON], _ session: Session
    ) {
        guard !session.json else {
            var members = extra
            members["recorded"] = .array(recorded.map(\.json))
            return Screen.write(.object(members))
        }
        let texts = session.texts
        let wording = session.wording
        Screen.write(texts.text(heading))
        // Whose money a pool moved, where it moved any.
        let movesMoney = recorded.contains { $0.holding != nil }
        let money: [TextTable.Column] = [
            .init(texts.text("cli.do.for")), .init(wording.member("amount", in: ""), .right),
        ]
        var table = TextTable(
            [
                .init(texts.text("cli.do.event"), yields: true),
                .init(texts.text("cli.timeline.object")), .init(texts.text("cli.timeline.state")),
                .init(texts.text("cli.timeline.rule")),
            ] + (movesMoney ? money : []))
        for entry in recorded {
            let machine = ObjectReference(text: entry.object)?.machine.rawValue ?? ""
            let stream = StreamID(text: entry.stream)?.id ?? entry.stream
            let moved = [
                entry.holding?.challenge ?? "",
                entry.holding.map { wording.money($0.amount) } ?? "",
            ]
            table.add(
                [
                    wording.event(entry.type), Self.path(of: entry, in: stream),
                    entry.state.map { wording.state($0, of: machine) } ?? "", entry.rule,
                ] + (movesMoney ? moved : []))
        }
        Screen.write(table.lines(width: Screen.width))
        if let read = read(events, wording) {
            Screen.write(texts.text("cli.do.read", ["fields": read]))
        }
    }

    /// Amounts in full: a unit that was left out, or was another one than meant, is seen now. A
    /// deadline as it came to be: a day off moves it (C9).
    private func read(_ events: [Event], _ wording: ValueWording) -> String? {
        let machine = command.subject.machine.rawValue
        var read = command.fields.members.sorted { $0.key < $1.key }.compactMap { name, value in
            FieldCatalogue.shape(of: name, in: machine) == .money
                ? wording.label(name, in: machine) + " "
                    + wording.value(value, of: name, in: machine) : nil
        }
        let deadlines = events.filter { $0.subject.machine == .challenge }
            .compactMap { $0.fields[F.deadline] }
        if let deadline = deadlines.last {
            read.append(wording.label("deadline", in: machine) + " " + wording.instant(deadline))
        }
        return read.isEmpty ? nil : wording.list(read)
    }

    /// As `do` and `show` take it.
    private static func path(of entry: CommandOutcome.Recorded, in stream: String) -> String {
        guard let object = ObjectReference(text: entry.object), !object.id.isEmpty,
            object.id != stream
        else { return stream }
        return stream + "/" + object.text
    }
}
