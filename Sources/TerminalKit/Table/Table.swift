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

/// Rows in columns below a head, of which those in sight are drawn. Columns without room go without, the last first, unless the arrangement scrolls.
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
    /// How a person has arranged it.
    public var arrangement: TableArrangement

    /// With lines between the columns, unless told otherwise.
    public init(
        _ columns: [TableColumn], rows: Rows, selection: RowSelection<Rows.ID>, theme: Theme,
        hasLines: Bool = true, placeholder: SafeText = .empty,
        arrangement: TableArrangement = TableArrangement()
    ) {
        self.columns = columns
        self.rows = rows
        self.selection = selection
        self.theme = theme
        self.hasLines = hasLines
        self.placeholder = placeholder
        self.arrangement = arrangement
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
        let grid = grid(of: frame.size)
        let placement = selection.placement(in: rows, height: Self.height(of: frame.size))
        for section in grid.sections {
            frame.within(section.rect) { frame in
                let drawn = DrawnColumns(
                    section.columns,
                    parts: grid.parts.map { $0.offset(columns: -section.rect.column, rows: 0) },
                    separator: hasLines ? frame.symbols.vertical : " ")
                drawHead(drawn, frame)
                drawRows(drawn, placement, frame)
            }
        }
        if rows.count == 0 {
            frame.writeField(
                placeholder, column: 0, row: 1, columns: frame.size.columns, style: theme[.muted])
        }
    }

    private func drawHead(_ drawn: DrawnColumns, _ frame: borrowing Frame) {
        let title = theme[.title]
        for index in drawn.columns where !drawn.parts[index].isEmpty {
            let style = index == arrangement.cursor ? theme[.selection] : title
            drawn.write(
                StyledText(head(index, frame.symbols), style: style), column: index, row: 0,
                columns[index].align, frame)
        }
        drawn.separate(0..<1, title, frame)
        drawn.finish(row: 0, title, frame)
    }

    private func drawRows(
        _ drawn: DrawnColumns, _ placement: RowSelection<Rows.ID>.Placement,
        _ frame: borrowing Frame
    ) {
        let (text, border, selected) = (theme[.text], theme[.border], theme[.selection])
        let height = Self.height(of: frame.size)
        let count = max(0, min(height, rows.count - placement.top))
        for row in 0..<count {
            let index = placement.top + row
            let isSelected = index == placement.selected
            for column in drawn.columns where drawn.isSeen(column, frame) {
                var cell = rows.cell(at: index, column: column)
                if isSelected {
                    cell.style = selected
                } else if text != .plain {
                    cell.style = text.merging(cell.style)
                }
                drawn.write(
                    cell, column: column, row: row + 1, columns[column].align, frame)
            }
            if isSelected || text != .plain {
                drawn.finish(row: row + 1, isSelected ? selected : text, frame)
            }
        }
        let row = placement.selected.map { $0 - placement.top + 1 } ?? 0
        guard 1...max(1, count) ~= row, count > 0 else {
            return drawn.separate(1..<count + 1, border, frame)
        }
        drawn.separate(1..<row, border, frame)
        drawn.separate(row..<row + 1, selected, frame)
        drawn.separate(row + 1..<count + 1, border, frame)
    }

    private func head(_ index: Int, _ symbols: Symbols) -> SafeText {
        let column = columns[index]
        let sorted = arrangement.sort.flatMap { $0.column == index ? $0.order : nil }
        return switch sorted ?? column.order {
        case nil: column.title
        case .ascending: column.title + " " + symbols.sorts[0]
        case .descending: column.title + " " + symbols.sorts[1]
        }
    }
}

/// Columns as they stand in the part in which they are drawn. No part of `Table`: what is generic there would be looked up for every cell.
private struct DrawnColumns {
    let columns: Range<Int>
    let parts: [Rect]
    let separator: SafeText
    let end: Int

    init(_ columns: Range<Int>, parts: [Rect], separator: SafeText) {
        self.columns = columns
        self.parts = parts
        self.separator = separator
        end = columns.last { !parts[$0].isEmpty }.map { parts[$0].endColumn } ?? 0
    }

    @inline(__always)
    func isSeen(_ column: Int, _ frame: borrowing Frame) -> Bool {
        let part = parts[column]
        return part.columns > 0 && part.endColumn > 0 && part.column <= frame.size.columns
    }

    @inline(__always)
    func write(
        _ cell: StyledText, column: Int, row: Int, _ align: Frame.Alignment,
        _ frame: borrowing Frame
    ) {
        let part = parts[column]
        frame.writeField(
            cell.text, column: part.column, row: row, columns: part.columns, align: align,
            style: cell.style)
    }

    /// The lines between columns, down some rows.
    func separate(_ rows: Range<Int>, _ style: Style, _ frame: borrowing Frame) {
        for column in columns where isSeen(column, frame) {
            let part = parts[column]
            if column > columns.lowerBound {
                frame.write(separator, column: part.column - 1, rows: rows, style: style)
            }
            // The line between what stays and what is scrolled.
            if column + 1 == columns.upperBound, column + 1 < parts.count,
                part.endColumn < frame.size.columns
            {
                frame.write(separator, column: part.endColumn, rows: rows, style: style)
            }
        }
    }

    /// What is right of the last column.
    func finish(row: Int, _ style: Style, _ frame: borrowing Frame) {
        let isLast = columns.upperBound == parts.count
        guard isLast, end < frame.size.columns else { return }
        frame.fill(
            Rect(column: end, row: row, columns: frame.size.columns - end, rows: 1),
            style: style)
    }
}
