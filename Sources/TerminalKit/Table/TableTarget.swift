/// What a place of a table belongs to.
public enum TableTarget: Hashable, Sendable {
    /// The head of a column.
    case head(column: Int)
    /// The line after the head of a column: where its width is dragged.
    case edge(column: Int)
    /// A row; the column is nil on a line and right of the last.
    case cell(index: Int, column: Int?)
}

extension Table {
    /// What a place of its part belongs to, from the upper left corner; nil below the last row.
    public func target(at place: Position, of size: Size) -> TableTarget? {
        guard Rect(size).contains(place) else { return nil }
        let grid = grid(of: size)
        if place.row == 0 {
            return grid.edge(at: place.column).map(TableTarget.edge)
                ?? grid.column(at: place.column).map(TableTarget.head)
        }
        return index(at: place, of: size).map {
            .cell(index: $0, column: grid.column(at: place.column))
        }
    }

    func grid(of size: Size) -> TableGrid { TableGrid(columns, arrangement, size) }
}
