/// A civil day at +08:00, counted from 1970-01-01 (number 0) in the proleptic Gregorian calendar.
package struct Day: Hashable, Comparable, Sendable {
    package let number: Int

    package init(number: Int) { self.number = number }

    /// Nil for a day that does not exist, such as 2026-02-29.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), day >= 1,
            day <= Self.length(ofMonth: month, year: year)
        else { return nil }
        // Days from civil, H. Hinnant: years start in March, so that the leap day comes last.
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
    }

    /// Reads `YYYY-MM-DD`.
    package init?(text: String) {
        var scanner = Scanner(text)
        guard let day = scanner.day(), scanner.isAtEnd else { return nil }
        self = day
    }

    package static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    package static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    package var civil: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
            dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        )
    }

    package var year: Int { civil.year }

    /// 1 Monday … 7 Sunday.
    package var weekday: Int { (number % 7 + 7 + 3) % 7 + 1 }

    package func adding(_ days: Int) -> Day { Day(number: number + days) }

    /// The same day of the month, `months` later; the month's last day where it has no such day.
    package func adding(months: Int) -> Day {
        let (year, month, day) = civil
        let total = year * 12 + month - 1 + months
        let (newYear, newMonth) = (total / 12, total % 12 + 1)
        let newDay = min(day, Self.length(ofMonth: newMonth, year: newYear))
        // The parts are in range by construction.
        return Day(year: newYear, month: newMonth, day: newDay)!
    }

    /// 00:00:00.000 at +08:00.
    package var start: Instant {
        Instant(
            milliseconds: Int64(number) * Instant.millisecondsPerDay - Instant.shanghaiOffset)
    }

    /// 23:59:59.000 at +08:00: where a period of days ends (domain: notices, timers).
    package var end: Instant { start.adding(milliseconds: 86_399_000) }

    /// `hour`:00 at +08:00.
    package func at(hour: Int) -> Instant { start.adding(hours: hour) }

    package var text: String {
        let (year, month, day) = civil
        var bytes: [UInt8] = []
        bytes.reserveCapacity(10)
        bytes.appendDecimal(Int64(year), digits: 4)
        bytes.append(UInt8(ascii: "-"))
        bytes.appendDecimal(Int64(month), digits: 2)
        bytes.append(UInt8(ascii: "-"))
        bytes.appendDecimal(Int64(day), digits: 2)
        return String(decoding: bytes, as: UTF8.self)
    }
}
