extension Turn {
    /// The payouts of the turn's stream.
    package var payouts: Roll<Payout> {
        switch world[stream].aggregate {
        case let found as Case: found.payouts
        case let found as PolicyClaim: found.payouts
        default: Roll()
        }
    }

    /// The entitlements of the turn's stream.
    package var entitlements: Roll<Entitlement> {
        switch world[stream].aggregate {
        case let found as Case: found.entitlements
        case let found as PolicyClaim: found.entitlements
        default: Roll()
        }
    }

    var ownPayout: Payout? { payouts[subject.id] }

    /// The entitlement that the subject is, or that it pays.
    var ownEntitlement: Entitlement? {
        subject.machine == .entitlement
            ? entitlements[subject.id] : ownPayout.flatMap { entitlements[$0.entitlement] }
    }

    /// The payout that pays the subject, an entitlement.
    var payoutOfEntitlement: Payout? { payouts.all.last { $0.entitlement == subject.id } }

    /// Whether the effect's cause raises or settles an objection to the subject or to its notice.
    var causeConcernsPayout: Bool { objectOfCause.map { isOwnOrItsNotice($0) } ?? false }

    /// Whether the decision on it sends the subject back to the bureau; a draft has not been there.
    var isCorrected: Bool {
        remedyOfCause == .correctPayout && ownPayout?.suspendedFrom != .draft
    }

    /// Until when the payee asks for its money, held times left out (Y16).
    func claimDue(of payout: Payout) -> Instant? {
        payout.claimableSince.map { days(.entitlementClaimDays, after: $0) }
    }

    /// The id of an admitted objection, other than the cause's, that holds the subject.
    var otherHold: String? {
        objections.all.first {
            $0.hold && $0.id != cause?.subject.id && isOwnOrItsNotice($0.object)
        }?.id
    }

    private func isOwnOrItsNotice(_ object: ObjectReference) -> Bool {
        object == subject || object.machine == .notice && notices[object.id]?.object == subject
    }

    /// A notice of a payout that is sent back or refused says what is no longer so (N6).
    mutating func supersedeNotice() {
        guard let standing = notice(on: subject, kind: .payout), !standing.state.isTerminal else {
            return
        }
        let (reason, clause) = (fields[F.reason], fields[F.clause])
        let (own, rule) = (subject, row.id)
        record(
            .noticeSuperseded, on: standing.reference, to: NoticeState.superseded, as: "N6"
        ) {
            $0[Notice.cause] = own
            $0[F.reason] = reason ?? rule
            $0[F.clause] = clause ?? rule
        }
    }
}
