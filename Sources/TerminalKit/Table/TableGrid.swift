/// Where the columns of a table stand.
struct TableGrid {
    /// A part of the table within which its columns are drawn.
    struct Section {
        let rect: Rect
        let columns: Range<Int>
    }

    /// By column, as on the table's part; a part that is scrolled away lies outside of its section.
    let parts: [Rect]
    /// One, or two where some columns stay and others are scrolled.
    let sections: [Section]
    /// How far it can be scrolled.
    let mostOffset: Int

    init(_ columns: [TableColumn], _ arrangement: TableArrangement, _ size: Size) {
        let bounds = Rect(size)
        let constraints = columns.enumerated().map { index, column in
            arrangement.widths[index].map(Constraint.length) ?? column.width
        }
        let natural = constraints.map { Self.natural($0, size.columns) }
        let whole = natural.reduce(0, +) + max(0, columns.count - 1)
        let fixed = min(arrangement.fixed, columns.count)
        let fixedEnd = natural.prefix(fixed).reduce(0) { $0 + $1 + 1 }
        // What stays must leave room for what is scrolled.
        guard arrangement.scrolls, whole > size.columns, fixedEnd < size.columns else {
            parts = Layout(.horizontal, constraints, spacing: 1).split(bounds)
            sections = [Section(rect: bounds, columns: columns.indices)]
            mostOffset = 0
            return
        }
        mostOffset = whole - size.columns
        let offset = min(arrangement.offset, mostOffset)
        var start = 0
        parts = natural.enumerated().map { index, width in
            defer { start += width + 1 }
            return Rect(
                column: index < fixed ? start : start - offset, row: 0, columns: width,
                rows: size.rows)
        }
        let moving = Rect(
            column: fixedEnd, row: 0, columns: size.columns - fixedEnd, rows: size.rows)
        // The line before the first that is scrolled belongs to those that stay.
        let staying = Rect(column: 0, row: 0, columns: fixedEnd, rows: size.rows)
        sections = [
            Section(rect: staying, columns: 0..<fixed),
            Section(rect: moving, columns: fixed..<columns.count),
        ]
    }

    private static func natural(_ constraint: Constraint, _ whole: Int) -> Int {
        switch constraint {
        case .length(let length), .min(let length), .max(let length):
            Swift.max(TableArrangement.leastWidth, length)
        case .percentage(let part):
            Swift.max(TableArrangement.leastWidth, whole * part / 100)
        case .fill(let weight): 16 * Swift.max(1, weight)
        }
    }

    /// The first column right of all that is drawn.
    var end: Int { parts.last { !$0.isEmpty }?.endColumn ?? 0 }

    /// The column at a place across; nil on a line.
    func column(at place: Int) -> Int? {
        for section in sections.reversed()
        where section.rect.column..<section.rect.endColumn ~= place {
            return section.columns.first {
                parts[$0].column..<parts[$0].endColumn ~= place
            }
        }
        return nil
    }

    /// The column that ends at a line across.
    func edge(at place: Int) -> Int? {
        for section in sections.reversed()
        where section.rect.column..<section.rect.endColumn ~= place {
            return section.columns.first { !parts[$0].isEmpty && parts[$0].endColumn == place }
        }
        return nil
    }
}
