import BoardDomain

/// What a challenge may lose before it is on the list: its enterprise, an expert, its budget.
extension Road {
    /// A returned challenge that nobody corrects is withdrawn by the bureau once the time is over (C8).
    mutating func abandon() async throws -> Pause {
        if first("left alone") { return .until(now.adding(days: 95)) }
        _ = take(.abandoned)
        try await act("withdraw-for", as: officer, reviewer) {
            give("absentReason", "absentClause", to: &$0)
        }
        return .done
    }

    /// An expert of the argument asks to be left out, or is reported and ordered out, and another is
    /// named (P15); nil where neither is due.
    mutating func changeArgument(_ seats: [ArgumentSeat], _ found: Case) async throws -> Pause? {
        guard let seat = seats.last(where: { !$0.isChair && $0.state != .voted }) else {
            return nil
        }
        if seat.state == .named, take(.argumentRecused) {
            try await act("recuse", seat.reference, as: seat.person) {
                give("argumentRecuse", "coiClause", to: &$0)
            }
        } else if seat.state == .declared, take(.argumentReported) {
            try await act("report-conflict", seat.reference, as: enterprise) {
                give("argumentReport", "coiClause", to: &$0)
            }
            try await act("order-recusal", seat.reference, as: witness) {
                give("argumentOrder", "coiClause", to: &$0)
            }
        } else {
            return nil
        }
        let seated = Set(found.presentArgument.map(\.person))
        let next = stage.cast.all(.argumentExpert).first { !seated.contains($0) }
        if let next {
            try await act("name-argument-expert", as: officer, reviewer) {
                $0[F.person] = next
                $0[F.reason] = phrase("argumentRecuse")
            }
        }
        return .workdays(1)
    }

    /// The county cuts the pool by all that is free and by what this challenge holds, which goes back
    /// into the demand pool (L3, C7b); what others need is allotted anew on the same day.
    mutating func loseBudget(_ found: Case) async throws -> Pause {
        let pools = try await stage.board.pools()
        // Over the New Year the pool waits to be carried over.
        let pool = pools.first { $0.state == .open && $0.reserved[found.id] != nil }
        guard let pool, let held = pool.reserved[found.id] else { return .workdays(3) }
        _ = take(.budgetLost)
        let free = pool.free
        try await actOnPool(pool.name, "cut", as: finance, reviewer) {
            $0[F.amount] = free + held
            give("poolCut", "poolCutClause", to: &$0)
        }
        if free > .zero { try await allot(free, to: pool.name) }
        return .workdays(3)
    }

    /// What the challenge lost comes back, with a paper of its own.
    func restoreBudget(_ found: Case) async throws {
        let amount = Challenge.reservation(for: found.challenge.terms)
        if amount > .zero { try await allot(amount, to: "JBGS-\(now.day.year)") }
    }

    private func allot(_ amount: Money, to pool: String) async throws {
        try await actOnPool(pool, "allot", as: finance) {
            $0[F.amount] = amount
            $0[F.document] = phrase(
                "poolDocument",
                ["year": String(now.day.year), "number": stage.ledger.nextNumber()])
        }
    }

    private func actOnPool(
        _ pool: String, _ name: String, as persons: PersonID..., fill: (inout Record) -> Void
    ) async throws {
        var fields = Record()
        fill(&fields)
        for (index, person) in persons.enumerated() {
            try await stage.perform(
                Command(
                    stream: StreamID(.pool, pool), subject: ObjectReference(.pool), name: name,
                    fields: index == 0 ? fields : Record(), person: person), at: now)
        }
    }
}
