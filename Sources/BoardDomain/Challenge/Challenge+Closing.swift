private typealias Row = Rows<ChallengeState>

/// 兑付、结题、后评价: C28 to C30, and the relaunch of a call that failed.
extension Challenge {
    static let closingRows: [Transition] = [
        Row.command(
            "C28", "archive", variant: "archive", from: [.settling], to: [],
            by: .any(.caseOfficer), fields: [.required(F.archive)], guards: [archiveGiven],
            events: [.documentsArchived]),
        Row.condition(
            "C28", from: [.settling], to: [.concluded], events: [.challengeConcluded],
            when: { turn in
                let found = turn.case
                let isPaid = found.payouts.all.allSatisfy {
                    [.paid, .rejected, .recovering, .recovered, .writtenOff].contains($0.state)
                }
                return found.challenge.archivedAt != nil && isPaid
                    && found.entitlements.all.allSatisfy { $0.state != .open }
            },
            action: { (turn: inout Turn) throws(Refusal) in
                turn.record(.challengeConcluded)
                turn.releaseReservation("C28")
            }),
        Row.command(
            "C29", "post-review", from: [.concluded], to: [.postReviewed], by: .any(.caseOfficer),
            fields: [
                .required(F.adopters), .required(F.adoption), .optional(F.newProductOutput),
            ],
            guards: [recheckedAll, reviewTimeReached], events: [.postReviewRecorded]),
        Row.command(
            "C30", "revoke",
            from: [
                .open, .closed, .qualifying, .evaluating, .proposed, .noticed, .disputed, .awarded,
                .executing, .marketEval, .settling, .concluded, .postReviewed, .cancelPending,
            ], to: [.revoked], by: .any(.supervisor), fields: [.required(F.documents)],
            reason: true, guards: [fraudIsDocumented], events: [.challengeRevoked]
        ) { (turn: inout Turn) throws(Refusal) in
            turn.record(.challengeRevoked)
            turn.releaseReservation("C30")
        },
        Row.command(
            "C15", "relaunch", variant: "relaunch", from: [.unsuccessful], to: [],
            by: .any(.caseOfficer), fields: [.required(F.reason), .optional(F.pool)],
            guards: [notRelaunched, poolForRelaunch], events: [.challengeRelaunched],
            action: relaunch),
    ]

    static let closingDuties: [Duty] = [
        .of(
            "C28", act: "Archiving", states: [ChallengeState.settling], awaits: [.caseOfficer],
            command: "archive", applies: { $0.case.challenge.archivedAt == nil }),
        .of(
            "C29", act: "PostReview", states: [ChallengeState.concluded],
            awaits: [.caseOfficer], command: "post-review",
            due: { $0.since.day.adding(months: $0.policy[.postReviewMonths]).end }),
    ]

    private static let archiveGiven = Guard.input("archiveGiven") { turn in
        turn.fields[F.archive].isEmpty
            ? Breach(.evidenceMissing, given: 0, accepted: 1) : nil
    }

    private static let fraudIsDocumented = Guard.input("fraudIsDocumented") { turn in
        turn.fields[F.documents].isEmpty
            ? Breach(.evidenceMissing, given: 0, accepted: 1) : nil
    }

    private static let recheckedAll = Guard.standing("recheckedAll") { turn in
        let open = turn.case.evaluations.all.filter { $0.state != .rechecked }
        return open.isEmpty
            ? nil : Breach(.notRechecked, given: .array(open.map { .string($0.id) }))
    }

    private static let reviewTimeReached = Guard.standing("reviewTimeReached") { turn in
        let from = turn.since.day.adding(months: turn.policy[.postReviewMonths]).start
        return turn.now >= from
            ? nil : Breach(.tooEarly, given: turn.now.json, accepted: from.json)
    }

    private static let notRelaunched = Guard.standing("notRelaunched") { turn in
        turn.case.challenge.successor.map { Breach(.alreadyRelaunched, given: .string($0)) }
    }

    /// The argument is young enough to stand for the new round (transitions, 15).
    private static func argumentStands(_ turn: Turn) -> Bool {
        guard let concluded = turn.case.challenge.argumentConcludedAt else { return false }
        let until = concluded.day.adding(months: turn.policy[.relaunchMaxMonths]).end
        return turn.now <= until
    }

    private static let poolForRelaunch = Guard.input("poolForRelaunch") { turn in
        let amount = reservation(for: turn.case.challenge.terms)
        guard argumentStands(turn), amount > .zero else { return nil }
        let name = turn.fields[F.pool] ?? turn.case.challenge.pool
        if let breach = turn.world.poolBreach(name) { return breach }
        let free = turn.world.pool(name)?.free ?? .zero
        return free >= amount
            ? nil : Breach(.poolShort, given: amount.json, accepted: free.json)
    }

    /// `XC-2026-0007` goes on as `XC-2026-0007-R2`, then `-R3`.
    static func relaunchID(after id: String) -> String {
        let parts = id.split(separator: "-R", maxSplits: 1)
        let round = parts.count > 1 ? Int(parts[1]) ?? 1 : 1
        return "\(parts[0])-R\(round + 1)"
    }

    private static let relaunch: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let old = turn.case
        let id = relaunchID(after: old.id)
        let stands = argumentStands(turn)
        let amount = reservation(for: old.challenge.terms)
        let pool = turn.fields[F.pool] ?? old.challenge.pool
        let stream = StreamID(.challenge, id)
        turn.record(.challengeRelaunched) { $0[F.successor] = id }
        turn.record(
            .challengeDrafted, on: ObjectReference(.challenge),
            to: stands ? ChallengeState.approved : .assisting, in: stream
        ) {
            $0 = old.challenge.terms.record
            $0[F.enterprise] = old.challenge.enterprise
            $0[F.enterpriseName] = old.challenge.enterpriseName
            $0[F.predecessor] = old.id
            $0[F.assignee] = old.challenge.assignee
            $0[F.termsVersion] = old.challenge.termsVersion
            $0[F.termsDigest] = old.challenge.termsDigest
            if stands {
                $0[F.pool] = pool
                $0[F.amount] = amount
                $0[F.argumentConcludedAt] = old.challenge.argumentConcludedAt
            }
        }
        if stands, amount > .zero { try turn.reserve(amount, pool: pool, for: id) }
    }
}

extension RefusalCode {
    static let evidenceMissing = RefusalCode("evidenceMissing")
    static let notRechecked = RefusalCode("notRechecked")
    static let tooEarly = RefusalCode("tooEarly")
    static let alreadyRelaunched = RefusalCode("alreadyRelaunched")
}
