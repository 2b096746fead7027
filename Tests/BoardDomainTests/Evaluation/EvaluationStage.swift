@testable import BoardDomain

/// A market evaluation that is open, with three customers.
extension ExecutionStage {
    static func evaluating() throws -> ExecutionStage {
        var stage = try ExecutionStage(contract: .accepted)
        for (index, code) in customers.enumerated() {
            stage.board.organisation(code, "客户\(index + 1)", .buyer)
            stage.board.person("buy\(index + 1)", .buyer, for: code)
        }
        try stage.follow(
            .marketEvaluationOpened, on: "challenge", to: ChallengeState.marketEval, as: "C25")
        stage.board.now = Instant(text: "2026-06-01T09:00:00+08:00")!
        return stage
    }

    var evaluation: Evaluation { board.challenge().evaluations["1"]! }
    func evidence(_ id: String) -> Evidence { board.challenge().evidence[id]! }

    static func item(
        _ number: String, _ kind: String = "invoice", of customer: Int = 0,
        amount: Int64 = 50_000_000, on day: String = "2026-05-20"
    ) -> JSON {
        [
            "evaluation": "1", "kind": .string(kind), "number": .string(number),
            "amount": .integer(amount), "counterparty": .string(customers[customer]),
            "date": .string(day), "digest": digest(number),
        ]
    }

    /// Hands an item in and has it checked; its id.
    @discardableResult
    mutating func checked(_ item: JSON, by person: PersonID = "bid") throws -> String {
        try board.do("submit-evidence", as: person, item)
        let id = board.challenge().evidence.last!.id
        try board.do("check-evidence", on: "evidence/\(id)", as: "case")
        return id
    }

    mutating func closed() throws {
        for person in ["ent", "bid"] {
            try board.do("close-collection", on: "evaluation/1", as: person)
        }
    }

    /// Records the end of an objection, with what follows from it.
    mutating func objection(
        _ type: EventType, to object: String, state: ObjectionState, remedy: Remedy? = nil
    ) throws {
        var fields: [String: JSON] = ["object": .string(object)]
        fields["remedy"] = remedy?.json
        try follow(type, on: "objection/1", to: state, .object(fields))
    }
}
