/// One line in which one types; what is longer moves along with the caret.
public struct TextField: Widget, Sendable {
    /// What stands in it.
    public var editor: TextEditor
    /// Whether it takes the keys: then the caret stands in it.
    public var isFocused: Bool
    /// What it says while it is empty.
    public var placeholder: SafeText
    /// Whether an asterisk stands for every cluster.
    public var isSecret: Bool
    /// Its colours: `field`, `muted`.
    public var theme: Theme

    /// Of an editor.
    public init(
        _ editor: TextEditor, isFocused: Bool, placeholder: SafeText = .empty,
        isSecret: Bool = false, theme: Theme
    ) {
        self.editor = editor
        self.isFocused = isFocused
        self.placeholder = placeholder
        self.isSecret = isSecret
        self.theme = theme
    }

    /// On the first row; at its end how much of what was typed or pasted last found no room.
    public func draw(on frame: inout Frame) {
        let style = theme[.field]
        frame.fill(Rect(column: 0, row: 0, columns: frame.size.columns, rows: 1), style: style)
        let lost = Self.lost(editor)
        let room = frame.size.columns - lost.columns(frame.ambiguous)
        frame.write(lost, column: max(0, room), style: style.merging(theme[.danger]))
        guard room > 0 else { return }
        frame.within(Rect(column: 0, row: 0, columns: room, rows: 1)) { drawText(style, on: &$0) }
    }

    /// `✗ +120`: how much found no room.
    static func lost(_ editor: TextEditor) -> SafeText {
        editor.overflow > 0 ? " ✗ +" + SafeText(editor.overflow) : .empty
    }

    private func drawText(_ style: Style, on frame: inout Frame) {
        let columns = frame.size.columns
        guard isFocused || isSecret || editor.text.isEmpty else {
            // Nobody moves along with a caret in it: it is read from its beginning.
            return frame.writeField(editor.text, column: 0, columns: columns, style: style)
        }
        let sight = Sight(editor, isSecret, columns: columns, frame.ambiguous)
        if sight.text.isEmpty {
            frame.writeField(
                placeholder, column: 0, columns: columns, style: style.merging(theme[.muted]))
        }
        frame.write(sight.text, column: -sight.start, style: style)
        if isFocused { frame.placeCaret(column: sight.caret - sight.start, row: 0) }
    }

    /// What of a line is seen in so many columns.
    struct Sight {
        /// All of it, as it is shown.
        let text: SafeText
        /// Columns before the caret.
        let caret: Int
        /// The first column that is seen.
        let start: Int

        init(
            _ editor: TextEditor, _ isSecret: Bool, columns: Int, _ ambiguous: AmbiguousWidth
        ) {
            if isSecret {
                let clusters = editor.text.clusters()
                text = SafeText(String(repeating: "*", count: clusters.count))
                caret = clusters.count { $0.utf8.upperBound <= editor.caret }
            } else {
                text = editor.text
                caret = editor.text[utf8: 0..<editor.caret].columns(ambiguous)
            }
            start = TextField.start(
                caret: caret, length: text.columns(ambiguous) + 1, room: columns)
        }
    }

    /// The first in sight of so many columns or rows. It moves by halves, so that it need not be kept between frames and stays where it is
    /// while the caret moves a little.
    static func start(caret: Int, length: Int, room: Int) -> Int {
        guard length > room else { return 0 }
        let half = max(1, room / 2)
        return max(0, (caret / half - 1) * half)
    }
}
