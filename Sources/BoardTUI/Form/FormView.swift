import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// A form as it looks: the outline with labels on the left, what is typed beside them, what is wrong below.
struct FormView: Widget {
    let screen: FormScreen
    let setting: Setting
    /// Whether it takes the keys.
    let isFocused: Bool

    private var state: FormState { screen.state }
    private var theme: Theme { setting.theme }
    private var notes: FormNotes { FormNotes(screen: screen, setting: setting) }

    /// Rows of the screen that an area takes at the most.
    private static let mostOfArea = 6

    /// Columns of what is typed, which `TextEditor` wants to know.
    static func fieldColumns(_ columns: Int) -> Int { max(10, columns - labelColumns(columns) - 2) }

    private static func labelColumns(_ columns: Int) -> Int { min(28, columns * 2 / 5) }

    func draw(on frame: inout Frame) {
        let layout = layout(of: frame.size)
        for (row, part) in layout where part.endRow > 0 && part.row < frame.size.rows {
            frame.within(part) { draw(row, on: &$0) }
        }
    }

    /// Where each row stands; the focused one and what belongs to it is in sight.
    private func layout(of size: Size) -> [(row: FormRow, part: Rect)] {
        let rows = state.rows
        let heights = rows.map { height($0, size.columns) }
        let focused = rows.firstIndex { $0.path == state.cursor && $0.takesKeys } ?? 0
        let end = heights.prefix(focused + 1).reduce(0, +)
        let start = end - (heights.indices.contains(focused) ? heights[focused] : 0)
        let all = heights.reduce(0, +)
        // A little of what comes next is seen as well, as far as there is room.
        var top = max(0, min(end + 2, all) - size.rows)
        top = min(top, start)
        var line = -top
        return zip(rows, heights).map { row, height in
            defer { line += height }
            return (row, Rect(column: 0, row: line, columns: size.columns, rows: height))
        }
    }

    /// The row at a line of the view; nil below the last.
    func row(at line: Int, of size: Size) -> FormRow? {
        layout(of: size).first { $0.part.row <= line && line < $0.part.endRow }?.row
    }

    private func height(_ row: FormRow, _ columns: Int) -> Int {
        guard row.kind != .section else { return 2 }
        var height = 1
        if case .area(let editor)? = state.content[row.path] {
            let lines = LineBreaker(columns: Self.fieldColumns(columns) - 1).lines(
                of: editor.text)
            let isHere = row.path == state.cursor
            height = min(Self.mostOfArea, max(isHere ? 3 : 1, lines.count))
        }
        let note = notes.note(row)
        guard !note.text.isEmpty else { return height }
        return height + Text(note.text).rows(columns: Self.fieldColumns(columns))
    }

    // MARK: What lies open

    /// Where the open popup stands in the body; nil where none is open.
    func popup(in form: Rect, of body: Rect) -> (popup: FormPopup, rect: Rect)? {
        guard let popup = state.popup,
            let part = layout(of: form.size).first(where: { $0.row.path == state.cursor })?.part
        else { return nil }
        let label = Self.labelColumns(form.columns)
        let columns = Self.fieldColumns(form.columns)
        let anchor = Rect(
            column: form.column + label + 1, row: form.row + part.row, columns: columns, rows: 1)
        return (popup, body.popup(FormPopupBox.size(popup, columns, setting), beside: anchor))
    }

    // MARK: A row

