/// The panel that scores a call's bids.
package struct Panel: CaseObject {
    package let id: String
    package var state: PanelState
    package internal(set) var size: Int = 0
    /// One more after each restart (P13), and for each new panel of a challenge (P14).
    package internal(set) var round: Int = 1
    /// The order of the draw: replacements take the next.
    package internal(set) var drawOrder: [PersonID] = []
    /// The chair's seat.
    package internal(set) var chair: String?
    package internal(set) var technicalSeats: Int = 0
    /// Any of these skills; empty for all.
    package internal(set) var skills: [String] = []
    /// Empty for all.
    package internal(set) var region: String = ""
    package internal(set) var draw: Draw?
    /// How far the pool has been widened (P8).
    package internal(set) var widening: Int = 0
    package internal(set) var avoidances: [Avoidance] = []
    /// The chair's notes on diverging bids of the present round, by bid.
    package internal(set) var notes: [String: String] = [:]

    package init(id: String, state: PanelState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        switch event.type {
        case .panelPlanned:
            size = event.fields[F.panelSize, default: size]
            technicalSeats = event.fields[F.technicalSeats, default: technicalSeats]
            skills = event.fields[F.panelSkills]
            region = event.fields[F.panelRegion, default: ""]
            round = event.fields[F.round, default: 1]
        case .avoidanceRequested:
            avoidances.append(
                Avoidance(
                    party: event.by.organisation, avoided: event.fields[F.avoided, default: ""]))
        case .panelDrawn:
            draw = event.fields[F.draw]
            drawOrder = draw?.order ?? drawOrder
        case .poolWidened:
            widening = event.fields[F.widening, default: widening]
            drawOrder += event.fields[F.joining].map(\.expert)
        case .expertsInvited, .chairPassed, .panelConfirmed:
            chair = event.fields[F.seatID] ?? chair
        case .panelResized:
            size = event.fields[F.panelSize, default: size]
            technicalSeats = event.fields[F.technicalSeats, default: technicalSeats]
        case .divergenceNoted:
            notes[event.fields[F.bid, default: ""]] =
                event.fields[F.divergenceNote, default: ""]
        case .roundOpened:
            round = event.fields[F.round, default: round + 1]
            notes = [:]
        default: break
        }
    }
}
