/// A technology readiness level, 1…9 (GB/T 22900-2009, Appendix A); its name comes from the texts.
package struct ReadinessLevel: Hashable, Comparable, Sendable {
    package let number: Int

    package static let range = 1...9
    package static let all = range.map { ReadinessLevel(within: $0) }

    /// Nil outside 1…9.
    package init?(_ number: Int) {
        guard Self.range.contains(number) else { return nil }
        self.number = number
    }

    /// Reads `4`, `４`, `TRL4`, `trl 4` and `4级`; nil for anything else.
    package init?(text: String) {
        var rest = Width.trimmed(Width.narrow(text)).uppercased()[...]
        if rest.hasPrefix("TRL") { rest = rest.dropFirst(3).drop { $0 == " " || $0 == "-" } }
        if rest.hasSuffix("级") { rest = rest.dropLast() }
        guard rest.utf8.count == 1, let number = Int(rest) else { return nil }
        self.init(number)
    }

    private init(within number: Int) { self.number = number }

    package static func < (left: ReadinessLevel, right: ReadinessLevel) -> Bool {
        left.number < right.number
    }

    package var text: String { "TRL \(number)" }
}
