/// Which days are worked, by the notices of the years it was built from (standards §2).
///
/// In a year without a notice Monday to Friday are taken as workdays and whatever is computed is
/// provisional 暂定: it may move when the notice comes.
package struct WorkdayCalendar: Hashable, Sendable {
    /// Stored with every end instant, so that a recomputation can name what it was computed by.
    package let version: String
    private let known: Set<Int>
    private let overrides: [Day: Bool]

    /// Of two years of the same number, the later in the list replaces the earlier.
    package init(version: String, years: [CalendarYear]) {
        let latest = Dictionary(years.map { ($0.year, $0) }, uniquingKeysWith: { $1 })
        self.version = version
        known = Set(latest.values.lazy.filter(\.isKnown).map(\.year))
        // At the turn of the year the later notice is the one that moved the day.
        overrides = latest.sorted { $0.key < $1.key }.reduce(into: [:]) { all, year in
            all.merge(year.value.overrides) { $1 }
        }
    }

    /// As above, with a version that names the known years and their editions: `2025.1+2026.1`.
    package init(years: [CalendarYear]) {
        let latest = Dictionary(years.map { ($0.year, $0) }, uniquingKeysWith: { $1 })
        let known = latest.values.filter(\.isKnown).sorted { $0.year < $1.year }
        self.init(
            version: known.map { "\($0.year).\($0.edition)" }.joined(separator: "+"), years: years)
    }

    package func isWorkday(_ day: Day) -> Bool {
        if let isOff = overrides[day] { return !isOff }
        return day.weekday <= 5
    }

    /// False where the year's notice has not been loaded.
    package func isKnown(year: Int) -> Bool { known.contains(year) }

    package func isProvisional(_ day: Day) -> Bool { !isKnown(year: day.year) }

    package func nextWorkday(onOrAfter day: Day) -> Day {
        var next = day
        while !isWorkday(next) { next = next.adding(1) }
        return next
    }

    /// The first day that a period starting on `start` counts; a notice runs from its midnight (N2).
    package func firstCounted(from start: Day, counting: Counting) -> Day {
        nextWorkday(onOrAfter: counting == .included ? start : start.adding(1))
    }

    /// The last day of a period of `count` workdays, at least one; provisional when any day passed
    /// over lies in a year without a notice.
    package func workdays(
        _ count: Int, after start: Day, counting: Counting
    ) -> (last: Day, provisional: Bool) {
        precondition(count >= 1, "a period has at least one workday")
        var last = firstCounted(from: start, counting: counting)
        for _ in 1..<count { last = nextWorkday(onOrAfter: last.adding(1)) }
        let first = counting == .included ? start : start.adding(1)
        let provisional = (first.year...last.year).contains { !isKnown(year: $0) }
        return (last, provisional)
    }

    /// The end of such a period: 23:59:59 at +08:00 of its last day.
    package func end(
        of count: Int, after start: Instant, counting: Counting = .excluded
    ) -> (end: Instant, provisional: Bool) {
        let (last, provisional) = workdays(count, after: start.day, counting: counting)
        return (last.end, provisional)
    }

    /// Workdays after `day` up to and including `end`: how many are left; 0 once it is reached.
    package func workdaysBetween(_ day: Day, _ end: Day) -> Int {
        guard day < end else { return 0 }
        return (day.number + 1...end.number).count { isWorkday(Day(number: $0)) }
    }
}
