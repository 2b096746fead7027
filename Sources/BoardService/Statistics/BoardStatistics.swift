package import BoardDomain
import BoardEventLog

/// The board in numbers, as far as a viewer may know of it.
package struct BoardStatistics: Sendable, Hashable {
    /// Cases, and what they ask for together.
    package struct Share: Sendable, Hashable {
        package private(set) var cases = 0
        package private(set) var budget = Money.zero

        mutating func add(_ row: CaseRow) {
            cases += 1
            budget = budget + Money(fen: row.budget)
        }
    }

    /// How far the cases have come, and how long a lane takes.
    package struct Passage: Sendable, Hashable {
        package let lane: Lane
        /// Cases that came into the lane or a later one.
        package let reached: Int
        /// Cases that are in it.
        package let present: Int
        /// Whole days of those who have left it; nil where nobody has.
        package let medianDays: Int?
    }

    /// Cases that first came into each lane in a month.
    package struct Month: Sendable, Hashable {
        /// `2026-03`, at +08:00.
        package let name: String
        package let entered: [Lane: Int]
    }

    /// Nil for all.
    package let year: Int?
    package private(set) var total = Share()
    package private(set) var states: [String: Share] = [:]
    /// '' for the cases that ended early.
    package private(set) var lanes: [String: Share] = [:]
    package private(set) var classes: [String: Share] = [:]
    package private(set) var chains: [String: Share] = [:]
    package let funnel: [Passage]
    package let months: [Month]
    package let pools: [PoolSight]
    /// By the state of the case; nil where the viewer may not know: what is late is the officials'.
    package let overdue: [String: Int]?

    init(
        year: Int?, rows: [CaseRow], stays: [CaseStay], pools: [PoolSight], overdue: [String: Int]?
    ) {
        self.year = year
        self.pools = pools
        self.overdue = overdue
        for row in rows {
            total.add(row)
            states[row.state, default: Share()].add(row)
            lanes[row.lane, default: Share()].add(row)
            classes[row.topicClass, default: Share()].add(row)
            chains[row.chain, default: Share()].add(row)
        }
        let known = Set(rows.map(\.id))
        let roads = Dictionary(grouping: stays.filter { known.contains($0.id) }, by: \.id)
            .values.map { $0.map(\.stay) }
        funnel = Lane.allCases.enumerated().map { place, lane in
            Self.passage(lane, from: Lane.allCases[place...], roads)
        }
        months = Self.months(roads)
    }

    private static func passage(
        _ lane: Lane, from later: ArraySlice<Lane>, _ roads: [[StayRow]]
    ) -> Passage {
        let names = Set(later.map(\.rawValue))
        let inside = roads.map { $0.filter { $0.lane == lane.rawValue } }
        let durations = inside.compactMap { stays -> Int64? in
            // Whoever came back to a lane was in it for both times together.
            let ends = stays.compactMap(\.until)
            guard !stays.isEmpty, ends.count == stays.count else { return nil }
            return zip(stays, ends).reduce(0) { $0 + $1.1.milliseconds - $1.0.from.milliseconds }
        }.sorted()
        let day: Int64 = 86_400_000
        return Passage(
            lane: lane, reached: roads.count { $0.contains { names.contains($0.lane) } },
            present: inside.count { $0.last.map { $0.until == nil } ?? false },
            medianDays: durations.isEmpty
                ? nil : Int((durations[durations.count / 2] + day / 2) / day))
    }

    private static func months(_ roads: [[StayRow]]) -> [Month] {
        var counts: [String: [Lane: Int]] = [:]
        for stays in roads {
            var seen: Set<String> = []
            for stay in stays where seen.insert(stay.lane).inserted {
                guard let lane = Lane(rawValue: stay.lane) else { continue }
                counts[String(stay.from.day.text.prefix(7)), default: [:]][lane, default: 0] += 1
            }
        }
        return counts.sorted { $0.key < $1.key }.map { Month(name: $0.key, entered: $0.value) }
    }
}
