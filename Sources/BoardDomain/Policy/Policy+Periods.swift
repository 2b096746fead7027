extension Policy {
    /// When a period named by `key` ends that starts at `start`.
    ///
    /// Workdays, days, months and years end at 23:59:59 +08:00 of their last day, hours to the
    /// millisecond. Only notices ask for `counting`; every other period leaves out its first day.
    /// Only workdays can be provisional.
    package func end(
        of key: PolicyKey<Int>, from start: Instant, calendar: WorkdayCalendar,
        counting: Counting = .excluded
    ) -> (end: Instant, provisional: Bool) {
        let count = self[key]
        switch key.unit {
        case .workdays: return calendar.end(of: count, after: start, counting: counting)
        case .hours: return (start.adding(hours: count), false)
        case .days: return (start.day.adding(count).end, false)
        case .months: return (start.day.adding(months: count).end, false)
        case .years: return (start.day.adding(months: 12 * count).end, false)
        case .count, .points, .fen, .fraction, .flag, .choice, .hourOfDay, .monthOfYear:
            preconditionFailure("\(key.name) is no period")
        }
    }
}
