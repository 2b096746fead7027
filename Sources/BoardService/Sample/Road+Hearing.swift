import BoardDomain

/// 公示与异议, whatever they are about.
extension Road {
    /// Objections, notices of payouts and claims that wait while the case itself goes on; nil where
    /// nothing waits.
    mutating func settle(_ found: Case) async throws -> Pause? {
        if let pause = try await accompany(found) { return pause }
        for objection in found.objections.all where objection.isOpen && !runsBeside(objection) {
            return try await pursue(objection, found)
        }
        return nil
    }

    mutating func hear(_ found: Case) async throws -> Pause {
        guard let notice = found.notices.all.last(where: { $0.kind == .result }) else {
            return .workdays(1)
        }
        if take(.corrected) {
            try await act("correct-notice", notice.reference, as: officer, reviewer) {
                $0[Notice.changed] = [.wording]
                $0[Notice.text] = phrase("correctedNotice", ["title": title])
                give("correctReason", "objectionClause", to: &$0)
            }
            return .workdays(1)
        }
        if try await raiseOwnFinding(on: notice) { return .workdays(1) }
        if let pause = try await declineEarly(found, until: notice.end) { return pause }
        let turns: [RoadTurn] = [
            .inadmissible, .withdrawnObjection, .dismissed, .upheld, .appealed, .winnerOut,
            .reevaluated, .merged, .escalated, .unmasked,
            .supervisorNamed,
        ]
        let wants =
            plan.ending == .disputed && first("disputed") || turns.contains { pending.contains($0) }
        let losers = found.bids.in(.reserve, .notSelected)
        if wants, let loser = losers.first, now < notice.end {
            try await object(to: notice.reference, as: bidder(loser.bidder))
            if pending.contains(.merged), let other = losers.dropFirst().first {
                try await object(to: notice.reference, as: bidder(other.bidder))
            }
            return .workdays(1)
        }
        return .until(notice.end.adding(hours: 9))
    }

    func object(
        to object: ObjectReference, as person: PersonID, because facts: String = "objectionFacts",
        asking request: String = "objectionRequest"
    ) async throws {
        let evidence = documents()
        try await act("file-objection", as: person) {
            $0[F.object] = object
            $0[Objection.facts] = phrase(facts, focus)
            $0[Objection.basis] = phrase("objectionBasis")
            $0[Objection.request] = phrase(request, focus)
            $0[Objection.evidence] = evidence
        }
    }

    /// One step of an objection's own course.
    mutating func pursue(_ objection: Objection, _ found: Case) async throws -> Pause {
        let object = objection.reference
        switch objection.state {
        case .filed:
            if let pause = try await beforeAdmission(of: objection, found) { return pause }
            return try await admit(objection)
        case .admitted:
            let isCrowded = pending.contains(.supervisorNamed)
            try await act("investigate", object, as: isCrowded ? appellate : arbiter)
            return .workdays(1)
        case .investigating where take(.unmasked): return try await revoke()
        case .investigating:
            if let until = objection.defenceUntil, now <= until {
                if first("heard " + objection.id), let winner = found.bids.in(.proposed).first {
                    try await act("respond", object, as: bidder(winner.bidder)) {
                        $0[Objection.statement] = phrase("heardStatement", focus)
                    }
                }
                if plan.ending == .disputed, pending.isEmpty { return .done }
                return .until(until.adding(hours: 10))
            }
            if let pause = try await overturn(objection, found) { return pause }
            return try await decide(objection)
        case .decided where runsBeside(objection):
            // Nobody but the bidder is touched, and it has nothing to appeal against (O10).
            try await act("waive-appeal", object, as: objection.filer)
            return .workdays(1)
        case .decided:
            if take(.appealed) || pending.contains(.supervisorNamed) {
                try await act("appeal", object, as: objection.filer) {
                    $0[Objection.facts] = phrase("appealFacts")
                    $0[Objection.basis] = phrase("objectionBasis")
                }
                return .workdays(3)
            }
            return .workdays(6)
        case .appealed:
            let judge = take(.supervisorNamed) ? try await nameSupervisor() : try appellate
            try await act("decide-appeal", object, as: judge) {
                $0[Objection.result] = .dismissed
                $0[F.remedy] = .uphold
                give("appealDismiss", "objectionClause", to: &$0)
            }
            return .workdays(1)
        default: return .workdays(1)
        }
    }

