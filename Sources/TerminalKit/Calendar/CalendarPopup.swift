/// A month, to choose a day of it: what lies open beside a `DateField`.
public struct CalendarPopup: Widget {
    /// The day under the cursor.
    public var cursor: CalendarDay
    /// Underlined.
    public var today: CalendarDay
    /// What months and weekdays are called.
    public var words: CalendarWords
    /// How a day stands out; nil where it is like the others.
    public var marks: (CalendarDay) -> DayMark?
    /// What is worth knowing of a day: shown of the one under the cursor.
    public var hint: (CalendarDay) -> SafeText
    /// Its colours: `overlay`, `focus`, `title`, `muted`, `selection`, and those of the marks.
    public var theme: Theme

    /// Columns and rows that it takes: two for the border, a title, the weekdays, six weeks, two lines of the hint.
    public static let size = Size(columns: 32, rows: 12)
    private static let dayColumns = 4
    private static let firstWeek = Position(column: 2, row: 3)

    /// Of a field whose calendar is open; nil where it is not.
    public init?(
        _ state: DateFieldState, words: CalendarWords,
        marks: @escaping (CalendarDay) -> DayMark? = { _ in nil },
        hint: @escaping (CalendarDay) -> SafeText = { _ in .empty }, theme: Theme
    ) {
        guard let cursor = state.cursor else { return nil }
        self.cursor = cursor
        today = state.today
        self.words = words
        self.marks = marks
        self.hint = hint
        self.theme = theme
    }

    /// The day at a place of it while the cursor is on another: nil beside the days of that month.
    static func day(at place: Position, around cursor: CalendarDay) -> CalendarDay? {
        let (column, row) = (place.column - firstWeek.column, place.row - firstWeek.row)
        guard column >= 0, column < 7 * dayColumns, row >= 0 else { return nil }
        let month = cursor.monthStart
        let day = row * 7 + column / dayColumns - month.weekday
        return 0..<cursor.daysInMonth ~= day ? month.adding(days: day) : nil
    }

    /// The caret stands on the day under the cursor.
    public func draw(on frame: inout Frame) {
        let overlay = theme[.overlay]
        let month = cursor.monthStart
        frame.fill(style: overlay)
        frame.drawBorder(overlay.merging(theme[.focus]))
        let first = Self.firstWeek
        let columns = 7 * Self.dayColumns
        frame.writeField(
            words.title(month), column: first.column, row: 1, columns: columns, align: .center,
            style: overlay.merging(theme[.title]))
        for (weekday, name) in words.weekdays.prefix(7).enumerated() {
            frame.writeField(
                name, column: first.column + weekday * Self.dayColumns, row: 2, columns: 2,
                align: .trailing, style: overlay.merging(theme[.muted]))
        }
        for offset in 0..<cursor.daysInMonth {
            let day = month.adding(days: offset)
            let place = offset + month.weekday
            draw(
                day, column: first.column + place % 7 * Self.dayColumns,
                row: first.row + place / 7, &frame)
        }
        frame.draw(
            Text(hint(cursor), style: overlay.merging(theme[.muted])),
            in: Rect(column: first.column, row: 9, columns: columns, rows: 2))
    }

    private func draw(_ day: CalendarDay, column: Int, row: Int, _ frame: inout Frame) {
        let mark = marks(day)
        var style = theme[.overlay]
        if let mark { style = style.merging(theme[mark.role]) }
        if day == today { style.attributes.insert(.underline) }
        if day == cursor { style = theme[.selection] }
        frame.write(
            SafeText(day.parts.day), column: column, row: row, columns: 2, align: .trailing,
            style: style)
        if let mark {
            frame.write(mark.sign, column: column + 2, row: row, columns: 1, style: style)
        }
        if day == cursor { frame.placeCaret(column: column + 1, row: row) }
    }
}
