/// Something that takes its time: a row of a Gantt chart.
public struct GanttRow<ID: Hashable & Sendable>: Hashable, Sendable, Identifiable {
    /// A stretch of days.
    public struct Bar: Hashable, Sendable {
        /// The first day.
        public var first: CalendarDay
        /// The last, which it takes too.
        public var last: CalendarDay
        /// What style it is in.
        public var role: Theme.Role
        /// Whether it is drawn lightly: planned, not begun.
        public var isLight: Bool

        /// From a day to a day.
        public init(
            _ first: CalendarDay, _ last: CalendarDay, role: Theme.Role = .accent,
            isLight: Bool = false
        ) {
            self.first = min(first, last)
            self.last = max(first, last)
            self.role = role
            self.isLight = isLight
        }
    }

    /// A day that stands out.
    public struct Mark: Hashable, Sendable {
        /// When.
        public var day: CalendarDay
        /// One column; nil for the chart's own.
        public var sign: SafeText?
        /// What style it is in.
        public var role: Theme.Role

        /// On a day.
        public init(_ day: CalendarDay, _ sign: SafeText? = nil, role: Theme.Role = .accent) {
            self.day = day
            self.sign = sign
            self.role = role
        }
    }

    /// What it stays known by.
    public var id: ID
    /// Before the axis.
    public var label: StyledText
    /// What takes its time; later ones lie over earlier ones.
    public var bars: [Bar]
    /// What lies over the bars.
    public var marks: [Mark]

    /// With a label.
    public init(_ id: ID, _ label: StyledText, bars: [Bar], marks: [Mark] = []) {
        self.id = id
        self.label = label
        self.bars = bars
        self.marks = marks
    }

    /// All days of it.
    public var days: ClosedRange<CalendarDay>? {
        let all = bars.flatMap { [$0.first, $0.last] } + marks.map(\.day)
        guard let first = all.min(), let last = all.max() else { return nil }
        return first...last
    }
}

/// Which days of a Gantt chart are in sight, how near, and which row is selected.
public struct GanttState<ID: Hashable & Sendable>: Hashable, Sendable {
    /// The day at the axis's left end.
    public private(set) var first: CalendarDay
    /// How near the days are seen.
    public private(set) var scale: GanttScale
    /// Which row is selected, and the first in sight.
    public var selection = RowSelection<ID>()

    /// From a day on, a column a day unless told otherwise.
    public init(first: CalendarDay, scale: GanttScale = GanttScale(days: 1, columns: 1)) {
        self.first = first
        self.scale = scale
    }

    /// As near as all of these are seen on an axis of so many columns.
    public init(fitting rows: [GanttRow<ID>], today: CalendarDay, columns: Int) {
        let days = rows.compactMap(\.days)
        let start = days.map(\.lowerBound).min() ?? today
        let end = max(start, days.map(\.upperBound).max() ?? today)
        let scale = GanttScale.all.first { scale in
            scale.column(of: end.adding(days: 1), from: start) <= columns
        }
        self.init(first: start, scale: scale ?? GanttScale.all[GanttScale.all.count - 1])
    }

    /// Scrolls by so many columns, to later days where positive.
    public mutating func scroll(by columns: Int) { first = scale.day(at: columns, from: first) }

    /// Nearer by so many steps, or farther; what stands in the middle of an axis of so many columns stays there.
    public mutating func zoom(by steps: Int, columns: Int) {
        let middle = scale.day(at: columns / 2, from: first)
        let place = GanttScale.all.firstIndex(of: scale) ?? 2
        scale = GanttScale.all[max(0, min(place - steps, GanttScale.all.count - 1))]
        first = scale.day(at: -(columns / 2), from: middle)
    }

    /// Puts a day at a quarter of an axis of so many columns.
    public mutating func show(_ day: CalendarDay, columns: Int) {
        first = scale.day(at: -(columns / 4), from: day)
    }

    /// Left and right (`h`, `l`) scroll by an eighth, with Shift by half; `+` and `-` go nearer and farther; `t` shows today. Otherwise as
    /// `RowSelection.handle`.
    /// - Parameters:
    ///   - columns: of the axis, as `Gantt.axisColumns` has them.
    ///   - height: rows of the chart, as `Gantt.height(of:)` has them.
    public mutating func handle(
        _ event: KeyEvent, in rows: [GanttRow<ID>], today: CalendarDay, columns: Int, height: Int
    ) -> Bool {
        let step = max(1, columns / (event.modifiers == .shift ? 2 : 8))
        switch (event.key, event.modifiers) {
        case (.left, []), (.left, .shift), (.character("h"), []): scroll(by: -step)
        case (.right, []), (.right, .shift), (.character("l"), []): scroll(by: step)
        case (.character("+"), _), (.character("="), []): zoom(by: 1, columns: columns)
        case (.character("-"), []): zoom(by: -1, columns: columns)
        case (.character("t"), []): show(today, columns: columns)
        default: return selection.handle(event, in: Gantt.rows(rows), height: height)
        }
        return true
    }
}
