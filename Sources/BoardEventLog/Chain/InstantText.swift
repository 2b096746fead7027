import BoardDomain

/// The form that instants have in the rows, `2026-03-01T09:00:00.000Z`, read and written in place:
/// each row holds two, and a string apiece would cost as much as the rest of the row.
enum InstantText {
    static let length = 24

    /// - Returns: false where the year does not have four digits; nothing is written then.
    static func write(_ instant: Instant, into text: UnsafeMutableRawBufferPointer) -> Bool {
        let number = instant.milliseconds.flooredDivision(by: Instant.millisecondsPerDay)
        let rest = Int(instant.milliseconds - number * Instant.millisecondsPerDay)
        // Civil from days, H. Hinnant: years start in March, so that the leap day comes last.
        let shifted = Int(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let march = (5 * dayOfYear + 2) / 153
        let month = march < 10 ? march + 3 : march - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        guard (0...9999).contains(year) else { return false }
        put(year, 4, at: 0, text)
        text[4] = UInt8(ascii: "-")
        put(month, 2, at: 5, text)
        text[7] = UInt8(ascii: "-")
        put(dayOfYear - (153 * march + 2) / 5 + 1, 2, at: 8, text)
        text[10] = UInt8(ascii: "T")
        put(rest / 3_600_000, 2, at: 11, text)
        text[13] = UInt8(ascii: ":")
        put(rest / 60_000 % 60, 2, at: 14, text)
        text[16] = UInt8(ascii: ":")
        put(rest / 1000 % 60, 2, at: 17, text)
        text[19] = UInt8(ascii: ".")
        put(rest % 1000, 3, at: 20, text)
        text[23] = UInt8(ascii: "Z")
        return true
    }

    /// Nil where the text is no instant; any other form than that of the rows goes the longer way.
    static func instant(_ text: UnsafeRawBufferPointer) -> Instant? {
        guard text.count == length, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
            text[10] == UInt8(ascii: "T"), text[13] == UInt8(ascii: ":"),
            text[16] == UInt8(ascii: ":"), text[19] == UInt8(ascii: "."),
            text[23] == UInt8(ascii: "Z"), let year = number(4, at: 0, text),
            let month = number(2, at: 5, text), let dayOfMonth = number(2, at: 8, text),
            let hour = number(2, at: 11, text), hour < 24,
            let minute = number(2, at: 14, text), minute < 60,
            let second = number(2, at: 17, text), second < 60,
            let fraction = number(3, at: 20, text),
            let day = Day(year: year, month: month, day: dayOfMonth)
        else { return Instant(text: String(decoding: text, as: UTF8.self)) }
        let seconds = (hour * 60 + minute) * 60 + second
        return Instant(
            milliseconds: Int64(day.number) * Instant.millisecondsPerDay
                + Int64(seconds * 1000 + fraction))
    }

    private static func put(
        _ number: Int, _ digits: Int, at place: Int, _ text: UnsafeMutableRawBufferPointer
    ) {
        var rest = number
        for offset in stride(from: digits - 1, through: 0, by: -1) {
            text[place + offset] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
    }

    private static func number(
        _ digits: Int, at place: Int, _ text: UnsafeRawBufferPointer
    ) -> Int? {
        var value = 0
        for offset in place..<(place + digits) {
            let digit = text[offset] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }
}
