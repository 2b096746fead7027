import Testing

@testable import BoardDomain

/// A challenge under one contract, by fiat: the ground that verification, evaluation and payout
/// stand on, without the roads that lead to it.
struct ExecutionStage {
    var board: DomainBoard

    static let secondLaboratory = "91350200776049653A"
    static let customers = ["91330624MA2CU5T117", "91330624MA2CU5T2XY", "91330624MA2CU5T38Y"]

    private static let indicators: JSON = [
        [
            "number": 1, "name": "精度寿命", "comparator": "atLeast", "target": "2000", "unit": "h",
            "method": "GB/T 24607", "must": true,
        ],
        [
            "number": 2, "name": "温升", "comparator": "atMost", "target": "25", "unit": "℃",
            "method": "GB/T 32333", "must": true,
        ],
        [
            "number": 3, "name": "成本", "comparator": "atMost", "target": "500", "unit": "元",
            "method": "核算", "must": false,
        ],
    ]

    /// Shares in 分; milestones of these basis points, the last with the musts.
    init(
        county: Int64 = 80_000_000, points: [Int64] = [3000, 3000, 4000],
        in state: ChallengeState = .executing, contract: ContractState = .effective
    ) throws {
        board = try DomainBoard.county()
        board.organisation(Self.secondLaboratory, "镜岭检测", .laboratory)
        board.person("lab2", .laboratory, for: Self.secondLaboratory)
        board.person("ent2", .enterprise, for: DomainBoard.enterprise)
        board.given(
            .poolOpened, "pool", state: PoolState.open, of: "pool/JBGS-2026",
            ["pool": "JBGS-2026", "year": 2026, "basis": "文件"])
        allot(1_000_000_000)
        let holding: JSON = ["challenge": "XC-2026-0001", "amount": .integer(county)]
        board.given(.budgetReserved, "pool", of: "pool/JBGS-2026", holding)
        board.given(.budgetCommitted, "pool", of: "pool/JBGS-2026", holding)
        board.given(
            .challengeDrafted, "challenge", state: state,
            [
                "enterprise": .string(DomainBoard.enterprise), "assignee": "case",
                "title": "高速轴承", "indicators": Self.indicators, "pool": "JBGS-2026",
                "amount": .integer(county),
            ])
        board.given(
            .bidDrafted, "bid/1", state: BidState.awarded,
            ["bidder": .string(DomainBoard.university)])
        let last = Int64(points.count)
        let plans = points.enumerated().map { index, share -> JSON in
            let sequence = Int64(index + 1)
            return [
                "sequence": .integer(sequence), "title": .string("里程碑\(sequence)"),
                "basisPoints": .integer(share), "due": "2026-12-31",
                "needsVerification": .boolean(sequence == last),
                "indicators": sequence == last ? [1, 2] : [],
            ]
        }
        board.given(
            .contractDrafted, "contract/1", state: contract,
            [
                "bid": "1", "bidder": .string(DomainBoard.university), "lane": 1,
                "amount": 200_000_000, "countyShare": .integer(county),
                "enterpriseShare": .integer(200_000_000 - county), "plans": .array(plans),
            ])
        for (index, plan) in plans.enumerated() {
            board.given(
                .milestonesPlanned, "milestone/1.\(index + 1)", state: MilestoneState.planned,
                ["contract": "1", "plan": plan])
        }
    }

    mutating func allot(_ fen: Int64) {
        board.given(.poolAllotted, "pool", of: "pool/JBGS-2026", ["amount": .integer(fen)])
    }

    var pool: Pool { board.world.pool("JBGS-2026")! }

    static func digest(_ text: String) -> JSON { DomainBoard.digest(Array(text.utf8)).json }

    /// Records an event by fiat, with all that follows from it in the table.
    mutating func follow(
        _ type: EventType, on object: String, to state: (any MachineState)? = nil,
        as rule: String = "O11", _ fields: JSON = [:]
    ) throws {
        var turn = Turn(
            world: board.world, context: board.context,
            stream: StreamID(.challenge, "XC-2026-0001"),
            subject: ObjectReference(text: object)!, row: board.engine.table.row(rule)!)
        turn.record(type, to: state) { $0 = Record(fields.object ?? [:]) }
        try board.engine.follow(&turn, from: 0)
        board.world = turn.world
        board.log += turn.recorded
    }

    /// Carries out what has become true outside the stream, as the service does (Y10, Y15).
    mutating func settle(_ stream: String = "challenge/XC-2026-0001") throws -> [EventType] {
        let decision = try board.engine.settle(
            StreamID(text: stream)!, in: board.world, context: board.context)
        guard let decision else { return [] }
        board.world = decision.world
        return decision.events.map(\.event.type)
    }
}
