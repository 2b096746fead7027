import BoardDomain

/// 企业出题、政府助题: from the draft to the list.
extension Road {
    private var terms: Record {
        let term = plan.start.adding(months: script.months + 9)
        return script.terms.merging(
            Record {
                $0[F.title] = title
                $0[F.term] = term
                $0[F.rubric] = stage.county.rubric
                $0[F.rubricThreshold] = 60
                if plan.turns.contains(.avoided) { $0[F.avoidance] = [] }
            })
    }

    mutating func create() async throws -> Pause {
        let made = try await stage.board.newStream(.challenge, at: now)
        id = made.id
        let isOnBehalf = take(.onBehalf)
        let text = terms
        let person = isOnBehalf ? try officer : try enterprise
        // What is still being written has a title and a background, and little else.
        let isSketch = plan.ending == .draft
        try await act("create", as: person) {
            $0 =
                isSketch
                ? Record {
                    $0[F.title] = title
                    $0[F.chain] = text[F.chain]
                    $0[F.topicClass] = text[F.topicClass]
                    $0[F.background] = text[F.background]
                } : text
            if isOnBehalf { $0[F.enterprise] = script.enterprise }
            $0[F.contact] = ProtectedText(.plain(.string(phrase("drafterContact"))))
        }
        return plan.ending == .draft && pending.isEmpty ? .done : .workdays(dice.roll(1...3))
    }

    /// Drafting, and putting right what was returned.
    mutating func pose(_ found: Case) async throws -> Pause {
        if found.challenge.state == .returned {
            if plan.ending == .returned { return .done }
            if pending.contains(.abandoned) { return try await abandon() }
            try await act("revise", as: enterprise) {
                $0[F.indicatorNotes] = phrase("refinedNote", focus)
            }
        }
        let text = terms
        try await act("submit", as: enterprise, signatory) {
            $0 = text
            $0[F.integrityPledge] = true
            $0[F.unclassifiedPledge] = true
        }
        return .workdays(dice.roll(1...3))
    }

    mutating func assist(_ found: Case) async throws -> Pause {
        if plan.ending == .withdrawn, !pending.contains(.abandoned) {
            try await act("withdraw", as: enterprise) { $0[F.reason] = phrase("withdrawReason") }
            return .done
        }
        let returns = plan.ending == .returned ? 0 : 1
        if found.challenge.returns <= returns, plan.ending == .returned || take(.returned) {
            try await act("return", as: officer) {
                $0[F.corrections] = Correction.made {
                    $0[Correction.field] = F.indicators.name
                    $0[F.reason] = phrase("returnField")
                }
                give("returnReason", "returnClause", to: &$0)
            }
            return plan.ending == .returned ? .done : .workdays(dice.roll(3...6))
        }
        guard found.challenge.state == .assisting else {
            let (officer, liaison) = (try officer, try liaison)
            try await act("accept", as: officer) {
                $0[F.assignee] = officer
                $0[F.liaison] = liaison
            }
            return .workdays(dice.roll(4...8))
        }
        if let pause = try await succeed(found) { return pause }
        let experts = stage.cast.argumentExperts(
            chain: script.terms[F.chain, default: ""], count: 3)
        try await act("send-to-argument", as: officer, enterprise) {
            $0[F.argumentExperts] = experts
            $0[F.indicatorNotes] = phrase("refinedNote", focus)
        }
        return .workdays(dice.roll(1...2))
    }

    /// The argument on the need, the pool, and the list.
    mutating func argue(_ found: Case) async throws -> Pause {
        switch found.challenge.state {
        case .pooled:
            if plan.ending == .pooled { return .done }
            if plan.turns.contains(.budgetLost), first("budget restored") {
                try await restoreBudget(found)
            }
            let experts = stage.cast.argumentExperts(
                chain: script.terms[F.chain, default: ""], count: 3)
            try await act("reopen", as: officer) {
                $0[F.argumentExperts] = experts
                $0[F.reason] = phrase("recallReason")
            }
            return .workdays(2)
        case .approved where pending.contains(.budgetLost): return try await loseBudget(found)
        case .approved: return try await publish(found)
        default: break
        }
        let seats = found.presentArgument.filter(\.isActive)
        if let pause = try await changeArgument(seats, found) { return pause }
        if seats.contains(where: { $0.state == .named }) {
            for seat in seats where seat.state == .named {
                try await act("declare", seat.reference, as: seat.person) {
                    $0[F.confidentialityPledge] = true
                    $0[F.noInterestPledge] = true
                }
            }
            return .workdays(dice.roll(2...4))
        }
        let conclusion = conclusion(of: found)
        let key = Self.key(of: conclusion)
        for seat in seats where seat.state == .declared {
            try await act("vote", seat.reference, as: seat.person) {
                $0[F.vote] = conclusion
                give("vote" + key, "voteClause", to: &$0)
            }
        }
        guard let chair = seats.first(where: \.isChair) else { return .workdays(1) }
        let pool = "JBGS-\(now.day.year)"
        try await act("conclude-argument", as: chair.person, reviewer) {
            $0[F.conclusion] = conclusion
            $0[F.opinion] = phrase("opinion" + key, focus)
            if conclusion == .approve {
                $0[F.pool] = pool
                $0[F.notDuplicate] = phrase("notDuplicate")
            }
            if conclusion == .reject { give("rejectReason", "rejectClause", to: &$0) }
        }
        return .workdays(dice.roll(2...4))
    }

    private mutating func conclusion(of found: Case) -> ArgumentConclusion {
        if plan.ending == .rejected { return .reject }
        if plan.ending == .pooled || take(.recalled) { return .pool }
        return .approve
    }

    private static func key(of conclusion: ArgumentConclusion) -> String {
        switch conclusion {
        case .approve: "Approve"
        case .pool: "Pool"
        case .reject: "Reject"
        }
    }

    private mutating func publish(_ found: Case) async throws -> Pause {
        if found.challenge.publishAt.map({ $0 > now }) ?? false { return .workdays(1) }
        let keys = try await openers()
        let later = take(.scheduled) ? now.day.adding(3).at(hour: 9) : nil
        let deadline = (later ?? now).day.adding(dice.roll(22...30))
        let quarter = (now.day.civil.month + 2) / 3
        let recovery = plan.turns.contains(.recovery) ? try recoveryKey() : nil
        try await act("publish", as: reviewer) {
            $0[F.edition] = phrase(
                "edition", ["year": String(now.day.year), "quarter": "Q\(quarter)"])
            $0[F.deadlineDay] = deadline
            $0[F.openers] = keys
            $0[F.publishAt] = later
            $0[F.recoveryKey] = recovery
        }
        return later.map { .until($0.adding(hours: 1)) } ?? .workdays(dice.roll(1...2))
    }

    private func openers() async throws -> [Opener] {
        try [officer, witness].map { person in
            Opener(person: person, publicKey: try stage.ring.publicKey(of: person).text)
        }
    }

    private func recoveryKey() throws -> String {
        try ProtectedKeyFile(at: stage.ring.recoveryPath).publicKey.text
    }
}
