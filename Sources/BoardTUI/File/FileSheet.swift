import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// A file, or a part of one, as lines: what stands alone under its label, what repeats as a table.
struct FileSheet {
    let setting: Setting
    let columns: Int

    private var wording: ValueWording { setting.wording }
    private var theme: Theme { setting.theme }

    /// - Parameter machine: whose object it is, for its states and the names of its fields.
    func lines(
        _ members: [String: JSON], of machine: Machine?, in context: String = ""
    ) -> [FileLine] {
        lines(FileOutline(members, of: machine, in: context, wording: wording))
    }

    func table(_ rows: [[String: JSON]], name: String) -> [FileLine] {
        lines(FileOutline(rows: rows, named: name, wording: wording))
    }

    func label(_ name: String, in context: String) -> String { wording.member(name, in: context) }

    func text(
        _ value: JSON, _ name: String, _ machine: Machine?, in context: String
    ) -> SafeText {
        SafeText(wording.member(value, named: name, of: machine, in: context), form: .body)
    }

    private func lines(_ outline: FileOutline) -> [FileLine] {
        var lines: [FileLine] = []
        for block in outline.blocks {
            switch block {
            case .heading(let title, let row, let depth):
                if !lines.isEmpty { lines.append(.blank) }
                lines.append(heading(title + (row.map { " · " + $0 } ?? ""), depth))
            case .pairs(let pairs, let depth): lines += labelled(pairs, depth)
            case .table(let table, let depth): lines += self.lines(of: table, depth)
            }
        }
        return lines
    }

    func heading(_ title: String, _ depth: Int = 0) -> FileLine {
        FileLine(SafeText(title), theme[.title], indent: depth * 2)
    }

    /// Labels in a column, the values beside them, broken to the width.
    func labelled(_ pairs: [(label: String, text: SafeText)], _ depth: Int = 0) -> [FileLine] {
        let labels = pairs.map { SafeText($0.label) }
        let widest = labels.map { $0.columns() }.max() ?? 0
        let indent = depth * 2
        let column = min(widest, max(8, columns * 2 / 5))
        return zip(labels, pairs).flatMap { label, pair -> [FileLine] in
            let room = max(10, columns - indent - column - 3)
            let broken = LineBreaker(columns: room).lines(of: pair.text)
            return broken.enumerated().map { place, line in
                let blank = String(repeating: " ", count: column + 2)
                let shown = place == 0 ? label.truncated(columns: column) : .empty
                let padding = SafeText(
                    String(blank.dropFirst(min(column, shown.columns()))))
                var pieces = [
                    StyledText(shown, style: theme[.muted]), StyledText(padding),
                    StyledText(line),
                ]
                // Whatever a stranger smuggled into a text is told beside it.
                if place == 0, pair.text.tampered {
                    pieces.append(
                        StyledText(
                            " ⚠ " + SafeText(pair.text.listing), style: theme[.warning]))
                }
                return FileLine(pieces, indent: indent)
            }
        }
    }

    private func labelled(_ pairs: [FileOutline.Pair], _ depth: Int) -> [FileLine] {
        labelled(pairs.map { ($0.label, SafeText($0.text, form: .body)) }, depth)
    }

    // MARK: Tables

    /// Side by side where they fit, otherwise each row under its labels.
    private func lines(of table: FileOutline.Table, _ depth: Int) -> [FileLine] {
        let beside = grid(table, depth)
        guard beside.isEmpty else { return beside }
        return Array(
            table.rows.map { labelled(table.pairs(ofRow: $0), depth) }.joined(separator: [.blank]))
    }

    /// The rows side by side; empty where they do not fit.
    private func grid(_ table: FileOutline.Table, _ depth: Int) -> [FileLine] {
        let titles = table.columns.map { SafeText($0.title) }
        let cells = table.rows.map { $0.map { SafeText($0, form: .body) } }
        let widths = titles.indices.map { column in
            max(
                titles[column].columns(),
                cells.map { $0[column].lines.map { $0.columns() }.max() ?? 0 }.max() ?? 0)
        }
        let indent = depth * 2
        let total = widths.reduce(0, +) + 2 * max(0, widths.count - 1)
        guard total <= columns - indent - 1,
            !cells.contains(where: { $0.contains { $0.lines.count > 1 } })
        else { return [] }
        let line = { (texts: [SafeText], style: Style) -> FileLine in
            let pieces = texts.enumerated().map { column, text in
                let free = SafeText(String(repeating: " ", count: widths[column] - text.columns()))
                let padded = table.columns[column].isMoney ? free + text : text + free
                return StyledText(padded + "  ", style: style)
            }
            return FileLine(pieces, indent: indent)
        }
        return [line(titles, theme[.muted].merging(Style(.underline)))]
            + cells.map { line($0, .plain) }
    }
}
