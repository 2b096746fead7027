/// One expert's seat on a panel: `panel.number`.
package struct Seat: CaseObject {
    package let id: String
    package var state: SeatState
    package internal(set) var panel: String = ""
    package internal(set) var person: PersonID = ""
    /// The organisation that the expert was drawn for.
    package internal(set) var organisation: String = ""
    package internal(set) var isTechnical: Bool = false
    package internal(set) var invitedAt: Instant?
    /// Signed before the bidders' names are shown (P3).
    package internal(set) var isConfidential: Bool = false
    /// A conflict that somebody reported and the supervisor has not decided on (P5).
    package internal(set) var reportedAt: Instant?

    package init(id: String, state: SeatState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        switch event.type {
        case .expertInvited, .expertReplaced:
            panel = event.fields[F.panelID, default: ""]
            person = event.fields[F.person, default: ""]
            organisation = event.fields[Draw.Candidate.organisation, default: ""]
            isTechnical = event.fields[F.isTechnical, default: false]
            invitedAt = event.at
        case .declarationSigned:
            isConfidential = true
        case .conflictReported: reportedAt = reportedAt ?? event.at
        case .conflictDismissed, .expertRecused: reportedAt = nil
        default: break
        }
    }

    var candidate: Draw.Candidate {
        Draw.Candidate(
            expert: person, organisation: organisation, isTechnical: isTechnical, conflict: nil)
    }
}
