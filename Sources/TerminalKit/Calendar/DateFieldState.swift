/// A date that is typed or stepped to, and the calendar that may lie open beside it.
public struct DateFieldState: Hashable, Sendable {
    /// What distances are counted from, and where an empty field begins.
    public let today: CalendarDay
    /// Within which steps keep; what is typed may lie outside, which is for a verdict to say.
    public let range: ClosedRange<CalendarDay>?
    /// What is typed.
    public private(set) var field: TextFieldState
    /// The day under the cursor of the calendar; nil while that is closed.
    public private(set) var cursor: CalendarDay?

    /// With a day to begin with, or none.
    public init(
        today: CalendarDay, day: CalendarDay? = nil, range: ClosedRange<CalendarDay>? = nil
    ) {
        self.today = today
        self.range = range
        field = TextFieldState(
            limit: 16, characters: DateReading.characters, text: day?.iso ?? "")
    }

    /// What the text says.
    public var reading: DateReading { DateReading(field.text.string, today: today) }

    /// The day that stands in it.
    public var day: CalendarDay? {
        if case .day(let day) = reading { day } else { nil }
    }

    /// Whether the calendar lies open.
    public var isOpen: Bool { cursor != nil }

    /// Puts a day into it, or nothing.
    public mutating func set(_ day: CalendarDay?) { field.set(day?.iso ?? "") }

    /// The caret goes elsewhere: the calendar closes, and `+5` becomes the day that it means.
    public mutating func leave() {
        cursor = nil
        settle()
        field.leave()
    }

    /// Typing; up and down step to the day after and before, with Shift by a week, with Ctrl by a month. Space or Alt-Down opens the calendar: there arrows
    /// move by days and weeks, pages by months, `<` and `>` by years, Home and End go to the month's ends, `t` to today; Enter takes the day, Esc does not.
    public mutating func handle(_ event: KeyEvent) -> FieldOutcome {
        if let cursor { return handle(event, at: cursor) }
        switch (event.key, event.modifiers) {
        case (.up, []): return step { $0.adding(days: 1) }
        case (.down, []): return step { $0.adding(days: -1) }
        case (.up, .shift): return step { $0.adding(days: 7) }
        case (.down, .shift): return step { $0.adding(days: -7) }
        case (.up, .control): return step { $0.adding(months: 1) }
        case (.down, .control): return step { $0.adding(months: -1) }
        case (.character(" "), []), (.down, .alt):
            open()
            return .taken
        case (.enter, []):
            settle()
            return .submitted
        default: return field.handle(event)
        }
    }

    /// What a paste brings.
    public mutating func paste(_ untrusted: String) -> FieldOutcome {
        cursor = nil
        return field.paste(untrusted)
    }

    /// A click into the field; on its last two columns it opens and closes the calendar.
    public mutating func click(
        _ place: Position, in size: Size, _ ambiguous: AmbiguousWidth = .narrow
    ) -> FieldOutcome {
        guard Rect(size).contains(place), place.row == 0 else { return .ignored }
        if place.column >= size.columns - 2 {
            if isOpen { cursor = nil } else { open() }
            return .taken
        }
        cursor = nil
        return field.click(place, in: Size(columns: size.columns - 2, rows: 1), ambiguous)
    }

    /// A click into the open calendar, in columns and rows of it.
    public mutating func clickCalendar(_ place: Position) -> FieldOutcome {
        guard let cursor else { return .ignored }
        guard let day = CalendarPopup.day(at: place, around: cursor) else { return .taken }
        return take(clamped(day))
    }

    /// Opens the calendar at the day that stands there, or today.
    public mutating func open() { cursor = clamped(day ?? today) }

    private mutating func handle(_ event: KeyEvent, at cursor: CalendarDay) -> FieldOutcome {
        let month = cursor.monthStart
        switch event.key {
        case .left, .character("h"): self.cursor = clamped(cursor.adding(days: -1))
        case .right, .character("l"): self.cursor = clamped(cursor.adding(days: 1))
        case .up, .character("k"): self.cursor = clamped(cursor.adding(days: -7))
        case .down, .character("j"): self.cursor = clamped(cursor.adding(days: 7))
        case .pageUp: self.cursor = clamped(cursor.adding(months: -1))
        case .pageDown: self.cursor = clamped(cursor.adding(months: 1))
        case .character("<"): self.cursor = clamped(cursor.adding(months: -12))
        case .character(">"): self.cursor = clamped(cursor.adding(months: 12))
        case .home: self.cursor = clamped(month)
        case .end: self.cursor = clamped(month.adding(days: cursor.daysInMonth - 1))
        case .character("t"): self.cursor = clamped(today)
        case .enter, .character(" "): return take(cursor)
        case .escape: self.cursor = nil
        default: break
        }
        return .taken
    }

    private mutating func take(_ day: CalendarDay) -> FieldOutcome {
        let isNew = day != self.day
        cursor = nil
        set(day)
        return isNew ? .changed : .taken
    }

    /// From an empty field the first step is to today.
    private mutating func step(_ move: (CalendarDay) -> CalendarDay) -> FieldOutcome {
        let before = day
        set(clamped(before.map(move) ?? today))
        return before == day ? .taken : .changed
    }

    private mutating func settle() {
        if let day, field.text.string != day.iso { set(day) }
    }

    private func clamped(_ day: CalendarDay) -> CalendarDay {
        guard let range else { return day }
        return min(max(day, range.lowerBound), range.upperBound)
    }
}
