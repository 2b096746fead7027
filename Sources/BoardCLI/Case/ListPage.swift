import BoardDomain
import BoardService

/// Where a list goes on: the text after `--after`, for programs to hand back as it is.
///
/// It names the order and the last case of the page before, so that rows which come, go or change
/// meanwhile move no other row.
struct ListPage: Equatable {
    let sort: CaseSort
    let isDescending: Bool
    let cursor: CaseCursor

    init(after row: CaseRow, in query: CaseQuery) {
        sort = query.sort
        isDescending = query.descending
        cursor = CaseCursor(row, in: query.sort)
    }

    /// Nil where the program has not written it.
    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, let sort = CaseSort(rawValue: parts[0]),
            ["up", "down"].contains(parts[1]), let key = Int64(parts[2]), !parts[3].isEmpty
        else { return nil }
        self.sort = sort
        isDescending = parts[1] == "down"
        cursor = CaseCursor(key: key, id: parts[3])
    }

    var text: String {
        [sort.rawValue, isDescending ? "down" : "up", String(cursor.key), cursor.id]
            .joined(separator: ".")
    }
}
