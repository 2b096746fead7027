import TerminalKit
import TerminalKitTesting
import Testing

@Suite("The smaller widgets")
struct WidgetTests {
    @Test("A text is aligned, and says where it is cut")
    func text() {
        let text = Text(SafeText("甲乙丙丁\n戊", form: .body), align: .center)
        #expect(screen(text, columns: 8, rows: 3) == "甲乙丙丁\n   戊\n")
        #expect(screen(Text("甲乙丙丁戊己"), columns: 4, rows: 2) == "甲乙\n丙…")
        #expect(screen(Text("甲乙丙丁", top: 1), columns: 4, rows: 1) == "丙丁")
        #expect(Text("甲乙丙丁").rows(columns: 4) == 2)
    }

    @Test("Tabs: the current one stands in brackets and is always in sight")
    func tabs() {
        let titles: [SafeText] = ["条款", "投标", "评审", "公示"]
        #expect(
            screen(Tabs(titles, current: 1, theme: .mono), columns: 30, rows: 1)
                == " 条款  [投标]  评审   公示")
        #expect(
            screen(Tabs(titles, current: 3, theme: .mono), columns: 14, rows: 1)
                == "… 评审  [公示]")
        #expect(
            screen(Tabs(titles, current: 0, theme: .mono), columns: 14, rows: 1)
                == "[条款]  投标 …")
        #expect(
            screen(Tabs(titles, current: 2, theme: .mono), columns: 14, rows: 1)
                == "… 标  [评审] …")
        let tabs = Tabs(titles, current: 1, theme: .mono)
        let size = Size(columns: 30, rows: 1)
        #expect(tabs.index(at: 8, of: size) == 1 && tabs.index(at: 6, of: size) == nil)
        #expect(Tabs.step(3, by: 1, of: 4) == 0 && Tabs.step(0, by: -1, of: 4) == 3)
    }

    @Test("One is chosen of some, several of others")
    func choice() {
        var one = ChoiceState(count: 3)
        for key: Key in [.down, .character(" ")] { _ = one.handle(KeyEvent(key)) }
        #expect(one.chosen == [1])
        _ = one.handle(KeyEvent(.character("3")))
        let options: [SafeText] = ["甲", "乙", "丙"]
        #expect(
            screen(
                Choice(options, state: one, isFocused: true, theme: .mono), columns: 8, rows: 3)
                == "( ) 甲\n( ) 乙\n(*) 丙")
        var several = ChoiceState(count: 3, allowsSeveral: true, chosen: [0, 7])
        for key: Key in [.character("2"), .character("1")] { _ = several.handle(KeyEvent(key)) }
        #expect(
            screen(
                Choice(options, state: several, isFocused: true, theme: .mono), columns: 8,
                rows: 3) == "[ ] 甲\n[x] 乙\n[ ] 丙")
        #expect(several.handle(KeyEvent(.character("9"))) == false)
    }

    @Test("A grave dialog is confirmed only when what is asked for was typed")
    func dialog() {
        var plain = DialogState()
        #expect(plain.handle(KeyEvent(.character("x"))) == nil)
        #expect(plain.handle(KeyEvent(.enter)) == .confirmed)
        #expect(plain.handle(KeyEvent(.escape)) == .cancelled)
        var grave = DialogState(expected: "20万")
        #expect(grave.handle(KeyEvent(.enter)) == nil)
        for scalar in "20".unicodeScalars { _ = grave.handle(KeyEvent(.character(scalar))) }
        #expect(grave.handle(KeyEvent(.enter)) == nil)
        grave.paste("万")
        let dialog = Dialog(
            "拨付", text: "向甲方拨付20万元，不可撤回。", prompt: "输入金额",
            keys: [KeyHint("Enter", "拨付"), KeyHint("Esc", "取消")], state: grave,
            theme: .mono, columns: 26)
        let shown = drawn(dialog, columns: 30, rows: 11)
        #expect(
            shown.text == """

                  ┌─ 拨付 ─────────────────┐
                  │ 向甲方拨付20万元，不可 │
                  │ 撤回。                 │
                  │                        │
                  │ 输入金额               │
                  │ 20万                   │
                  │                        │
                  │ Enter 拨付  Esc 取消   │
                  └────────────────────────┘

                """)
        #expect(shown.caret == Position(column: 8, row: 6))
        #expect(grave.handle(KeyEvent(.enter)) == .confirmed)
    }

    @Test("Keys that do not fit are left out whole, and it is said")
    func hints() {
        let hints = KeyHints(
            [KeyHint("a", "批准"), KeyHint("r", "退回", isEnabled: false), KeyHint("q", "退出")],
            theme: .mono)
        #expect(screen(hints, columns: 30, rows: 1) == "a 批准  r (退回)  q 退出")
        #expect(screen(hints, columns: 23, rows: 1) == "a 批准  r (退回)  …")
        #expect(screen(hints, columns: 8, rows: 1) == "…")
    }

    @Test("Bars are drawn in halves of a column")
    func bars() {
        #expect(
            screen(Gauge(0.55, label: "进度", theme: .mono), columns: 20, rows: 1)
                == "进度 ⣿⣿⣿⣿⣿⡇⠄⠄⠄⠄  55%")
        #expect(
            screen(Gauge(.nan, theme: .mono), columns: 12, rows: 1, ambiguous: .wide)
                == " ......   0%")
        let chart = BarChart(
            [
                .init("开放", 4, figure: "4"), .init("执行", 1, figure: "1"),
                .init("结清", 0, figure: "0"),
            ], theme: .mono)
        #expect(
            screen(chart, columns: 14, rows: 3)
                == "开放 ⣿⣿⣿⣿⣿⣿⣿ 4\n执行 ⣿⣿⠄⠄⠄⠄⠄ 1\n结清 ⠄⠄⠄⠄⠄⠄⠄ 0")
    }

    @Test("A sparkline ends with the newest value, two a column")
    func sparkline() {
        #expect(screen(Sparkline([0, 1, 2, 3, 4]), columns: 9, rows: 1) == "⢀⣴⡇")
        #expect(screen(Sparkline([9, 9, 4, 4]), columns: 1, rows: 1) == "⣿")
        #expect(screen(Sparkline([0, 0]), columns: 3, rows: 1) == "")
        #expect(screen(Sparkline([1, 4]), columns: 3, rows: 1, ambiguous: .wide) == ".#")
    }

    @Test("Toasts stand in the corner, the newest lowest, and go by their number")
    func toasts() {
        var state = ToastState()
        let first = state.show("已保存", role: .success)
        _ = state.show("逾期", role: .danger)
        #expect(
            screen(ToastStack(state, theme: .mono), columns: 14, rows: 3)
                == "\n     ✓ 已保存\n       ! 逾期")
        state.dismiss(first)
        for number in 0..<4 { _ = state.show(SafeText(number)) }
        #expect(state.toasts.map(\.text.string) == ["1", "2", "3"])
    }

    @Test("Nothing draws outside of its part, however small that is")
    func small() {
        let selection = RowSelection<String>()
        let rows = ElementRows(projects(5)) { project, _ in StyledText(project.name) }
        var editor = TextEditor(.body, limit: 99)
        editor.paste("甲乙丙\n丁")
        for columns in 0..<7 {
            for height in 0..<5 {
                let buffer = Buffer(size: Size(columns: 9, rows: 7))
                var frame = Frame(buffer)
                for row in 0..<7 { frame.write("#########", column: 0, row: row) }
                let part = Rect(column: 1, row: 1, columns: columns, rows: height)
                frame.draw(
                    Table(
                        [TableColumn("名", .min(2)), TableColumn("额", .length(3))], rows: rows,
                        selection: selection, theme: .dark), in: part)
                frame.draw(List(rows, selection: selection, theme: .dark), in: part)
                frame.draw(Tabs(["甲", "乙"], current: 1, theme: .dark), in: part)
                frame.draw(TextField(editor, isFocused: true, theme: .dark), in: part)
                frame.draw(TextArea(editor, isFocused: true, theme: .dark), in: part)
                frame.draw(
                    Dialog(
                        "题", text: "问", keys: [], state: DialogState(expected: "1"),
                        theme: .dark), in: part)
                frame.draw(Gauge(0.5, label: "度", theme: .dark), in: part)
                for row in 0..<7 {
                    for column in 0..<9
                    where !part.contains(Position(column: column, row: row)) {
                        #expect(buffer[column: column, row: row].glyph == 0x23)
                    }
                }
            }
        }
    }
}
