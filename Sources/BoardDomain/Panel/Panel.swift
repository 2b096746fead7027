/// The panel that scores a call's bids.
package struct Panel: CaseObject {
    package let id: String
    package var state: PanelState
    package internal(set) var size: Int = 0
    /// One more after each restart (P13).
    package internal(set) var round: Int = 1
    /// The order of the draw: replacements take the next.
    package internal(set) var drawOrder: [PersonID] = []
    /// The chair's seat.
    package internal(set) var chair: String?
    package internal(set) var technicalSeats: Int = 0

    package init(id: String, state: PanelState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        switch event.type {
        default: break
        }
    }
}
