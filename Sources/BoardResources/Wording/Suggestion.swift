/// The names that somebody who mistyped one may have meant.
package enum Suggestion {
    /// At most three names within a distance that grows with the word's length, nearest first.
    package static func nearest(to word: String, among names: some Sequence<String>) -> [String] {
        let limit = max(1, min(3, word.count / 2))
        let typed = Array(word.lowercased().unicodeScalars)
        var found: [(name: String, distance: Int)] = []
        for name in Set(names) {
            let letters = Array(name.lowercased().unicodeScalars)
            let distance = distance(typed, letters)
            let isStart = typed.count >= 2 && letters.starts(with: typed)
            if distance <= limit || isStart { found.append((name, isStart ? 0 : distance)) }
        }
        return found.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3)
            .map(\.name)
    }

    /// Levenshtein with the exchange of neighbours, row by row.
    private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
        var before = [Int]()
        var above = Array(0...other.count)
        for (i, left) in one.enumerated() {
            var row = [i + 1]
            for (j, right) in other.enumerated() {
                var cost = min(above[j + 1] + 1, row[j] + 1, above[j] + (left == right ? 0 : 1))
                if i > 0, j > 0, left == other[j - 1], one[i - 1] == right {
                    cost = min(cost, before[j - 1] + 1)
                }
                row.append(cost)
            }
            before = above
            above = row
        }
        return above[other.count]
    }
}
