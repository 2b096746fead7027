/// A column of a table.
public struct TableColumn: Hashable, Sendable {
    /// What its head says.
    public var title: SafeText
    /// How much of the table's width it takes.
    public var width: Constraint
    /// Where its cells' texts stand: figures at the end.
    public var align: Frame.Alignment
    /// Whether the rows are sorted by it, and how.
    public var order: Order?

    /// An order of rows.
    public enum Order: Sendable {
        /// The least first.
        case ascending
        /// The greatest first.
        case descending
    }

    /// Not sorted by, unless told otherwise.
    public init(
        _ title: SafeText, _ width: Constraint, align: Frame.Alignment = .leading,
        order: Order? = nil
    ) {
        self.title = title
        self.width = width
        self.align = align
        self.order = order
    }
}

/// Rows in columns below a head, of which those in sight are drawn. Columns without room go without, the last first.
public struct Table<Rows: TableRows>: Widget {
    /// From left to right.
    public var columns: [TableColumn]
    /// What it shows.
    public var rows: Rows
    /// Where it stands.
    public var selection: RowSelection<Rows.ID>
    /// Its colours: `text`, `title`, `selection`, `border`, `muted`.
    public var theme: Theme
    /// Whether lines stand between the columns, or a space.
    public var hasLines: Bool
    /// What it says where there is no row.
    public var placeholder: SafeText

    /// With lines between the columns, unless told otherwise.
    public init(
        _ columns: [TableColumn], rows: Rows, selection: RowSelection<Rows.ID>, theme: Theme,
        hasLines: Bool = true, placeholder: SafeText = .empty
    ) {
        self.columns = columns
        self.rows = rows
        self.selection = selection
        self.theme = theme
        self.hasLines = hasLines
        self.placeholder = placeholder
    }

    /// The rows that are in sight in a part of so many rows: all but the head. What `RowSelection` wants to know.
    public static func height(of size: Size) -> Int { max(0, size.rows - 1) }

    /// The row at a place of its part, from the upper left corner; nil on the head and below the last.
    public func index(at place: Position, of size: Size) -> Int? {
        let height = Self.height(of: size)
        guard place.row >= 1, place.row <= height else { return nil }
        let index = selection.placement(in: rows, height: height).top + place.row - 1
        return index < rows.count ? index : nil
    }

    /// The selected row is drawn in the selection's style alone, so that it stands out whatever its cells are.
    public func draw(on frame: inout Frame) {
        let grid = Grid(self, frame)
        let height = Self.height(of: frame.size)
        let title = theme[.title]
        for (index, column) in columns.enumerated() {
            grid.write(head(column, frame.symbols), column: index, row: 0, title, title, frame)
        }
        grid.finish(row: 0, title, frame)
        guard rows.count > 0 else {
            frame.writeField(
                placeholder, column: 0, row: 1, columns: frame.size.columns, style: theme[.muted])
            return
        }
        let placement = selection.placement(in: rows, height: height)
        let (text, border, selected) = (theme[.text], theme[.border], theme[.selection])
        for row in 0..<min(height, rows.count - placement.top) {
            let index = placement.top + row
            let isSelected = index == placement.selected
            for column in columns.indices where !grid.parts[column].isEmpty {
                var cell = rows.cell(at: index, column: column)
                if isSelected {
                    cell.style = selected
                } else if text != .plain {
                    cell.style = text.merging(cell.style)
                }
                grid.write(
                    cell, column: column, row: row + 1, isSelected ? selected : border, frame)
            }
            if isSelected || text != .plain {
                grid.finish(row: row + 1, isSelected ? selected : text, frame)
            }
        }
    }

    private func head(_ column: TableColumn, _ symbols: Symbols) -> SafeText {
        switch column.order {
        case nil: column.title
        case .ascending: column.title + " " + symbols.sorts[0]
        case .descending: column.title + " " + symbols.sorts[1]
        }
    }

    /// Where its columns stand.
    private struct Grid {
        let parts: [Rect]
        let columns: [TableColumn]
        let separator: SafeText
        let end: Int

        init(_ table: Table, _ frame: borrowing Frame) {
            columns = table.columns
            parts = Layout(.horizontal, columns.map(\.width), spacing: 1).split(frame.bounds)
            separator = table.hasLines ? frame.symbols.vertical : " "
            end = parts.last { !$0.isEmpty }?.endColumn ?? 0
        }

        @inline(__always)
        func write(
            _ cell: StyledText, column: Int, row: Int, _ lines: Style, _ frame: borrowing Frame
        ) {
            write(cell.text, column: column, row: row, cell.style, lines, frame)
        }

        @inline(__always)
        func write(
            _ text: SafeText, column: Int, row: Int, _ style: Style, _ lines: Style,
            _ frame: borrowing Frame
        ) {
            let part = parts[column]
            guard !part.isEmpty else { return }
            frame.writeField(
                text, column: part.column, row: row, columns: part.columns,
                align: columns[column].align, style: style)
            if column > 0 {
                frame.write(separator, column: part.column - 1, row: row, style: lines)
            }
        }

        /// What is right of the last column.
        func finish(row: Int, _ style: Style, _ frame: borrowing Frame) {
            guard end < frame.size.columns else { return }
            frame.fill(
                Rect(column: end, row: row, columns: frame.size.columns - end, rows: 1),
                style: style)
        }
    }
}
