/// A day of the Gregorian calendar, from 0001-01-01 to 9999-12-31, without a time and without a zone.
public struct CalendarDay: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    public let number: Int

    private static let numbers = -719_162...2_932_896

    /// So many days after 1970-01-01; the nearest where the calendar ends.
    public init(number: Int) {
        self.number = Swift.min(
            Swift.max(number, Self.numbers.lowerBound), Self.numbers.upperBound)
    }

    /// Nil where there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard 1...9999 ~= year, 1...12 ~= month, 1...Self.days(in: month, of: year) ~= day else {
            return nil
        }
        // Days of the era of 400 years, which begins with March so that the leap day is its last.
        let shifted = month > 2 ? year : year - 1
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.init(number: era * 146_097 + dayOfEra - 719_468)
    }

    /// Year, month and day of the month.
    public var parts: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
            dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        )
    }

    /// From 0 for Monday to 6 for Sunday.
    public var weekday: Int { ((number + 3) % 7 + 7) % 7 }

    /// How many days its month has.
    public var daysInMonth: Int { Self.days(in: parts.month, of: parts.year) }

    /// The first of its month.
    public var monthStart: CalendarDay { CalendarDay(number: number - parts.day + 1) }

    /// So many days later.
    public func adding(days: Int) -> CalendarDay { CalendarDay(number: number + days) }

    /// The same day so many months later, or that month's last where it is shorter.
    public func adding(months: Int) -> CalendarDay {
        let (year, month, day) = parts
        let wanted = Swift.min(Swift.max(12, year * 12 + month - 1 + months), 119_999)
        let (newYear, newMonth) = (wanted / 12, wanted % 12 + 1)
        let last = Self.days(in: newMonth, of: newYear)
        return CalendarDay(year: newYear, month: newMonth, day: Swift.min(day, last)) ?? self
    }

    /// `2026-10-13`
    public var iso: String {
        let (year, month, day) = parts
        return Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2)
    }

    /// The earlier first.
    public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
        left.number < right.number
    }

    static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}
