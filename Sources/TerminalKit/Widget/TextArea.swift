/// Several lines in which one types.
public struct TextArea: Widget, Sendable {
    /// What stands in it, of form `body`.
    public var editor: TextEditor
    /// Whether it takes the keys: then the caret stands in it.
    public var isFocused: Bool
    /// Its colours: `field`.
    public var theme: Theme

    /// Of an editor.
    public init(_ editor: TextEditor, isFocused: Bool, theme: Theme) {
        self.editor = editor
        self.isFocused = isFocused
        self.theme = theme
    }

    /// Lines are broken as in `Text`; the last column is the caret's.
    public func draw(on frame: inout Frame) {
        let style = theme[.field]
        frame.fill(style: style)
        let columns = Self.columns(of: frame.size)
        let lines = LineBreaker(columns: columns, ambiguous: frame.ambiguous)
            .ranges(of: editor.text)
        let caret = editor.place(in: lines, frame.ambiguous)
        let top = TextField.start(caret: caret.row, length: lines.count, room: frame.size.rows)
        for (row, line) in lines.dropFirst(top).prefix(frame.size.rows).enumerated() {
            frame.write(editor.text[utf8: line], column: 0, row: row, style: style)
        }
        if isFocused {
            frame.placeCaret(column: min(caret.column, columns), row: caret.row - top)
        }
    }

    /// Columns of its lines, as `TextEditor.handle` wants them.
    public static func columns(of size: Size) -> Int { max(1, size.columns - 1) }
}
