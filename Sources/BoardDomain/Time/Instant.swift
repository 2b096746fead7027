/// A point in time, in milliseconds since 1970-01-01T00:00:00Z.
///
/// Every instant of the board is kept in UTC and shown at +08:00; the country has one zone and no
/// daylight saving, so a fixed offset is exact.
package struct Instant: Hashable, Comparable, Sendable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    package static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// Milliseconds that Asia/Shanghai is ahead of UTC.
    package static let shanghaiOffset: Int64 = 8 * 3_600_000
    package static let millisecondsPerDay: Int64 = 86_400_000

    package func adding(days: Int) -> Instant {
        Instant(milliseconds: milliseconds + Int64(days) * Self.millisecondsPerDay)
    }

    package func adding(hours: Int) -> Instant {
        Instant(milliseconds: milliseconds + Int64(hours) * 3_600_000)
    }

    package func adding(milliseconds more: Int64) -> Instant {
        Instant(milliseconds: milliseconds + more)
    }

    /// The civil day at +08:00.
    package var day: Day {
        Day(
            number: Int(
                (milliseconds + Self.shanghaiOffset).flooredDivision(by: Self.millisecondsPerDay)))
    }

    /// Milliseconds since midnight at +08:00.
    package var millisecondsOfDay: Int64 {
        milliseconds + Self.shanghaiOffset - Int64(day.number) * Self.millisecondsPerDay
    }

    /// RFC 3339 in UTC with milliseconds, the only form in the log: `2026-03-01T09:00:00.000Z`.
    package var text: String {
        let number = milliseconds.flooredDivision(by: Self.millisecondsPerDay)
        let rest = milliseconds - number * Self.millisecondsPerDay
        let seconds = rest / 1000
        var bytes = Array(Day(number: Int(number)).text.utf8)
        bytes.reserveCapacity(24)
        bytes.append(UInt8(ascii: "T"))
        bytes.appendDecimal(seconds / 3600, digits: 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.appendDecimal(seconds / 60 % 60, digits: 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.appendDecimal(seconds % 60, digits: 2)
        bytes.append(UInt8(ascii: "."))
        bytes.appendDecimal(rest % 1000, digits: 3)
        bytes.append(UInt8(ascii: "Z"))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Local wall-clock text at +08:00, to the minute: `2026-03-01 17:00`.
    package var localText: String {
        let minutes = millisecondsOfDay / 60_000
        var bytes = Array(day.text.utf8)
        bytes.append(UInt8(ascii: " "))
        bytes.appendDecimal(minutes / 60, digits: 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.appendDecimal(minutes % 60, digits: 2)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Reads RFC 3339: a date, `T` or a space, a time with optional seconds and up to three decimals,
    /// and `Z` or an offset; without an offset the time is taken at +08:00. A bare date is its first
    /// instant at +08:00. Nil where the text is none of these.
    package init?(text: String) {
        var scanner = Scanner(text)
        guard let day = scanner.day() else { return nil }
        if scanner.isAtEnd {
            self = day.start
            return
        }
        guard scanner.take(UInt8(ascii: "T")) || scanner.take(UInt8(ascii: " ")),
            let hour = scanner.digits(2), scanner.take(UInt8(ascii: ":")),
            let minute = scanner.digits(2), hour < 24, minute < 60
        else { return nil }
        var milliseconds = Int64(hour) * 3_600_000 + Int64(minute) * 60_000
        if scanner.take(UInt8(ascii: ":")) {
            guard let second = scanner.digits(2), second < 60 else { return nil }
            milliseconds += Int64(second) * 1000
            if scanner.take(UInt8(ascii: ".")) {
                guard let fraction = scanner.fraction(3) else { return nil }
                milliseconds += Int64(fraction)
            }
        }
        var offset = Self.shanghaiOffset
        if scanner.take(UInt8(ascii: "Z")) {
            offset = 0
        } else if let sign = scanner.sign() {
            guard let hours = scanner.digits(2), scanner.take(UInt8(ascii: ":")),
                let minutes = scanner.digits(2), hours < 24, minutes < 60
            else { return nil }
            offset = sign * (Int64(hours) * 3_600_000 + Int64(minutes) * 60_000)
        }
        guard scanner.isAtEnd else { return nil }
        self.init(
            milliseconds: Int64(day.number) * Self.millisecondsPerDay + milliseconds - offset)
    }
}

extension Int64 {
    /// Division that rounds toward negative infinity.
    package func flooredDivision(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}

extension [UInt8] {
    /// Appends a non-negative number, padded with zeros to `digits`.
    mutating func appendDecimal(_ value: Int64, digits: Int) {
        let start = count
        var rest = value
        for _ in 0..<digits {
            append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        }
        self[start...].reverse()
    }
}
