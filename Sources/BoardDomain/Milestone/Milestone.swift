/// A milestone of a contract: `contract.sequence`.
package struct Milestone: CaseObject {
    package let id: String
    package var state: MilestoneState
    package internal(set) var contract: String = ""
    package internal(set) var sequence: Int = 0
    package internal(set) var title: String = ""
    /// Of the contract's amount.
    package internal(set) var basisPoints: Int = 0
    package internal(set) var due: Instant = Instant(milliseconds: 0)
    package internal(set) var isGate: Bool = false
    package internal(set) var needsVerification: Bool = false
    /// Numbers of the indicators bound to it.
    package internal(set) var indicators: [Int] = []
    /// What the enterprise accepted.
    package internal(set) var acceptedBasisPoints: Int = 0
    /// What the reviewer approved.
    package internal(set) var approvedBasisPoints: Int = 0
    package internal(set) var submissions: Int = 0
    package internal(set) var verification: String?
    package internal(set) var isDefectMilestone: Bool = false

    package init(id: String, state: MilestoneState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        switch event.type {
        default: break
        }
    }
}
