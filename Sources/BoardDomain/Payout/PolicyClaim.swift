/// The stream of a claim under a policy: an award, a subsidy (§10).
package struct PolicyClaim: Aggregate {
    /// `DF-2026-0001`.
    package let id: String
    package var docket = Docket()
    package internal(set) var entitlements = Roll<Entitlement>()
    package internal(set) var payouts = Roll<Payout>()
    package internal(set) var notices = Roll<Notice>()
    package internal(set) var objections = Roll<Objection>()

    package static let machines: [Machine] = [.entitlement, .payout, .notice, .objection]

    package func ids(of machine: Machine) -> [String] {
        switch machine {
        case .entitlement: entitlements.all.map(\.id)
        case .payout: payouts.all.map(\.id)
        case .notice: notices.all.map(\.id)
        case .objection: objections.all.map(\.id)
        default: []
        }
    }

    package func state(of reference: ObjectReference) -> String? {
        switch reference.machine {
        case .entitlement: entitlements[reference.id]?.state.rawValue
        case .payout: payouts[reference.id]?.state.rawValue
        case .notice: notices[reference.id]?.state.rawValue
        case .objection: objections[reference.id]?.state.rawValue
        default: nil
        }
    }

    package mutating func evolveObject(_ event: Event) {
        switch event.subject.machine {
        case .entitlement: entitlements.evolve(event)
        case .payout: payouts.evolve(event)
        case .notice: notices.evolve(event)
        case .objection: objections.evolve(event)
        default: break
        }
    }
}
