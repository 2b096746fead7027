/// Which row is selected and which is the first in sight: the state of a table or list.
///
/// The selection is kept by id; where its row has gone, it falls on the one that stands there now. `settle` after every change of rows or height
/// keeps the first row in sight for the next frame; drawing alone shows the same without keeping it.
public struct RowSelection<ID: Hashable & Sendable>: Hashable, Sendable {
    /// The selected row; nil before anything was selected.
    public private(set) var id: ID?
    /// The first row in sight.
    public var top = 0
    /// Where the selected row stood when it was selected or last settled.
    private var index = 0

    /// Nothing selected.
    public init() {}

    /// What to draw: the first row, and where the selected one is now.
    public struct Placement: Hashable, Sendable {
        /// The first row in sight.
        public let top: Int
        /// Of all rows.
        public let selected: Int?
    }

    /// Where things stand with these rows in a part of so many rows; the selected row is always in sight.
    public func placement(in rows: some RowSource<ID>, height: Int) -> Placement {
        let selected = selectedIndex(in: rows)
        var first = max(0, min(top, rows.count - height))
        if let selected {
            if selected < first { first = selected }
            if selected >= first + max(1, height) { first = selected - max(1, height) + 1 }
        }
        return Placement(top: first, selected: selected)
    }

    /// Keeps what `placement` says.
    public mutating func settle(in rows: some RowSource<ID>, height: Int) {
        let placement = placement(in: rows, height: height)
        top = placement.top
        guard let selected = placement.selected else { return }
        index = selected
        id = rows.id(at: selected)
    }

    /// Selects a row by its place; the nearest where there is none.
    public mutating func select(_ place: Int, in rows: some RowSource<ID>, height: Int) {
        guard rows.count > 0 else { return }
        top = placement(in: rows, height: height).top
        index = max(0, min(place, rows.count - 1))
        id = rows.id(at: index)
        settle(in: rows, height: height)
    }

    /// Moves the selection; from nothing to the first row.
    public mutating func move(by rowCount: Int, in rows: some RowSource<ID>, height: Int) {
        let selected = selectedIndex(in: rows)
        select(selected.map { $0 + rowCount } ?? 0, in: rows, height: height)
    }

    /// Arrows, `j` and `k`, pages, `g` and `G`, Home and End. False for any other key.
    public mutating func handle(
        _ event: KeyEvent, in rows: some RowSource<ID>, height: Int
    ) -> Bool {
        let page = max(1, height - 1)
        switch (event.key, event.modifiers) {
        case (.down, []), (.character("j"), []): move(by: 1, in: rows, height: height)
        case (.up, []), (.character("k"), []): move(by: -1, in: rows, height: height)
        case (.pageDown, []), (.character("f"), .control):
            move(by: page, in: rows, height: height)
        case (.pageUp, []), (.character("b"), .control):
            move(by: -page, in: rows, height: height)
        case (.home, []), (.character("g"), []): select(0, in: rows, height: height)
        case (.end, []), (.character("G"), _):
            select(rows.count - 1, in: rows, height: height)
        default: return false
        }
        return true
    }

    private func selectedIndex(in rows: some RowSource<ID>) -> Int? {
        guard let id, rows.count > 0 else { return nil }
        if index < rows.count, rows.id(at: index) == id { return index }
        return rows.index(of: id) ?? min(index, rows.count - 1)
    }
}
