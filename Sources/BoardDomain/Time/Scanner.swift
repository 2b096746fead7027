/// Reads fixed-width numbers and single characters off ASCII text, for dates and instants.
struct Scanner {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = text[...].utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func take(_ byte: UInt8) -> Bool {
        guard rest.first == byte else { return false }
        rest.removeFirst()
        return true
    }

    /// Exactly `count` decimal digits.
    mutating func digits(_ count: Int) -> Int? {
        var value = 0
        var index = rest.startIndex
        for _ in 0..<count {
            guard index < rest.endIndex, rest[index] >= 0x30, rest[index] <= 0x39 else {
                return nil
            }
            value = value * 10 + Int(rest[index] - 0x30)
            index = rest.index(after: index)
        }
        rest = rest[index...]
        return value
    }

    /// One to `places` decimals, scaled to `places`.
    mutating func fraction(_ places: Int) -> Int? {
        var value = 0
        var read = 0
        while read < places, let digit = digits(1) {
            value = value * 10 + digit
            read += 1
        }
        guard read > 0 else { return nil }
        for _ in read..<places { value *= 10 }
        return value
    }

    mutating func sign() -> Int64? {
        if take(UInt8(ascii: "+")) { return 1 }
        return take(UInt8(ascii: "-")) ? -1 : nil
    }

    /// `YYYY-MM-DD`, a day that exists.
    mutating func day() -> Day? {
        guard let year = digits(4), take(UInt8(ascii: "-")), let month = digits(2),
            take(UInt8(ascii: "-")), let day = digits(2)
        else { return nil }
        return Day(year: year, month: month, day: day)
    }
}
