import BoardService
import Testing

@testable import BoardDomain

/// From the award to the delivery.
extension TestCounty {
    static func plan(
        _ sequence: Int, _ points: Int, due: String, verified: Bool = false, gate: Bool = false
    ) -> JSON {
        var members: [String: JSON] = [
            "sequence": .integer(Int64(sequence)), "title": .string("里程碑\(sequence)"),
            "basisPoints": .integer(Int64(points)), "due": .string(due),
        ]
        if gate { members["gate"] = true }
        if verified {
            members["needsVerification"] = true
            members["indicators"] = [1, 2]
        }
        return .object(members)
    }

    static let onePlan: JSON = [plan(1, 10_000, due: "2026-12-31", verified: true)]
    static let racePlans: JSON = [
        plan(1, 2000, due: "2026-09-30"),
        plan(2, 3000, due: "2026-11-30", verified: true, gate: true),
        plan(3, 5000, due: "2027-03-31", verified: true),
    ]

    /// Which bidder stands behind a contract.
    func number(of contract: Contract) throws -> Int {
        1 + (try #require(Cast.bidders.firstIndex { $0.code == contract.bidder }))
    }

    func setText(_ contract: Contract, plans: JSON) async throws {
        let lead = "bid\(try number(of: contract))"
        let amount = contract.text.amount.fen
        try await act(
            "set-text", on: contract.reference.text, as: "ent",
            fields: [
                "type": "commissioned", "rightsOwner": "developer", "ipClause": "归乙方",
                "pledge": ["goals": "达到指标", "nodes": "各节点", "consequences": "退回经费"],
                "lead": .string(lead), "plans": plans,
                "budgetLines": [
                    ["name": "材料费", "amount": .integer(amount - 10_000_000)],
                    ["name": "测试费", "amount": 10_000_000],
                ],
            ])
    }

    static let instruments: JSON = [
        ["number": "XC-1001", "name": "寿命试验机", "calibratedUntil": "2028-01-01"],
        ["number": "XC-1002", "name": "热电偶", "calibratedUntil": "2028-01-01"],
    ]

    func draftProtocol(_ milestone: String, sample: Int = 1) async throws {
        try await act(
            "draft-protocol", as: "wrk",
            fields: [
                "milestone": .string(milestone), "items": [["indicator": 1], ["indicator": 2]],
                "sampleSize": .integer(Int64(sample)), "conditions": "常温",
                "instruments": Self.instruments, "stopRule": "连续两次超温即停", "passRule": "every",
                "laboratory": .string(Cast.laboratory.code),
            ])
    }

    /// Every contract is in force and its protocols are frozen.
    func contract(plans: JSON = onePlan, sample: Int = 1) async throws {
        for contract in try await found().contracts.in(.draft) {
            try await setText(contract, plans: plans)
            let text = try #require(try await found().contracts[contract.id])
            for plan in text.plans where plan.needsVerification {
                let milestone = Milestone.id(contract: contract.id, sequence: plan.sequence)
                try await draftProtocol(milestone, sample: sample)
            }
            let number = try number(of: contract)
            let object = contract.reference.text
            try await act("agree", on: object, as: "ent", "bid\(number)")
            try await act("sign-pledge", on: object, as: "bid\(number)")
            try await act("sign", on: object, as: "bidsig\(number)")
            try await act("sign", on: object, as: "sig")
        }
        for contract in try await found().contracts.in(.signed) {
            let number = try number(of: contract)
            for verification in try await found().verifications.in(.protocolDraft)
            where verification.milestone.hasPrefix(contract.id + ".") {
                try await act(
                    "sign-protocol", on: verification.reference.text, as: "ent", "bid\(number)",
                    "wrk", fields: ["protocolDigest": verification.protocolDigest?.json ?? ""])
            }
            let object = contract.reference.text
            try await act("file-registration", on: object, as: "bid\(number)")
            try await act(
                "record-registration", on: object, as: "case",
                fields: [
                    "registrationNumber": .string("20263306\(challenge.suffix(4))\(contract.id)"),
                    "turnover": contract.amount.json, "technicalTurnover": contract.amount.json,
                ])
        }
    }

    // MARK: Verification

    /// What one run reads: `life` hours against at least 2000, 24 ℃ against at most 25.
    func run(_ verification: String, life: String = "2100", hour: Int = 0) async throws {
        let digest = digest("\(challenge) \(verification) \(clock.nextID())")
        try await act(
            "record-run", on: verification, as: "wrk",
            fields: [
                "startedAt": clock.now.json, "site": "line", "instruments": ["XC-1001", "XC-1002"],
                "values": [
                    ["indicator": 1, "value": .string(life), "unit": "h"],
                    ["indicator": 2, "value": "24", "unit": "℃"],
                ], "rawFiles": [.string(digest.text)],
            ])
    }

    func abortRun(_ verification: String) async throws {
        let digest = digest("\(challenge) \(verification) \(clock.nextID())")
        try await act(
            "abort-run", on: verification, as: "wrk",
            fields: [
                "startedAt": clock.now.json, "site": "line", "instruments": ["XC-1001", "XC-1002"],
                "rawFiles": [.string(digest.text)], "reason": "停电", "clause": "大纲第四条",
            ])
    }

    func schedule(_ verification: String) async throws {
        try await act(
            "schedule", on: verification, as: "wrk",
            fields: [
                "scheduledAt": clock.now.adding(days: 14).json, "instruments": Self.instruments,
            ])
        try await advance(to: clock.now.adding(days: 14).adding(hours: 1))
    }

    func report(_ verification: String) async throws {
        try await act(
            "report", on: verification, as: "wrk",
            fields: ["report": .string(digest("report \(challenge) \(verification)").text)])
    }

    // MARK: Milestones

    /// The bidder submits, with a paper of its own.
    func submit(_ milestone: Milestone, by number: Int) async throws {
        let title = "\(challenge) \(milestone.id) \(milestone.submissions)"
        try await act(
            "submit", on: milestone.reference.text, as: "bid\(number)",
            fields: [
                "evidence": [
                    [
                        "title": .string(title), "digest": .string(digest(title).text),
                        "kind": "report",
                    ]
                ], "statement": "按期完成",
            ])
    }

    /// The milestone's verification runs once and passes; its result is firm.
    func verify(_ milestone: Milestone, by number: Int, life: String = "2100") async throws {
        let verification = try #require(
            try await found().verifications.all.last { $0.milestone == milestone.id })
        let object = verification.reference.text
        try await schedule(object)
        try await run(object, life: life)
        try await report(object)
        try await act("countersign", on: object, as: "ent", "bid\(number)")
        try await act("waive-dispute", on: object, as: "ent", "bid\(number)")
    }

    /// A milestone from its submission to its approval.
    func meet(_ id: String, life: String = "2100") async throws {
        let milestone = try #require(try await found().milestones[id])
        let contract = try #require(try await found().contracts[milestone.contract])
        let number = try number(of: contract)
        try await submit(milestone, by: number)
        if try await found().milestones[id]?.state == .verifying {
            try await verify(milestone, by: number, life: life)
        }
        let object = milestone.reference.text
        try await act("accept", on: object, as: "ent")
        try await act(
            "recommend", on: object, as: "case",
            fields: [
                "recommendation": "met", "evidenceChecked": true, "budgetLine": "材料费",
                "opinion": "材料齐全",
            ])
        try await act("approve", on: object, as: "rev")
    }

    /// From nothing to the market evaluation of a single contract with one milestone.
    func proceedToMarket(_ terms: [String: JSON] = [:]) async throws {
        try await proceedToAward(bids: 2, terms)
        try await contract()
        try await meet("1.1")
        let contract = try #require(try await found().contracts.in(.delivered).first)
        try await act(
            "accept-delivery", on: contract.reference.text, as: "ent",
            fields: ["basis": "合同第九条"])
        // Whoever could object to the end of a contract has had the time to (C25).
        try await advance(workdays: 7)
    }
}
