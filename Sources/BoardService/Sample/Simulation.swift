import BoardDomain

/// Runs the roads of many challenges side by side: always the step with the earliest instant next,
/// so that the log comes out in the order of time.
package struct Simulation: Sendable {
    /// What a run came to.
    package struct Tally: Hashable, Sendable {
        /// Rows of the log, the clock's among them.
        package let events: Int
        package let commands: Int
    }

    let stage: Stage
    private(set) var roads: [Road]
    private var business: CountyBusiness

    init(stage: Stage, roads: [Road], business: CountyBusiness) {
        self.stage = stage
        self.roads = roads
        self.business = business
    }

    /// Runs until nobody has anything left to do, or until `end`.
    mutating func run(
        until end: Instant, progress: (_ done: Int, _ of: Int) -> Void
    ) async throws {
        var queue = roads.indices.map { (at: roads[$0].now, road: $0) }
        let count = queue.count
        while let index = Self.earliest(queue) {
            let (instant, road) = queue[index]
            guard instant <= end else { break }
            if let errand = business.next, errand <= instant {
                try await business.step()
                continue
            }
            roads[road].now = instant
            if let next = try await roads[road].step() {
                queue[index].at = next
            } else {
                queue.remove(at: index)
                progress(count - queue.count, count)
            }
        }
        while let errand = business.next, errand <= end { try await business.step() }
        try await stage.board.catchUp(to: end)
    }

    private static func earliest(_ queue: [(at: Instant, road: Int)]) -> Int? {
        queue.indices.min { left, right in
            (queue[left].at, queue[left].road) < (queue[right].at, queue[right].road)
        }
    }
}
