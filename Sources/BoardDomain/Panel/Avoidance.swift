/// A party's request, made before the draw, to keep an expert or an organisation off the panel (P5).
package struct Avoidance: Hashable, Sendable, Codable {
    /// Unified code of the party that asks.
    package let party: String
    /// A name, a person or a unified code.
    package let avoided: String

    /// Whom an entry of the terms names: what stands before its first colon, comma or bracket.
    static func named(in entry: String) -> String {
        let ends: Set<Character> = ["：", ":", "，", ",", "；", ";", "（", "("]
        return Width.trimmed(entry.prefix { !ends.contains($0) })
    }
}
