extension SafeText {
    /// One change of the gate.
    public struct Replacement: Hashable, Sendable {
        /// What was changed.
        public let scalar: Unicode.Scalar
        /// Where it stood: scalars from the start of the normalised text.
        public let offset: Int
        /// What became of it.
        public let outcome: Outcome

        /// What the gate does to a scalar.
        public enum Outcome: Sendable {
            /// U+FFFD stands in its place.
            case replaced
            /// A space or a line feed stands in its place.
            case spaced
            /// Nothing stands in its place.
            case dropped
            /// The text was too long and ends before it, or its cluster does.
            case cut
            /// Bytes that were not UTF-8; the scalar is U+FFFD.
            case repaired
        }

        /// `U+202E`; `UTF-8` for bytes that were none, `…` for the rest of a text that was too long.
        public var code: String {
            switch outcome {
            case .repaired: "UTF-8"
            case .cut: "…"
            case .replaced, .spaced, .dropped:
                {
                    let digits = String(scalar.value, radix: 16, uppercase: true)
                    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
                }()
            }
        }
    }
}
