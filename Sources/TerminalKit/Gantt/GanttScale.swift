/// How many days take how many columns on a Gantt chart's axis.
public struct GanttScale: Hashable, Sendable {
    /// So many days …
    public let days: Int
    /// … take so many columns.
    public let columns: Int

    /// So many days in so many columns, at least one of each.
    public init(days: Int, columns: Int) {
        self.days = max(1, days)
        self.columns = max(1, columns)
    }

    /// From near to far: four columns a day to a month a column.
    public static let all: [GanttScale] = [
        GanttScale(days: 1, columns: 4), GanttScale(days: 1, columns: 2),
        GanttScale(days: 1, columns: 1), GanttScale(days: 2, columns: 1),
        GanttScale(days: 4, columns: 1), GanttScale(days: 7, columns: 1),
        GanttScale(days: 14, columns: 1), GanttScale(days: 30, columns: 1),
    ]

    /// The column at which a day begins, from that at which another does.
    func column(of day: CalendarDay, from first: CalendarDay) -> Int {
        let distance = (day.number - first.number) * columns
        return distance >= 0 ? distance / days : -((-distance + days - 1) / days)
    }

    /// The day that stands at a column.
    func day(at column: Int, from first: CalendarDay) -> CalendarDay {
        let distance = column * days
        let offset = distance >= 0 ? distance / columns : -((-distance + columns - 1) / columns)
        return first.adding(days: offset)
    }
}