    private mutating func admit(_ objection: Objection) async throws -> Pause {
        let object = objection.reference
        if take(.withdrawnObjection) {
            try await act("withdraw-objection", object, as: objection.filer)
            return .workdays(1)
        }
        if take(.completed) {
            try await act("ask-completion", object, as: arbiter) {
                $0[Objection.items] = phrase("objectionItems")
            }
            let evidence = documents()
            try await act("complete-objection", object, as: objection.filer) {
                $0[Objection.evidence] = evidence
                $0[Objection.facts] = phrase("objectionSupplement")
            }
            return .workdays(1)
        }
        if take(.inadmissible) {
            try await act("declare-inadmissible", object, as: arbiter) {
                $0[Objection.ground] = .noInterest
                give("objectionLate", "objectionClause", to: &$0)
            }
            return .workdays(1)
        }
        let isCrowded = pending.contains(.supervisorNamed)
        try await act("admit", object, as: isCrowded ? registrar : arbiter)
        return .workdays(dice.roll(1...2))
    }

    private mutating func decide(_ objection: Objection) async throws -> Pause {
        if objection.object.machine == .payout {
            try await decidePayout(objection)
            return .workdays(1)
        }
        if let (turn, remedy) = upholding(objection) {
            pending.remove(turn)
            try await act("decide-objection", objection.reference, as: arbiter) {
                $0[Objection.result] = .upheld
                $0[F.remedy] = remedy
                give("contestUphold", "objectionClause", to: &$0)
            }
            return .workdays(1)
        }
        let isUpheld =
            pending.contains(.upheld) && objection.object.machine == .challenge
            || pending.contains(.upheld) && objection.notice != nil
        let isUndone = pending.contains(.cancellationUndone)
        if isUpheld { pending.remove(.upheld) }
        pending.remove(.dismissed)
        pending.remove(.cancellationUndone)
        pending.remove(.ratingObjection)
        try await act("decide-objection", objection.reference, as: arbiter) {
            $0[Objection.result] = isUpheld || isUndone ? .upheld : .dismissed
            $0[F.remedy] = isUndone ? .annul : isUpheld ? .rescore : .uphold
            give(
                isUpheld || isUndone ? "objectionUphold" : "objectionDismiss", "objectionClause",
                to: &$0)
        }
        return .workdays(1)
    }

    // MARK: Ends before the award

    /// 撤榜: two sign, the notice runs, and only then is it cancelled.
    mutating func cancel(_ found: Case) async throws -> Pause {
        try await act("cancel", as: reviewer, witness) {
            $0[F.cancellationCause] = .needGone
            $0[F.backups] = phrase("cancelBackups")
            give("cancelReason", "cancelClause", to: &$0)
        }
        return plan.ending == .cancelPending && pending.isEmpty ? .done : .workdays(1)
    }

    mutating func cancelling(_ found: Case) async throws -> Pause {
        if pending.contains(.cancellationUndone), let bid = found.bids.all.first,
            first("objection to the cancellation"),
            let notice = found.notices.all.last(where: { $0.kind == .cancellation })
        {
            try await object(to: notice.reference, as: bidder(bid.bidder))
            return .workdays(1)
        }
        if let notice = found.notices.all.last(where: { $0.kind == .cancellation }),
            take(.cancellationCorrected)
        {
            let (officer, reviewer, witness) = (try officer, try reviewer, try witness)
            try await act(
                "correct-cancellation-notice", notice.reference, as: officer, reviewer, witness
            ) {
                $0[Notice.changed] = [.wording]
                $0[Notice.text] = phrase("cancelNotice", focus)
                give("correctReason", "cancelClause", to: &$0)
            }
        }
        return .workdays(3)
    }

    mutating func revoke() async throws -> Pause {
        let documents = documents(2)
        try await act("revoke", as: arbiter) {
            $0[F.documents] = documents
            give("revokeReason", "revokeClause", to: &$0)
        }
        return .workdays(1)
    }

    /// The call that failed goes round again under the same number.
    mutating func relaunch(_ found: Case) async throws -> Pause {
        guard take(.relaunched), let id else { return .done }
        let pool = "JBGS-\(now.day.year)"
        try await act("relaunch", as: officer) {
            $0[F.reason] = phrase("relaunchReason")
            $0[F.pool] = pool
        }
        self.id = id + "-R2"
        plan.ending = .approved
        return .workdays(1)
    }
}
