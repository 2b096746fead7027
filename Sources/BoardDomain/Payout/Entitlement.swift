/// What the county owes for a milestone, a settlement or a policy.
package struct Entitlement: CaseObject {
    package let id: String
    package var state: EntitlementState
    package internal(set) var milestone: String?
    package internal(set) var contract: String?
    /// Unified code.
    package internal(set) var payee: String = ""
    package internal(set) var amount: Money = .zero
    package internal(set) var paid: Money = .zero
    package internal(set) var createdAt: Instant?
    /// An `EntitlementGround`.
    package internal(set) var why: String = ""
    package internal(set) var policy: ClaimPolicy?
    /// Under a policy: the paper that it rests on, normalised.
    package internal(set) var baseDocument: String = ""
    /// When the payee was reminded to claim it (Y16).
    package internal(set) var reminders: [Instant] = []

    package init(id: String, state: EntitlementState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        let fields = event.fields
        switch event.type {
        case .entitlementCreated:
            milestone = fields[F.entitledMilestone]
            contract = fields[F.entitledContract]
            payee = fields[F.payee, default: ""]
            amount = fields[F.amount, default: .zero]
            why = fields[F.why]?.rawValue ?? ""
            policy = fields[F.claimPolicy]
            baseDocument = DocumentNumber.normal(fields[F.baseDocument, default: ""])
            createdAt = event.at
        case .entitlementSettled: paid = fields[F.amount, default: amount]
        case .entitlementReminded: reminders.append(event.at)
        default: break
        }
    }
}

extension Case {
    /// A milestone's part of the county's share: its basis points, rounded down, and in the last one
    /// whatever the others leave, so that together they are the share to the 分 (§10).
    package func countyPart(of milestone: Milestone, approved: Int) -> Money {
        guard let contract = contracts[milestone.contract] else { return .zero }
        let part = { (points: Int) in
            contract.countyShare.share(basisPoints: BasisPoints(points) ?? .none)
        }
        let last = contract.plans.map(\.sequence).max()
        guard approved >= milestone.basisPoints, milestone.sequence == last else {
            return part(approved)
        }
        let others = contract.plans.filter { $0.sequence != milestone.sequence }
        return others.reduce(contract.countyShare) { $0 - part($1.basisPoints) }
    }

    /// What of the county's share of a contract no entitlement has taken up.
    package func entitlementLeft(of contract: Contract) -> Money {
        entitlements.all.filter { $0.contract == contract.id }
            .reduce(contract.countyShare) { $0 - $1.amount }
    }
}
