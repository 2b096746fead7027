/// Breaks text into lines as Chinese typesetting wants it: no closing punctuation at a line's start, no opening one at its end, numbers with their
/// signs, dashes and ellipses whole, Western words whole where a line can hold them. Spaces at a line's end hang beyond it.
public struct LineBreaker: Sendable {
    private static let closing = Set(
        "，。、；：？！）］｝】〕》〉」』〗〙〛”’·～‧・％‰℃°,.;:?!)]}%".unicodeScalars)
    private static let opening = Set("（［｛【〔《〈「『〖〘〚“‘([{￥¥$€£№".unicodeScalars)
    private static let unbroken = Set("—…⋯".unicodeScalars)

    private let columns: Int
    private let ambiguous: AmbiguousWidth

    /// For lines of so many columns, at least 1.
    public init(columns: Int, ambiguous: AmbiguousWidth = .narrow) {
        self.columns = max(1, columns)
        self.ambiguous = ambiguous
    }

    /// The lines as ranges of the text's UTF-8, line feeds left out: at least one. A part that no break suits is broken where it is full.
    public func ranges(of text: SafeText) -> [Range<Int>] {
        let clusters = text.clusters(ambiguous)
        var lines: [Range<Int>] = []
        var start = 0
        // The first cluster of what would stand on the next line, and the columns from it on.
        var candidate: Int?
        var used = 0
        var sinceCandidate = 0
        for (index, cluster) in clusters.enumerated() {
            if cluster.first == "\n" {
                lines.append(offset(start, clusters, text)..<cluster.utf8.lowerBound)
                (start, candidate, used) = (index + 1, nil, 0)
                continue
            }
            if index > start, Self.mayBreak(clusters[index - 1].first, cluster.first) {
                (candidate, sinceCandidate) = (index, 0)
            }
            // What goes to the next line together may be too long for that one as well.
            while used + cluster.columns > columns, index > start, cluster.first != " " {
                let next = candidate ?? index
                lines.append(
                    clusters[start].utf8.lowerBound..<clusters[next].utf8.lowerBound)
                used = candidate == nil ? 0 : sinceCandidate
                (start, candidate) = (next, nil)
            }
            used += cluster.columns
            sinceCandidate += cluster.columns
        }
        lines.append(offset(start, clusters, text)..<text.string.utf8.count)
        return lines
    }

    /// The lines without the spaces that hang.
    public func lines(of text: SafeText) -> [SafeText] {
        let bytes = Array(text.string.utf8)
        return ranges(of: text).map { range in
            var end = range.upperBound
            while end > range.lowerBound, bytes[end - 1] == 0x20 { end -= 1 }
            return text[utf8: range.lowerBound..<end]
        }
    }

    private func offset(_ index: Int, _ clusters: [SafeText.Cluster], _ text: SafeText) -> Int {
        index < clusters.count ? clusters[index].utf8.lowerBound : text.string.utf8.count
    }

    static func mayBreak(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
        if right == " " { return false }
        if left == " " { return true }
        if closing.contains(right) || opening.contains(left) { return false }
        if left == right && unbroken.contains(left) { return false }
        return !isOfWord(left) || !isOfWord(right) || left == "-"
    }

    /// What stands together without spaces: all that is neither ideographic nor punctuation of its kind.
    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x2000 { return true }
        return ScalarClass.columns(scalar.value, .wide) == 1
    }
}
