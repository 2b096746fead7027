import Testing

@testable import TerminalKit

@Suite("Tables of glyphs and styles")
struct GlyphTableTests {
    private func glyph(_ text: String, in table: GlyphTable) -> UInt32 {
        var text = text
        return text.withUTF8(table.glyph)
    }

    @Test("A cluster has one number until it is swept away")
    func glyphs() {
        let table = GlyphTable()
        let numbers = (0..<500).map { glyph("q\u{301}\($0)", in: table) }
        #expect(Set(numbers).count == 500)
        #expect(numbers == (0..<500).map { glyph("q\u{301}\($0)", in: table) })
        table.sweep(keeping: [numbers[7], numbers[499]])
        #expect(table.count == 2)
        #expect(glyph("q\u{301}7", in: table) == numbers[7])
        #expect(table.text(numbers[499]) == "q\u{301}499")
        _ = glyph("new", in: table)
        #expect(table.count == 3)
    }

    @Test("A cluster for which there is no room is drawn in the columns it would take")
    func fullOfGlyphs() {
        let buffer = Buffer(size: Size(columns: 4, rows: 1))
        for number in 0..<GlyphTable.most { _ = glyph("\(number)", in: buffer.glyphs) }
        for setting in [AmbiguousWidth.narrow, .wide] {
            buffer.ambiguous = setting
            Frame(buffer).write("🇨🇳q\u{301}!", column: 0)
            #expect(buffer.text == "? ?!")
            #expect(buffer.tornGlyphs.isEmpty)
        }
    }

    @Test("A style has one number until it is swept away")
    func styles() {
        let table = StyleTable()
        let styles = (0..<600).map { Style(foreground: .rgb(1, UInt8($0 / 256), UInt8($0 % 256))) }
        let numbers = styles.map(table.id)
        #expect(Set(numbers).count == 600 && !numbers.contains(0))
        #expect(numbers == styles.map(table.id))
        table.sweep(keeping: [numbers[3]])
        #expect(table.count == 2)
        #expect(table.id(of: styles[3]) == numbers[3])
        #expect(table.style(table.id(of: styles[4])) == styles[4])
        #expect(table.id(of: .plain) == 0)
    }
}
