import BoardDomain

/// 资格审查与组建评审组.
extension Road {
    mutating func qualify(_ found: Case) async throws -> Pause {
        if let pause = try await decideBids(found) { return pause }
        if try await objectToDisqualification(found) { return .until(now.adding(hours: 1)) }
        guard let panel = found.panelInForce else {
            if let pause = try await restrictBidder(found) { return pause }
            if plan.turns.contains(.unqualified) || found.bids.in(.qualified).isEmpty {
                return try await failCall(found, .tooFewQualified)
            }
            let skills = plan.turns.contains(.widened) ? [phrase("rareSkill")] : []
            let (size, technical) = panelSize
            try await act("plan-panel", as: officer, reviewer) {
                $0[F.panelSize] = size
                $0[F.technicalSeats] = technical
                $0[F.panelSkills] = skills
            }
            return .workdays(1)
        }
        return try await fill(panel, found)
    }

    /// Eligibility, bid by bid; nil once every bid is decided.
    private mutating func decideBids(_ found: Case) async throws -> Pause? {
        if let cured = found.bids.in(.cure).first {
            // Nothing comes within its 24 hours, and the clock puts an end to them (B12).
            if take(.cureLapsed) { return .workdays(2) }
            let documents = documents()
            try await act("answer-cure", cured.reference, as: bidder(cured.bidder)) {
                $0[F.documents] = documents
            }
            return .workdays(1)
        }
        let opened = found.bids.in(.opened)
        guard let next = opened.first else { return nil }
        if take(.cure) {
            try await act("ask-cure", next.reference, as: officer) {
                $0[F.papers] = [.businessLicence]
                $0[F.reason] = phrase("papersReason")
            }
            return plan.ending == .qualifying && pending.isEmpty
                ? .done : .until(now.adding(hours: 3))
        }
        // Planned, or drawn by chance for two consortia.
        // All bids of such a member go (B14).
        let doubled = opened.last { bid in
            found.bids.all.contains {
                $0.id != bid.id && $0.content != nil
                    && !Set($0.members).isDisjoint(with: bid.members)
            }
        }
        if let doubled {
            _ = take(.memberTwice)
            try await act("disqualify", doubled.reference, as: officer, reviewer) {
                $0[F.ground] = .memberTwice
                give("disqualifyTwice", "disqualifyClause", to: &$0)
            }
            return .workdays(1)
        }
        for (index, bid) in opened.enumerated() {
            let isOut =
                plan.turns.contains(.unqualified)
                || index == opened.count - 1 && opened.count > 1
                    && take(.disqualified)
            if isOut {
                try await act("disqualify", bid.reference, as: officer, reviewer) {
                    $0[F.ground] = .formalPapers
                    give("disqualifyReason", "disqualifyClause", to: &$0)
                }
            } else {
                try await act("qualify", bid.reference, as: officer, reviewer) {
                    $0[F.clause] = phrase("qualifyClause")
                }
            }
        }
        _ = take(.unqualified)
        return .workdays(1)
    }

    mutating func failCall(_ found: Case, _ failure: CallFailure) async throws -> Pause {
        // Whoever was disqualified may object first.
        let last = found.bids.in(.disqualified).compactMap(\.disqualifiedAt).max()
        if let last, now < last.adding(days: 10) { return .until(last.adding(days: 10)) }
        try await act("fail-call", as: reviewer) {
            $0[F.failure] = failure
            give(
                failure == .tooFewQualified ? "failQualified" : "failNone", "failClause", to: &$0)
        }
        return .workdays(1)
    }

    /// The draw, and every expert's two declarations.
    mutating func fill(_ panel: Panel, _ found: Case) async throws -> Pause {
        switch panel.state {
        case .planned:
            // Only who is still a party may ask.
            if take(.avoided), let one = found.bids.in(.qualified).last?.bidder,
                let expert = stage.cast.all(.panelExpert).last
            {
                try await act("request-avoidance", panel.reference, as: bidder(one)) {
                    $0[F.avoided] = stage.cast.name(expert)
                    give("avoidReason", "coiClause", to: &$0)
                }
            }
            try await act("draw", panel.reference, as: officer, witness)
            return .workdays(1)
        case .confirmed where found.challenge.state == .qualifying:
            if take(.orderedOut) { return try await orderOut(of: panel, found) }
            try await act("close-qualification", as: officer, reviewer)
            return .workdays(dice.roll(1...2))
        default: break
        }
        let live = found.liveSeats(of: panel)
        if live.count < panel.size, live.allSatisfy({ $0.state != .invited }) {
            // The order of the draw is exhausted: a wider skill, chain, then region.
            _ = take(.widened)
            try await act("widen", panel.reference, as: officer, reviewer)
            return .until(now.adding(hours: 2))
        }
        for seat in live where seat.state == .invited {
            if let pause = try await answer(seat, on: panel, found) { return pause }
        }
        return .workdays(1)
    }

    private mutating func answer(
        _ seat: Seat, on panel: Panel, _ found: Case
    ) async throws -> Pause? {
        if take(.expertDeclined) {
            try await act("decline", seat.reference, as: seat.person) {
                give("expertDecline", "declineClause", to: &$0)
            }
            return .until(now.adding(hours: 2))
        }
        if seat.id != panel.chair, take(.noShow) { marks.insert("silent " + seat.id) }
        if marks.contains("silent " + seat.id) { return nil }
        try await act("sign-confidentiality", seat.reference, as: seat.person) {
            $0[F.declares] = true
        }
        if take(.recused) {
            try await act("recuse-oneself", seat.reference, as: seat.person) {
                $0[F.conflict] = .coauthor
                give("expertRecuse", "coiClause", to: &$0)
            }
            return .until(now.adding(hours: 2))
        }
        try await act("declare", seat.reference, as: seat.person) { $0[F.declares] = true }
        if take(.reported) {
            try await act("report-conflict", seat.reference, as: officer) {
                $0[F.conflict] = .contract
                give("expertReport", "coiClause", to: &$0)
            }
            try await act("dismiss-report", seat.reference, as: witness) {
                give("reportDismiss", "coiClause", to: &$0)
            }
        }
        return nil
    }
}
