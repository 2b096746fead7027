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

    /// On the first row.
    public func draw(on frame: inout Frame) {
        let columns = frame.size.columns
        let style = theme[.field]
        frame.fill(Rect(column: 0, row: 0, columns: columns, rows: 1), style: style)
        guard columns > 0 else { return }
        var shown = editor.text
        var caret = editor.text[utf8: 0..<editor.caret].columns(frame.ambiguous)
        if isSecret {
            let clusters = editor.text.clusters()
            shown = SafeText(String(repeating: "*", count: clusters.count))
            caret = clusters.count { $0.utf8.upperBound <= editor.caret }
        }
        if shown.isEmpty {
            frame.writeField(
                placeholder, column: 0, columns: columns, style: style.merging(theme[.muted]))
        }
        let start = Self.start(
            caret: caret, length: shown.columns(frame.ambiguous) + 1, room: columns)
        frame.write(shown, column: -start, style: style)
        if isFocused { frame.placeCaret(column: caret - start, row: 0) }
    }

    /// The first in sight of so many columns or rows. It moves by halves, so that it need not be kept between frames and stays where it is
    /// while the caret moves a little.
    static func start(caret: Int, length: Int, room: Int) -> Int {
        guard length > room else { return 0 }
        let half = max(1, room / 2)
        return max(0, (caret / half - 1) * half)
    }
}
