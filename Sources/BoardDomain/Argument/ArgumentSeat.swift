/// One expert of the argument on a need (C5, C6).
package struct ArgumentSeat: CaseObject {
    package let id: String
    package var state: ArgumentSeatState
    package internal(set) var person: PersonID = ""
    package internal(set) var isChair: Bool = false
    /// approve, pool, reject
    package internal(set) var vote: String?

    package init(id: String, state: ArgumentSeatState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        switch event.type {
        default: break
        }
    }
}
