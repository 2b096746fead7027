import TerminalKitTesting
import Testing

@testable import TerminalKit

@Suite("Renderer")
struct RendererTests {
    private static let size = Size(columns: 40, rows: 8)
    private static let clearing = "^[r^[?7l^[m^[H^[2J^[?25l"

    /// What a frame of these lines sends, readable; nil where nothing is written at all.
    private func draw(
        _ lines: [SafeText], style: Style = .plain, caret: Position? = nil, size: Size = Self.size,
        on renderer: Renderer
    ) -> String? {
        var sent: String?
        renderer.draw(
            size: size,
            { frame in
                for (row, line) in lines.enumerated() {
                    frame.write(line, column: 0, row: row, style: style)
                }
                if let caret { frame.placeCaret(column: caret.column, row: caret.row) }
            }, write: { sent = (sent ?? "") + readable($0) })
        return sent
    }

    private func change(_ old: [SafeText], _ new: [SafeText]) -> String? {
        let renderer = Renderer()
        _ = draw(old, on: renderer)
        return draw(new, on: renderer)
    }

    @Test("The first frame clears and sends only what is drawn")
    func first() {
        let renderer = Renderer()
        #expect(draw(["ab", "", " 中"], on: renderer) == Self.clearing + "ab<CR><LF><LF>^[C中")
        #expect(draw(["ab", "", " 中"], on: renderer) == nil)
    }

    @Test("An empty frame clears too, and so does one on a screen without cells")
    func empty() {
        #expect(draw([], on: Renderer()) == Self.clearing)
        let renderer = Renderer()
        let nothing = Size(columns: 0, rows: 0)
        #expect(draw(["a"], size: nothing, on: renderer) == Self.clearing)
        #expect(draw(["a"], on: renderer) == Self.clearing + "a")
    }

