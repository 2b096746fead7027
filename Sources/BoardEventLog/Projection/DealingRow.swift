package import BoardDomain

/// A contract between two parties, by the day it came into force.
package struct DealingRow: Sendable, Hashable {
    /// Two USCCs, in order.
    package var first: String
    package var second: String
    package var day: Day

    package init(_ one: String, _ other: String, day: Day) {
        first = min(one, other)
        second = max(one, other)
        self.day = day
    }
}
