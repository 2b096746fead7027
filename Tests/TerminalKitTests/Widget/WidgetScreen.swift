import TerminalKit

/// What a widget looks like on a screen of its own, in text.
func screen(
    _ widget: some Widget, columns: Int, rows: Int, ambiguous: AmbiguousWidth = .narrow
) -> String {
    drawn(widget, columns: columns, rows: rows, ambiguous: ambiguous).text
}

func drawn(
    _ widget: some Widget, columns: Int, rows: Int, ambiguous: AmbiguousWidth = .narrow
) -> (text: String, caret: Position?, buffer: Buffer) {
    let buffer = Buffer(size: Size(columns: columns, rows: rows), ambiguous: ambiguous)
    var frame = Frame(buffer)
    widget.draw(on: &frame)
    return (buffer.text, frame.caret, buffer)
}

extension Buffer {
    func style(column: Int, row: Int) -> Style {
        styles.style(self[column: column, row: row].style)
    }
}

/// Types into an editor: `<` `>` are the arrows, `{` `}` words back and on, `#` is backspace.
func type(_ keys: String, into editor: inout TextEditor) {
    for scalar in keys.unicodeScalars {
        let event =
            switch scalar {
            case "<": KeyEvent(.left)
            case ">": KeyEvent(.right)
            case "{": KeyEvent(.left, .control)
            case "}": KeyEvent(.right, .alt)
            case "#": KeyEvent(.backspace)
            default: KeyEvent(.character(scalar))
            }
        _ = editor.handle(event)
    }
}

struct Project: Identifiable {
    let id: String
    var name: SafeText
    var amount: Int
}

/// `count` projects, of which the ids stay whatever their order.
func projects(_ count: Int) -> [Project] {
    (0..<count).map {
        Project(id: "P\($0)", name: SafeText("课题\($0)"), amount: ($0 * 7919) % 1000)
    }
}
