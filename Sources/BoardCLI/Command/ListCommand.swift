import ArgumentParser
import BoardDomain
import BoardService

/// `list`: the cases that a viewer may see.
struct ListCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("list")

    @Argument(help: ArgumentHelp(say("cli.list.text.help"), valueName: "text"))
    var text: String?

    @Option(name: .customLong("state"), help: ArgumentHelp(say("cli.list.state.help")))
    var states: [String] = []

    @Option(name: .customLong("lane"), help: ArgumentHelp(say("cli.list.lane.help")))
    var lanes: [String] = []

    @Option(name: .customLong("sort"), help: ArgumentHelp(say("cli.list.sort.help")))
    var sort: String = "id"

    @Flag(name: .customLong("descending"), help: ArgumentHelp(say("cli.list.descending.help")))
    var descending = false

    @Option(
        name: .customLong("limit"), parsing: .unconditional,
        help: ArgumentHelp(say("cli.list.limit.help")))
    var limit: Int = 100

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        let limit = try session.limit(limit)
        let board = try await session.open()
        // All that match: only so is it known how many the limit leaves out.
        let rows = try await board.cases(
            try query(session), as: try await session.viewer(on: board))
        let list = CaseList(rows: Array(rows.prefix(limit)))
        if session.json {
            Screen.write(list.json)
        } else {
            session.show(list.table(in: session.texts), empty: "cli.list.empty")
            session.tellCut(shown: limit, of: rows.count)
        }
    }

    private func query(_ session: Session) throws(Complaint) -> CaseQuery {
        var query = CaseQuery()
        query.text = text
        query.limit = 1_000_000
        query.descending = descending
        let names = ChoiceSet(session.wording)
        for state in states {
            query.states.insert(
                try names.one(
                    of: ChallengeState.allCases.map(\.rawValue), typed: state,
                    word: { session.wording.state($0, of: Machine.challenge.rawValue) }))
        }
        for lane in lanes {
            query.lanes.insert(
                try names.one(
                    of: Lane.allCases.map(\.rawValue), typed: lane,
                    word: { session.texts.textIfPresent("lane." + $0) ?? $0 }))
        }
        let key = try names.one(of: CaseSort.allCases.map(\.rawValue), typed: sort, word: { $0 })
        query.sort = CaseSort(rawValue: key) ?? .id
        return query
    }
}
