import BoardDomain
import BoardService
import TerminalKit

/// The rows of a list as far as they have come: page by page, as one goes down.
struct CasePages: Sendable {
    private(set) var rows: [CaseRow] = []
    private(set) var clocks: [String: CaseClock] = [:]
    /// Whether nothing comes after the last.
    private(set) var isComplete = false
    private var places: [String: Int] = [:]

    /// Rows that are asked for at once; all of a long list are asked for in larger pieces.
    static let page = 100
    static let piece = 2_000

    init() {}

    init(_ page: CasePage) { append(page) }

    mutating func append(_ page: CasePage) {
        for row in page.rows where places[row.id] == nil {
            places[row.id] = rows.count
            rows.append(row)
        }
        clocks.merge(page.clocks) { $1 }
        isComplete = page.isLast
    }

    func place(of id: String) -> Int? { places[id] }

    /// Where the list goes on.
    func cursor(in sort: CaseSort) -> CaseCursor? { rows.last.map { CaseCursor($0, in: sort) } }
}

/// Some rows of a list, and what is known of their clocks.
struct CasePage: Sendable {
    let rows: [CaseRow]
    let clocks: [String: CaseClock]
    let isLast: Bool
}

/// Counts that stand beside the list.
struct BoardCounts: Sendable {
    /// Of what the filter admits, by lane; the filter's own lanes left out.
    let lanes: [CaseTally]

    /// Of the lanes that are looked at.
    func total(of lanes: Set<String>) -> (cases: Int, budget: Money) {
        let counted = self.lanes.filter { lanes.isEmpty || lanes.contains($0.value) }
        return (
            counted.reduce(0) { $0 + $1.cases },
            Money(fen: counted.reduce(0) { $0 + $1.budget })
        )
    }
}

extension BoardDesk {
    func page(_ filter: BoardFilter, after cursor: CaseCursor?, limit: Int) async -> Answer<
        CasePage
    > {
        await answer {
            var query = filter.query
            query.after = cursor
            // One more than is shown tells whether there is a page after it.
            query.limit = limit + 1
            let found = try await board.cases(query, as: person)
            let rows = Array(found.prefix(limit))
            return CasePage(
                rows: rows, clocks: try await board.clocks(of: rows, as: person, at: instant),
                isLast: found.count <= limit)
        }
    }

    func counts(_ filter: BoardFilter) async -> Answer<BoardCounts> {
        await answer {
            BoardCounts(
                lanes: try await board.tally(
                    filter.without(.lane).query, by: .lane, as: person))
        }
    }

    /// What can be chosen of each facet within what the others leave, with how many cases that are.
    func facets(_ filter: BoardFilter) async -> Answer<[CaseFacet: [CaseTally]]> {
        await answer {
            var facets: [CaseFacet: [CaseTally]] = [:]
            for facet in CaseFacet.allCases {
                facets[facet] = try await board.tally(
                    filter.without(facet).query, by: facet, as: person)
            }
            return facets
        }
    }
}
