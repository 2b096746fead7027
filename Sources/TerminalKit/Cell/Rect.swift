/// A place on the screen, in columns and rows from the upper left corner, from 0.
public struct Position: Hashable, Sendable {
    /// From the left edge.
    public var column: Int
    /// From the upper edge.
    public var row: Int

    /// A place, possibly outside the screen.
    public init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }
}

/// Columns and rows, neither below 0.
public struct Size: Hashable, Sendable {
    /// Across.
    public var columns: Int
    /// Down.
    public var rows: Int

    /// What is below 0 counts as 0.
    public init(columns: Int, rows: Int) {
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }
}

/// A rectangle of cells. Its corner may lie outside the screen, its size is never below 0.
public struct Rect: Hashable, Sendable {
    /// Of the left edge.
    public var column: Int
    /// Of the upper edge.
    public var row: Int
    /// Across.
    public var columns: Int
    /// Down.
    public var rows: Int

    /// What of the size is below 0 counts as 0.
    public init(column: Int, row: Int, columns: Int, rows: Int) {
        self.column = column
        self.row = row
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }

    /// The rectangle of this size at the origin.
    public init(_ size: Size) {
        self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
    }

    /// Columns and rows.
    public var size: Size { Size(columns: columns, rows: rows) }

    /// The first column to the right of it.
    public var endColumn: Int { column + columns }

    /// The first row below it.
    public var endRow: Int { row + rows }

    /// Whether it holds no cell.
    public var isEmpty: Bool { columns == 0 || rows == 0 }

    /// Whether the place lies in it.
    public func contains(_ place: Position) -> Bool {
        place.column >= column && place.column < endColumn && place.row >= row
            && place.row < endRow
    }

    /// What both share; empty where they share nothing.
    public func intersection(_ other: Rect) -> Rect {
        let left = max(column, other.column)
        let top = max(row, other.row)
        return Rect(
            column: left, row: top, columns: min(endColumn, other.endColumn) - left,
            rows: min(endRow, other.endRow) - top)
    }

    /// Without a margin of that many columns and rows on each side.
    public func inset(columns margin: Int = 0, rows ledge: Int = 0) -> Rect {
        Rect(
            column: column + margin, row: row + ledge, columns: columns - 2 * margin,
            rows: rows - 2 * ledge)
    }

    /// A rectangle of this size in its middle, or as much of it as fits: for dialogs.
    public func centered(_ size: Size) -> Rect {
        let width = min(columns, size.columns)
        let height = min(rows, size.rows)
        return Rect(
            column: column + (columns - width) / 2, row: row + (rows - height) / 2, columns: width,
            rows: height)
    }

    /// Moved by so many columns and rows.
    public func offset(columns across: Int, rows down: Int) -> Rect {
        Rect(column: column + across, row: row + down, columns: columns, rows: rows)
    }
}
