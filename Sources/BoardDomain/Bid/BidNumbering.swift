/// How a bid that is begun gets its number.
///
/// The number tells nothing: one that counted up would tell every bidder how many had begun before
/// him, which is hidden until the opening (I5, §4).
package struct BidNumbering: Sendable {
    private let next: @Sendable (_ taken: Set<String>) -> String

    package init(_ next: @escaping @Sendable (_ taken: Set<String>) -> String) {
        self.next = next
    }

    /// Four letters and digits by a digest that nobody can guess; the next free ones where they are
    /// taken. The same digest gives the same number, so that a dry run shows what will be recorded.
    package static func drawn(by digest: Digest) -> BidNumbering {
        BidNumbering { taken in
            var value = digest.bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            while true {
                let number = Self.text(value)
                if !taken.contains(number) { return number }
                value &+= 1
            }
        }
    }

    /// Without 0, 1, I, L and O, which are read for one another.
    private static let letters = Array("23456789ABCDEFGHJKMNPQRSTUVWXYZ")
    private static let length = 4

    private static func text(_ value: UInt64) -> String {
        var rest = value
        return String(
            (0..<length).map { _ in
                let letter = letters[Int(rest % UInt64(letters.count))]
                rest /= UInt64(letters.count)
                return letter
            })
    }

    package func number(besides taken: Set<String>) -> String { next(taken) }
}
