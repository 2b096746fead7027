private typealias Row = Rows<PayoutState>

extension Payout {
    /// The rows of the machine `payout`: Y1, Y3–Y19.
    static let rows: [Transition] = requestRows + paymentRows + holdRows + recoveryRows

    /// From the draft to the notice (Y1, Y3–Y9).
    private static let requestRows: [Transition] = [
        Row.effect(
            "Y1", variant: "draft", of: [.entitlementCreated], from: [], to: [.draft],
            events: [.payoutDrafted], action: draft),
        Row.command(
            "Y3", "submit", from: [.draft], to: [.submitted],
            by: Authority(
                signatures: [[.bidder, .enterprise], [.bidderSignatory]], isOrdered: false),
            fields: [.required(F.payeeAccount), .required(F.documents)], hold: true,
            guards: [payeesOwn, payeeFree, entitlementOpen, accountOfPayee, documentsGiven],
            events: [.payoutSubmitted], act: "PayoutRequest"),
        // The officer writes for the payee's clerk, never for its signature: an account is money.
        Row.command(
            "Y3", "submit-on-behalf", variant: "behalf", from: [.draft], to: [.submitted],
            by: .all(.caseOfficer, .bidderSignatory),
            fields: [.required(F.payeeAccount), .required(F.documents)], hold: true,
            guards: [payeesOwn, payeeFree, entitlementOpen, accountOfPayee, documentsGiven],
            events: [.payoutSubmitted], act: "PayoutRequestOnBehalf"),
        Row.command(
            "Y4", "check", from: [.submitted], to: [.caseChecked], by: .any(.caseOfficer),
            fields: [.optional(F.correctedAmount), .optional(F.payoutNote)],
            guards: [handsApart, entitlementOpen, baseDocument, correctionWithin],
            events: [.payoutChecked]),
        Row.command(
            "Y5", "return", from: [.submitted, .caseChecked], to: [.draft],
            by: .any(.caseOfficer, .financeReviewer), reason: true, guards: [handsApart],
            events: [.payoutReturned]),
        Row.command(
            "Y6", "review", from: [.caseChecked], to: [.finReviewed],
            by: .any(.financeReviewer), fields: [.required(F.amount), .required(F.pool)],
            guards: [handsApart, amountAgrees, poolFits], events: [.payoutReviewed]),
        Row.command(
            "Y7", "publish-payout", from: [.finReviewed], to: [.noticed],
            by: .chain(.caseOfficer, .reviewer), fields: Notice.contentFields,
            guards: [handsApart, payeeFree], events: [.payoutNoticed, .noticePublished],
            act: "PayoutPublication", action: publish),
        Row.command(
            "Y8", "approve", from: [.noticed], to: [.approved], by: .any(.reviewer), hold: true,
            guards: [handsApart, noticeEnded, payeeFree], events: [.payoutApproved],
            action: approve),
        Row.command(
            "Y9", "return-to-bureau", from: [.noticed, .approved], to: [.submitted],
            by: .any(.reviewer), reason: true, guards: [handsApart], events: [.payoutSentBack],
            action: sendBack),
        Row.effect(
            "Y9", variant: "corrected", of: [.objectionRemedied],
            from: [.caseChecked, .finReviewed, .noticed, .approved, .queued, .suspended],
            to: [.submitted],
            guards: [
                .concerned("correctionOrdered") { $0.causeConcernsPayout && $0.isCorrected }
            ], events: [.payoutSentBack], action: sendBack),
    ]

