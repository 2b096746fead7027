import ArgumentParser
import BoardDomain
import BoardResources
import BoardService

/// What `list` asks for.
struct ListFilter: ParsableArguments {
    @Argument(help: ArgumentHelp(say("cli.list.text.help"), valueName: "text"))
    var text: String?

    @Option(name: .customLong("state"), help: ArgumentHelp(say("cli.list.state.help")))
    var states: [String] = []

    @Option(name: .customLong("lane"), help: ArgumentHelp(say("cli.list.lane.help")))
    var lanes: [String] = []

    @Option(name: .customLong("class"), help: ArgumentHelp(say("cli.list.class.help")))
    var topicClass: String?

    @Option(name: .customLong("chain"), help: ArgumentHelp(say("cli.list.chain.help")))
    var chain: String?

    @Option(name: .customLong("mode"), help: ArgumentHelp(say("cli.list.mode.help")))
    var mode: String?

    @Option(
        name: .customLong("enterprise"),
        help: ArgumentHelp(say("cli.list.enterprise.help"), valueName: "code|name"))
    var enterprise: String?

    @Option(name: .customLong("year"), help: ArgumentHelp(say("cli.list.year.help")))
    var year: Int?

    @Option(name: .customLong("edition"), help: ArgumentHelp(say("cli.list.edition.help")))
    var edition: String?

    @Option(
        name: .customLong("deadline-from"),
        help: ArgumentHelp(say("cli.list.deadlineFrom.help"), valueName: "day"))
    var deadlineFrom: String?

    @Option(
        name: .customLong("deadline-to"),
        help: ArgumentHelp(say("cli.list.deadlineTo.help"), valueName: "day"))
    var deadlineTo: String?

    @Option(
        name: .customLong("budget-from"),
        help: ArgumentHelp(say("cli.list.budgetFrom.help"), valueName: "amount"))
    var budgetFrom: String?

    @Option(
        name: .customLong("budget-to"),
        help: ArgumentHelp(say("cli.list.budgetTo.help"), valueName: "amount"))
    var budgetTo: String?

    func query(_ session: Session, on board: LocalBoard) async throws -> CaseQuery {
        var query = try choices(session.wording)
        query.text = text
        query.chain = chain
        query.year = year
        query.listEdition = edition
        if let enterprise {
            query.enterprise = try Self.code(
                of: enterprise, in: try await board.directory(), session)
        }
        if deadlineFrom != nil || deadlineTo != nil {
            let first = try deadlineFrom.map { try Self.day($0, session).start }
            let last = try deadlineTo.map { try Self.day($0, session).end }
            query.deadlines = try Self.range(
                first ?? Instant(milliseconds: .min), last ?? Instant(milliseconds: .max),
                [deadlineFrom, deadlineTo], session)
        }
        if budgetFrom != nil || budgetTo != nil {
            let least = try budgetFrom.map { try Self.amount($0, session) }
            let most = try budgetTo.map { try Self.amount($0, session) }
            query.budgets = try Self.range(
                least ?? 0, most ?? .max, [budgetFrom, budgetTo], session)
        }
        return query
    }

    private func choices(_ wording: ValueWording) throws(Complaint) -> CaseQuery {
        var query = CaseQuery()
        let names = ChoiceSet(wording)
        for state in states {
            query.states.insert(
                try names.one(
                    of: ChallengeState.allCases.map(\.rawValue), typed: state,
                    word: { wording.state($0, of: Machine.challenge.rawValue) }))
        }
        for lane in lanes {
            query.lanes.insert(
                try names.one(
                    of: Lane.allCases.map(\.rawValue), typed: lane,
                    word: { wording.texts.textIfPresent("lane." + $0) ?? $0 }))
        }
        if let topicClass {
            query.topicClass = try names.one(
                of: TopicClass.allCases.map(\.rawValue), typed: topicClass,
                word: { wording.choice($0, of: "topicClass") })
        }
        if let mode {
            query.mode = try names.one(
                of: CallMode.allCases.map(\.rawValue), typed: mode,
                word: { wording.choice($0, of: "mode") })
        }
        return query
    }

    /// A unified code, or a name that only one organisation bears; any other text stays as it is and
    /// finds nothing.
    private static func code(
        of typed: String, in directory: Directory, _ session: Session
    ) throws(Complaint) -> String {
        if let code = try? UnifiedCode(typed) { return code.text }
        let named = directory.organisations.filter { $0.value.name == typed }.keys.sorted()
        if named.count == 1 { return named[0] }
        let near = Suggestion.nearest(
            to: typed, among: directory.organisations.values.map(\.name))
        let known = (named.isEmpty ? near : named).joined(separator: session.text("cli.comma"))
        throw Complaint(
            .notFound,
            session.text(
                known.isEmpty ? "cli.list.enterprise.unknown" : "cli.list.enterprise.suggest",
                ["given": typed, "known": known]))
    }

    private static func day(_ typed: String, _ session: Session) throws(Complaint) -> Day {
        if let day = FieldReader.day(Width.trimmed(Width.narrow(typed))) { return day }
        throw Complaint(.usage, session.text("cli.list.day.misread", ["given": typed]))
    }

    private static func amount(_ typed: String, _ session: Session) throws(Complaint) -> Int64 {
        do {
            return try Money.parse(typed).fen
        } catch {
            throw Complaint(.usage, session.text("cli.list.amount.misread", ["given": typed]))
        }
    }

    private static func range<Bound: Comparable>(
        _ first: Bound, _ last: Bound, _ typed: [String?], _ session: Session
    ) throws(Complaint) -> ClosedRange<Bound> {
        guard first <= last else {
            let bounds = typed.compactMap(\.self)
            throw Complaint(
                .usage,
                session.text("cli.list.range", ["from": bounds[0], "to": bounds[bounds.count - 1]])
            )
        }
        return first...last
    }
}
