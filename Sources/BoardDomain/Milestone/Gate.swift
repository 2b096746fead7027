/// The gate of a race, behind which lanes end.
package struct Gate: CaseObject {
    package let id: String
    package var state: GateState
    /// The milestone of each lane that stands at it.
    package internal(set) var sequence: Int = 0
    /// Contracts that go on.
    package internal(set) var kept: [String] = []
    package internal(set) var ranking: [RaceLine] = []

    package init(id: String, state: GateState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        switch event.type {
        case .raceGateOpened: sequence = event.fields[F.gateSequence, default: 0]
        case .raceGateDecided:
            ranking = event.fields[F.raceRanking]
            kept = ranking.filter(\.isKept).map(\.contract)
        case .raceGateReopened:
            ranking = []
            kept = []
        default: break
        }
    }
}