    /// From the approval to the money (Y10–Y14).
    private static let paymentRows: [Transition] = [
        Row.condition(
            "Y10", from: [.approved], to: [.queued], events: [.payoutQueued],
            when: { turn in
                guard let payout = turn.ownPayout, turn.world.pool(payout.pool) != nil else {
                    return false
                }
                return !turn.isCovered(payout)
            }),
        Row.condition(
            "Y10", variant: "dequeue", from: [.queued], to: [.approved],
            events: [.payoutDequeued],
            when: { turn in turn.ownPayout.map(turn.isCovered) ?? false }),
        Row.command(
            "Y11", "order", from: [.approved, .failed], to: [.ordered], by: .any(.payer),
            fields: [.required(F.idempotencyKey)], hold: true,
            guards: [handsApart, payeeFree, covered, keyUnused], events: [.payoutOrdered]),
        // Nothing holds it up: the bank has paid, and the books must say so.
        Row.command(
            "Y12", "confirm", from: [.ordered], to: [.paid], by: .any(.payer),
            fields: [.required(F.confirmationNumber)], guards: [confirmationUnused],
            events: [.payoutPaid], action: pay),
        Row.command(
            "Y13", "fail", from: [.ordered], to: [.failed, .submitted], by: .any(.payer),
            fields: [.optional(F.wrongAccount)], reason: true, events: [.payoutFailed],
            action: fail),
        Row.command(
            "Y14", "reject",
            from: [
                .draft, .submitted, .caseChecked, .finReviewed, .noticed, .approved, .queued,
                .suspended,
            ], to: [.rejected],
            by: .proposed(by: [.caseOfficer, .financeReviewer], confirmedBy: [.reviewer]),
            fields: [.required(F.rejectionGround)], reason: true, hold: true,
            guards: [handsApart, groundForPersons], events: [.payoutRejected],
            act: "PayoutRejection", action: reject),
        Row.effect(
            "Y16", variant: "payout", of: [.entitlementWaived],
            from: [
                .draft, .submitted, .caseChecked, .finReviewed, .noticed, .approved, .queued,
                .suspended,
            ], to: [.rejected],
            guards: [
                .concerned("ownEntitlement") {
                    $0.ownPayout?.entitlement == $0.cause?.subject.id
                }
            ], events: [.payoutRejected], action: rejectWaived),
    ]

    private static let draft: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        guard let id = turn.cause?.subject.id, let owed = turn.entitlements[id] else { return }
        turn.record(
            .payoutDrafted, on: ObjectReference(.payout, turn.payouts.nextID),
            to: PayoutState.draft
        ) {
            $0[F.payoutEntitlement] = owed.id
            $0[F.amount] = owed.amount
            $0[F.payee] = owed.payee
        }
    }

    private static let publish: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let text = turn.fields[Notice.text, default: ""]
        turn.record(.payoutNoticed)
        try turn.publishNotice(kind: .payout, object: turn.subject, text: text, as: "Y7")
    }

    private static let approve: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        guard let payout = turn.ownPayout else { return }
        let rank = turn.joinLine(payout)
        turn.record(.payoutApproved) {
            $0[F.rankInPool] = rank
            $0[F.pool] = payout.pool
        }
    }

    private static let sendBack: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        guard let payout = turn.ownPayout else { return }
        let cause = turn.cause?.subject.text
        turn.leaveLine(payout)
        turn.supersedeNotice()
        turn.record(.payoutSentBack) {
            guard let cause else { return }
            $0[F.reason] = cause
            $0[F.clause] = "O11"
        }
    }

    private static let pay: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        guard let payout = turn.ownPayout else { return }
        let pool = turn.world.heir(of: payout.pool)
        turn.record(.payoutPaid) {
            $0[F.amount] = payout.amount
            $0[F.pool] = pool
            $0[F.payee] = payout.payee
        }
        turn.leaveLine(payout)
        turn.payFromPool(payout.amount, pool: pool)
        // What a correction took off the entitlement is not owed, and so not held any longer.
        if turn.caseIfAny != nil, let owed = turn.ownEntitlement, owed.amount > payout.amount {
            turn.releaseCommitment(owed.amount - payout.amount, "Y12")
        }
    }

    private static let fail: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        guard let payout = turn.ownPayout else { return }
        let isWrong = turn.fields[F.wrongAccount] == true
        if isWrong { turn.leaveLine(payout) }
        turn.record(.payoutFailed, to: isWrong ? PayoutState.submitted : .failed)
    }

    private static let reject: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        guard let payout = turn.ownPayout else { return }
        turn.leaveLine(payout)
        turn.supersedeNotice()
        turn.record(.payoutRejected)
        if turn.caseIfAny != nil, let owed = turn.ownEntitlement {
            turn.releaseCommitment(owed.amount, "Y14")
        }
    }

    private static let rejectWaived: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        guard let payout = turn.ownPayout else { return }
        let (reason, clause) = (turn.cause?.fields[F.reason], turn.cause?.fields[F.clause])
        turn.leaveLine(payout)
        turn.supersedeNotice()
        turn.record(.payoutRejected) {
            $0[F.rejectionGround] = .waived
            $0[F.reason] = reason
            $0[F.clause] = clause
        }
    }
}
