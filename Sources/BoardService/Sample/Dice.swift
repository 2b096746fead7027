import BoardDomain

/// Chance that falls the same way for the same seed on every machine (SplitMix64).
struct Dice: Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// Dice of its own for a part of the whole, so that one road more shifts no other.
    init(seed: UInt64, part: Int) {
        var dice = Dice(seed: seed &+ UInt64(truncatingIfNeeded: part) &* 0x9E37_79B9_7F4A_7C15)
        state = dice.next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }

    mutating func roll(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
    }

    mutating func chance(_ percent: Int) -> Bool { roll(1...100) <= percent }

    mutating func shuffled<Element>(_ items: [Element]) -> [Element] {
        var left = items
        for index in left.indices.dropLast() {
            left.swapAt(index, roll(index...left.count - 1))
        }
        return left
    }
}
