/// A place in the order of a search: the best score first, equal ones by id.
struct SearchPlace: Hashable, Comparable {
    var score: Int64
    var id: String

    static func < (left: SearchPlace, right: SearchPlace) -> Bool {
        left.score == right.score ? left.id.precedes(right.id) : left.score < right.score
    }
}

extension String {
    /// As SQLite sorts: by bytes, where Swift compares canonical forms.
    func precedes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
