/// An amount of renminbi in 分 (I19: Int64, never a float).
///
/// Negative amounts exist for claw-back only; `parse` refuses them.
package struct Money: Hashable, Comparable, Sendable {
    package let fen: Int64

    package init(fen: Int64) { self.fen = fen }

    package static let zero = Money(fen: 0)
    package static let fenPerYuan: Int64 = 100
    /// 分 in 万元, the unit in which lists and budgets are kept.
    package static let fenPerWan: Int64 = 1_000_000

    package var isNegative: Bool { fen < 0 }

    package static func < (left: Money, right: Money) -> Bool { left.fen < right.fen }

    /// Nil on overflow, for amounts that come from outside.
    package func adding(_ other: Money) -> Money? {
        let (sum, overflow) = fen.addingReportingOverflow(other.fen)
        return overflow ? nil : Money(fen: sum)
    }

    /// Nil on overflow, for amounts that come from outside.
    package func subtracting(_ other: Money) -> Money? {
        let (difference, overflow) = fen.subtractingReportingOverflow(other.fen)
        return overflow ? nil : Money(fen: difference)
    }

    /// For amounts the board has already accepted; traps past the range of Int64.
    package static func + (left: Money, right: Money) -> Money { Money(fen: left.fen + right.fen) }

    /// For amounts the board has already accepted; traps past the range of Int64.
    package static func - (left: Money, right: Money) -> Money { Money(fen: left.fen - right.fen) }

    package static func += (left: inout Money, right: Money) { left = left + right }

    package static func -= (left: inout Money, right: Money) { left = left - right }

    /// `floor(amount × share / 10000)` (domain §10); cannot overflow, since a share is at most whole.
    package func share(basisPoints share: BasisPoints) -> Money {
        let product = fen.multipliedFullWidth(by: Int64(share.value))
        let (quotient, remainder) = Int64(10_000).dividingFullWidth(product)
        return Money(fen: remainder < 0 ? quotient - 1 : quotient)
    }
}

extension Sequence where Element == Money {
    /// The sum, or nil on overflow.
    package func sum() -> Money? {
        var total = Money.zero
        for amount in self {
            guard let next = total.adding(amount) else { return nil }
            total = next
        }
        return total
    }
}
