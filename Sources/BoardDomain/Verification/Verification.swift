/// A verification of a milestone in the workshop: `milestone.n`, such as `1.2.1`.
package struct Verification: CaseObject {
    package let id: String
    package var state: VerificationState
    package internal(set) var milestone: String = ""
    /// Its dispute window is over or waived, or it is final.
    package internal(set) var isFirm: Bool = false
    /// Nil while nothing has been concluded, and while conditions are open.
    package internal(set) var passed: Bool?
    /// The computed value of each indicator.
    package internal(set) var measured: [Measured] = []
    package internal(set) var frozenAt: Instant?
    package internal(set) var reportedAt: Instant?
    package internal(set) var retestUsed: Bool = false
    package internal(set) var protocolText: VerificationProtocol?
    package internal(set) var protocolDigest: Digest?
    /// Whether a laboratory wrote the draft (T3).
    package internal(set) var isLaboratoryDraft: Bool = false
    package internal(set) var scheduledAt: Instant?
    /// As booked, with the calibration that holds on the day.
    package internal(set) var bookedInstruments: [Instrument] = []
    /// All runs by serial; aborted ones stay (V2).
    package internal(set) var runs: [VerificationRun] = []
    /// Why runs were aborted, by serial (V2).
    package internal(set) var abortReasons: [Int: String] = [:]
    /// When the present result came about: the dispute window runs from here.
    package internal(set) var concludedAt: Instant?
    /// The state before the dispute.
    package internal(set) var origin: VerificationState?
    /// The party that disputes, by its unified code.
    package internal(set) var disputedBy: String = ""
    /// The laboratory of the retest; empty where an objection ordered it and none is named yet.
    package internal(set) var retestLaboratory: String = ""
    package internal(set) var retestOrderedAt: Instant?
    package internal(set) var retestUntil: Instant?
    package internal(set) var retestRuns: [VerificationRun] = []
    /// What the first report computed, kept beside the retest's values.
    package internal(set) var firstMeasured: [Measured] = []

    package init(id: String, state: VerificationState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        let fields = event.fields
        switch event.type {
        case .protocolDrafted:
            milestone = fields[F.verifiedMilestone] ?? milestone
            protocolText = fields[F.protocolText] ?? protocolText
            protocolDigest = fields[F.protocolDigest] ?? protocolDigest
            isLaboratoryDraft = event.by.capacity == .laboratory
        case .protocolFrozen: frozenAt = event.at
        case .protocolReopened: frozenAt = nil
        case .verificationScheduled:
            scheduledAt = fields[F.scheduledAt]
            bookedInstruments = fields[VerificationProtocol.instruments]
        case .runRecorded, .runAborted:
            guard let run = VerificationRun(record: fields) else { return }
            runs.append(run)
            if event.type == .runAborted { abortReasons[runs.count] = fields[F.reason] }
        case .verificationReported:
            reportedAt = event.at
            measured = fields[F.measured]
        case .verificationPassed, .conditionsClosed: conclude(true, event)
        case .verificationFailed: conclude(false, event)
        case .verificationConditional: conclude(nil, event)
        case .verificationFirm: isFirm = true
        case .verificationDisputed:
            origin = fields[F.verificationOrigin]
            disputedBy = event.by.organisation
        case .disputeWithdrawn: origin = nil
        case .retestOrdered:
            retestUsed = true
            isFirm = false
            retestOrderedAt = event.at
            retestLaboratory = fields[VerificationProtocol.laboratory, default: ""]
            retestUntil = fields[F.retestUntil]
        case .retestReassigned:
            retestLaboratory = fields[VerificationProtocol.laboratory] ?? retestLaboratory
            retestUntil = fields[F.retestUntil] ?? retestUntil
        case .verificationFinal:
            firstMeasured = measured
            measured = fields[F.measured]
            retestRuns = fields[F.retestRuns]
            conclude(fields[F.verdictPassed], event)
            isFirm = true
        default: break
        }
    }

    private mutating func conclude(_ verdict: Bool?, _ event: Event) {
        passed = verdict
        concludedAt = event.at
    }

    /// The verdict of the frozen rule over the runs recorded so far; nil without a protocol.
    package var verdict: Verdict? { protocolText.map { Verdict($0, runs) } }

    /// The verdict that counts: of the retest once there is one.
    package var lastVerdict: Verdict? {
        retestRuns.isEmpty ? verdict : protocolText.map { Verdict($0, retestRuns) }
    }

    /// Neither ended nor firm: the milestone has no use for another one.
    package var isLive: Bool { !isFirm && !state.isTerminal }
}
