extension Contract {
    /// The challenge's indicators as this contract has them: the list's, with what amendments changed.
    package func indicators(of terms: Terms) -> [Indicator] {
        terms.indicators.map { indicator in
            guard let change = indicatorChanges.last(where: { $0.number == indicator.number })
            else { return indicator }
            var record = indicator.record
            record[Indicator.target] = change.target ?? indicator.target
            record[Indicator.upper] = change.upper ?? indicator.upper
            record[Indicator.must] = change.isMust
            return Indicator(record: record) ?? indicator
        }
    }

    /// Numbers of the indicators that it has to reach.
    package func musts(of terms: Terms) -> [Int] {
        indicators(of: terms).filter(\.isMust).map(\.number)
    }

    /// The contract as these changes of indicators would leave it.
    func changing(_ changes: [IndicatorChange]) -> Contract {
        var next = self
        next.indicatorChanges += changes
        return next
    }

    /// Between its effect and its end, so that its milestones run.
    package var isRunning: Bool { state == .effective || state == .amending }

    /// Draft to accepted.
    package var isLive: Bool { !state.isTerminal }
}

extension Case {
    /// The milestones of a contract, in the order of their sequence.
    package func milestones(of contract: String) -> [Milestone] {
        milestones.all.filter { $0.contract == contract }.sorted { $0.sequence < $1.sequence }
    }

    /// The verification of a milestone that counts: the latest firm one.
    package func firmVerification(of milestone: String) -> Verification? {
        verifications.all.last {
            $0.milestone == milestone && $0.isFirm && $0.state != .voided && $0.passed != nil
        }
    }

    /// Whether an indicator was reached in a verification of one of these milestones.
    package func isPassed(_ indicator: Int, by milestones: [Milestone]) -> Bool {
        milestones.contains { milestone in
            guard milestone.state == .met || milestone.state == .partiallyMet,
                milestone.indicators.contains(indicator),
                let verification = firmVerification(of: milestone.id)
            else { return false }
            return verification.measured.last { $0.indicator == indicator }?.passed
                ?? (verification.passed == true)
        }
    }

    /// The *must* indicators that a contract has not reached yet.
    package func openMusts(of contract: Contract) -> [Int] {
        let own = milestones(of: contract.id)
        return contract.musts(of: challenge.terms).filter { !isPassed($0, by: own) }
    }

    /// The highest readiness level that approved milestones of a contract prove; nil for none.
    package func readiness(of contract: String) -> Int? {
        milestones(of: contract).compactMap(\.approvedReadiness).max()
    }
}
