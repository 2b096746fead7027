import Testing

@testable import BoardDomain

/// The road from an award to a contract in force, for the tests of contracts and milestones.
extension DomainBoard {
    static let thirdBidder = "91350200776049653A"
    static let noticeEnd = "2026-03-09T23:59:59+08:00"

    static let indicators: JSON = [
        [
            "number": 1, "name": "精度寿命", "comparator": "atLeast", "target": "2000", "unit": "h",
            "method": "GB/T 24607", "must": true, "weight": 60,
        ],
        [
            "number": 2, "name": "温升", "comparator": "atMost", "target": "25", "unit": "℃",
            "method": "GB/T 32333", "must": true, "weight": 30,
        ],
        [
            "number": 3, "name": "成本", "comparator": "atMost", "target": "500", "unit": "元",
            "method": "核算", "must": false, "weight": 10,
        ],
    ]

    static func content(amount: Int64 = 200_000_000, county: Int64 = 80_000_000) -> JSON {
        BidContent(
            amountFen: amount, countyShareFen: county, periodMonths: 10, approach: "路线",
            responses: [
                .init(indicator: 1, promised: "2200", note: ""),
                .init(indicator: 2, promised: "24", note: ""),
            ],
            consortium: [.init(creditCode: university, name: "天姥大学", basisPoints: 10_000)],
            team: [.init(name: "甲", role: "负责人", organisation: "天姥大学")], readinessNow: 4,
            milestonesProposed: [
                .init(title: "样机", months: 4, basisPoints: 3000),
                .init(title: "中试", months: 7, basisPoints: 3000),
                .init(title: "交付", months: 10, basisPoints: 4000),
            ], tradeSecret: false, contact: .init(name: "某", phone: "1", email: "a@b.cn")
        ).json
    }

    /// A challenge whose result notice runs, with a proposed bid a lane.
    static func noticed(lanes: Int = 1) throws -> DomainBoard {
        var board = try DomainBoard.county()
        board.organisation(thirdBidder, "镜岭精工", .institute)
        board.person("bid3", .bidder, for: thirdBidder)
        board.person("bidsig3", .signatory, for: thirdBidder)
        board.person("bidB", .bidder, for: university)
        board.given(
            .poolOpened, "pool", state: PoolState.open, of: "pool/JBGS-2026",
            ["pool": "JBGS-2026", "year": 2026, "basis": "文件"])
        board.given(.poolAllotted, "pool", of: "pool/JBGS-2026", ["amount": 1_000_000_000])
        board.given(
            .budgetReserved, "pool", of: "pool/JBGS-2026",
            ["challenge": "XC-2026-0001", "amount": .integer(80_000_000 * Int64(lanes))])
        board.given(
            .challengeDrafted, "challenge", state: ChallengeState.noticed,
            [
                "enterprise": .string(enterprise), "enterpriseName": "鼎岳轴承", "assignee": "case",
                "title": "高速轴承", "indicators": indicators, "enterpriseShare": 120_000_000,
                "countyShare": 80_000_000, "mode": lanes > 1 ? "racing" : "single",
                "lanes": .integer(Int64(max(2, lanes))),
            ])
        board.given(.assistStarted, "challenge", ["assignee": "case"])
        board.given(
            .argumentConcluded, "challenge",
            ["pool": "JBGS-2026", "amount": .integer(80_000_000 * Int64(lanes))])
        let bidders = [university, bidder, thirdBidder]
        for lane in 1...lanes {
            board.given(
                .bidDrafted, "bid/\(lane)", state: BidState.proposed,
                ["bidder": .string(bidders[lane - 1])])
            board.given(.bidOpened, "bid/\(lane)", ["content": content(), "nonce": "00"])
            board.given(.bidRanked, "bid/\(lane)", ["rank": .integer(Int64(lane))])
        }
        board.given(
            .noticePublished, "notice/1", state: NoticeState.running,
            [
                "kind": "result", "object": "challenge", "start": "2026-03-02",
                "end": .string(Instant(text: noticeEnd)!.text),
            ])
        return board
    }

    /// The award stands, and a contract a lane is in draft (C23, K1).
    static func awarded(lanes: Int = 1) throws -> DomainBoard {
        var board = try noticed(lanes: lanes)
        try board.advance(to: "2026-03-10T09:00:00+08:00")
        return board
    }

    static func plan(
        _ sequence: Int, _ points: Int, due: String, indicators: [Int] = [], gate: Bool = false,
        verified: Bool = false, readiness: Int? = nil
    ) -> JSON {
        var members: [String: JSON] = [
            "sequence": .integer(Int64(sequence)), "title": .string("里程碑\(sequence)"),
            "basisPoints": .integer(Int64(points)), "due": .string(due),
        ]
        if gate { members["gate"] = true }
        if verified { members["needsVerification"] = true }
        if !indicators.isEmpty { members["indicators"] = indicators.json }
        if let readiness { members["readiness"] = readiness.json }
        return .object(members)
    }

    static let plans: JSON = [
        plan(1, 3000, due: "2026-06-30"), plan(2, 3000, due: "2026-09-30"),
        plan(3, 4000, due: "2026-12-31", indicators: [1, 2], verified: true),
    ]

