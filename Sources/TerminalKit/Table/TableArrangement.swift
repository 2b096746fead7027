/// How a person has arranged a table: widths of columns, how far it is scrolled sideways, and what its rows are sorted by. Sorting itself is the
/// program's: it asks for `sort`.
public struct TableArrangement: Hashable, Sendable {
    /// By what rows are sorted.
    public struct Sort: Hashable, Sendable {
        /// From 0.
        public var column: Int
        /// Which way.
        public var order: TableColumn.Order

        /// By a column.
        public init(_ column: Int, _ order: TableColumn.Order) {
            self.column = column
            self.order = order
        }
    }

    /// What has become of a key or of the mouse.
    public enum Outcome: Hashable, Sendable {
        /// Nothing: it is for the rows.
        case ignored
        /// The table looks otherwise.
        case arranged
        /// The rows are to be sorted by `sort`.
        case sorted
    }

    /// Whether what does not fit is scrolled to; otherwise columns without room go without, the last first.
    public var scrolls: Bool
    /// How many columns at the left stay where they are.
    public var fixed: Int
    /// By what the rows are sorted; nil for their own order.
    public var sort: Sort?
    /// The column that keys widen, narrow and sort by; nil before one was gone to.
    public private(set) var cursor: Int?
    /// Columns, as on the screen, that are scrolled away.
    public private(set) var offset = 0
    /// Widths that were set by hand, by column.
    public private(set) var widths: [Int: Int] = [:]
    private var drag: Drag?

    private struct Drag: Hashable, Sendable {
        var column: Int
        var start: Int
        var width: Int
    }

    static let leastWidth = 3

    /// As the columns say.
    public init(scrolls: Bool = false, fixed: Int = 1, sort: Sort? = nil) {
        self.scrolls = scrolls
        self.fixed = max(0, fixed)
        self.sort = sort
    }

    /// Sets a column's width by hand.
    public mutating func setWidth(_ width: Int, of column: Int) {
        widths[column] = max(Self.leastWidth, width)
    }

    /// Widths as the columns say.
    public mutating func resetWidths() { widths = [:] }

    /// Sorts by a column: from the least, then from the greatest, then no longer.
    public mutating func sort(by column: Int) {
        guard let sort, sort.column == column else {
            self.sort = Sort(column, .ascending)
            return
        }
        self.sort = sort.order == .ascending ? Sort(column, .descending) : nil
    }

    /// Scrolls sideways; as far as there is something to see.
    public mutating func scroll(by columns: Int, in table: Table<some TableRows>, of size: Size) {
        offset = max(0, min(offset + columns, table.grid(of: size).mostOffset))
    }

    /// `[` and `]` go to the column before and after; `-` and `+` narrow and widen it, `s` sorts by it. Left and right (`h`, `l`) scroll sideways where there
    /// is something to scroll to.
    public mutating func handle(
        _ event: KeyEvent, in table: Table<some TableRows>, of size: Size
    ) -> Outcome {
        guard event.modifiers.subtracting(.shift).isEmpty, !table.columns.isEmpty else {
            return .ignored
        }
        switch event.key {
        case .character("["): moveCursor(by: -1, in: table, of: size)
        case .character("]"): moveCursor(by: 1, in: table, of: size)
        case .character("-"): return resize(by: -2, in: table, of: size)
        case .character("+"), .character("="): return resize(by: 2, in: table, of: size)
        case .character("s"):
            guard let cursor else { return .ignored }
            sort(by: cursor)
            return .sorted
        case .left, .character("h"), .right, .character("l"):
            let before = offset
            let isLeft = event.key == .left || event.key == .character("h")
            scroll(by: isLeft ? -8 : 8, in: table, of: size)
            return offset == before ? .ignored : .arranged
        default: return .ignored
        }
        return .arranged
    }

    /// A click on a head sorts by its column, dragging the line after a head changes its width, and the wheel scrolls sideways. In columns and rows of
    /// the table's part.
    public mutating func handle(
        _ event: MouseEvent, in table: Table<some TableRows>, of size: Size
    ) -> Outcome {
        let place = Position(column: event.column, row: event.row)
        switch event.kind {
        case .press(.left):
            switch table.target(at: place, of: size) {
            case .edge(let column):
                drag = Drag(
                    column: column, start: event.column,
                    width: table.grid(of: size).parts[column].columns)
                return .arranged
            case .head(let column):
                cursor = column
                sort(by: column)
                return .sorted
            case .cell, nil: return .ignored
            }
        case .drag(.left):
            guard let drag else { return .ignored }
            setWidth(drag.width + event.column - drag.start, of: drag.column)
        case .release:
            guard drag != nil else { return .ignored }
            drag = nil
        case .scrollLeft: scroll(by: -8, in: table, of: size)
        case .scrollRight: scroll(by: 8, in: table, of: size)
        case .scrollUp where event.modifiers == .shift: scroll(by: -8, in: table, of: size)
        case .scrollDown where event.modifiers == .shift: scroll(by: 8, in: table, of: size)
        default: return .ignored
        }
        return .arranged
    }

    private mutating func moveCursor(
        by steps: Int, in table: Table<some TableRows>, of size: Size
    ) {
        let column = max(0, min((cursor ?? (steps > 0 ? -1 : 0)) + steps, table.columns.count - 1))
        cursor = column
        let grid = table.grid(of: size)
        guard scrolls, column >= fixed, let clip = grid.sections.last?.rect else { return }
        let part = grid.parts[column]
        if part.column < clip.column { offset = max(0, offset + part.column - clip.column) }
        if part.endColumn > clip.endColumn {
            let wanted = min(part.endColumn - clip.endColumn, part.column - clip.column)
            offset = min(offset + wanted, grid.mostOffset)
        }
    }

    private mutating func resize(
        by columns: Int, in table: Table<some TableRows>, of size: Size
    ) -> Outcome {
        guard let cursor, cursor < table.columns.count else { return .ignored }
        setWidth(table.grid(of: size).parts[cursor].columns + columns, of: cursor)
        return .arranged
    }
}
