/// How the texts of two languages differ where they must not.
package enum TextsDifference: Hashable, Sendable {
    case missing(key: String, in: Language)
    case places(key: String, Set<String>, Set<String>)
}

extension Texts {
    /// Keys that only one side has, and keys whose places differ, by key.
    package func differences(from other: Texts) -> [TextsDifference] {
        keys.union(other.keys).sorted().compactMap { key in
            guard let mine = places(of: key) else { return .missing(key: key, in: language) }
            guard let theirs = other.places(of: key) else {
                return .missing(key: key, in: other.language)
            }
            return mine == theirs ? nil : .places(key: key, mine, theirs)
        }
    }
}
