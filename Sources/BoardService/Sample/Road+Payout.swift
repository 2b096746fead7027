import BoardDomain

/// 兑付: what each approved milestone entitles to, paid step by step.
extension Road {
    /// One step of every payout that somebody can take now; nil where none can.
    mutating func payOut(_ found: Case) async throws -> Pause? {
        if let pause = try await holdUp(found) { return pause }
        var hasActed = false
        for payout in found.payouts.all {
            hasActed = try await push(payout, found) || hasActed
        }
        if hasActed { return .workdays(dice.roll(1...2)) }
        // What runs its notice or waits for another goes on some days later.
        let waits = found.payouts.all.contains { [.noticed, .submitted].contains($0.state) }
        return waits ? .workdays(2) : nil
    }

    /// Whether a payout is still on its way, one way or the other.
    func owesMoney(_ found: Case) -> Bool {
        let moving: Set<PayoutState> = [
            .draft, .submitted, .caseChecked, .finReviewed, .noticed, .approved, .ordered, .failed,
            .recovering,
        ]
        return found.payouts.all.contains { moving.contains($0.state) }
    }

    private mutating func push(_ payout: Payout, _ found: Case) async throws -> Bool {
        let object = payout.reference
        let place = found.payouts.all.firstIndex { $0.id == payout.id }.map { $0 + 1 }
        if rests(.payout, payout.state.rawValue, place) { return false }
        switch payout.state {
        case .draft:
            let isLast = payout.id == found.payouts.last?.id
            if isLast, pending.contains(.unclaimed) { return try await remind(payout, found) }
            guard try await submit(payout, found) else { return false }
        case .submitted:
            if take(.payoutReturned) {
                try await act("return", object, as: officer) {
                    give("payoutReturn", "payoutClause", to: &$0)
                }
            } else if take(.payoutRejected) {
                try await act("reject", object, as: officer, reviewer) {
                    $0[F.rejectionGround] = .duplicate
                    give("payoutReject", "payoutClause", to: &$0)
                }
            } else {
                try await act("check", object, as: officer)
            }
        case .caseChecked:
            let pool = try await pool(of: found)
            try await act("review", object, as: finance) {
                $0[F.amount] = payout.amount
                $0[F.pool] = pool
            }
        case .finReviewed:
            let isSettled = found.entitlements[payout.entitlement]?.milestone == nil
            try await act("publish-payout", object, as: officer, reviewer) {
                $0[Notice.text] = payoutNotice(payout, found, isSettled: isSettled)
                $0[Notice.reasons] = phrase(
                    isSettled ? "terminationReasons" : "payoutReasons",
                    ["milestone": milestoneTitle(of: payout, in: found)])
                $0[Notice.channel] = phrase("channel")
            }
        case .noticed:
            let notice = found.notices.all.last { $0.object == object }
            guard notice?.state == .ended else { return false }
            if take(.sentToBureau) {
                try await act("return-to-bureau", object, as: reviewer) {
                    give("payoutSendBack", "payoutClause", to: &$0)
                }
            } else {
                try await act("approve", object, as: reviewer)
            }
        case .approved, .failed:
            let key = "pay-" + stage.ledger.nextNumber()
            try await act("order", object, as: payer) { $0[F.idempotencyKey] = key }
        case .ordered:
            if take(.payoutFailed) {
                try await act("fail", object, as: payer) {
                    give("payoutFailed", "payoutClause", to: &$0)
                }
            } else {
                let number = "HD" + stage.ledger.nextNumber()
                try await act("confirm", object, as: payer) { $0[F.confirmationNumber] = number }
            }
        case .queued:
            pending.remove(.queued)
            return false
        case .paid
        where found.challenge.state != .executing
            && (take(.clawback) || pending.contains(.writtenOff) && first("to be written off")):
            try await act("open-clawback", object, as: officer, reviewer) {
                $0[F.amount] = Money(fen: payout.amount.fen / 5)
                give("clawback", "payoutClause", to: &$0)
            }
        case .recovering:
            let left = payout.recoverable - payout.recovered
            let number = "SH" + stage.ledger.nextNumber()
            let pool = try await stage.board.pools().last { $0.state == .open }?.name
            try await act("receive", object, as: payer) {
                $0[F.amount] = payout.recovered == .zero ? Money(fen: left.fen / 2) : left
                $0[F.paymentReference] = number
                $0[F.pool] = pool
            }
        default: return false
        }
        return true
    }

    /// What the public reads: who gets how much for which milestone, until when, and where to object.
    private func payoutNotice(_ payout: Payout, _ found: Case, isSettled: Bool) -> String {
        phrase(
            isSettled ? "terminationPayout" : "payoutNotice",
            [
                "title": title, "payee": organisationName(payout.payee),
                "amount": payout.amount.wanText, "period": noticePeriod,
                "milestone": milestoneTitle(of: payout, in: found),
            ])
    }

    private func milestoneTitle(of payout: Payout, in found: Case) -> String {
        found.entitlements[payout.entitlement]?.milestone
            .flatMap { found.milestones[$0]?.title } ?? phrase("milestoneDeliver")
    }

    /// The payee asks, or gives up what it is owed.
    private mutating func submit(_ payout: Payout, _ found: Case) async throws -> Bool {
        let (clerk, signatory) = (try bidder(payout.payee), try bidderSignatory(payout.payee))
        if pending.contains(.entitlementWaived), payout.id == found.payouts.last?.id {
            guard found.challenge.state == .settling else { return false }
            _ = take(.entitlementWaived)
            try await act(
                "waive", ObjectReference(.entitlement, payout.entitlement), as: clerk, signatory
            ) { give("waiveEntitlement", "payoutClause", to: &$0) }
            return true
        }
        let holder = organisationName(payout.payee)
        let documents = documents()
        let number = "3306240\(payout.payee.suffix(6))0417"
        let isOnBehalf = take(.paidOnBehalf)
        try await act(
            isOnBehalf ? "submit-on-behalf" : "submit", payout.reference,
            as: isOnBehalf ? officer : clerk, signatory
        ) {
            $0[F.payeeAccount] =
                PayeeAccount.made {
                    $0[PayeeAccount.holder] = holder
                    $0[PayeeAccount.bank] = phrase("accountBank")
                    $0[PayeeAccount.number] = number
                }.first
            $0[F.documents] = documents
        }
        return true
    }

    /// Where the challenge's money lies now: a year's balance may have moved on.
    private func pool(of found: Case) async throws -> String {
        let pools = try await stage.board.pools()
        return pools.last { $0.committed[found.id] != nil && $0.state != .closed }?.name
            ?? found.challenge.pool
    }

    /// The enterprise's own share, shown by it and confirmed by the bidder (Y2).
    mutating func showShare(_ found: Case) async throws -> Pause? {
        for contract in found.contracts.in(.accepted, .closed)
        where contract.enterprisePaid < contract.enterpriseShare && !contract.shareDisputed {
            if take(.shareDisputed) {
                try await act("dispute-share", contract.reference, as: bidder(contract.bidder)) {
                    give("shareDispute", "contractClause", to: &$0)
                }
                return .workdays(2)
            }
            let left = contract.enterpriseShare - contract.enterprisePaid
            let number = "QY" + stage.ledger.nextNumber()
            let day = now.day
            try await act(
                "record-share-paid", contract.reference, as: enterprise, bidder(contract.bidder)
            ) {
                $0[F.amount] = left
                $0[F.paymentReference] = number
                $0[F.paidOn] = day
            }
            return .workdays(2)
        }
        return nil
    }
}