    private func draw(_ row: FormRow, on frame: inout Frame) {
        guard row.kind != .section else { return drawSection(row, on: &frame) }
        let label = Self.labelColumns(frame.size.columns)
        let field = Self.fieldColumns(frame.size.columns)
        let isHere = row.path == state.cursor && row.takesKeys
        let indent = min(row.depth * 2, label / 2)
        if isHere {
            frame.write(
                frame.symbols.pointer, column: max(0, indent - 1), row: 0, style: theme[.accent])
        }
        if case .item = row.kind {
            // Its summary takes all the room.
            return frame.writeField(
                notes.itemTitle(row), column: indent + 1, columns: frame.size.columns - indent - 1,
                style: theme[isHere ? .selection : .title])
        }
        let isHeading =
            switch row.kind {
            case .record, .list: true
            default: false
            }
        frame.writeField(
            notes.label(row), column: indent + 1, columns: label - indent - 1,
            style: theme[isHere || isHeading ? .title : .text])
        let note = notes.note(row)
        let noteRows =
            note.text.isEmpty ? 0 : Text(note.text).rows(columns: field, ambiguous: frame.ambiguous)
        let value = Rect(
            column: label + 1, row: 0, columns: field, rows: max(1, frame.size.rows - noteRows))
        frame.within(value) { drawValue(row, isHere && isFocused, on: &$0) }
        guard noteRows > 0 else { return }
        frame.draw(
            Text(note.text, style: theme[note.role]),
            in: Rect(column: label + 1, row: value.rows, columns: field, rows: noteRows))
    }

    /// `── 资金 ─────`, with an empty row before it.
    private func drawSection(_ row: FormRow, on frame: inout Frame) {
        frame.within(Rect(column: 0, row: 1, columns: frame.size.columns, rows: 1)) {
            $0.drawRule(setting.text("tui.section." + row.label), theme)
        }
    }

    // MARK: Values

    private func drawValue(_ row: FormRow, _ isHere: Bool, on frame: inout Frame) {
        if isHere, drawFilter(on: &frame) { return }
        switch state.content[row.path] {
        case .line(let editor)?:
            frame.draw(
                TextField(
                    editor, isFocused: isHere, isSecret: FormPlan.secrets.contains(row.label),
                    theme: theme), in: frame.bounds)
            drawBeside(row, editor, on: &frame)
        case .area(let editor)?:
            frame.draw(TextArea(editor, isFocused: isHere, theme: theme), in: frame.bounds)
        case .flag(let value)?:
            let words: SafeText =
                switch value {
                case true?: "[x] " + setting.text("cli.yes")
                case false?: "[ ] " + setting.text("cli.no")
                case nil: "[ ] –"
                }
            drawSwitch(words, isHere, on: &frame)
        case .choice(let names, let chosen)?:
            let words =
                chosen.map { SafeText(setting.wording.choice(names[$0], of: row.label)) }
                ?? setting.text("tui.form.choose", ["count": String(names.count)])
            drawSwitch(words + " " + frame.symbols.sorts[1], isHere, on: &frame)
        case .list(_, let items)?:
            let words =
                row.kind == .picks
                ? notes.picked(items, row) + " " + frame.symbols.sorts[1]
                : "+ " + setting.text("tui.form.items", ["count": String(items.count)])
            drawSwitch(words, isHere, on: &frame)
        case .record?, nil: break
        }
    }

    /// While a list lies open, what is typed to filter it stands in the field.
    private func drawFilter(on frame: inout Frame) -> Bool {
        switch state.popup {
        case .choice(let choice)?, .picks(let choice)?:
            frame.draw(
                ChoiceField(
                    choice, isFocused: true, placeholder: setting.text("tui.form.filter"),
                    theme: theme), in: Rect(column: 0, row: 0, columns: frame.size.columns, rows: 1)
            )
            return true
        default: return false
        }
    }

    /// What the id in a field means, or the unit of a bare number, behind what is typed.
    private func drawBeside(_ row: FormRow, _ editor: TextEditor, on frame: inout Frame) {
        let words = notes.beside(row, editor.text.string)
        guard !words.isEmpty else { return }
        let used = editor.text.columns(frame.ambiguous) + 2
        let room = frame.size.columns - used
        guard room >= words.columns(frame.ambiguous) else { return }
        frame.writeField(
            words, column: used, columns: room, align: .trailing,
            style: theme[.field].merging(theme[.muted]))
    }

    private func drawSwitch(_ words: SafeText, _ isHere: Bool, on frame: inout Frame) {
        frame.writeField(
            words, column: 0, columns: frame.size.columns,
            style: theme[isHere ? .selection : .field])
        if isHere { frame.placeCaret(column: 0, row: 0) }
    }
}
