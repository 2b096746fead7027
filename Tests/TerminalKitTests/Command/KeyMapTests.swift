import TerminalKit
import Testing

@Suite("What the keys do")
struct KeyMapTests {
    private enum Act { case open, approve, back, quit, help, top }

    private static let inner = KeyMap<Act>([
        KeyBinding([KeyEvent(.enter), "o"], .open, "打开", group: "列表"),
        KeyBinding(["a"], .approve, "批准", group: "列表", reason: "不是您的环节"),
        KeyBinding([KeyEvent(.escape)], .back, "返回", group: "各处"),
    ])
    private static let outer = KeyMap<Act>([
        KeyBinding(["q", KeyEvent(.escape)], .quit, "退出", group: "各处"),
        KeyBinding(["a"], .top, "全部", group: "各处"),
        KeyBinding(["?"], .help, "帮助", group: "各处"),
    ])

    @Test("A key is looked up; what cannot be done now is found with its reason")
    func lookup() {
        #expect(Self.inner.binding(for: "o")?.action == .open)
        #expect(Self.inner.binding(for: KeyEvent(.enter))?.action == .open)
        #expect(Self.inner.binding(for: "a")?.reason == "不是您的环节")
        #expect(Self.inner.binding(for: "x") == nil)
        #expect(Self.inner.binding(for: KeyEvent(.enter, .alt)) == nil)
        #expect(Self.outer.binding(for: KeyEvent(.character("?"), .shift))?.action == .help)
        #expect(Self.inner.binding(of: .back)?.keyLabel == "Esc")
    }

    @Test("A screen's keys go before those of the program, which keep what is left to them")
    func layers() {
        let all = Self.inner.over(Self.outer)
        #expect(all.bindings.map(\.action) == [.open, .approve, .back, .quit, .help])
        #expect(all.binding(for: KeyEvent(.escape))?.action == .back)
        #expect(all.binding(of: .quit)?.keys == ["q"])
        #expect(all.conflicts == [])
        #expect(KeyMap(Self.inner.bindings + Self.outer.bindings).conflicts.count == 2)
    }

    @Test("Keys are called as keyboards have them")
    func labels() {
        let labels: [(KeyEvent, SafeText)] = [
            ("a", "a"), ("G", "G"), (" ", "Space"), ("、", "、"),
            (KeyEvent(.character("d"), .control), "Ctrl-D"), (KeyEvent(.tab, .shift), "Shift-Tab"),
            (KeyEvent(.pageUp), "PgUp"), (KeyEvent(.function(5)), "F5"),
            (KeyEvent(.left, [.alt, .shift]), "Alt-Shift-Left"),
        ]
        for (key, label) in labels { #expect(key.label == label) }
        #expect(
            KeyBinding(["1"], Act.open, "第几个", label: "1–9").hint == KeyHint("1–9", "第几个"))
    }

    @Test(
        "The help is the key map by heading; what cannot be done stands in brackets with its reason"
    )
    func help() {
        let help = HelpOverlay(
            "键", map: Self.inner.over(Self.outer), text: "先看证据，再签。", state: ViewportState(),
            keys: [KeyHint("Esc", "关闭")], theme: .mono)
        #expect(
            screen(help, columns: 40, rows: 16) == """

                ┌─ 键 ─────────────────────────────────┐
                │ 先看证据，再签。                     │
                │                                      │
                │ 列表                                 │
                │ Enter  打开                          │
                │ a      (批准) 不是您的环节           │
                │                                      │
                │ 各处                                 │
                │ Esc    返回                          │
                │ q      退出                          │
                │ ?      帮助                          │
                │                                      │
                │ Esc 关闭                             │
                └──────────────────────────────────────┘

                """)
        let wide = screen(help, columns: 110, rows: 12).split(separator: "\n")
        #expect(wide[1].contains("先看证据") && wide[1].contains("各处"))
    }

    @Test("A help that is longer than the screen scrolls to its end and no further")
    func scrolls() {
        let many = KeyMap((0..<30).map { KeyBinding([KeyEvent(.function($0 + 1))], $0, "做") })
        var help = HelpOverlay(
            "键", map: many, state: ViewportState(), keys: [], theme: .mono)
        let size = Size(columns: 40, rows: 12)
        let extent = help.extent(of: size)
        #expect(extent == ViewportState.Extent(count: 30, height: 8))
        _ = help.state.handle(KeyEvent(.end), in: extent)
        #expect(help.state.top == 22)
        let shown = screen(help, columns: 40, rows: 12)
        #expect(shown.contains("F30") && !shown.contains("F22 ") && shown.contains("⣿"))
    }
}
