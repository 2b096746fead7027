/// The signs that widgets draw with. Lines are of ambiguous width, so a terminal that draws those wide gets ASCII; all others are narrow
/// everywhere.
public struct Symbols: Hashable, Sendable {
    /// ─
    public var horizontal: SafeText
    /// │
    public var vertical: SafeText
    /// Upper left, upper right, lower left, lower right.
    public var corners: [SafeText]
    /// Nine steps of a bar's cell, from empty to full.
    public var steps: [SafeText]
    /// What fills the rest of a gauge.
    public var empty: SafeText
    /// Before the row under the cursor.
    public var pointer: SafeText
    /// Beside the title of the column that is sorted by, ascending and descending; also what opens upwards and downwards.
    public var sorts: [SafeText]
    /// Before what can be unfolded, and before what is.
    public var folds: [SafeText]
    /// A bar's cell that is drawn lightly: planned.
    public var light: SafeText
    /// A day that stands out.
    public var mark: SafeText

    /// Box drawing and braille.
    public static let lines = Symbols(
        horizontal: "─", vertical: "│", corners: ["┌", "┐", "└", "┘"],
        steps: [" ", "⡀", "⡄", "⡆", "⡇", "⣇", "⣧", "⣷", "⣿"], empty: "⠄", pointer: "▸",
        sorts: ["▴", "▾"], folds: ["▸", "▾"], light: "⠶", mark: "◊")

    /// Nothing but ASCII.
    public static let ascii = Symbols(
        horizontal: "-", vertical: "|", corners: ["+", "+", "+", "+"],
        steps: [" ", ".", ".", ":", ":", "+", "+", "#", "#"], empty: ".", pointer: ">",
        sorts: ["^", "v"], folds: ["+", "-"], light: "=", mark: "*")

    /// Those that a screen draws one column wide.
    public static func fitting(_ ambiguous: AmbiguousWidth) -> Symbols {
        ambiguous == .wide ? .ascii : .lines
    }
}

extension Frame {
    /// Its signs.
    public var symbols: Symbols { drawsASCII ? .ascii : .lines }

    /// Whether they are ASCII: by option, or where ambiguous characters are wide.
    var drawsASCII: Bool { buffer.drawsASCII || ambiguous == .wide }

    /// A border around all of this part, with a title in its upper line.
    public func drawBorder(_ style: Style, title: SafeText = .empty, titleStyle: Style? = nil) {
        let symbols = symbols
        let (right, bottom) = (size.columns - 1, size.rows - 1)
        guard right > 0, bottom > 0 else { return }
        for column in 1..<max(1, right) {
            write(symbols.horizontal, column: column, row: 0, style: style)
            write(symbols.horizontal, column: column, row: bottom, style: style)
        }
        for row in 1..<max(1, bottom) {
            write(symbols.vertical, column: 0, row: row, style: style)
            write(symbols.vertical, column: right, row: row, style: style)
        }
        write(symbols.corners[0], column: 0, row: 0, style: style)
        write(symbols.corners[1], column: right, row: 0, style: style)
        write(symbols.corners[2], column: 0, row: bottom, style: style)
        write(symbols.corners[3], column: right, row: bottom, style: style)
        guard !title.isEmpty, right > 4 else { return }
        let text = title.truncated(columns: right - 4, ambiguous)
        write(" " + text + " ", column: 2, row: 0, style: titleStyle ?? style)
    }
}
