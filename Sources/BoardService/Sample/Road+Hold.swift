import BoardDomain

/// What holds a payout up, and what is given up: objections, a restricted payee, nobody who claims,
/// money that never comes back.
extension Road {
    /// One step of what holds the case's payouts up; nil where nothing does.
    mutating func holdUp(_ found: Case) async throws -> Pause? {
        if let pause = try await accuse(found) { return pause }
        if pending.contains(.payoutObjected) || pending.contains(.payoutCorrected),
            let payout = found.payouts.in(.noticed).first,
            let notice = found.notices.all.last(where: { $0.object == payout.reference }),
            notice.state.isLive, now < notice.end, first("objection to " + notice.id)
        {
            // Each turn objects to a payout of its own.
            try await object(to: notice.reference, as: enterprise)
            return .workdays(1)
        }
        if pending.contains(.writtenOff), let payout = found.payouts.in(.recovering).first,
            let until = payout.recoverUntil
        {
            guard now > until else { return .until(until.adding(hours: 10)) }
            return try await writeOff(payout)
        }
        return nil
    }

    /// A report against the payee: restricted, the payout stands still; overturned on new facts, it
    /// goes on (X8, X12, Y15).
    private mutating func accuse(_ found: Case) async throws -> Pause? {
        let own = ObjectReference(.sanction)
        guard pending.contains(.payeeRestricted),
            let payout = found.payouts.in(.caseChecked, .suspended).first
        else { return nil }
        guard let file = accusation else {
            let file = try await stage.board.newStream(.sanction, at: now)
            accusation = file
            let evidence = documents()
            try await stage.act(
                "report-misconduct", own, in: file, as: [reviewer], at: now
            ) {
                $0[Sanction.target] = payout.payee
                $0[Sanction.facts] = phrase("payeeRestrictedFacts")
                $0[Sanction.evidence] = evidence
            }
            try await stage.act("serve-report", own, in: file, as: [arbiter], at: now)
            return .workdays(5)
        }
        let present = try await stage.board.state(of: file).aggregate as? SanctionFile
        switch present?.sanction?.state {
        case .defence: try await restrict(payout.payee, in: file)
        case .effective:
            _ = take(.payeeRestricted)
            try await stage.act("overturn-sanction", own, in: file, as: [appellate], at: now) {
                $0[Sanction.facts] = phrase("overturnReason")
                give("overturnReason", "sanctionClause", to: &$0)
            }
            return .workdays(1)
        default: break
        }
        return .workdays(2)
    }

    private func restrict(_ payee: String, in file: StreamID) async throws {
        let own = ObjectReference(.sanction)
        let evidence = documents()
        try await stage.act("decide-sanction", own, in: file, as: [arbiter], at: now) {
            $0[Sanction.decision] = .restricted
            $0[F.from] = now
            $0[F.until] = now.adding(days: 365)
            $0[Sanction.evidence] = evidence
            give("sanctionReason", "sanctionClause", to: &$0)
        }
        let name = organisationName(payee)
        try await stage.act("publish-sanction", own, in: file, as: [arbiter], at: now) {
            $0[Notice.text] = phrase("sanctionNotice", ["target": name])
            $0[Notice.reasons] = phrase("sanctionReason")
            $0[Notice.channel] = phrase("channel")
        }
    }

    /// What the debtor has not paid back in time, with every means used (Y19).
    private mutating func writeOff(_ payout: Payout) async throws -> Pause {
        _ = take(.writtenOff)
        try await act("write-off", payout.reference, as: officer, finance, witness) {
            $0[F.means] = phrase("writeOffMeans")
            give("writeOff", "payoutClause", to: &$0)
        }
        return .workdays(1)
    }

    /// Decides an objection to a payout, or to its notice (Y9, Y15).
    mutating func decidePayout(_ objection: Objection) async throws {
        let isUpheld = take(.payoutCorrected)
        if !isUpheld { _ = take(.payoutObjected) }
        try await act("decide-objection", objection.reference, as: arbiter) {
            $0[Objection.result] = isUpheld ? .upheld : .dismissed
            $0[F.remedy] = isUpheld ? .correctPayout : .uphold
            give(isUpheld ? "payoutUphold" : "payoutDismiss", "objectionClause", to: &$0)
        }
    }

    /// Nobody asks for the last payout: two reminders in settlement, then it is waived (Y16).
    ///
    /// - Returns: whether somebody acted.
    mutating func remind(_ payout: Payout, _ found: Case) async throws -> Bool {
        guard found.challenge.state == .settling, payout.state == .draft,
            let owed = found.entitlements[payout.entitlement],
            let claimable = payout.claimableSince
        else { return false }
        let policy = stage.board.settings.policies.inForce(at: now)
        if owed.reminders.count < policy?[.entitlementReminders] ?? 0 {
            guard owed.reminders.last?.day != now.day else { return false }
            try await act("remind", owed.reference, as: officer)
            return true
        }
        guard now > claimable.adding(days: policy?[.entitlementClaimDays] ?? 0) else {
            return false
        }
        _ = take(.unclaimed)
        try await act("waive-unclaimed", owed.reference, as: officer, reviewer) {
            give("unclaimedReason", "payoutClause", to: &$0)
        }
        return true
    }
}
