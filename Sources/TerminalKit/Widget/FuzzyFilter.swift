/// Finds texts by some of their characters, in order: `mlpt` finds `Milestone payout`, and `jbgs` 揭榜公示 by the initials of its pinyin.
///
/// Words of the query that are parted by spaces are looked for one by one, and all have to be there. Case makes no difference.
public struct FuzzyFilter: Sendable {
    /// Characters of a query that are looked at.
    private static let mostQuery = 64
    /// Characters of a text that are looked at.
    private static let mostText = 512
    private let terms: [[Unicode.Scalar]]

    /// How well a text matches, and by what.
    public struct Match: Hashable, Sendable {
        /// The higher the better: matches at starts of words and side by side count most.
        public let score: Int
        /// UTF-8 bytes of what matched, in order, neighbours joined.
        public let ranges: [Range<Int>]
    }

    /// For a query; an empty one finds everything.
    public init(_ query: String) {
        terms = query.unicodeScalars.prefix(Self.mostQuery).split(separator: " ").map {
            $0.map(Self.folded)
        }
    }

    /// Whether it finds everything.
    public var isEmpty: Bool { terms.isEmpty }

    /// Whether a text matches; many times faster than how well it does.
    public func contains(_ text: SafeText) -> Bool {
        terms.allSatisfy { term in
            var rest = term[...]
            for scalar in text.string.unicodeScalars.prefix(Self.mostText) {
                guard let wanted = rest.first else { return true }
                if Self.folded(scalar) == wanted || PinyinInitials.initial(of: scalar) == wanted {
                    rest.removeFirst()
                }
            }
            return rest.isEmpty
        }
    }

    /// Nil where the text does not match.
    public func match(_ text: SafeText) -> Match? {
        if isEmpty { return Match(score: 0, ranges: []) }
        guard contains(text) else { return nil }
        var letters: [Letter] = []
        var offset = 0
        for scalar in text.string.unicodeScalars.prefix(Self.mostText) {
            let length = Unicode.UTF8.width(scalar)
            letters.append(
                Letter(
                    folded: Self.folded(scalar), initial: PinyinInitials.initial(of: scalar),
                    utf8: offset..<offset + length,
                    isStart: Self.isStart(scalar, after: letters.last?.scalar), scalar: scalar))
            offset += length
        }
        var score = 0
        var places: Set<Int> = []
        for term in terms {
            guard let (termScore, found) = Self.best(term, in: letters) else { return nil }
            score += termScore
            places.formUnion(found)
        }
        var ranges: [Range<Int>] = []
        for place in places.sorted() {
            let utf8 = letters[place].utf8
            if let last = ranges.last, last.upperBound == utf8.lowerBound {
                ranges[ranges.count - 1] = last.lowerBound..<utf8.upperBound
            } else {
                ranges.append(utf8)
            }
        }
        return Match(score: score, ranges: ranges)
    }

    /// Those that match, the best first; equals keep their order.
    public func filter<Element>(
        _ elements: [Element], by text: (Element) -> SafeText
    ) -> [(element: Element, match: Match)] {
        var found: [(element: Element, match: Match, place: Int)] = []
        for (place, element) in elements.enumerated() {
            if let match = match(text(element)) { found.append((element, match, place)) }
        }
        found.sort { ($1.match.score, $0.place) < ($0.match.score, $1.place) }
        return found.map { ($0.element, $0.match) }
    }

    private struct Letter {
        var folded: Unicode.Scalar
        var initial: Unicode.Scalar?
        var utf8: Range<Int>
        var isStart: Bool
        var scalar: Unicode.Scalar
    }

    /// The best way to find a term's characters in order, by dynamic programming over both: `ends[t]` is the best score of the term so far whose
    /// last character is `t`.
    private static func best(_ term: [Unicode.Scalar], in letters: [Letter]) -> (Int, [Int])? {
        guard !term.isEmpty, term.count <= letters.count else { return nil }
        var ends: [Int?] = []
        var origins: [[Int]] = []
        for (number, wanted) in term.enumerated() {
            var next = [Int?](repeating: nil, count: letters.count)
            var origin = [Int](repeating: -1, count: letters.count)
            // The best end before the letter that is looked at.
            var reached: (score: Int, place: Int)?
            for place in letters.indices {
                if number > 0, place > 1, let score = ends[place - 2],
                    reached.map({ score >= $0.score }) ?? true
                {
                    reached = (score, place - 2)
                }
                guard let value = value(of: letters[place], for: wanted) else { continue }
                if number == 0 {
                    next[place] = value - min(place, 8)
                } else {
                    let beside = place > 0 ? ends[place - 1].map { $0 + value + 8 } : nil
                    let apart = reached.map { $0.score + value - 2 }
                    guard let most = [beside, apart].compactMap({ $0 }).max() else { continue }
                    next[place] = most
                    origin[place] = beside == most ? place - 1 : reached?.place ?? -1
                }
            }
            ends = next
            origins.append(origin)
        }
        guard
            let last = ends.indices.filter({ ends[$0] != nil }).max(by: {
                (ends[$0] ?? 0, $1) < (ends[$1] ?? 0, $0)
            }), let score = ends[last]
        else { return nil }
        var places = [last]
        for origin in origins.dropFirst().reversed() {
            places.append(origin[places[places.count - 1]])
        }
        return (score, places)
    }

    private static func value(of letter: Letter, for wanted: Unicode.Scalar) -> Int? {
        let start = letter.isStart ? 6 : 0
        if letter.folded == wanted { return 16 + start }
        // The character itself is better than one that only begins like it.
        return letter.initial == wanted ? 14 + start : nil
    }

    private static func isStart(_ scalar: Unicode.Scalar, after: Unicode.Scalar?) -> Bool {
        guard let after else { return true }
        let isLetter = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        let wasLetter = after.properties.isAlphabetic || after.properties.numericType != nil
        return isLetter
            && (!wasLetter || after.properties.isLowercase && scalar.properties.isUppercase)
    }

    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.value < 0x80 {
            return ("A"..."Z").contains(scalar)
                ? Unicode.Scalar(UInt8(scalar.value) + 0x20) : scalar
        }
        if 0x2E80..<0xA000 ~= scalar.value { return scalar }
        guard scalar.properties.isUppercase else { return scalar }
        let lowered = scalar.properties.lowercaseMapping.unicodeScalars
        return lowered.count == 1 ? lowered[lowered.startIndex] : scalar
    }
}
