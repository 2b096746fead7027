/// A stay of a challenge in one of the five lanes.
package struct LaneStay: Hashable, Sendable, Codable {
    package let lane: Lane
    package let from: Instant
    /// Nil while it lasts.
    package internal(set) var until: Instant?
}

extension Challenge {
    /// Notes in which lane the challenge is from an instant on. What is concluded has gone through
    /// the last one.
    mutating func note(_ instant: Instant) {
        let lane = [.concluded, .postReviewed].contains(state) ? nil : state.lane
        if let last = stays.indices.last, stays[last].until == nil {
            guard stays[last].lane != lane else { return }
            stays[last].until = instant
        }
        if let lane { stays.append(LaneStay(lane: lane, from: instant, until: nil)) }
    }
}
