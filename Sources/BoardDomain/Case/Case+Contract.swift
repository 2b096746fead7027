extension Case {
    /// The contract that an object hangs on; nil where it hangs on none.
    package func contract(of object: ObjectReference) -> Contract? {
        switch object.machine {
        case .contract: contracts[object.id]
        case .milestone: milestones[object.id].flatMap { contracts[$0.contract] }
        case .verification:
            verifications[object.id].flatMap { milestones[$0.milestone] }
                .flatMap { contracts[$0.contract] }
        case .evaluation: evaluations[object.id].flatMap { contracts[$0.contract] }
        case .evidence:
            evidence[object.id].flatMap { evaluations[$0.evaluation] }
                .flatMap { contracts[$0.contract] }
        case .entitlement: entitlements[object.id]?.contract.flatMap { contracts[$0] }
        case .payout:
            payouts[object.id].flatMap { entitlements[$0.entitlement]?.contract }
                .flatMap { contracts[$0] }
        default: nil
        }
    }
}
