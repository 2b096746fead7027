import TerminalKit
import TerminalKitTesting
import Testing

@Suite("Widgets through the renderer")
struct WidgetFrameTests {
    @Test(
        "Whatever is scrolled, typed, opened and resized, the terminal shows what was drawn",
        arguments: [AmbiguousWidth.narrow, .wide])
    func differences(ambiguous: AmbiguousWidth) {
        var generator = SeededGenerator(seed: 17)
        let all = projects(90)
        var rows = ElementRows(all, Self.cell)
        var selection = RowSelection<String>()
        var editor = TextEditor(.body, limit: 300)
        var toasts = ToastState()
        var asks = false
        var size = Size(columns: 40, rows: 16)
        var terminal = VirtualTerminal(size: size, ambiguous: ambiguous)
        let renderer = Renderer(Renderer.Options(ambiguous: ambiguous))
        for _ in 0..<400 {
            let height = max(1, size.rows - 6)
            switch generator.below(12) {
            case 0:
                size = Size(columns: 8 + generator.below(60), rows: 8 + generator.below(20))
                terminal.resize(size)
            case 1: rows = ElementRows(all.shuffled(using: &generator), Self.cell)
            case 2: rows = ElementRows(all.filter { $0.amount > generator.below(900) }, Self.cell)
            case 3: asks.toggle()
            case 4: _ = toasts.show("已保存", role: .success)
            case 5: toasts.dismiss(toasts.toasts.first?.number ?? 0)
            case 6, 7: type(generator.pick(["中，", "a b", "<<", "#", "👩‍👧"]), into: &editor)
            default:
                let key = generator.pick([Key.down, .up, .pageDown, .pageUp, .end])
                _ = selection.handle(KeyEvent(key), in: rows, height: height)
            }
            renderer.draw(size: size) { frame in
                let parts = Layout.vertical(.min(2), .length(4), .length(1)).split(frame.bounds)
                frame.draw(
                    Table(
                        [TableColumn("编号", .length(5)), TableColumn("名称", .min(4))],
                        rows: rows, selection: selection, theme: .dark), in: parts[0])
                frame.draw(TextArea(editor, isFocused: !asks, theme: .dark), in: parts[1])
                frame.draw(KeyHints([KeyHint("q", "退出")], theme: .dark), in: parts[2])
                if asks {
                    frame.draw(
                        Dialog(
                            "确认", text: "退回这一节点？", keys: [KeyHint("Enter", "退回")],
                            state: DialogState(expected: "1"), theme: .dark), in: frame.bounds)
                }
                frame.draw(ToastStack(toasts, theme: .dark), in: frame.bounds)
            } write: { bytes in
                terminal.feed(bytes)
            }
            #expect(terminal.differences(from: renderer.shown) == [])
            #expect(terminal.faults == [])
        }
    }

    private static func cell(_ project: Project, _ column: Int) -> StyledText {
        StyledText(column == 0 ? SafeText(project.id) : project.name)
    }
}
