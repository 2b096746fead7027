import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// One event as it looks, in words above and as the log holds it below.
struct EventView: Widget {
    let screen: EventScreen
    let setting: Setting

    static func rows(in body: Rect) -> Rect {
        Rect(column: 1, row: 1, columns: body.columns - 2, rows: body.rows - 1)
    }

    func draw(on frame: inout Frame) {
        let theme = setting.theme
        guard let content = screen.content.value else {
            let words = screen.content.failure ?? setting.text("tui.loading")
            frame.draw(Text(words, style: theme[.muted]), in: frame.bounds.inset(columns: 1))
            return
        }
        let what = content.entry.entry.map { setting.wording.event($0.type) }
        let stream = content.stream.map { $0.id + " · " } ?? ""
        frame.writeField(
            SafeText(stream + (what ?? setting.texts.text("cli.log.withheld"))), column: 1,
            columns: frame.size.columns - 2, style: theme[.title])
        frame.draw(
            FileLines(lines: screen.drawn(setting), top: screen.top, theme: theme),
            in: Self.rows(in: frame.bounds))
    }

    static func lines(
        of content: EventContent, _ setting: Setting, columns: Int
    ) -> [FileLine] {
        let sheet = EventSheet(sheet: FileSheet(setting: setting, columns: columns))
        var lines: [FileLine] = []
        if let event = content.entry.entry {
            lines += sheet.lines(event, after: content.previous)
        } else {
            lines += sheet.sheet.labelled(
                [
                    sheet.pair("cli.timeline.position", String(content.entry.position)),
                    sheet.pair("tui.event.what", setting.texts.text("cli.log.withheld")),
                    sheet.pair("cli.log.hash", content.entry.hash.text),
                ] + (content.previous.map { [sheet.pair("tui.event.previous", $0.text)] } ?? []))
        }
        guard let row = content.entry.row else { return lines }
        lines += [.blank, sheet.sheet.heading(setting.texts.text("tui.event.raw"))]
        return lines + raw(row, sheet)
    }

    /// Column by column as it was recorded and is hashed; names of columns are the log's own.
    private static func raw(_ row: EventRow, _ sheet: EventSheet) -> [FileLine] {
        let columns: [(String, String)] = [
            ("position", String(row.position)), ("stream", row.stream),
            ("version", String(row.version)), ("type", row.type), ("schema", String(row.schema)),
            ("occurredAt", row.occurredAt.text), ("recordedAt", row.recordedAt.text),
            ("actor", row.actor), ("onBehalfOf", row.onBehalfOf), ("commandID", row.commandID),
            ("correlation", row.correlation), ("causation", String(row.causation)),
            ("policy", row.policy), ("payload", row.payload), ("hash", row.hash.text),
        ]
        return sheet.sheet.labelled(columns.map { ($0.0, SafeText($0.1, form: .body)) })
    }
}
