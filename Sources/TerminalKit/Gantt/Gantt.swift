/// Stretches of days, a row each, on an axis of months and days, with a line at today.
public struct Gantt<ID: Hashable & Sendable>: Widget {
    /// From top to bottom.
    public var rows: [GanttRow<ID>]
    /// Which days are in sight, how near, and which row is selected.
    public var state: GanttState<ID>
    /// Where the line is.
    public var today: CalendarDay
    /// Columns of the labels.
    public var labelColumns: Int
    /// How months are called on the axis.
    public var month: (CalendarDay) -> SafeText
    /// Its colours: `text`, `muted`, `title`, `selection`, `accent`, and those of bars and marks.
    public var theme: Theme

    /// Rows of the axis.
    private static var axisRows: Int { 2 }

    /// Of rows; months are called `2026-10` unless told otherwise.
    public init(
        _ rows: [GanttRow<ID>], state: GanttState<ID>, today: CalendarDay, labelColumns: Int = 20,
        theme: Theme, month: ((CalendarDay) -> SafeText)? = nil
    ) {
        self.rows = rows
        self.state = state
        self.today = today
        self.labelColumns = labelColumns
        self.theme = theme
        self.month = month ?? { SafeText(String($0.iso.prefix(7))) }
    }

    /// Rows in sight in a part of this size: what `GanttState` wants to know.
    public static func height(of size: Size) -> Int { max(0, size.rows - axisRows) }

    /// Columns of the axis in a part of this size: what `GanttState` wants to know.
    public static func axisColumns(of size: Size, labelColumns: Int = 20) -> Int {
        max(0, size.columns - labelColumns - 1)
    }

    /// The row at a place of its part; nil on the axis and below the last.
    public func index(at place: Position, of size: Size) -> Int? {
        let height = Self.height(of: size)
        let row = place.row - Self.axisRows
        guard 0..<height ~= row else { return nil }
        let index = state.selection.placement(in: Self.rows(rows), height: height).top + row
        return index < rows.count ? index : nil
    }

    static func rows(_ rows: [GanttRow<ID>]) -> ElementRows<GanttRow<ID>> {
        ElementRows(rows) { row, _ in row.label }
    }

    /// What of a bar lies outside is told by `<` and `>`.
    public func draw(on frame: inout Frame) {
        let height = Self.height(of: frame.size)
        let columns = Self.axisColumns(of: frame.size, labelColumns: labelColumns)
        let placement = state.selection.placement(in: Self.rows(rows), height: height)
        let labels = min(labelColumns, frame.size.columns)
        let axis = Rect(
            column: labelColumns + 1, row: 0, columns: columns, rows: frame.size.rows)
        frame.within(axis) { drawAxis(&$0) }
        for line in 0..<max(0, min(height, rows.count - placement.top)) {
            let row = rows[placement.top + line]
            let isSelected = placement.top + line == placement.selected
            frame.writeField(
                row.label.text, column: 0, row: line + Self.axisRows, columns: labels,
                style: isSelected ? theme[.selection] : theme[.text].merging(row.label.style))
            frame.within(axis) { drawRow(row, line + Self.axisRows, &$0) }
        }
    }

    private func drawAxis(_ frame: inout Frame) {
        let columns = frame.size.columns
        guard columns > 0 else { return }
        let end = state.scale.day(at: columns, from: state.first)
        var free = 0
        var start = state.first.monthStart
        while start <= end {
            let column = max(0, place(start))
            let text = month(start)
            let textEnd = column + text.columns(frame.ambiguous) + 1
            let next = start.adding(months: 1)
            guard next > start else { break }
            // What is left of the first month makes way for the second.
            let isCramped = start < state.first && place(next) < min(textEnd, columns)
            if column >= free, !isCramped {
                frame.write(text, column: column, row: 0, style: theme[.title])
                free = textEnd
            }
            start = next
        }
        drawDays(end, &frame)
        let line = place(today)
        guard 0..<columns ~= line else { return }
        for row in 1..<max(2, frame.size.rows) {
            frame.write(
                row == 1 ? frame.symbols.sorts[1] : frame.symbols.vertical, column: line,
                row: row, style: theme[.accent])
        }
    }

    /// Every day's number where there is room for it, otherwise Mondays', otherwise none.
    private func drawDays(_ end: CalendarDay, _ frame: inout Frame) {
        let scale = state.scale
        let isDaily = scale.columns / scale.days >= 3
        guard isDaily || 7 * scale.columns / scale.days >= 3 else { return }
        var day = state.first
        while day <= end {
            let number = SafeText(day.parts.day)
            let column = place(day)
            // Today's sign is more than a number that would be written into it.
            if isDaily || day.weekday == 0,
                !(column..<column + number.columns() ~= place(today))
            {
                frame.write(number, column: column, row: 1, style: theme[.muted])
            }
            let next = day.adding(days: 1)
            guard next > day else { return }
            day = next
        }
    }

    private func drawRow(_ row: GanttRow<ID>, _ line: Int, _ frame: inout Frame) {
        let columns = frame.size.columns
        for bar in row.bars {
            let start = place(bar.first)
            let end = max(start + 1, place(bar.last.adding(days: 1)))
            let style = theme[bar.role]
            let sign = bar.isLight ? frame.symbols.light : frame.symbols.steps[8]
            for column in max(0, start)..<max(0, max(start, min(end, columns))) {
                frame.write(sign, column: column, row: line, style: style)
            }
            if start < 0, end > 0 { frame.write("<", column: 0, row: line, style: style) }
            if end > columns, start < columns {
                frame.write(">", column: columns - 1, row: line, style: style)
            }
        }
        for mark in row.marks {
            frame.write(
                mark.sign ?? frame.symbols.mark, column: place(mark.day), row: line,
                style: theme[mark.role])
        }
    }

    private func place(_ day: CalendarDay) -> Int {
        state.scale.column(of: day, from: state.first)
    }
}
