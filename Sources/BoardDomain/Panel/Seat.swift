/// One expert's seat on a panel: `panel.number`.
package struct Seat: CaseObject {
    package let id: String
    package var state: SeatState
    package internal(set) var panel: String = ""
    package internal(set) var person: PersonID = ""
    package internal(set) var isTechnical: Bool = false
    package internal(set) var invitedAt: Instant?

    package init(id: String, state: SeatState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        switch event.type {
        default: break
        }
    }
}
