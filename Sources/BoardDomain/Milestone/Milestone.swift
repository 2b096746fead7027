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
    /// The readiness level planned; nil for none.
    package internal(set) var readiness: Int?
    package internal(set) var claimedReadiness: Int?
    package internal(set) var approvedReadiness: Int?
    package internal(set) var evidence: [MilestoneEvidence] = []
    /// What the enterprise accepted.
    package internal(set) var acceptedBasisPoints: Int = 0
    /// What the reviewer approved.
    package internal(set) var approvedBasisPoints: Int = 0
    package internal(set) var recommendation: Recommendation?
    package internal(set) var submissions: Int = 0
    /// How often the enterprise has returned it (M8).
    package internal(set) var returns: Int = 0
    /// Reworks after failed verifications (M6).
    package internal(set) var reworks: Int = 0
    /// The one rework after a partial approval has been taken (M13).
    package internal(set) var partReworked: Bool = false
    /// The time to rework the rest is over (M13).
    package internal(set) var partClosed: Bool = false
    package internal(set) var extensions: Int = 0
    package internal(set) var extendedDays: Int = 0
    package internal(set) var requestedDue: Day?
    package internal(set) var verification: String?
    /// Verifications whose failure has been dealt with.
    package internal(set) var failed: [String] = []
    package internal(set) var isDefectMilestone: Bool = false
    /// The state that a cancellation found it in.
    package internal(set) var cancelledFrom: MilestoneState?

    package init(id: String, state: MilestoneState) {
        self.id = id
        self.state = state
    }

    /// `1.2`: the second milestone of the first contract.
    package static func id(contract: String, sequence: Int) -> String {
        contract + "." + String(sequence)
    }

    /// Nothing more will happen to it, unless an objection reopens it.
    package var isFinal: Bool { state.isTerminal || state == .partiallyMet && partClosed }

    package mutating func apply(_ event: Event) {
        let fields = event.fields
        switch event.type {
        case .milestonesPlanned:
            contract = fields[F.contract, default: contract]
            cancelledFrom = nil
            if let plan = fields[F.milestonePlan] { take(plan) }
        case .milestoneOpened:
            contract = fields[F.contract, default: contract]
            isDefectMilestone = fields[F.defects].isEmpty == false || isDefectMilestone
            if let plan = fields[F.milestonePlan] { take(plan) }
            due = fields[F.due] ?? due
        case .milestoneSubmitted:
            submissions += 1
            evidence = fields[F.milestoneEvidence]
            claimedReadiness = fields[F.readinessClaimed]
            acceptedBasisPoints = 0
            recommendation = nil
            verification = nil
        case .verificationAttached:
            verification = fields[F.attachedVerification]
            if let id = verification, fields[F.verificationPassed] == false { failed.append(id) }
        case .reworkOpened:
            due = fields[F.due] ?? due
            if let id = fields[F.attachedVerification] {
                reworks += 1
                failed.append(id)
            } else {
                partReworked = true
            }
        case .milestoneAccepted, .acceptanceTakenOver, .milestoneDissented:
            acceptedBasisPoints = fields[F.acceptedBasisPoints, default: basisPoints]
        case .milestoneReturned:
            if event.by.capacity == .enterprise { returns += 1 }
            due = fields[F.due] ?? due
        case .milestoneRecommended: recommendation = fields[F.recommendation]
        case .milestoneSentBack: recommendation = nil
        case .milestoneApproved:
            approvedBasisPoints = fields[F.approvedBasisPoints, default: approvedBasisPoints]
            approvedReadiness = fields[F.readinessClaimed] ?? approvedReadiness
        case .partClosed: partClosed = true
        default: applyExtension(event)
        }
    }

    private mutating func applyExtension(_ event: Event) {
        switch event.type {
        case .extensionRequested: requestedDue = event.fields[F.newDue]
        case .extensionRefused: requestedDue = nil
        case .extensionGranted:
            extensions += 1
            extendedDays += event.fields[F.extensionDays, default: 0]
            due = event.fields[F.due] ?? due
            requestedDue = nil
        case .milestoneCancelled:
            cancelledFrom = event.fields[F.cancelledFrom]
        case .milestoneReopened: cancelledFrom = nil
        default: break
        }
    }

    mutating func take(_ plan: MilestonePlan) {
        sequence = plan.sequence
        title = plan.title
        basisPoints = plan.basisPoints
        due = plan.due.end
        isGate = plan.isGate
        needsVerification = plan.needsVerification
        indicators = plan.indicators
        readiness = plan.readiness
    }
}
