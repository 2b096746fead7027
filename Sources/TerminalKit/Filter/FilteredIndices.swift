/// Which of many texts a query finds, in their own order. A query that goes on from the last one is looked for only among what that one found, so that
/// each further letter takes less time.
public struct FilteredIndices: Hashable, Sendable {
    /// Where those stand that were found.
    public private(set) var indices: [Int]
    private var query = ""
    private var count: Int

    /// All of so many.
    public init(count: Int) {
        self.count = count
        indices = Array(0..<count)
    }

    /// Finds a query; nothing is done where it and the number of texts are those of before.
    /// - Parameters:
    ///   - isAnew: whether the texts are others than before.
    ///   - text: the text that stands at a place.
    public mutating func find(
        _ query: String, in count: Int, isAnew: Bool = false, text: (Int) -> SafeText
    ) {
        let goesOn = !isAnew && count == self.count
        if goesOn && query == self.query { return }
        let filter = FuzzyFilter(query)
        let isLonger =
            goesOn && query.unicodeScalars.starts(with: self.query.unicodeScalars)
        let among = isLonger ? indices : Array(0..<count)
        indices = filter.isEmpty ? among : among.filter { filter.contains(text($0)) }
        self.query = query
        self.count = count
    }
}
