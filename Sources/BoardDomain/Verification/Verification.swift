/// A verification of a milestone in the workshop.
package struct Verification: CaseObject {
    package let id: String
    package var state: VerificationState
    package internal(set) var milestone: String = ""
    /// Its dispute window is over or waived, or it is final.
    package internal(set) var isFirm: Bool = false
    package internal(set) var passed: Bool?
    /// The computed value of each indicator.
    package internal(set) var measured: [Measured] = []
    package internal(set) var frozenAt: Instant?
    package internal(set) var reportedAt: Instant?
    package internal(set) var retestUsed: Bool = false

    package init(id: String, state: VerificationState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        switch event.type {
        default: break
        }
    }
}