    @Test(
        "Another size and what was made invalid are cleared, with the cursor hidden, and drawn anew"
    )
    func anew() {
        let renderer = Renderer()
        _ = draw(["ab"], on: renderer)
        let smaller = Size(columns: 20, rows: 8)
        #expect(draw(["ab"], size: smaller, on: renderer) == Self.clearing + "ab")
        renderer.invalidate()
        #expect(draw(["ab"], size: smaller, on: renderer) == Self.clearing + "ab")
        renderer.options.depth = .none
        #expect(
            draw(["ab"], style: Style(foreground: .red, .bold), size: smaller, on: renderer)
                == Self.clearing + "^[1mab")
        renderer.options.ambiguous = .wide
        #expect(draw(["①b"], size: smaller, on: renderer) == Self.clearing + "①b")
        renderer.options.scrolls = false
        #expect(draw(["①b"], size: smaller, on: renderer) == nil)
    }

    @Test(
        "Only what changed is sent",
        arguments: [
            (["abcdef"], ["abXdef"], "^[1;3HX"), (["abcdefghijklmn"], ["Xbcdefghijklmn"], "<CR>X"),
            // Stepping over what did not change costs more than sending it again, or less.
            (["abcdefghijklmn"], ["XbXdefghijklXn"], "<CR>XbX^[9CX"),
            (["甲乙丙"], ["甲x丙"], "^[1;3Hx丙 "), (["甲乙丙"], ["甲x 丙"], "^[1;3Hx "),
            (["a中b"], ["a国b"], "^[3A国"), (["甲乙"], [" 乙"], "<CR> 乙 "),
        ])
    func changes(_ old: [String], _ new: [String], _ wanted: String) {
        // The cursor stands after the first frame's text: a second row puts it elsewhere.
        let below: [SafeText] = ["", "", "z"]
        let renderer = Renderer()
        _ = draw(old.map { SafeText($0) } + below, on: renderer)
        let sent = draw(new.map { SafeText($0) } + below, on: renderer)
        #expect(sent == wanted.replacing("<CR>", with: "^[H"))
    }

    @Test("The end of a line is erased where that is shorter")
    func eraseLine() {
        #expect(change(["abcdefgh"], ["ab"]) == "^[3G^[K")
        #expect(change(["abcde"], ["ab"]) == "<BS><BS><BS>   ")
        let renderer = Renderer()
        _ = draw(["abcdefgh"], style: Style(background: .blue), on: renderer)
        #expect(draw([""], style: .plain, on: renderer) == "<CR>^[m^[K")
    }

    @Test("Cells in the middle are erased where that is shorter")
    func eraseCells() {
        let gap = "a" + String(repeating: " ", count: 20) + "b"
        let full = "a" + String(repeating: "x", count: 20) + "b"
        #expect(change([SafeText(full)], [SafeText(gap)]) == "<CR>^[C^[20X")
        #expect(change(["axxxxb"], ["a    b"]) == "<CR>^[C    ")
    }

    @Test("A style is carried from row to row and from frame to frame")
    func style() {
        let renderer = Renderer()
        let red = Style(foreground: .red)
        #expect(draw(["a", "b"], style: red, on: renderer) == Self.clearing + "^[31ma<CR><LF>b")
        #expect(draw(["a", "c"], style: red, on: renderer) == "<CR>c")
        #expect(draw(["a", "c"], on: renderer) == "^[H^[ma<CR><LF>c")
    }

    private static let numbered = (1...8).map { number in
        SafeText("\(number): " + String(repeating: "\(number)", count: 20))
    }

    @Test("Rows that moved up are scrolled by LF at the region's lower edge")
    func scrollUp() {
        let lines = Self.numbered
        let new = [lines[0]] + Array(lines[2...6]) + ["new", lines[7]]
        #expect(change(lines, new) == "^[2;7r^[7H<LF>^[r^[7Hnew")
        #expect(change(lines, Array(lines.dropFirst(2)) + ["new"]) == "<CR><LF><LF>^[Anew")
    }

    @Test("Rows that moved down are scrolled by RI at the region's upper edge")
    func scrollDown() {
        let lines = Self.numbered
        let new = Array(lines[0...1]) + ["new"] + Array(lines[2...6])
        #expect(change(lines, new) == "^[3;8r<CR><LF><LF>^M^[r<CR><LF><LF>new")
        #expect(change(lines, ["new"] + Array(lines.dropLast())) == "^[H^Mnew")
    }

    @Test("Without scroll regions rows are drawn anew, and rows that save little are, too")
    func noScroll() {
        let lines = Self.numbered
        let renderer = Renderer(Renderer.Options(scrolls: false))
        _ = draw(lines, on: renderer)
        let sent = draw(Array(lines.dropFirst()) + ["new"], on: renderer)
        #expect(sent?.contains("r") == false && sent?.contains("2: 2222") == true)
        #expect(
            change(["a", "b", "c", "d", "e"], ["b", "c", "d", "e", "f"])
                == "^[Hb<CR><LF>c<CR><LF>d<CR><LF>e<CR><LF>f")
    }

    @Test("Synchronized frames are bracketed, and nothing is where nothing changed")
    func synchronized() {
        let renderer = Renderer(Renderer.Options(synchronized: true))
        #expect(draw(["a"], on: renderer) == "^[?2026h" + Self.clearing + "a^[?2026l")
        #expect(draw(["a"], on: renderer) == nil)
        #expect(draw(["b"], on: renderer) == "^[?2026h<CR>b^[?2026l")
    }

    @Test("The cursor stands at the caret and is hidden while rows are drawn")
    func caret() {
        let renderer = Renderer()
        let place = Position(column: 1, row: 0)
        #expect(draw(["ab"], caret: place, on: renderer) == Self.clearing + "ab<BS>^[?25h")
        #expect(draw(["ab"], caret: place, on: renderer) == nil)
        #expect(draw(["ab"], caret: Position(column: 2, row: 0), on: renderer) == "^[C")
        #expect(draw(["abc"], caret: place, on: renderer) == "^[?25lc<BS><BS>^[?25h")
        #expect(draw(["abc"], on: renderer) == "^[?25l")
        #expect(draw(["abc"], on: renderer) == nil)
    }

    @Test("After a cluster whose width is disputed the cursor is set anew")
    func risky() {
        #expect(
            draw(["a👩‍🔬b⌚c"], on: Renderer()) == Self.clearing + "a👩‍🔬^[4Gb⌚^[7Gc")
        // Wherever a terminal draws it, what was there is gone, and what comes after it is there.
        let renderer = Renderer()
        _ = draw(["abcd"], on: renderer)
        #expect(draw(["⌚cd"], on: renderer) == "<CR>^[2X⌚^[3Gc")
        #expect(draw(["⌚ce"], on: renderer) == "e")
        let edge = Size(columns: 2, rows: 2)
        #expect(draw(["ab", "c"], size: edge, on: Renderer()) == Self.clearing + "ab<CR><LF>c")
    }

    @Test("What could not be written is drawn anew, and the fault comes through")
    func refused() {
        struct Closed: Error {}
        let renderer = Renderer()
        _ = draw(["a"], on: renderer)
        #expect(throws: Closed.self) {
            try renderer.draw(
                size: Self.size, { $0.write("b", column: 0) },
                write: { _ throws(Closed) in throw Closed() })
        }
        #expect(draw(["b"], on: renderer) == Self.clearing + "b")
    }

    @Test("Styles and clusters that are no longer shown are let go, and what is shown stays right")
    func sweep() {
        let renderer = Renderer()
        var terminal = VirtualTerminal(size: Self.size)
        for step in 0..<100 {
            renderer.draw(
                size: Self.size,
                { frame in
                    for row in 0..<8 {
                        for column in 0..<40 {
                            let number = UInt8(truncatingIfNeeded: step &* 7 &+ column)
                            let mark = Unicode.Scalar(0x300 + UInt32(step % 60 + row)) ?? "\u{301}"
                            let letter = Character(Unicode.Scalar(UInt8(0x41 + column % 26)))
                            frame.write(
                                SafeText("\(letter)\u{316}\(mark)"), column: column, row: row,
                                style: Style(foreground: .rgb(number, UInt8(step), UInt8(row))))
                        }
                    }
                }, write: { terminal.feed($0) })
        }
        #expect(renderer.shown.styles.count <= StyleTable.sweepAbove + 320)
        #expect(renderer.shown.glyphs.count <= GlyphTable.sweepAbove + 320)
        #expect(renderer.shown.styles.generation > 0)
        #expect(terminal.differences(from: renderer.shown) == [])
        #expect(terminal.faults == [])
    }
}
