import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// A form as it looks: the outline with labels on the left, what is typed beside them, what is wrong below.
struct FormView: Widget {
    let state: FormState
    let setting: Setting
    /// Whether it takes the keys.
    let isFocused: Bool

    private var theme: Theme { setting.theme }

    /// Rows of the screen that an area takes at the most.
    private static let mostOfArea = 6

    /// Columns of what is typed, which `TextEditor` wants to know.
    static func fieldColumns(_ columns: Int) -> Int { max(10, columns - labelColumns(columns) - 2) }

    private static func labelColumns(_ columns: Int) -> Int { min(30, columns * 2 / 5) }

    func draw(on frame: inout Frame) {
        let rows = state.rows
        let heights = rows.map { height($0, frame.size.columns) }
        let focused = rows.firstIndex { $0.path == state.cursor } ?? 0
        var top = 0
        // The focused row and what belongs to it stay in sight, with a little before them.
        let end = heights[0..<min(rows.count, focused + 1)].reduce(0, +)
        if end > frame.size.rows { top = end - frame.size.rows }
        let start = end - (heights.indices.contains(focused) ? heights[focused] : 0)
        if start < top { top = start }
        var line = -top
        for (row, height) in zip(rows, heights) {
            if line + height > 0, line < frame.size.rows {
                let part = Rect(
                    column: 0, row: line, columns: frame.size.columns, rows: height)
                frame.within(part) { draw(row, on: &$0) }
            }
            line += height
        }
    }

    /// The row at a line of the view; nil below the last.
    func row(at line: Int, of size: Size) -> FormRow? {
        let rows = state.rows
        let heights = rows.map { height($0, size.columns) }
        let focused = rows.firstIndex { $0.path == state.cursor } ?? 0
        let end = heights[0..<min(rows.count, focused + 1)].reduce(0, +)
        var place = max(0, end - size.rows) + line
        for (row, height) in zip(rows, heights) {
            if place < height { return row }
            place -= height
        }
        return nil
    }

    private func height(_ row: FormRow, _ columns: Int) -> Int {
        var height = 1
        if case .area(let editor)? = state.content[row.path] {
            let lines = LineBreaker(columns: Self.fieldColumns(columns) - 1).lines(
                of: editor.text)
            height = min(Self.mostOfArea, max(2, lines.count))
        }
        let note = note(row)
        if !note.text.isEmpty {
            height += Text(note.text).rows(columns: Self.fieldColumns(columns))
        }
        return height
    }

    // MARK: A row

    private func draw(_ row: FormRow, on frame: inout Frame) {
        let label = Self.labelColumns(frame.size.columns)
        let field = Self.fieldColumns(frame.size.columns)
        let isHere = row.path == state.cursor
        let indent = min(row.depth * 2, label / 2)
        if isHere {
            frame.write(
                frame.symbols.pointer, column: max(0, indent - 2), row: 0,
                style: theme[.accent])
        }
        frame.writeField(
            labelText(row), column: indent + 1, columns: label - indent - 1,
            style: isHere ? theme[.title] : theme[row.kind == .leaf ? .text : .title])
        let note = note(row)
        let noteRows =
            note.text.isEmpty ? 0 : Text(note.text).rows(columns: field, ambiguous: frame.ambiguous)
        let value = Rect(
            column: label + 1, row: 0, columns: field,
            rows: max(1, frame.size.rows - noteRows))
        frame.within(value) { drawValue(row, isHere && isFocused, on: &$0) }
        guard noteRows > 0 else { return }
        frame.draw(
            Text(note.text, style: theme[note.role]),
            in: Rect(column: label + 1, row: value.rows, columns: field, rows: noteRows))
    }

    private func labelText(_ row: FormRow) -> SafeText {
        if case .element(let place)? = row.path.steps.last {
            return SafeText("\(setting.wording.label(row.label, in: row.context)) \(place + 1)")
        }
        let label = SafeText(setting.wording.label(row.label, in: row.context))
        return row.use?.required == true ? label + " *" : label
    }

    private func drawValue(_ row: FormRow, _ isHere: Bool, on frame: inout Frame) {
        switch state.content[row.path] {
        case .line(let editor)?:
            frame.draw(
                TextField(
                    editor, isFocused: isHere,
                    isSecret: row.label == FormScreen.passphrase.name, theme: theme),
                in: frame.bounds)
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
            drawSwitch("< " + words + " >", isHere, on: &frame)
        case .list(_, let items)?:
            let words = setting.text("tui.form.items", ["count": String(items.count)])
            drawSwitch("+ " + words, isHere, on: &frame)
        case .record?, nil: break
        }
    }

    private func drawSwitch(_ words: SafeText, _ isHere: Bool, on frame: inout Frame) {
        frame.writeField(
            words, column: 0, columns: frame.size.columns,
            style: theme[isHere ? .selection : .field])
        if isHere { frame.placeCaret(column: 0, row: 0) }
    }

    // MARK: Notes

    /// What stands below a row: what is wrong, or what is taken where the caret is.
    private func note(_ row: FormRow) -> (text: SafeText, role: Theme.Role) {
        if let fault = state.faults[row.path] { return (fault, .danger) }
        if state.missing == row.path { return (setting.text("tui.form.missing"), .danger) }
        guard row.path == state.cursor, let shape = state.shape(at: row.path) else {
            return (.empty, .muted)
        }
        return (hint(shape, row), .muted)
    }

    private func hint(_ shape: FieldShape, _ row: FormRow) -> SafeText {
        let typed: String
        if case .line(let editor)? = state.content[row.path] {
            typed = editor.text.string
        } else {
            typed = ""
        }
        switch shape {
        case .money where !typed.isEmpty:
            guard let amount = try? Money.parse(typed) else { break }
            return SafeText("= " + setting.wording.money(amount))
        case .day:
            guard let day = FieldReader.day(typed) else { break }
            return SafeText("= " + setting.wording.day(day))
        case .list: return setting.text("tui.form.listHint")
        case .flag: return setting.text("tui.form.flagHint")
        case .choice: return setting.text("tui.form.choiceHint")
        case .digest: return setting.text("tui.form.documentHint")
        default: break
        }
        return SafeText(setting.wording.shape(shape, of: row.label))
    }
}
