import BoardDomain
import BoardService

/// Which cases the board shows, and in which order.
struct BoardFilter: Hashable, Sendable {
    /// '' stands for those that ended early.
    var lanes: Set<String> = []
    var states: Set<String> = []
    var topicClass: String?
    var chain: String?
    var mode: String?
    var edition: String?
    var year: Int?
    var isOverdue = false
    var deadlines: ClosedRange<Instant>?
    /// Words that are all found in the case's text.
    var text = ""
    /// Nil is by number, and by what fits best while words are looked for.
    var sort: CaseSort?
    var isDescending = false

    var query: CaseQuery {
        var query = CaseQuery()
        query.lanes = lanes
        query.states = states
        query.topicClass = topicClass
        query.chain = chain
        query.mode = mode
        query.listEdition = edition
        query.year = year
        query.isOverdue = isOverdue
        query.deadlines = deadlines
        query.text = text.isEmpty ? nil : text
        query.sort = order
        query.descending = isDescending
        return query
    }

    var order: CaseSort { sort ?? (text.isEmpty ? .id : .relevance) }

    /// Orders that one can step through.
    private var orders: [CaseSort] {
        CaseSort.allCases.filter { $0 != .relevance || !text.isEmpty }
    }

    mutating func stepOrder() {
        let place = orders.firstIndex(of: order) ?? 0
        sort = orders[(place + 1) % orders.count]
        // Whoever asks for the last changes or the largest sums means those first.
        isDescending = [.budget, .changedAt, .createdAt].contains(order)
    }

    /// By a column; the second time the other way round.
    mutating func order(by key: CaseSort) {
        if order == key {
            isDescending.toggle()
        } else {
            sort = key
            isDescending = false
        }
    }

    // MARK: Facets

    func has(_ value: String, of facet: CaseFacet) -> Bool {
        switch facet {
        case .lane: lanes.contains(value)
        case .state: states.contains(value)
        case .topicClass: topicClass == value
        case .chain: chain == value
        case .mode: mode == value
        case .listEdition: edition == value
        case .year: year.map(String.init) == value
        }
    }

    mutating func toggle(_ value: String, of facet: CaseFacet) {
        let isOn = !has(value, of: facet)
        switch facet {
        case .lane: lanes.formSymmetricDifference([value])
        case .state: states.formSymmetricDifference([value])
        case .topicClass: topicClass = isOn ? value : nil
        case .chain: chain = isOn ? value : nil
        case .mode: mode = isOn ? value : nil
        case .listEdition: edition = isOn ? value : nil
        case .year: year = isOn ? Int(value) : nil
        }
    }

    /// Without what it says of one facet: what else there is to choose from.
    func without(_ facet: CaseFacet) -> BoardFilter {
        var other = self
        switch facet {
        case .lane: other.lanes = []
        case .state: other.states = []
        case .topicClass: other.topicClass = nil
        case .chain: other.chain = nil
        case .mode: other.mode = nil
        case .listEdition: other.edition = nil
        case .year: other.year = nil
        }
        return other
    }

    /// Everything, in the same order.
    var cleared: BoardFilter {
        var other = BoardFilter()
        other.sort = sort == .relevance ? nil : sort
        other.isDescending = isDescending
        return other
    }

    var isNarrow: Bool { self != cleared }

    /// The lanes one after another: all, each of the five, those that ended early, all again.
    mutating func stepLane(by steps: Int) {
        let stops: [Set<String>] = [[]] + Lane.allCases.map { [$0.rawValue] } + [[""]]
        let place = stops.firstIndex(of: lanes) ?? 0
        lanes = stops[(place + steps + stops.count) % stops.count]
    }
}
