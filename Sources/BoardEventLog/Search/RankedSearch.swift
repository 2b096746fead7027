import BoardDomain

/// The cases that fit words best, found without weighing all that have the words (the threshold
/// algorithm of Fagin, Lotem and Naor).
///
/// Under each token of the index stand its cases, at the score that the token alone comes to. They are
/// read from the best down, by turns, until no case that has not come up can be among the best: what
/// it takes depends on the page and not on how many cases there are. A phrase is never found more
/// often than the rarest of its tokens, and a word that may go on never fits better than all that it
/// goes on to together, so that the places reached bound whatever is still to come.
struct RankedSearch {
    /// What stands under one token.
    struct List {
        let token: String
        /// How many entries it has, where they are few.
        let count: Int?
        /// The place read last.
        fileprivate(set) var place: SearchPlace
        fileprivate var blocks = 0
        fileprivate var isRead = false
    }

    private let phrases: [SearchPhrase]
    private var lists: [List] = []
    /// By phrase and token, which lists there are: several where the token may go on.
    private var places: [[Range<Int>]] = []
    private let after: SearchPlace?
    private let limit: Int
    private var seen: Set<String> = []
    private var best: [(place: SearchPlace, row: CaseRow)] = []

    /// - Parameters:
    ///   - tokens: by phrase and token, what there is in the index.
    ///   - counts: how many entries stand under a token, where there are no more than `few`: such a
    ///     list is read first and ends the search before those of common words are gone through.
    ///   - after: the last place of the page before.
    ///   - limit: more than 0.
    init(
        _ phrases: [SearchPhrase], tokens: [[[String]]], counts: [String: Int] = [:],
        after: SearchPlace?, limit: Int
    ) {
        (self.phrases, self.after, self.limit) = (phrases, after, limit)
        let top = SearchPlace(score: SearchRanking.best, id: "")
        places = tokens.map { tokens in
            tokens.map { words in
                let start = lists.count
                lists += words.map { List(token: $0, count: counts[$0], place: top) }
                return start..<lists.count
            }
        }
        if isOneList, let after { lists[0].place = after }
    }

    /// Whether a score in the list is the case's whole score.
    private var isOneList: Bool { lists.count == 1 && places.count == 1 && places[0].count == 1 }

    var rows: [CaseRow] { best.map(\.row) }

    /// The list to read next; nil where the best are known.
    var next: Int? {
        guard let bound, best.count < limit || best[best.count - 1].place > bound else {
            return nil
        }
        return lists.indices.filter { !lists[$0].isRead }
            .min {
                (lists[$0].blocks, lists[$0].count ?? .max) < (
                    lists[$1].blocks, lists[$1].count ?? .max
                )
            }
    }

    /// Whom no case that has not come up yet precedes; nil where all have come up.
    private var bound: SearchPlace? {
        var bound = SearchPlace(score: 0, id: "")
        for phrase in places {
            var last: SearchPlace?
            for token in phrase {
                let open = lists[token].filter { !$0.isRead }.map(\.place)
                guard let highest = open.max(by: { $0.id.precedes($1.id) }) else { return nil }
                let place = SearchPlace(
                    score: open.reduce(0) { $0 + $1.score }, id: highest.id)
                last = max(last ?? place, place)
            }
            guard let last else { return nil }
            bound.score += last.score
            if bound.id.precedes(last.id) { bound.id = last.id }
        }
        return bound
    }

    subscript(list: Int) -> List { lists[list] }

    /// So few entries of a list are read at once.
    static var few: Int { 16 }

    /// How many entries of a list are read together.
    func blockSize(of list: Int) -> Int {
        if isOneList { return limit }
        return lists[list].count.map { $0 + 1 } ?? 8 << min(lists[list].blocks, 7)
    }

    /// A block of a list has been taken; if it was not full, there is no more.
    mutating func end(_ list: Int, isLast: Bool) {
        lists[list].blocks += 1
        lists[list].isRead = isLast
    }

    /// Takes an entry of a list; text and row are asked for only where they matter.
    mutating func take<Failure: Error>(
        _ place: SearchPlace, of list: Int, text: () throws(Failure) -> SearchText?,
        row: () -> CaseRow
    ) throws(Failure) {
        lists[list].place = place
        guard isOneList || seen.insert(place.id).inserted else { return }
        var exact = place
        if !isOneList {
            let score = try text().flatMap { SearchRanking.score($0, for: phrases) }
            guard let score else { return }
            exact.score = score
        }
        if let after, exact <= after { return }
        if best.count == limit {
            guard exact < best[limit - 1].place else { return }
            best.removeLast()
        }
        let index = best.partitioningIndex { exact < $0.place }
        best.insert((exact, row()), at: index)
    }
}

extension Array {
    /// The first index whose element satisfies a condition that all later ones satisfy as well.
    fileprivate func partitioningIndex(_ belongsAfter: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if belongsAfter(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
