import ArgumentParser
import BoardDomain
import BoardService

/// `inbox`: what waits for a person, overdue first.
struct InboxCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("inbox")

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        let board = try await session.open()
        let person = try await session.actor(on: board)
        let items = try await board.inbox(of: person, at: session.givenInstant)
        guard !session.json else { return Screen.write(.array(items.map(\.json))) }
        let texts = session.texts
        var table = TextTable([
            .init(texts.text("cli.inbox.due")), .init(texts.text("cli.inbox.left"), .right),
            .init(texts.text("cli.inbox.what"), yields: true),
            .init(texts.text("cli.inbox.object")),
            .init(texts.text("cli.inbox.case"), yields: true),
            .init(texts.text("cli.inbox.rule")), .init(texts.text("cli.inbox.command")),
        ])
        for item in items {
            table.add([
                item.due.map(session.wording.instant) ?? "", left(item, session),
                texts.textIfPresent("duty." + item.act) ?? item.act,
                "\(item.stream.id) \(session.wording.object(item.object))", item.caseTitle,
                item.rule, item.command ?? "",
            ])
        }
        session.show(table, empty: "cli.inbox.empty")
    }

    private func left(_ item: InboxItem, _ session: Session) -> String {
        if item.isOverdue { return session.text("cli.inbox.overdue") }
        return item.workdaysLeft.map { session.text("cli.inbox.days", ["count": String($0)]) } ?? ""
    }
}

extension InboxItem {
    var json: JSON {
        var members: [String: JSON] = [
            "stream": .string(stream.text), "object": .string(object),
            "title": .string(caseTitle), "rule": .string(rule), "act": .string(act),
            "opened": opened.json, "overdue": .boolean(isOverdue),
        ]
        members["command"] = command.map(JSON.string)
        members["due"] = due?.json
        members["workdaysLeft"] = workdaysLeft.map { .integer(Int64($0)) }
        return .object(members)
    }
}
