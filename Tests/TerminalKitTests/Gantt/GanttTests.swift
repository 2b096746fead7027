import Testing

@testable import TerminalKit

@Suite("A Gantt chart")
struct GanttTests {
    private static func day(_ month: Int, _ day: Int) -> CalendarDay {
        CalendarDay(year: 2026, month: month, day: day) ?? CalendarDay(number: .max)
    }

    private static let rows = [
        GanttRow("a", StyledText("试制"), bars: [.init(day(9, 20), day(9, 30), role: .success)]),
        GanttRow(
            "b", StyledText("验题与公示"), bars: [.init(day(9, 26), day(10, 12), isLight: true)],
            marks: [.init(day(10, 3)), .init(day(9, 30), "!", role: .danger)]),
    ]

    private func shown(_ state: GanttState<String>) -> String {
        screen(
            Gantt(Self.rows, state: state, today: Self.day(9, 29), labelColumns: 8, theme: .mono),
            columns: 33, rows: 5)
    }

    @Test("Bars from day to day, what lies outside, marks, and the line at today")
    func looks() {
        let state = GanttState<String>(first: Self.day(9, 25))
        #expect(
            shown(state) == """
                               2026-10
                             ▾     5      12
                试制     <⣿⣿⣿⣿⣿
                验题与…   ⠶⠶⠶⠶!⠶⠶◊⠶⠶⠶⠶⠶⠶⠶⠶⠶
                             │
                """)
    }

    @Test("Nearer and farther keep the middle; all can be made to fit")
    func zooms() {
        var state = GanttState<String>(first: Self.day(9, 1))
        let middle = Self.day(9, 13)
        state.zoom(by: 1, columns: 24)
        #expect(state.scale == GanttScale(days: 1, columns: 2))
        #expect(state.first == middle.adding(days: -6))
        state.zoom(by: -9, columns: 24)
        #expect(state.scale == GanttScale(days: 30, columns: 1))
        state.zoom(by: 9, columns: 24)
        #expect(state.scale == GanttScale(days: 1, columns: 4))
        let all = GanttState(fitting: Self.rows, today: Self.day(9, 29), columns: 24)
        #expect(all.first == Self.day(9, 20) && all.scale == GanttScale(days: 1, columns: 1))
        let narrow = GanttState(fitting: Self.rows, today: Self.day(9, 29), columns: 10)
        #expect(narrow.scale == GanttScale(days: 4, columns: 1))
        #expect(GanttState<Int>(fitting: [], today: middle, columns: 9).first == middle)
    }

    @Test("Keys scroll, zoom, come back to today, and move through the rows")
    func keys() {
        var state = GanttState<String>(first: Self.day(9, 1))
        func press(_ key: KeyEvent) -> Bool {
            state.handle(key, in: Self.rows, today: Self.day(9, 29), columns: 24, height: 3)
        }
        #expect(press(KeyEvent(.right)) && state.first == Self.day(9, 4))
        #expect(press(KeyEvent(.left, .shift)) && state.first == Self.day(8, 23))
        #expect(press("t") && state.first == Self.day(9, 23))
        #expect(press("+") && press("-") && state.scale == GanttScale(days: 1, columns: 1))
        #expect(press("j") && press("j") && state.selection.id == "b")
        #expect(press("x") == false)
        let gantt = Gantt(Self.rows, state: state, today: Self.day(9, 29), theme: .mono)
        let size = Size(columns: 60, rows: 5)
        #expect(gantt.index(at: Position(column: 3, row: 3), of: size) == 1)
        #expect(gantt.index(at: Position(column: 3, row: 1), of: size) == nil)
        #expect(gantt.index(at: Position(column: 3, row: 4), of: size) == nil)
    }

    @Test("At every scale a day's column and a column's day belong together")
    func scales() {
        let first = Self.day(3, 15)
        for scale in GanttScale.all {
            for distance in -400...400 {
                let day = first.adding(days: distance)
                let start = scale.day(at: scale.column(of: day, from: first), from: first)
                #expect(start <= day && day < start.adding(days: scale.days))
                let column = scale.column(
                    of: scale.day(at: distance, from: first), from: first)
                #expect(column <= distance && distance < column + scale.columns)
            }
        }
    }
}