    static func text(
        lead: PersonID = "bid", plans: JSON = plans, _ other: [String: JSON] = [:]
    ) -> JSON {
        .object(
            [
                "type": "commissioned", "amount": 200_000_000, "countyShare": 80_000_000,
                "enterpriseShare": 120_000_000, "provinceShare": 0, "plans": plans,
                "rightsOwner": "developer", "ipClause": "申请专利的权利归乙方，甲方可以免费实施并有优先受让权",
                "pledge": ["goals": "达到全部指标", "nodes": "三个节点", "consequences": "退回经费"],
                "lead": .string(lead),
                "budgetLines": [
                    ["name": "材料费", "amount": 150_000_000], ["name": "测试费", "amount": 50_000_000],
                ],
            ].merging(other) { $1 })
    }

    func contract(_ id: String = "1") -> Contract { challenge().contracts[id]! }
    func milestone(_ id: String) -> Milestone { challenge().milestones[id]! }

    mutating func draftProtocol(of milestone: String) {
        given(
            .protocolDrafted, "verification/\(milestone).1",
            state: VerificationState.protocolDraft, ["milestone": .string(milestone)])
    }

    /// Text, protocols and agreement of one lane (K2).
    mutating func agree(_ id: String = "1", plans: JSON = plans) throws {
        let person = ["bid", "bid2", "bid3"][Int(id)! - 1]
        try self.do(
            "set-text", on: "contract/\(id)", as: person, Self.text(lead: person, plans: plans))
        for plan in contract(id).plans where plan.needsVerification {
            draftProtocol(of: "\(id).\(plan.sequence)")
        }
        try self.do("agree", on: "contract/\(id)", as: "ent")
        try self.do("agree", on: "contract/\(id)", as: person)
    }

    mutating func sign(_ id: String = "1") throws {
        let index = Int(id)! - 1
        try self.do("sign-pledge", on: "contract/\(id)", as: ["bid", "bid2", "bid3"][index])
        try self.do("sign", on: "contract/\(id)", as: "sig")
        try self.do("sign", on: "contract/\(id)", as: ["bidsig", "bidsig2", "bidsig3"][index])
    }

    mutating func register(_ id: String = "1") throws {
        try self.do(
            "file-registration", on: "contract/\(id)", as: ["bid", "bid2", "bid3"][Int(id)! - 1])
        try self.do(
            "record-registration", on: "contract/\(id)", as: "case",
            [
                "registrationNumber": .string("2026330624000\(id)"), "turnover": 200_000_000,
                "technicalTurnover": 180_000_000,
            ])
    }

    /// Contracts in force, the challenge in execution (K9, C24).
    static func executing(lanes: Int = 1, plans: JSON = plans) throws -> DomainBoard {
        var board = try awarded(lanes: lanes)
        for lane in 1...lanes {
            try board.agree(String(lane), plans: plans)
            try board.sign(String(lane))
        }
        for lane in 1...lanes { try board.register(String(lane)) }
        return board
    }

    static func evidence(_ seed: String, readiness: Int? = nil) -> JSON {
        var item: [String: JSON] = [
            "title": .string(seed), "digest": .string(digest(Array(seed.utf8)).text),
            "kind": "report",
        ]
        if let readiness { item["readiness"] = readiness.json }
        return ["evidence": [.object(item)], "statement": "按期完成"]
    }

    /// From submission to the reviewer's desk, for a milestone without verification.
    mutating func bring(_ id: String, toApprovalBy bidder: PersonID = "bid") throws {
        try self.do("submit", on: "milestone/\(id)", as: bidder, Self.evidence(id))
        try self.do("accept", on: "milestone/\(id)", as: "ent")
        try recommend(id)
    }

    mutating func recommend(_ id: String, _ result: String = "met", part: Int? = nil) throws {
        var fields: [String: JSON] = [
            "recommendation": .string(result), "evidenceChecked": true, "budgetLine": "材料费",
            "opinion": "材料齐全",
        ]
        fields["basisPoints"] = part?.json
        try self.do("recommend", on: "milestone/\(id)", as: "case", .object(fields))
    }

    mutating func meet(_ id: String, by bidder: PersonID = "bid") throws {
        try bring(id, toApprovalBy: bidder)
        try self.do("approve", on: "milestone/\(id)", as: "rev")
    }

    /// A verification that has come to its result and is not firm yet.
    mutating func verify(_ milestone: String, _ number: Int = 1, passed: Bool, _ values: [String]) {
        let object = "verification/\(milestone).\(number)"
        given(
            .protocolDrafted, object, state: VerificationState.protocolDraft,
            ["milestone": .string(milestone)])
        given(
            .protocolFrozen, object, state: VerificationState.frozen,
            ["milestone": .string(milestone)])
        let measured = values.enumerated().map { index, value -> JSON in
            [
                "indicator": .integer(Int64(index + 1)), "value": .string(value),
                "passed": .boolean(passed),
            ]
        }
        given(
            .verificationReported, object, state: VerificationState.reported,
            by: Signature(
                actor: .person("wrk"), capacity: .workshop, organisation: Self.enterprise),
            ["measured": .array(measured)])
        given(
            passed ? .verificationPassed : .verificationFailed, object,
            state: passed ? VerificationState.passed : .failed)
    }
}

func types(_ events: [Event]) -> [EventType] { events.map(\.type) }
