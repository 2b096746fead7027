/// What a text says as a date. Read are `2026-10-13`, `2026/10/13`, `2026.10.13`, `2026年10月13日` and `20261013`; `10-13` in the year of
/// today; and, counted from today, `+5` and `-5` days, `+2w` weeks and `+1m` months.
public enum DateReading: Hashable, Sendable {
    /// Nothing stands there.
    case empty
    /// A day.
    case day(CalendarDay)
    /// It may become one.
    case unfinished
    /// It is none, and typing on makes none of it.
    case unreadable

    /// The characters that dates are written with.
    public static let characters = TypedCharacters.only(
        Set("0123456789-+/.年月日dwm".unicodeScalars))

    /// What a text says on a day.
    public init(_ text: String, today: CalendarDay) {
        var scalars = Array(text.unicodeScalars)[...]
        while scalars.first == " " { scalars.removeFirst() }
        while scalars.last == " " { scalars.removeLast() }
        guard let first = scalars.first else {
            self = .empty
            return
        }
        self =
            first == "+" || first == "-"
            ? Self.distance(scalars.dropFirst(), sign: first == "+" ? 1 : -1, today)
            : Self.date(scalars, today)
    }

    private static func distance(
        _ scalars: ArraySlice<Unicode.Scalar>, sign: Int, _ today: CalendarDay
    ) -> DateReading {
        var rest = scalars
        let unit = rest.last.flatMap { "dwm".unicodeScalars.contains($0) ? $0 : nil }
        if unit != nil { rest.removeLast() }
        guard !rest.isEmpty else { return unit == nil ? .unfinished : .unreadable }
        guard rest.count <= 5, let count = number(rest) else { return .unreadable }
        return switch unit {
        case "w": .day(today.adding(days: sign * count * 7))
        case "m": .day(today.adding(months: sign * count))
        default: .day(today.adding(days: sign * count))
        }
    }

    private static func date(
        _ scalars: ArraySlice<Unicode.Scalar>, _ today: CalendarDay
    ) -> DateReading {
        let parts = scalars.split(omittingEmptySubsequences: false) {
            "-/.年月日".unicodeScalars.contains($0)
        }
        // The sign after the last part: `2026年10月13日`, or one that a further part is to follow.
        let written = parts.last?.isEmpty == true ? Array(parts.dropLast()) : parts
        let isOpen = written.count < parts.count
        let numbers = written.compactMap(number)
        guard numbers.count == written.count else { return .unreadable }
        switch numbers.count {
        case 1 where written[0].count == 8 && !isOpen:
            let number = numbers[0]
            return day(number / 10000, number / 100 % 100, number % 100)
        case 1: return written[0].count < (isOpen ? 5 : 8) ? .unfinished : .unreadable
        case 2 where written[0].count <= 2 && !(isOpen && scalars.last != "日"):
            return day(today.parts.year, numbers[0], numbers[1])
        case 2: return written[0].count == 4 && numbers[1] <= 12 ? .unfinished : .unreadable
        case 3 where written[0].count == 4 && (!isOpen || scalars.last == "日"):
            return day(numbers[0], numbers[1], numbers[2])
        default: return .unreadable
        }
    }

    /// `0` may still become the first days of a month.
    private static func day(_ year: Int, _ month: Int, _ day: Int) -> DateReading {
        if month <= 12 && day == 0 { return .unfinished }
        return CalendarDay(year: year, month: month, day: day).map(DateReading.day) ?? .unreadable
    }

    private static func number(_ digits: ArraySlice<Unicode.Scalar>) -> Int? {
        guard !digits.isEmpty, digits.count <= 8 else { return nil }
        var number = 0
        for digit in digits {
            guard ("0"..."9").contains(digit) else { return nil }
            number = number * 10 + Int(digit.value) - 0x30
        }
        return number
    }
}
