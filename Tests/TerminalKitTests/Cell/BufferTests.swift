import Testing

@testable import TerminalKit

@Suite("Buffer")
struct BufferTests {
    private let buffer = Buffer(size: Size(columns: 8, rows: 2))
    private var frame: Frame { Frame(buffer) }

    /// A row with `·` for right halves, so that a torn glyph is seen.
    private func cells(_ row: Int = 0) -> String {
        (0..<buffer.size.columns).map { column in
            let cell = buffer[column: column, row: row]
            return cell.isContinuation ? "·" : buffer.glyphs.text(cell.glyph)
        }.joined()
    }

    @Test("A cell is eight bytes")
    func size() {
        #expect(MemoryLayout<Cell>.stride == 8)
        #expect(Cell.blank.word == Cell.blankWord)
    }

    @Test(
        "Writing either half of a wide glyph blanks the other",
        arguments: [
            (1, "x", " x乙·    "), (0, "x", "x 乙·    "), (2, "x", "甲·x     "), (1, "丙", " 丙· "),
            (0, "丙", "丙·乙·"), (3, "xy", "甲· xy"),
        ])
    func halves(_ column: Int, _ text: String, _ wanted: String) {
        frame.write("甲乙", column: 0)
        frame.write(SafeText(text), column: column)
        #expect(cells().hasPrefix(wanted), "\(cells())")
        #expect(buffer.tornGlyphs.isEmpty)
    }

    @Test("A blanked half keeps the style it had")
    func blankedStyle() {
        frame.write("甲", column: 0, style: Style(background: .blue))
        frame.write("x", column: 1, style: Style(.bold))
        let style = buffer.styles.style(buffer[column: 0, row: 0].style)
        #expect(style == Style(background: .blue))
    }

    @Test("Writing nothing changes nothing, even on half a glyph")
    func nothing() {
        frame.write("甲", column: 0)
        frame.write("", column: 1)
        #expect(cells() == "甲·      ")
        frame.write("x", column: 1, row: 0, columns: 0)
        frame.fill(Rect(column: 1, row: 0, columns: 0, rows: 1))
        #expect(cells() == "甲·      ")
    }

    @Test("A wide glyph that an edge would cut becomes a space")
    func edges() {
        #expect(frame.write("甲乙丙丁戊", column: 1) == 10)
        #expect(cells() == " 甲·乙·丙· ")
        frame.write("甲乙丙丁戊", column: -3)
        #expect(cells() == " 丙·丁·戊· ")
        frame.write("甲", column: -2)
        frame.write("甲", column: 8)
        #expect(cells() == " 丙·丁·戊· ")
    }

    @Test("Outside of the screen nothing is drawn", arguments: [-1, 2, 100])
    func outside(_ row: Int) {
        frame.write("甲", column: 0, row: row)
        frame.fill(Rect(column: 0, row: row, columns: 4, rows: 1), style: Style(.reverse))
        #expect(buffer.text == "\n")
        #expect(buffer[column: 0, row: row] == .blank)
    }

    @Test("An overlay never splits a glyph")
    func overlay() {
        frame.write("甲乙丙丁", column: 0)
        frame.fill(Rect(column: 3, row: 0, columns: 2, rows: 1), style: Style(.reverse))
        #expect(cells() == "甲·    丁·")
        #expect(buffer[column: 2, row: 0].style == 0)
        #expect(buffer.tornGlyphs.isEmpty)
    }

    @Test("Another style is laid on whole glyphs, by their left half")
    func restyle() {
        frame.write("甲乙丙", column: 0, style: Style(foreground: .red))
        frame.restyle(Rect(column: 1, row: 0, columns: 2, rows: 1), Style(background: .blue, .bold))
        let styles = (0..<6).map { buffer.styles.style(buffer[column: $0, row: 0].style) }
        let old = Style(foreground: .red)
        let new = Style(foreground: .red, background: .blue, .bold)
        #expect(styles == [old, old, new, new, old, old])
    }

    @Test("A sequence is one glyph in two cells")
    func sequence() {
        #expect(frame.write("a👨‍👩‍👧q\u{301}", column: 0) == 4)
        #expect(cells() == "a👨‍👩‍👧·q\u{301}    ")
        #expect(buffer.line(0) == "a👨‍👩‍👧q\u{301}")
    }

    @Test("Ambiguous characters take two cells where they are said to")
    func ambiguous() {
        buffer.ambiguous = .wide
        #expect(frame.write("“①”", column: 0) == 6)
        #expect(cells() == "“·①·”·  ")
    }

    @Test("A line feed takes no cell: a body's lines are drawn one by one")
    func lineFeed() {
        #expect(frame.write(SafeText("a\nb", form: .body), column: 0) == 2)
        #expect(cells() == "ab      ")
        #expect(frame.write(SafeText("क\nq\u{301}", form: .body), column: 0, row: 1) == 2)
        #expect(cells(1) == "कq\u{301}      ")
    }
}
