import BoardDomain
import Glibc

/// UUIDv7 (RFC 9562): the first 48 bits are milliseconds, so that keys made one after another lie
/// side by side in the index (random ones cost a third of the append rate).
package enum TimeOrderedID {
    @Sendable package static func next() -> String {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        var generator = SystemRandomNumberGenerator()
        return text(
            milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000,
            random: (generator.next(), generator.next()))
    }

    /// The id of given milliseconds and random bits, lower case.
    package static func text(milliseconds: Int64, random: (UInt64, UInt64)) -> String {
        let high = UInt64(bitPattern: milliseconds) << 16 | 0x7000 | random.0 & 0x0FFF
        let low = 1 << 63 | random.1 >> 2
        let bytes =
            (0..<8).map { UInt8(truncatingIfNeeded: high >> (56 - 8 * $0)) }
            + (0..<8).map { UInt8(truncatingIfNeeded: low >> (56 - 8 * $0)) }
        let digits = Array(Hexadecimal.text(bytes))
        return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
            .joined(separator: "-")
    }
}
