import Testing

@testable import BoardDomain

/// Where a random sequence begins.
enum Situation: String, CaseIterable, Sendable {
    case draft, call, closed, scoring, notice, objection, contract, execution, payout, sanction,
        race

    func board() throws -> DomainBoard {
        var board = try start()
        board.engine = Engine()
        board.log = []
        return board
    }

    private func start() throws -> DomainBoard {
        switch self {
        case .draft: return try Self.draft()
        case .call:
            var call = try CallBoard()
            for id in ["1", "2", "3"] { try call.start(id) }
            for id in ["1", "2"] { try call.seal(id, try Sealed(for: id)) }
            return call.board
        case .closed:
            var board = try Self.call.board()
            try board.advance(to: "2026-04-01T09:00:00+08:00")
            return board
        case .scoring:
            var board = try DomainBoard.call()
            try board.openScoring()
            let seats = board.live(.declared)
            for seat in seats.dropLast() { try board.lock(seat, board.scores(9, 7)) }
            return board
        case .notice: return try DomainBoard.noticed()
        case .objection:
            var board = try DomainBoard.noticed()
            try board.do(
                "file-objection", on: "objection", as: "ent", DomainBoard.complaint)
            return board
        case .contract:
            var board = try DomainBoard.awarded()
            try board.agree()
            return board
        case .execution: return try DomainBoard.executing()
        case .payout:
            var board = try DomainBoard.executing()
            try board.meet("1.1")
            return board
        case .sanction: return try DomainBoard.sanctionNoticed()
        case .race: return try DomainBoard.executing(lanes: 2, plans: Self.racePlans)
        }
    }

    private static let racePlans: JSON = [
        DomainBoard.plan(1, 3000, due: "2026-06-30", gate: true),
        DomainBoard.plan(2, 7000, due: "2026-12-31", indicators: [1, 2], verified: true),
    ]

    private static func draft() throws -> DomainBoard {
        var board = try DomainBoard.county()
        board.given(
            .poolOpened, "pool", state: PoolState.open, of: "pool/JBGS-2026",
            ["pool": "JBGS-2026", "year": 2026, "basis": "文件"])
        board.given(.poolAllotted, "pool", of: "pool/JBGS-2026", ["amount": 1_000_000_000])
        board.given(
            .challengeDrafted, "challenge", state: ChallengeState.assisting,
            [
                "enterprise": .string(DomainBoard.enterprise), "title": "高速轴承",
                "indicators": DomainBoard.indicators, "enterpriseShare": 120_000_000,
                "countyShare": 80_000_000, "mode": "single", "assignee": "case",
                "rubric": DomainBoard.rubric, "pool": "JBGS-2026", "amount": 0,
            ])
        return board
    }

    /// The stream that most of a sequence is about.
    var streams: [String] {
        self == .sanction
            ? ["sanction/SX-2026-0001"] : ["challenge/XC-2026-0001", "pool/JBGS-2026"]
    }
}
