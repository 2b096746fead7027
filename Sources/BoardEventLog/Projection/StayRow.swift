package import BoardDomain

/// A stay of a case in a lane.
package struct StayRow: Sendable, Hashable {
    package var lane: String
    package var from: Instant
    /// Nil while it lasts.
    package var until: Instant?

    package init(lane: String, from: Instant, until: Instant? = nil) {
        self.lane = lane
        self.from = from
        self.until = until
    }
}

/// A stay with the case that it is of.
package struct CaseStay: Sendable, Hashable {
    package let id: String
    package let stay: StayRow

    package init(id: String, stay: StayRow) {
        self.id = id
        self.stay = stay
    }
}
