import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// The selected case beside the board, by what the list knows of it: looking at it is no reading of its file.
struct BoardDetail: Widget {
    let row: CaseRow
    let clock: CaseClock?
    let setting: Setting

    func draw(on frame: inout Frame) {
        let theme = setting.theme
        frame.drawBorder(theme[.border], title: SafeText(row.id), titleStyle: theme[.title])
        let wording = setting.wording
        var pairs: [(String, String)] = [
            ("cli.list.title", row.title), ("cli.list.enterprise", row.enterpriseName),
            ("cli.list.state", wording.state(row.state, of: Machine.challenge.rawValue)),
            ("cli.list.lane", CaseFacet.lane.valueWords(row.lane, setting)),
            ("tui.board.budget", wording.money(Money(fen: row.budget))),
            ("cli.list.chain", wording.choice(row.chain)),
            ("cli.list.topicClass", wording.choice(row.topicClass, of: "topicClass")),
            ("cli.list.mode", wording.choice(row.mode, of: "mode")),
        ]
        if let edition = row.listEdition { pairs.append(("cli.list.edition", edition)) }
        if let deadline = row.deadline {
            pairs.append(("cli.list.deadline", wording.instant(deadline)))
        }
        var lines = pairs.map { key, text in
            LabelledLine(label: setting.text(key), text: SafeText(text))
        }
        if let clock {
            let words = clock.words(setting)
            lines.append(
                LabelledLine(
                    label: setting.text("tui.board.clock"),
                    text: SafeText(wording.day(clock.due.day)) + "  " + words.text,
                    style: words.style))
        }
        for (key, instant) in [
            ("tui.board.created", row.createdAt), ("tui.board.changed", row.changedAt),
        ] {
            lines.append(
                LabelledLine(
                    label: setting.text(key), text: SafeText(wording.instant(instant))))
        }
        frame.draw(
            LabelledLines(lines, theme: theme), in: frame.bounds.inset(columns: 2, rows: 1))
    }
}

/// What the board can be sifted by, over it.
struct FacetBox: Widget {
    let picker: FacetPicker
    let setting: Setting

    /// Where the box stands in the body, and the entries in it.
    static func parts(of body: Rect) -> (box: Rect, list: Rect) {
        let box = body.centered(
            Size(
                columns: min(64, body.columns - 4), rows: min(FacetPicker.rows + 4, body.rows)))
        return (box, PickerRows(in: box.inset(columns: 2, rows: 1)).list)
    }

    func draw(on frame: inout Frame) {
        let theme = setting.theme
        frame.within(Self.parts(of: frame.bounds).box) { frame in
            let rows = PickerRows(in: frame.box(setting.text("tui.board.filter.title"), theme))
            frame.draw(
                TextField(
                    picker.query, isFocused: true,
                    placeholder: setting.text("tui.board.filter.hint"), theme: theme),
                in: rows.query)
            frame.within(rows.list) { drawEntries(on: &$0) }
        }
    }

    private func drawEntries(on frame: inout Frame) {
        let theme = setting.theme
        let found = picker.found
        let placement = picker.selection.placement(in: found, height: frame.size.rows)
        let selected = placement.selected ?? 0
        for (row, entry) in found.elements.dropFirst(placement.top).prefix(frame.size.rows)
            .enumerated()
        {
            let isSelected = placement.top + row == selected
            let style = theme[isSelected ? .selection : .overlay]
            let isOn = picker.filter.has(entry.value, of: entry.facet)
            frame.writeField(
                (isOn ? "[x] " : "[ ] ") + entry.words, column: 0, row: row,
                columns: frame.size.columns - 7, style: style)
            frame.writeField(
                SafeText(entry.cases), column: frame.size.columns - 7, row: row, columns: 7,
                align: .trailing, style: style)
        }
        guard found.count == 0 else { return }
        frame.write(
            setting.text(picker.isLoading ? "tui.loading" : "tui.palette.none"), column: 0,
            style: theme[.overlay].merging(theme[.muted]))
    }
}
