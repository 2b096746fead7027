/// Open work that passes from one person to another.
package struct HandOver: CaseObject {
    package let id: String
    package var state: HandOverState
    package internal(set) var appointment: String = ""
    package internal(set) var holder: PersonID = ""
    package internal(set) var successor: PersonID = ""
    package internal(set) var items: [String] = []
    package internal(set) var offeredAt: Instant = Instant(milliseconds: 0)

    package init(id: String, state: HandOverState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        switch event.type {
        case .handOverOffered:
            appointment = event.fields[F.appointmentID, default: ""]
            holder = event.fields[F.holder, default: ""]
            successor = event.fields[F.handOverSuccessor, default: ""]
            items = event.fields[F.handOverItems]
            offeredAt = event.at
        case .handOverAccepted: successor = event.by.actor.person ?? successor
        default: break
        }
    }
}
