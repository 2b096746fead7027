private typealias Row = Rows<PayoutState>

extension Payout {
    private static let holdable: [PayoutState] = [
        .draft, .submitted, .caseChecked, .finReviewed, .noticed, .approved, .queued,
    ]

    /// Y15: held while an objection is open or the payee is restricted, and back to where it was.
    static let holdRows: [Transition] = [
        Row.effect(
            "Y15", of: [.objectionAdmitted], from: holdable, to: [.suspended],
            guards: [.concerned("objectionToThis") { $0.causeConcernsPayout }],
            events: [.payoutSuspended], action: suspend),
        Row.condition(
            "Y15", variant: "restricted", from: holdable, to: [.suspended],
            events: [.payoutSuspended],
            when: { turn in turn.ownPayout.map { turn.isRestricted($0.payee) } ?? false },
            action: suspend),
        Row.effect(
            "Y15", variant: "resume",
            of: [.objectionRemedied, .objectionWithdrawn, .objectionLapsed], from: [.suspended],
            to: holdable,
            guards: [
                .concerned("lastHoldGone") {
                    $0.causeConcernsPayout && !$0.isCorrected
                        && $0.ownPayout?.suspendedBy != restriction && $0.otherHold == nil
                }
            ], events: [.payoutResumed], action: resume),
        Row.condition(
            "Y15", variant: "lifted", from: [.suspended], to: holdable, events: [.payoutResumed],
            when: { turn in
                guard let payout = turn.ownPayout, payout.suspendedBy == restriction else {
                    return false
                }
                return !turn.isRestricted(payout.payee) && turn.otherHold == nil
            }, action: resume),
    ]

    /// Y17–Y19: money that comes back, or does not.
    static let recoveryRows: [Transition] = [
        Row.command(
            "Y17", "open-clawback", from: [.paid], to: [.recovering],
            by: .chain(.caseOfficer, .reviewer), fields: [.required(F.amount)], reason: true,
            hold: true, guards: [handsApart, recoveryWithinPaid], events: [.clawbackOpened],
            act: "Clawback", action: openClawback),
        Row.effect(
            "Y17", variant: "follows",
            of: [.challengeRevoked, .contractSettled, .objectionRemedied], from: [.paid],
            to: [.recovering],
            guards: [.concerned("moneyToReturn") { returnable($0) > .zero }],
            events: [.clawbackOpened], action: openClawback),
        Row.command(
            "Y18", "receive", from: [.recovering], to: [.recovering, .recovered],
            by: .any(.payer),
            fields: [.required(F.amount), .required(F.paymentReference), .optional(F.pool)],
            guards: [handsApart, withinRecovery, recoveryPool], events: [.recoveryReceived],
            action: receive),
        Row.command(
            "Y19", "write-off", from: [.recovering], to: [.writtenOff],
            by: .chain(.caseOfficer, .financeReviewer, .supervisor),
            fields: [.required(F.means)], reason: true, guards: [handsApart, recoveryPastDue],
            events: [.recoveryWrittenOff], act: "WriteOff",
            signs: SignedContent { $0.ownPayout?.recovered.json }, action: writeOff),
    ]

    /// What stands in `suspendedBy` where a sanction does it.
    private static let restriction = "sanction"

    private static let suspend: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        guard let payout = turn.ownPayout else { return }
        let by = turn.cause?.subject.text ?? restriction
        turn.leaveLine(payout)
        turn.record(.payoutSuspended) {
            $0[F.suspendedState] = payout.state
            $0[F.suspendedBy] = by
        }
    }

    private static let resume: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        guard let payout = turn.ownPayout, let before = payout.suspendedFrom else { return }
        // It comes back to its old place: what was approved after it stands behind it again.
        if payout.rank != nil { _ = turn.joinLine(payout) }
        turn.record(.payoutResumed, to: before)
    }

    /// What has to come back of a paid payout by the effect's cause: all of it after a revocation
    /// (C30), its part of the sheet's sum after a termination (K17), what the decision names, or all,
    /// after an upheld objection (O11).
    private static func returnable(_ turn: Turn) -> Money {
        guard let payout = turn.ownPayout, let cause = turn.cause else { return .zero }
        switch cause.type {
        case .challengeRevoked: return payout.amount
        case .contractSettled:
            guard let contract = turn.contract(of: turn.subject),
                contract.reference == cause.subject, let sheet = contract.sheet
            else { return .zero }
            let name = cause.subject.text
            let claimed = turn.payouts.all.filter { $0.recoveryCause == name }
                .reduce(Money.zero) { $0 + $1.recoverable }
            return min(payout.amount, max(sheet.recoverable - claimed, .zero))
        case .objectionRemedied:
            guard turn.causeConcernsPayout, turn.remedyOfCause == .correctPayout else {
                return .zero
            }
            return min(payout.amount, cause.fields[F.amount] ?? payout.amount)
        default: return .zero
        }
    }

    private static let openClawback: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let until = turn.days(.recoverDays, after: turn.now)
        guard let cause = turn.cause else {
            turn.record(.clawbackOpened) { $0[F.recoverUntil] = until }
            return
        }
        let amount = returnable(turn)
        turn.record(.clawbackOpened) {
            $0[F.amount] = amount
            $0[F.recoverUntil] = until
            $0[F.recoveryCause] = cause.subject.text
            $0[F.reason] = cause.fields[F.reason] ?? cause.type.name
            $0[F.clause] = cause.fields[F.clause] ?? cause.rule
        }
    }

    private static let recoveryPool = Guard.input("recoveryPool") { turn in
        let name = turn.fields[F.pool] ?? turn.world.heir(of: turn.ownPayout?.pool ?? "")
        return turn.world.poolBreach(name, allowing: [.open, .closing])
    }

    private static let receive: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        guard let payout = turn.ownPayout else { return }
        let amount = turn.fields[F.amount, default: .zero]
        let pool = turn.fields[F.pool] ?? turn.world.heir(of: payout.pool)
        let isWhole = payout.recovered + amount >= payout.recoverable
        turn.record(.recoveryReceived, to: isWhole ? PayoutState.recovered : .recovering)
        turn.recoverToPool(amount, pool: pool)
    }

    private static let writeOff: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        guard let payout = turn.ownPayout else { return }
        let facts = turn.fields[F.reason, default: ""]
        turn.record(.recoveryWrittenOff)
        turn.reportSanction(target: payout.payee, facts: facts)
    }
}
