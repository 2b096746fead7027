extension Case {
    /// What the published formula makes of an evaluation's items in these states now. The recorded
    /// rating counts those that are checked (E9); with those that wait for their check it tells what
    /// would come of them.
    package func rating(
        of evaluation: String, over states: Set<EvidenceState>, policy: Policy
    ) -> MarketRating {
        let items = evidence.all.filter {
            $0.evaluation == evaluation && states.contains($0.state) && !$0.isForRecheck
        }
        return rating(of: evaluation, from: items, policy: policy)
    }

    func rating(of evaluation: String, from items: [Evidence], policy: Policy) -> MarketRating {
        let excluded = evidence.all.filter {
            $0.evaluation == evaluation && $0.state == .excluded
        }
        let amount = contract(of: ObjectReference(.evaluation, evaluation))?.amount ?? .zero
        return MarketRating(of: items, excluded: excluded, contract: amount, policy: policy)
    }
}
