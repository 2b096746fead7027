private typealias Row = Rows<ChallengeState>

/// 政府助题: C5 to C7b.
extension Challenge {
    static let argumentRows: [Transition] = [
        Row.command(
            "C5", "send-to-argument", from: [.assisting], to: [.arguing],
            by: .chain(.caseOfficer, .enterprise),
            fields: Terms.fields + [.required(F.argumentExperts)],
            guards: completeTerms + soundTerms + [termAhead, expertsNamed],
            events: [.argumentOpened], act: "CondensedText", signs: standingTerms
        ) { (turn: inout Turn) throws(Refusal) in
            turn.recordTerms(.argumentOpened, to: .arguing, newVersion: true)
        },
        Row.command(
            "C6", "conclude-argument", from: [.arguing], to: [.approved, .pooled, .rejected],
            by: .chain(.argumentChair, .reviewer),
            fields: [
                .required(F.conclusion), .required(F.opinion), .optional(F.pool),
                .optional(F.notDuplicate), .optional(F.reason), .optional(F.clause),
            ],
            guards: [
                votesSuffice, conclusionFollowsVotes, rejectionIsReasoned, noUnexplainedDuplicate,
                poolNamed,
            ],
            events: [.argumentConcluded], act: "ArgumentConclusion", action: conclude),
        Row.command(
            "C7", "reopen", from: [.pooled], to: [.arguing], by: .any(.caseOfficer),
            fields: [.required(F.argumentExperts), .optional(F.reason)], guards: [expertsNamed],
            events: [.poolReopened, .argumentOpened]
        ) { (turn: inout Turn) throws(Refusal) in
            let experts = turn.fields[F.argumentExperts]
            turn.record(.poolReopened)
            turn.record(.argumentOpened, to: ChallengeState.arguing) {
                $0 = Record { $0[F.argumentExperts] = experts }
            }
        },
        Row.condition(
            "C7b", from: [.approved], to: [.pooled], events: [.budgetLost],
            when: { turn in
                guard let pool = turn.world.pool(turn.ownPool) else { return false }
                return (pool.reserved[turn.case.id] ?? .zero) < turn.case.challenge.reserved
            }),
    ]

    /// The county's share that has to be reserved: in a race that of all lanes together.
    package static func reservation(for terms: Terms) -> Money {
        (0..<terms.lanes).reduce(Money.zero) { sum, _ in sum + terms.countyShare }
    }

    private static let expertsNamed = Guard.input("expertsNamed") { turn in
        let experts = turn.fields[F.argumentExperts]
        let least = turn.policy[.argueMinExperts]
        guard experts.count >= least, Set(experts).count == experts.count else {
            return Breach(
                .tooFewExperts, given: Set(experts).count.json, accepted: least.json)
        }
        let stranger = experts.first { person in
            !turn.world.directory.appointments(of: person, at: turn.now)
                .contains { $0.role == .argumentExpert }
        }
        if let stranger {
            return Breach(
                .notAppointed, given: .string(stranger),
                accepted: .string(Role.argumentExpert.rawValue))
        }
        for person in experts {
            if let hit = ConflictOfInterest.hit(person: person, in: turn) {
                return Breach(
                    .expertInConflict, given: .string(person), accepted: nil,
                    ["conflict": .string(hit.rule.rawValue)])
            }
        }
        return nil
    }

    private static let votesSuffice = Guard.standing("votesSuffice") { turn in
        ArgumentTally.breach(in: turn)
    }

    private static let conclusionFollowsVotes = Guard.input("conclusionFollowsVotes") { turn in
        ArgumentTally.breach(of: turn.fields[F.conclusion], in: turn)
    }

    private static let rejectionIsReasoned = Guard.input("rejectionIsReasoned") { turn in
        guard turn.fields[F.conclusion] == .reject,
            turn.fields[F.reason] == nil || turn.fields[F.clause] == nil
        else { return nil }
        return Breach(
            .fieldMissing, given: nil, accepted: "reason, clause", ["field": "reason"])
    }

    private static let noUnexplainedDuplicate = Guard.input("noUnexplainedDuplicate") { turn in
        let similar = turn.world.register.similarTitles
        guard turn.fields[F.conclusion] == .approve, !similar.isEmpty,
            turn.fields[F.notDuplicate] == nil
        else { return nil }
        return Breach(
            .likelyDuplicate, given: .array(similar.keys.sorted().map(JSON.string)),
            accepted: "notDuplicate")
    }

    private static let poolNamed = Guard.input("poolNamed") { turn in
        guard turn.fields[F.conclusion] == .approve else { return nil }
        let amount = reservation(for: turn.case.challenge.terms)
        guard amount > .zero else { return nil }
        guard let name = turn.fields[F.pool] else {
            return Record().firstFault(against: [.required(F.pool)]).map(Breach.init)
        }
        if let breach = turn.world.poolBreach(name) { return breach }
        let free = turn.world.pool(name)?.free ?? .zero
        return free >= amount
            ? nil : Breach(.poolShort, given: amount.json, accepted: free.json)
    }

    private static let conclude: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let amount = reservation(for: turn.case.challenge.terms)
        switch turn.fields[F.conclusion] {
        case .approve:
            turn.record(.argumentConcluded, to: ChallengeState.approved) { $0[F.amount] = amount }
            if amount > .zero, let pool = turn.fields[F.pool] {
                try turn.reserve(amount, pool: pool)
            }
        case .pool: turn.record(.argumentConcluded, to: ChallengeState.pooled)
        default: turn.record(.argumentConcluded, to: ChallengeState.rejected)
        }
    }
}

extension RefusalCode {
    static let tooFewExperts = RefusalCode("tooFewExperts")
    static let expertInConflict = RefusalCode("expertInConflict")
    static let likelyDuplicate = RefusalCode("likelyDuplicate")
    static let poolUnknown = RefusalCode("poolUnknown")
    static let poolNotOpen = RefusalCode("poolNotOpen")
    static let poolCarriedIntoItself = RefusalCode("poolCarriedIntoItself")
    static let poolShort = RefusalCode("poolShort")
}
