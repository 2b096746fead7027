import BoardService
import TerminalKit

/// The way to another time of the board, while that is put together.
struct Journey: Sendable, Equatable {
    /// Counts the journeys: the answer to one that was given up changes nothing.
    let number: Int
    let moment: AsOf
    let board: LongAnswer<LocalBoard>
    var done: Int64 = 0
    var whole: Int64 = 0

    static func == (left: Journey, right: Journey) -> Bool { left.number == right.number }
}

/// The journey as it looks.
struct JourneyBox: Widget {
    let journey: Journey
    let setting: Setting

    func draw(on frame: inout Frame) {
        let theme = setting.theme
        let size = Size(columns: min(64, frame.size.columns - 4), rows: 5)
        frame.within(frame.bounds.centered(size)) { frame in
            let inside = frame.box(setting.text("cli.asOf.progress"), theme)
            var overlaid = theme
            overlaid[.text] = theme[.overlay]
            frame.draw(
                Gauge(
                    journey.whole == 0 ? 0 : Double(journey.done) / Double(journey.whole),
                    theme: overlaid),
                in: Rect(column: inside.column, row: inside.row, columns: inside.columns, rows: 1))
            frame.draw(
                KeyHints(
                    [KeyHint("Esc", setting.text("tui.key.back"))], theme: theme,
                    style: theme[.overlay]),
                in: Rect(
                    column: inside.column, row: inside.endRow - 1, columns: inside.columns, rows: 1)
            )
        }
    }
}
