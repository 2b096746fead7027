import BoardService
import TerminalKit

/// The path of a list; once it was read, what becomes of each of its rows.
struct DemandListView: Widget {
    let screen: DemandListScreen
    let setting: Setting

    static func parts(
        of body: Rect
    ) -> (text: Rect, notice: Rect, form: Rect, list: Rect, summary: Rect) {
        let inside = body.inset(columns: 1)
        let typing = Layout.vertical(.length(4), .length(3), .min(1)).split(inside)
        let shown = Layout.vertical(.length(2), .min(1)).split(inside)
        return (typing[0], typing[1], typing[2], shown[1], shown[0])
    }

    func draw(on frame: inout Frame) {
        let theme = setting.theme
        let parts = Self.parts(of: frame.bounds)
        guard let outcome = screen.outcome else {
            frame.draw(Text(setting.text("tui.demands.what"), style: theme[.text]), in: parts.text)
            if screen.isWaiting {
                frame.draw(
                    Text(setting.text("tui.loading"), style: theme[.muted]), in: parts.notice)
            } else if let notice = screen.notice {
                frame.draw(Text(notice.text, style: theme[notice.role]), in: parts.notice)
            }
            let line = Layout.horizontal(.length(24), .fill()).split(
                Rect(
                    column: parts.form.column, row: parts.form.row, columns: parts.form.columns,
                    rows: 1))
            frame.draw(Text(setting.text("field.demandList"), style: theme[.text]), in: line[0])
            frame.draw(
                TextField(screen.path, isFocused: !screen.isWaiting, theme: theme), in: line[1])
            return
        }
        let summary: (text: SafeText, role: Theme.Role) =
            screen.isWaiting
            ? (setting.text("cli.import.progress"), .muted)
            : screen.notice ?? (SafeText(outcome.words(setting).summary), .title)
        frame.draw(Text(summary.text, style: theme[summary.role]), in: parts.summary)
        frame.draw(
            FileLines(lines: lines(frame.size.columns), top: screen.top, theme: theme),
            in: parts.list)
    }

    /// Row by row, then what was found in the file.
    func lines(_ columns: Int) -> [FileLine] {
        guard let outcome = screen.outcome else { return [] }
        let (theme, words) = (setting.theme, outcome.words(setting))
        var lines: [FileLine] = []
        let add = { (text: SafeText, style: Style, indent: Int) in
            for line in LineBreaker(columns: max(10, columns - indent - 3)).lines(of: text) {
                lines.append(FileLine(line, style, indent: indent))
            }
        }
        for row in outcome.rows {
            let (mark, role): (SafeText, Theme.Role) =
                switch row.outcome {
                case .drafted: ("✓ ", .success)
                case .alreadyThere(_, let changed):
                    changed.isEmpty ? ("– ", .muted) : ("! ", .warning)
                case .refused: ("✗ ", .danger)
                }
            let name = row.row.enterpriseName ?? row.row.code.text
            add(
                mark + SafeText("\(row.row.row)  \(row.row.title)  \(name)"), theme[role], 0)
            add(SafeText(words.outcome(row.outcome)), theme[.muted], 4)
        }
        if !outcome.report.findings.isEmpty { lines.append(.blank) }
        for finding in outcome.report.findings {
            add(
                SafeText(words.finding(finding)),
                theme[finding.severity == .error ? .danger : .text], 0)
        }
        return lines
    }
}
