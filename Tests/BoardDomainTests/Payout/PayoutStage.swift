@testable import BoardDomain

/// The road of a payout, step by step, in a challenge's stream or in a claim's.
extension ExecutionStage {
    static let reason: JSON = ["reason": "依据不足", "clause": "兑付办法第七条"]

    func payout(_ id: String = "1", of stream: String = "challenge/XC-2026-0001") -> Payout {
        payouts(of: stream)[id]!
    }

    func entitlement(
        _ id: String = "1", of stream: String = "challenge/XC-2026-0001"
    ) -> Entitlement {
        switch board.world[StreamID(text: stream)!].aggregate {
        case let found as PolicyClaim: found.entitlements[id]!
        default: board.challenge().entitlements[id]!
        }
    }

    private func payouts(of stream: String) -> Roll<Payout> {
        switch board.world[StreamID(text: stream)!].aggregate {
        case let found as PolicyClaim: found.payouts
        default: board.challenge().payouts
        }
    }

    mutating func approve(
        _ milestone: String, points: Int64, to state: MilestoneState = .met
    ) throws {
        try follow(
            .milestoneApproved, on: "milestone/\(milestone)", to: state, as: "M11",
            ["contract": "1", "approvedBasisPoints": .integer(points)])
    }

    static func request(holder: String = "天姥大学") -> JSON {
        [
            "account": [
                "holder": .string(holder), "bank": "新昌农商银行", "number": "2010001234567",
            ], "documents": [digest("invoice")],
        ]
    }

    mutating func submit(_ id: String = "1") throws {
        for person in ["bid", "bidsig"] {
            try board.do("submit", on: "payout/\(id)", as: person, Self.request())
        }
    }

    /// From the submission to the notice; the payee's side is given for claims of the enterprise.
    mutating func noticed(
        _ id: String = "1", of stream: String = "challenge/XC-2026-0001",
        by payee: [PersonID] = ["bid", "bidsig"], holder: String = "天姥大学"
    ) throws {
        let object = "payout/\(id)"
        for person in payee {
            try board.do(
                "submit", on: object, of: stream, as: person, Self.request(holder: holder))
        }
        try board.do("check", on: object, of: stream, as: "case")
        try board.do(
            "review", on: object, of: stream, as: "fin",
            ["amount": payout(id, of: stream).amount.json, "pool": "JBGS-2026"])
        for person in ["case", "rev"] {
            try board.do(
                "publish-payout", on: object, of: stream, as: person,
                ["text": "拟兑付公示", "reasons": "里程碑已通过", "channel": "县科技局政策科"])
        }
    }

    /// Lets the notice run out and approves.
    mutating func approved(
        _ id: String = "1", of stream: String = "challenge/XC-2026-0001",
        at instant: String = "2026-03-10T09:00:00+08:00"
    ) throws {
        try board.advance(to: instant)
        try board.do("approve", on: "payout/\(id)", of: stream, as: "rev")
    }

    mutating func paid(
        _ id: String = "1", of stream: String = "challenge/XC-2026-0001", key: String = "K-1"
    ) throws {
        try board.do(
            "order", on: "payout/\(id)", of: stream, as: "pay", ["idempotencyKey": .string(key)])
        try board.do(
            "confirm", on: "payout/\(id)", of: stream, as: "pay",
            ["confirmation": .string("C-" + key)])
    }

    /// A payout of the first milestone that has been paid.
    static func paidFirst() throws -> ExecutionStage {
        var stage = try ExecutionStage()
        try stage.approve("1.1", points: 3000)
        try stage.noticed()
        try stage.approved()
        try stage.paid()
        return stage
    }

    /// A claim under the R&D award; its stream.
    mutating func claim(
        _ number: Int, asked: Int64, by person: PersonID = "ent", paper: String = "R-1"
    ) throws -> String {
        let stream = "claim/DF-2026-000\(number)"
        try board.do(
            "claim", on: "entitlement", of: stream, as: person,
            [
                "policy": "RD-AWARD", "base": 20_000_000, "asked": .integer(asked),
                "baseDocument": .string(paper),
            ])
        return stream
    }
}
