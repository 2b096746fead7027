/// When a notice runs, and by which calendar and way of counting that was found (N1, scenario 5).
struct NoticePeriod: Hashable, Sendable {
    /// The day of publication.
    let start: Day
    let workdays: Int
    let counting: Counting
    /// 23:59:59 of the last day.
    let end: Instant
    let calendarVersion: String
    let isProvisional: Bool

    init(start: Day, workdays: Int, counting: Counting, calendar: WorkdayCalendar) {
        let (last, isProvisional) = calendar.workdays(workdays, after: start, counting: counting)
        self.start = start
        self.workdays = workdays
        self.counting = counting
        end = last.end
        calendarVersion = calendar.version
        self.isProvisional = isProvisional
    }

    /// A full period that starts on the day of the turn.
    init(startingIn turn: Turn) {
        self.init(
            start: turn.now.day, workdays: turn.policy[.noticeDays],
            counting: turn.policy[.noticeCounting], calendar: turn.calendar)
    }

    /// The period that a notice has; a correction of the wording keeps it (N6).
    init(of notice: Notice) {
        start = notice.start
        workdays = notice.workdays
        counting = notice.counting
        end = notice.end
        calendarVersion = notice.calendarVersion
        isProvisional = notice.isProvisional
    }

    /// The same period counted anew: days and counting stay as they were published (N3).
    static func recounted(_ notice: Notice, by calendar: WorkdayCalendar) -> NoticePeriod {
        NoticePeriod(
            start: notice.start, workdays: notice.workdays, counting: notice.counting,
            calendar: calendar)
    }
}
