import ArgumentParser
import BoardDomain
import BoardService

/// `list`: the cases that a viewer may see.
struct ListCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("list")
    static let looksBack = true

    @OptionGroup var filter: ListFilter

    @Option(name: .customLong("sort"), help: ArgumentHelp(say("cli.list.sort.help")))
    var sort: String?

    @Flag(name: .customLong("descending"), help: ArgumentHelp(say("cli.list.descending.help")))
    var descending = false

    @Option(
        name: .customLong("limit"), parsing: .unconditional,
        help: ArgumentHelp(say("cli.list.limit.help")))
    var limit: Int = 100

    @Option(
        name: .customLong("after"),
        help: ArgumentHelp(say("cli.list.after.help"), valueName: "cursor"))
    var after: String?

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        let limit = try session.limit(limit)
        let board = try await session.open()
        var query = try await filter.query(session, on: board)
        try order(&query, session)
        // One more than is shown tells whether there is a page after it.
        query.limit = limit + 1
        let rows = try await board.cases(query, as: try await session.viewer(on: board))
        let list = CaseList(rows: Array(rows.prefix(limit)))
        let next =
            rows.count > limit
            ? list.rows.last.map { ListPage(after: $0, in: query).text } : nil
        guard !session.json else { return Screen.write(list.page(next: next)) }
        session.show(list.table(in: session.texts), empty: "cli.list.empty")
        if let next {
            Screen.write(
                session.text(
                    "cli.list.more", ["shown": String(list.rows.count), "cursor": next]))
        }
    }

    /// What was searched for comes with the best first, unless another order is asked for.
    private func order(_ query: inout CaseQuery, _ session: Session) throws(Complaint) {
        query.sort = query.text == nil ? .id : .relevance
        if let sort {
            let key = try ChoiceSet(session.wording).one(
                of: CaseSort.allCases.map(\.rawValue), typed: sort, word: { $0 })
            query.sort = CaseSort(rawValue: key) ?? .id
        }
        guard query.sort != .relevance || query.text != nil else {
            throw Complaint(.usage, session.text("cli.list.relevance.alone"))
        }
        query.descending = descending
        guard let after else { return }
        guard let page = ListPage(after), page.sort == query.sort,
            page.isDescending == query.descending
        else { throw Complaint(.usage, session.text("cli.list.after.misread", ["given": after])) }
        query.after = page.cursor
    }
}
