/// An objection and its appeal.
package struct Objection: CaseObject {
    package let id: String
    package var state: ObjectionState
    /// What it is raised against; for a notice, what the notice makes public.
    package internal(set) var object: ObjectReference = ObjectReference(.challenge)
    /// The notice in whose window it was filed.
    package internal(set) var notice: String?
    package internal(set) var filer: PersonID = ""
    package internal(set) var filerOrganisation: String = ""
    package internal(set) var isExOfficio: Bool = false
    /// What the filer says, relies on and asks for; completed on request (O2).
    package internal(set) var facts: String = ""
    package internal(set) var basis: String = ""
    package internal(set) var request: String = ""
    package internal(set) var evidence: [Digest] = []
    package internal(set) var result: ObjectionResult?
    package internal(set) var remedy: Remedy?
    package internal(set) var correction: String?
    /// The bid that a disqualification hits, where the objection is to the whole result.
    package internal(set) var bid: String?
    package internal(set) var expert: PersonID?
    package internal(set) var filedAt: Instant?
    package internal(set) var closes: Instant?
    /// Until when the filer may complete it (O2); nil where nobody has asked.
    package internal(set) var completionUntil: Instant?
    package internal(set) var completedAt: Instant?
    package internal(set) var admittedAt: Instant?
    /// Until when respondents may state their case (O5).
    package internal(set) var defenceUntil: Instant?
    /// When the decision was served.
    package internal(set) var servedAt: Instant?
    /// Organisations and persons that waived their appeal (O10).
    package internal(set) var waivers: Set<String> = []
    /// Supervisors to whom it was escalated (O13).
    package internal(set) var escalatedTo: [PersonID] = []
    /// Admitted, and not yet final: its object is held.
    package internal(set) var hold: Bool = false

    package init(id: String, state: ObjectionState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        object = event.fields[F.object] ?? object
        notice = event.fields[Self.notice] ?? notice
        switch event.type {
        case .objectionFiled:
            filer = event.by.actor.person ?? ""
            filerOrganisation = event.by.organisation
            isExOfficio = event.fields[Self.isExOfficio] ?? false
            closes = event.fields[Self.closes]
            filedAt = event.at
            takeStatement(of: event)
        case .objectionCompletionAsked: completionUntil = event.fields[F.until]
        case .objectionCompleted:
            completedAt = event.at
            takeStatement(of: event)
        case .objectionAdmitted:
            admittedAt = event.at
            hold = true
        case .investigationOpened: defenceUntil = event.fields[F.until]
        case .objectionDecided, .appealDecided: takeDecision(of: event)
        case .appealWaived: event.fields[Self.party].map { _ = waivers.insert($0) }
        case .objectionEscalated: event.fields[Self.nextSupervisor].map { escalatedTo.append($0) }
        case .objectionRemedied, .objectionWithdrawn, .objectionLapsed: hold = false
        default: break
        }
    }

    private mutating func takeStatement(of event: Event) {
        facts = event.fields[Self.facts] ?? facts
        basis = event.fields[Self.basis] ?? basis
        request = event.fields[Self.request] ?? request
        evidence += event.fields[Self.evidence]
    }

    private mutating func takeDecision(of event: Event) {
        result = event.fields[Self.result]
        remedy = event.fields[F.remedy]
        correction = event.fields[Self.correction]
        bid = event.fields[F.bid]
        expert = event.fields[Self.expert]
        servedAt = event.at
    }
}

extension Objection {
    /// Filed, and nothing final has been said (C23, N7).
    package var isOpen: Bool { !state.isTerminal }

    /// Whoever stands behind it: a person for itself or by its office, else the organisation.
    var filerParty: String {
        isExOfficio || filerOrganisation.isEmpty ? filer : filerOrganisation
    }

    /// What it was raised against has stayed as it was.
    var leftDecisionStanding: Bool {
        switch state {
        case .withdrawn, .inadmissible, .merged: true
        case .final: remedy == .uphold
        default: false
        }
    }

    /// Whether it is about what a notice makes public. A notice and its correction are one matter;
    /// the result and the cancellation of one challenge are two. A result stands or falls with the
    /// decision on every bid (C21, C22).
    package func concerns(_ other: Notice, in turn: Turn) -> Bool {
        let own = kind(in: turn)
        if other.kind == .result, object.machine == .bid { return own != .lane }
        return object == other.object && own ?? other.kind == other.kind
    }

    /// The kind of the notice in whose window it was filed.
    func kind(in turn: Turn) -> NoticeKind? {
        notice.flatMap { turn.notices[$0]?.kind }
    }
}

extension Turn {
    /// The open objections to an object; for a notice, to what it makes public.
    package func openObjections(on object: ObjectReference) -> [Objection] {
        if object.machine == .notice {
            return notices[object.id].map(openObjections(to:)) ?? []
        }
        return objections.all.filter { $0.isOpen && $0.object == object }
    }

    /// The open objections to what a notice makes public.
    package func openObjections(to notice: Notice) -> [Objection] {
        objections.all.filter { $0.isOpen && $0.concerns(notice, in: self) }
    }
}
