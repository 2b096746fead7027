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

    /// Lines are broken as in `Text`; the last column is the caret's. In a corner where the caret is not stands how much of what was typed or pasted
    /// last found no room.
    public func draw(on frame: inout Frame) {
        let style = theme[.field]
        frame.fill(style: style)
        let sight = Sight(editor, frame.size, frame.ambiguous)
        for (row, line) in sight.lines.dropFirst(sight.top).prefix(frame.size.rows).enumerated() {
            frame.write(editor.text[utf8: line], column: 0, row: row, style: style)
        }
        let lost = TextField.lost(editor)
        frame.write(
            lost, column: max(0, frame.size.columns - lost.columns(frame.ambiguous)),
            row: sight.caret.row > sight.top ? 0 : frame.size.rows - 1,
            style: style.merging(theme[.danger]))
        if isFocused {
            frame.placeCaret(
                column: min(sight.caret.column, Self.columns(of: frame.size)),
                row: sight.caret.row - sight.top)
        }
    }

    /// What of a text is seen in an area.
    struct Sight {
        /// All lines, as ranges of its UTF-8; at least one.
        let lines: [Range<Int>]
        /// Where the caret stands in them.
        let caret: Position
        /// The first line that is seen.
        let top: Int

        init(_ editor: TextEditor, _ size: Size, _ ambiguous: AmbiguousWidth) {
            lines = LineBreaker(columns: TextArea.columns(of: size), ambiguous: ambiguous)
                .ranges(of: editor.text)
            caret = editor.place(in: lines, ambiguous)
            top = TextField.start(caret: caret.row, length: lines.count, room: size.rows)
        }
    }

    /// Columns of its lines, as `TextEditor.handle` wants them.
    public static func columns(of size: Size) -> Int { max(1, size.columns - 1) }
}
