import BoardDomain
import BoardService
import TerminalKit

/// The log as it is looked through: all of it, row by row as it comes into sight, or what a filter finds.
struct LogBrowser: Sendable {
    private(set) var head: Int64 = 0
    private(set) var filter = LogFilter()
    private(set) var pane = RowPane<Int64>()
    private(set) var failure: SafeText?
    private(set) var isLoading = false
    /// Rows that have come, by position; the log's rows never change.
    private var known: [Int64: LogEntry] = [:]
    /// What the filter has found, the newest first.
    private var found: [LogEntry] = []
    /// How far down the filter has looked.
    private(set) var reached: Int64 = 0

    /// Rows that are asked for at once.
    static let block: Int64 = 64
    /// Rows that a filter looks through at once, and hits that it waits for.
    static let piece: Int64 = 16_384
    static let hits = 100
    private static let mostKnown = 4_096

    enum Question: Sendable {
        case rows(after: Int64)
        case search(LogFilter, before: Int64, limit: Int, scanning: Int64)
    }

    var isSifted: Bool { !filter.isEmpty }

    /// How much of the log a filter has looked through, of 1.
    var progress: Double {
        head == 0 ? 1 : Double(head - reached) / Double(head)
    }

    var rows: LogRows { LogRows(head: head, found: isSifted ? found : nil, known: known) }

    var selected: LogEntry? {
        pane.selected(in: rows).flatMap { rows.entry(at: $0) }
    }

    var selectedPosition: Int64? { pane.selected(in: rows).map { rows.id(at: $0) } }

    // MARK: What it knows

    /// The log's end may have moved: what was recorded since stands above.
    mutating func take(head: Int64, at place: RowPane<Int64>.Place) -> Question? {
        let before = self.head
        self.head = head
        if head < before {
            // Another past, with a shorter log.
            (known, found, reached) = ([:], [], head)
        }
        pane.settle(in: rows, at: place)
        if isSifted, head > before, before > 0 {
            return .search(filter, before: head + 1, limit: .max, scanning: head - before)
        }
        return wanted(at: place)
    }

    mutating func take(_ entries: [LogEntry], at place: RowPane<Int64>.Place) -> Question? {
        isLoading = false
        failure = nil
        if known.count > Self.mostKnown { known = [:] }
        for entry in entries { known[entry.position] = entry }
        return wanted(at: place)
    }

    mutating func take(
        _ page: LogPage, of filter: LogFilter, before position: Int64,
        at place: RowPane<Int64>.Place
    ) -> Question? {
        isLoading = false
        guard filter == self.filter else { return wanted(at: place) }
        failure = nil
        if position > reached + 1, !found.isEmpty {
            found = page.entries + found
        } else {
            found += page.entries
            reached = page.reached
        }
        pane.settle(in: rows, at: place)
        return wanted(at: place)
    }

    mutating func fail(_ words: SafeText) {
        isLoading = false
        failure = words
    }

    mutating func sift(_ filter: LogFilter, at place: RowPane<Int64>.Place) -> Question? {
        self.filter = filter
        found = []
        reached = head
        pane = RowPane()
        pane.settle(in: rows, at: place)
        return wanted(at: place)
    }

    /// What is missing for what is in sight; nil where nothing is, or something was asked for already.
    mutating func wanted(at place: RowPane<Int64>.Place) -> Question? {
        guard !isLoading, head > 0 else { return nil }
        if isSifted {
            let index = pane.selected(in: rows) ?? 0
            guard reached > 0, index + 2 * place.height >= found.count else { return nil }
            isLoading = true
            return .search(
                filter, before: reached + 1, limit: Self.hits, scanning: Self.piece)
        }
        let top = pane.selection.placement(in: rows, height: place.height).top
        let inSight = top..<min(rows.count, top + max(1, place.height))
        guard let missing = inSight.first(where: { rows.entry(at: $0) == nil }) else { return nil }
        isLoading = true
        let position = rows.id(at: missing)
        return .rows(after: max(0, (position - 1) / Self.block * Self.block))
    }

    // MARK: Moving

    mutating func take(
        _ event: InputEvent, at place: RowPane<Int64>.Place
    ) -> (outcome: RowPane<Int64>.Outcome?, question: Question?) {
        let outcome = pane.take(event, in: rows, at: place)
        return (outcome, outcome == nil ? nil : wanted(at: place))
    }

    mutating func jump(to position: Int64, at place: RowPane<Int64>.Place) -> Question? {
        let rows = rows
        let index =
            isSifted
            ? (0..<rows.count).first { rows.id(at: $0) <= position } ?? rows.count - 1
            : Int(head - max(1, min(position, head)))
        pane.select(index, in: rows, at: place)
        return wanted(at: place)
    }
}

/// The rows of the log, the newest first; those that have not come yet say so.
struct LogRows: TableRows {
    let head: Int64
    /// Nil where all of the log is shown.
    let found: [LogEntry]?
    let known: [Int64: LogEntry]
    var words: (@Sendable (LogEntry?, Int64, Int) -> StyledText)?

    var count: Int { found?.count ?? Int(head) }
    func id(at index: Int) -> Int64 { found?[index].position ?? head - Int64(index) }

    func index(of id: Int64) -> Int? {
        if let found { return found.firstIndex { $0.position == id } }
        return (1...max(1, head)).contains(id) ? Int(head - id) : nil
    }

    func entry(at index: Int) -> LogEntry? { found?[index] ?? known[id(at: index)] }

    func cell(at index: Int, column: Int) -> StyledText {
        words?(entry(at: index), id(at: index), column) ?? StyledText(.empty)
    }
}
