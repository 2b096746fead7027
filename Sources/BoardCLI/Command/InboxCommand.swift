import ArgumentParser
import BoardDomain
import BoardService

/// `inbox`: what waits for a person, overdue first.
struct InboxCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("inbox")
    static let looksBack = true

    @Flag(name: .customLong("all"), help: ArgumentHelp(say("cli.inbox.all.help")))
    var all = false

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        try await Self.show(showingAll: all, in: session)
    }

    static func show(showingAll all: Bool, in session: Session) async throws {
        let board = try await session.open()
        let person = try await session.actor(on: board)
        let items = try await board.inbox(of: person, at: session.givenInstant)
        guard !session.json else { return Screen.write(.array(items.map(\.json))) }
        let list = InboxList(items, showingAll: all, session.wording)
        session.show(list.table, empty: "cli.inbox.empty")
        if items.isEmpty {
            let held = try await board.directory().appointments(of: person, at: session.now)
            Screen.write(InboxTour(Set(held.map(\.role)), session.texts).lines(width: Screen.width))
        }
        if list.leftOut > 0 {
            Screen.write(
                session.text(
                    "cli.inbox.leftOut",
                    ["count": String(list.leftOut), "days": String(InboxList.horizon)]))
        }
    }
}

extension InboxItem {
    var json: JSON {
        var members: [String: JSON] = [
            "stream": .string(stream.text), "object": .string(object),
            "origin": .string(origin.text), "about": .string(about),
            "title": .string(caseTitle), "rule": .string(rule), "act": .string(act),
            "opened": opened.json, "overdue": .boolean(isOverdue),
        ]
        members["command"] = command.map(JSON.string)
        members["due"] = due?.json
        members["workdaysLeft"] = workdaysLeft.map { .integer(Int64($0)) }
        return .object(members)
    }
}
