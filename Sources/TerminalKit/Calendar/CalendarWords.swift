/// What a calendar calls its months and weekdays.
public struct CalendarWords: Sendable {
    /// Monday first, two columns each.
    public var weekdays: [SafeText]
    /// Above a month: of its first day.
    public var title: @Sendable (CalendarDay) -> SafeText

    /// In a language.
    public init(weekdays: [SafeText], title: @escaping @Sendable (CalendarDay) -> SafeText) {
        self.weekdays = weekdays
        self.title = title
    }

    private static let months: [SafeText] = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]

    /// English: `October 2026`.
    public static let english = CalendarWords(
        weekdays: ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
        title: { months[$0.parts.month - 1] + " " + SafeText($0.parts.year) })

    /// Chinese: `2026年10月`.
    public static let chinese = CalendarWords(
        weekdays: ["一", "二", "三", "四", "五", "六", "日"],
        title: { SafeText("\($0.parts.year)年\($0.parts.month)月") })
}

/// How a day stands out in a calendar: by a sign and a style, never by a colour alone.
public struct DayMark: Hashable, Sendable {
    /// After its number; one column.
    public var sign: SafeText
    /// What style it is in.
    public var role: Theme.Role

    /// With a sign of one column.
    public init(_ sign: SafeText, _ role: Theme.Role) {
        self.sign = sign
        self.role = role
    }
}
