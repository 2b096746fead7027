import TerminalKit
import Testing

@Suite("A long text of which a part is in sight")
struct ViewportTests {
    private static let text = SafeText(
        (1...20).map { "第\($0)条 应当载明" }.joined(separator: "\n"), form: .body)

    @Test("Keys scroll by lines, pages and halves, to both ends and no further")
    func keys() {
        var state = ViewportState()
        let extent = ViewportState.Extent(count: 20, height: 6)
        for (key, top) in [
            (KeyEvent(.up), 0), (KeyEvent(.down), 1), (KeyEvent(.pageDown), 6), (" ", 11),
            (KeyEvent(.pageUp), 6), (KeyEvent(.character("u"), .control), 3), ("G", 14),
            ("j", 14), ("k", 13), ("g", 0), (KeyEvent(.end), 14), (KeyEvent(.home), 0),
        ] as [(KeyEvent, Int)] {
            #expect(state.handle(key, in: extent) == true)
            #expect(state.top == top, "\(key)")
        }
        #expect(state.handle("x", in: extent) == false)
        #expect(state.scroll(by: -3, in: extent) == false)
        #expect(state.scroll(by: 3, in: extent) == true)
        state.reveal(10, in: extent)
        #expect(state.top == 5)
        state.reveal(2, in: extent)
        #expect(state.top == 2)
        #expect(ViewportState(top: 99).first(in: ViewportState.Extent(count: 3, height: 9)) == 0)
    }

    @Test("The bar tells where one is; a narrower part breaks the text anew")
    func looks() {
        let wrapped = WrappedText(Self.text, columns: 18)
        let view = Viewport(wrapped, state: ViewportState(top: 16), theme: .mono)
        let lines = screen(view, columns: 20, rows: 5).split(separator: "\n")
        #expect(lines[0].hasPrefix("第16条 应当载明") && lines[0].hasSuffix("│"))
        #expect(lines[4].hasPrefix("第20条") && lines[4].hasSuffix("⣿"))
        #expect(view.extent(of: Size(columns: 20, rows: 5)).count == 20)
        #expect(view.extent(of: Size(columns: 12, rows: 5)).count == 40)
        #expect(screen(view, columns: 12, rows: 2).hasPrefix("第9条 应"))
        let short = Viewport(
            WrappedText("甲", columns: 9), state: ViewportState(), theme: .mono)
        #expect(screen(short, columns: 11, rows: 2) == "甲\n")
    }
}
