import BoardDomain

/// 合同变更 (K11–K13), halfway through the second milestone.
extension Road {
    private static let amendments: [RoadTurn] = [
        .contractAmended, .amendmentRefused, .leadChanged, .mustRelaxed, .amendmentWithdrawn,
        .amendmentLapsed,
    ]

    /// One step of an amendment; nil where none is due, and while one is left lying.
    mutating func amend(_ contract: Contract, _ found: Case) async throws -> Pause? {
        if contract.state == .amending {
            let isLeft =
                rests(.contract, "amending") || plan.turns.contains(.amendmentLapsed)
            return isLeft ? nil : try await decide(contract, found)
        }
        let second = found.milestones(of: contract.id).first { $0.sequence == 2 }
        guard let turn = Self.amendments.first(where: pending.contains),
            contract.state == .effective, let second, second.state == .active,
            !marks.contains("amendment of " + contract.id)
        else { return nil }
        // Halfway through the second milestone it shows what has to change.
        let from = second.due.adding(days: -45)
        guard now >= from else { return .until(from) }
        marks.insert("amendment of " + contract.id)
        pending.remove(turn)
        let change = try await change(contract, for: turn, found)
        try await act("propose-amendment", contract.reference, as: bidder(contract.bidder)) {
            $0 = change
        }
        return .workdays(2)
    }

    private mutating func change(
        _ contract: Contract, for turn: RoadTurn, _ found: Case
    ) async throws -> Record {
        switch turn {
        case .leadChanged:
            let lead = try await newLead(of: contract)
            return Record {
                $0[F.amendmentKind] = .lead
                $0[F.summary] = phrase("leadChange")
                $0[F.lead] = lead
            }
        case .mustRelaxed:
            return Record {
                $0[F.amendmentKind] = .indicators
                $0[F.summary] = phrase("amendmentMust")
                $0[F.indicatorChanges] = relaxation(of: contract, found)
            }
        default:
            // The last milestone takes longer.
            let last = contract.plans.count
            let plans = contract.plans.flatMap { plan in
                plan.sequence < last
                    ? [plan]
                    : MilestonePlan.made {
                        $0 = plan.record
                        $0[MilestonePlan.due] = plan.due.adding(30)
                    }
            }
            return Record {
                $0[F.amendmentKind] = .milestones
                $0[F.summary] = phrase("amendmentText")
                $0[F.plans] = plans
            }
        }
    }

    /// Of the first must it asks some per cent less; where that has no number, it is one no more.
    private func relaxation(of contract: Contract, _ found: Case) -> [IndicatorChange] {
        let musts = contract.indicators(of: found.challenge.terms).filter(\.isMust)
        guard let indicator = musts.first(where: { $0.target != nil }) ?? musts.first else {
            return []
        }
        let reading = indicator.target.flatMap {
            Reading(
                target: $0, comparator: indicator.comparator, unit: indicator.unit, margin: -10)
        }
        return IndicatorChange.made {
            $0[Indicator.number] = indicator.number
            $0[Indicator.target] = reading?.text
            $0[Indicator.upper] = indicator.upper
            $0[Indicator.must] = reading != nil
        }
    }

    /// Somebody whom the bidder has taken on since, and who is to lead from now on.
    private func newLead(of contract: Contract) async throws -> PersonID {
        let person = County.Person(
            id: "lead-\(number)", name: phrase("newLeadName"),
            appointments: [(.bidder, contract.bidder)], profile: nil)
        try await CountyFounding(stage: stage).employ(person, at: now)
        return person.id
    }

    private mutating func decide(_ contract: Contract, _ found: Case) async throws -> Pause {
        let object = contract.reference
        if plan.turns.contains(.amendmentRefused) {
            try await act("refuse-amendment", object, as: signatory) {
                give("amendmentRefuse", "contractClause", to: &$0)
            }
            return .workdays(2)
        }
        if plan.turns.contains(.amendmentWithdrawn) {
            try await act("withdraw-amendment", object, as: bidder(contract.bidder)) {
                give("amendmentWithdraw", "contractClause", to: &$0)
            }
            return .workdays(2)
        }
        if let pause = try await argue(contract, found) { return pause }
        if let lead = contract.amendment?.newLead(of: contract) {
            try await act("sign-new-pledge", object, as: lead)
        }
        try await act("sign-amendment", object, as: signatory)
        try await act("sign-amendment", object, as: bidderSignatory(contract.bidder))
        try await act("confirm-amendment", object, as: officer, reviewer)
        return .workdays(2)
    }

    /// A must is relaxed only after the experts' opinions and a notice (§7); nil once both are there.
    private mutating func argue(_ contract: Contract, _ found: Case) async throws -> Pause? {
        let object = contract.reference
        guard plan.turns.contains(.mustRelaxed), let amendment = contract.amendment else {
            return nil
        }
        if amendment.opinions.isEmpty {
            let experts = stage.cast.argumentExperts(
                chain: script.terms[F.chain, default: ""], count: 3)
            for expert in experts {
                try await act("give-opinion", object, as: expert) {
                    $0[F.approves] = true
                    $0[F.statement] = phrase("opinionMust")
                }
            }
            return .workdays(2)
        }
        guard let notice = found.notices.all.last(where: { $0.object == object }) else {
            try await act("publish-notice", as: officer, reviewer) {
                $0[Notice.kind] = .amendment
                $0[F.object] = object
                $0[Notice.text] = phrase("amendmentNotice", focus)
                $0[Notice.reasons] = phrase("opinionMust")
                $0[Notice.channel] = phrase("channel")
            }
            return .workdays(5)
        }
        return notice.state == .ended ? nil : .workdays(2)
    }
}
