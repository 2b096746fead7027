import TerminalKit

/// A table or list of a screen: which row is selected, and what keys and mouse do with it.
struct RowPane<ID: Hashable & Sendable>: Sendable {
    private(set) var selection = RowSelection<ID>()

    /// What an event did.
    enum Outcome: Hashable, Sendable {
        case moved
        /// Enter, or a click on the row that was selected already.
        case opened
        /// A click on the head of a column, from 0.
        case head(Int)
    }

    /// Where a table stands and how its columns share it; a list has no head.
    struct Place: Hashable, Sendable {
        var rect: Rect
        var columns: [Constraint] = []
        var hasHead = true

        var height: Int { max(0, rect.rows - (hasHead ? 1 : 0)) }
    }

    var id: ID? { selection.id }

    func selected(in rows: some RowSource<ID>) -> Int? {
        selection.placement(in: rows, height: 1).selected
    }

    mutating func select(_ index: Int, in rows: some RowSource<ID>, at place: Place) {
        selection.select(index, in: rows, height: place.height)
    }

    /// After rows have come anew; the first is selected where none was.
    mutating func settle(in rows: some RowSource<ID>, at place: Place) {
        if selection.id == nil { selection.select(0, in: rows, height: place.height) }
        selection.settle(in: rows, height: place.height)
    }

    /// - Returns: nil where the event is not the table's.
    mutating func take(
        _ event: InputEvent, in rows: some RowSource<ID>, at place: Place
    ) -> Outcome? {
        switch event {
        case .key(let key):
            if key == KeyEvent(.enter) { return rows.count > 0 ? .opened : nil }
            return selection.handle(key, in: rows, height: place.height) ? .moved : nil
        case .mouse(let mouse):
            let position = Position(column: mouse.column, row: mouse.row)
            guard place.rect.contains(position) else { return nil }
            switch mouse.kind {
            case .scrollDown:
                selection.move(by: 3, in: rows, height: place.height)
                return .moved
            case .scrollUp:
                selection.move(by: -3, in: rows, height: place.height)
                return .moved
            case .press(.left): return press(position, rows, place)
            default: return nil
            }
        default: return nil
        }
    }

    private mutating func press(
        _ position: Position, _ rows: some RowSource<ID>, _ place: Place
    ) -> Outcome? {
        let line = position.row - place.rect.row - (place.hasHead ? 1 : 0)
        guard line >= 0 else {
            let parts = Layout(.horizontal, place.columns, spacing: 1).split(place.rect)
            let column = parts.firstIndex { part in
                part.column <= position.column && position.column < part.endColumn
            }
            return column.map { .head($0) }
        }
        let index = selection.placement(in: rows, height: place.height).top + line
        guard index < rows.count else { return nil }
        let wasSelected = selection.id == rows.id(at: index)
        selection.select(index, in: rows, height: place.height)
        return wasSelected ? .opened : .moved
    }
}
