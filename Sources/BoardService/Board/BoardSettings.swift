package import BoardDomain
import BoardEventLog
import BoardResources
package import Logging

/// What the use cases need beside the log: rules, texts of rules, time, identifiers.
package struct BoardSettings: Sendable {
    package var policies: PolicyBook
    package var calendarYears: [CalendarYear]
    /// The server's clock; a test or a sample board puts its own in.
    package var now: @Sendable () -> Instant
    /// The server's clock where `now` stands in the past: reads of the past are recorded by it.
    package var clock: @Sendable () -> Instant
    /// A fresh, time-ordered idempotency key.
    package var newCommandID: @Sendable () -> String
    /// For whoever runs the board; silent unless the composition root puts another in.
    package var logger = Logger.silent
    /// Where the keys of persons are drawn from.
    package var random: RandomSource

    package init(
        policies: PolicyBook, calendarYears: [CalendarYear],
        now: @escaping @Sendable () -> Instant,
        newCommandID: @escaping @Sendable () -> String = TimeOrderedID.next,
        random: RandomSource = .system
    ) {
        self.policies = policies
        self.calendarYears = calendarYears
        self.now = now
        clock = now
        self.newCommandID = newCommandID
        self.random = random
    }

    /// The calendar with years that were loaded after the program was made; those stand in the place
    /// of its own.
    func calendar(with loaded: [CalendarYear]) -> WorkdayCalendar {
        let years = calendarYears.filter { year in !loaded.contains { $0.year == year.year } }
        let version = (["embedded"] + loaded.map { String($0.year) }.sorted()).joined(
            separator: "+")
        return WorkdayCalendar(version: version, years: years + loaded)
    }

    /// The rules that ship with the program, at a given clock.
    package static func embedded(now: @escaping @Sendable () -> Instant) throws -> BoardSettings {
        BoardSettings(
            policies: try EmbeddedPolicies.book(), calendarYears: try EmbeddedCalendar.years(),
            now: now)
    }
}
