import TerminalKit

/// A line of a file as it is read on the screen: pieces of text in their styles, from a column on.
struct FileLine: Sendable, Hashable {
    var indent = 0
    var pieces: [StyledText]

    init(_ pieces: [StyledText] = [], indent: Int = 0) {
        self.pieces = pieces
        self.indent = indent
    }

    init(_ text: SafeText, _ style: Style = .plain, indent: Int = 0) {
        self.init([StyledText(text, style: style)], indent: indent)
    }

    static let blank = FileLine()

    /// What it says, for searching and copying.
    var text: String { pieces.map(\.text.string).joined() }
}

/// Lines that one reads: scrolled by rows, with a bar that tells where one is.
struct FileLines: Widget {
    let lines: [FileLine]
    let top: Int
    let theme: Theme

    /// The last first line that leaves no empty rows.
    static func most(_ count: Int, height: Int) -> Int { max(0, count - height) }

    func draw(on frame: inout Frame) {
        let height = frame.size.rows
        let first = min(top, Self.most(lines.count, height: height))
        for (row, line) in lines.dropFirst(first).prefix(height).enumerated() {
            var column = line.indent
            for piece in line.pieces {
                column += frame.write(
                    piece.text, column: column, row: row,
                    style: theme[.text].merging(piece.style))
            }
        }
        guard lines.count > height, height > 1 else { return }
        // Where one is, as a mark on the right edge.
        let place = first * (height - 1) / max(1, lines.count - height)
        frame.write(
            frame.symbols.vertical, column: frame.size.columns - 1, row: min(place, height - 1),
            style: theme[.accent])
    }
}
