import TerminalKit
import Testing

@Suite("A palette of all that can be done")
struct CommandPaletteTests {
    private static let entries = [
        PaletteEntry(1, "批准节点", detail: "审批", key: "a", reason: "没有选中"),
        PaletteEntry(2, "打开收件箱", key: "g i"), PaletteEntry(3, "批量导出", detail: "榜单"),
        PaletteEntry(4, "Sign out", key: "q"),
    ]
    private static let size = Size(columns: 44, rows: 10)

    private func type(
        _ keys: String, _ state: inout CommandPaletteState<Int>
    ) -> CommandPaletteState<Int>.Outcome? {
        var outcome: CommandPaletteState<Int>.Outcome?
        for scalar in keys.unicodeScalars {
            let key: Key =
                switch scalar {
                case "\n": .enter
                case "^": .up
                case "v": .down
                case "~": .escape
                default: .character(scalar)
                }
            outcome = state.handle(
                KeyEvent(key), in: Self.entries,
                height: CommandPalette<Int>.height(of: Self.size))
        }
        return outcome
    }

    @Test("Initials find, Enter chooses the best")
    func chooses() {
        var state = CommandPaletteState<Int>()
        #expect(type("sjx", &state) == nil)
        #expect(state.matches(in: Self.entries).elements.map(\.id) == [2])
        #expect(type("\n", &state) == .chosen(2))
        var none = CommandPaletteState<Int>()
        #expect(type("xyz\n", &none) == nil)
        #expect(type("~", &none) == .cancelled)
    }

    @Test("What can be done comes first; what cannot says why and is not done")
    func refuses() {
        var state = CommandPaletteState<Int>()
        #expect(state.matches(in: Self.entries).elements.map(\.id) == [2, 3, 4, 1])
        #expect(type("vvv\n", &state) == .refused("没有选中"))
        #expect(type("^\n", &state) == .chosen(4))
        state.paste("批")
        #expect(state.matches(in: Self.entries).elements.map(\.id) == [3, 1])
        #expect(type("\n", &state) == .chosen(3))
    }

    @Test("Title, heading, key; what matched is marked; the caret stands in the query")
    func looks() {
        var state = CommandPaletteState<Int>()
        state.paste("p")
        let palette = CommandPalette(
            "命令", entries: Self.entries, state: state, placeholder: "没有", theme: .mono)
        let shown = drawn(palette, columns: 44, rows: 10)
        #expect(
            shown.text == """
                ┌─ 命令 ───────────────────────────────────┐
                │ p                                    2/4 │
                │                                          │
                │ ▸ 批量导出  榜单                         │
                │   (批准节点)  没有选中                 a │
                │                                          │
                │                                          │
                │                                          │
                │                                          │
                └──────────────────────────────────────────┘
                """)
        #expect(shown.caret == Position(column: 3, row: 1))
        #expect(shown.buffer.style(column: 4, row: 3).attributes.contains(.underline))
        #expect(!shown.buffer.style(column: 6, row: 3).attributes.contains(.underline))
        state.paste("zz")
        let empty = CommandPalette(
            "命令", entries: Self.entries, state: state, placeholder: "没有", theme: .mono)
        #expect(screen(empty, columns: 44, rows: 10).contains("没有"))
    }

    @Test("A click chooses, one beside the box leaves")
    func clicks() {
        var state = CommandPaletteState<Int>()
        let wide = Size(columns: 100, rows: 30)
        #expect(state.click(Position(column: 20, row: 5), in: wide, Self.entries) == .chosen(2))
        #expect(state.click(Position(column: 20, row: 6), in: wide, Self.entries) == .chosen(3))
        #expect(state.click(Position(column: 20, row: 3), in: wide, Self.entries) == nil)
        #expect(state.click(Position(column: 2, row: 5), in: wide, Self.entries) == .cancelled)
    }
}
