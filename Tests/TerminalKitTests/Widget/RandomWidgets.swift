import TerminalKitTesting

@testable import TerminalKit

/// A screen of widgets in random states at random places, which may lie over each other and outside. It is kept, so that the same can be drawn again.
struct RandomWidgets {
    private(set) var size: Size
    private(set) var widgets: [(rect: Rect, widget: any Widget)] = []
    private let texts: [SafeText]
    private static let today = CalendarDay(number: 20_420)

    init(size: Size, texts: [SafeText]) {
        self.size = size
        self.texts = texts
    }

    func draw(_ frame: inout Frame) {
        for (rect, widget) in widgets { frame.draw(widget, in: rect) }
    }

    /// Another widget, another place of one, one fewer, or another size of the screen.
    mutating func change(_ random: inout SeededGenerator) {
        switch random.below(12) {
        case 0:
            size = Size(columns: 1 + random.below(100), rows: 1 + random.below(30))
        case 1 where !widgets.isEmpty: widgets.remove(at: random.below(widgets.count))
        case 2...4 where !widgets.isEmpty:
            widgets[random.below(widgets.count)].rect = rect(&random)
        default: widgets.append((rect(&random), widget(&random)))
        }
        if widgets.count > 5 { widgets.removeFirst() }
    }

    private func rect(_ random: inout SeededGenerator) -> Rect {
        if random.below(3) == 0 { return Rect(size) }
        return Rect(
            column: random.below(size.columns + 4) - 4, row: random.below(size.rows + 3) - 3,
            columns: random.below(size.columns + 8), rows: random.below(size.rows + 4))
    }

    /// Every kind in turn: one that is added here is drawn here.
    private func widget(_ random: inout SeededGenerator) -> any Widget {
        let theme = random.pick(Theme.all)
        let isFocused = random.below(2) == 0
        let text = random.pick(texts)
        switch random.below(26) {
        case 0: return Text(text, style: theme[.notice], align: .center, top: random.below(2))
        case 1: return table(theme, &random)
        case 2:
            return List(rows(&random), selection: selection(&random), theme: theme)
        case 3: return Tabs(some(5, &random), current: random.below(6), theme: theme)
        case 4: return tree(theme, &random)
        case 5: return gantt(theme, &random)
        case 6:
            return TextField(
                field(.line, &random), isFocused: isFocused, placeholder: text, theme: theme)
        case 7: return TextArea(field(.body, &random), isFocused: isFocused, theme: theme)
        case 8: return DateField(date(&random), isFocused: isFocused, theme: theme)
        case 9:
            var open = date(&random)
            open.open()
            if let popup = CalendarPopup(
                open, words: .chinese,
                marks: { $0.weekday > 4 ? DayMark("*", .warning) : nil }, hint: { _ in text },
                theme: theme)
            {
                return popup
            }
            return Text(text)
        case 10: return ChoiceField(choice(&random), isFocused: isFocused, theme: theme)
        case 11:
            if let popup = ChoicePopup(choice(&random), placeholder: text, theme: theme) {
                return popup
            }
            return Text(text)
        case 12:
            let count = 1 + random.below(6)
            return Choice(
                some(count, &random),
                state: ChoiceState(
                    count: count, allowsSeveral: isFocused, chosen: [random.below(count)]),
                isFocused: isFocused, theme: theme)
        case 13:
            return Dialog(
                random.pick(texts), text: text, prompt: random.pick(texts), keys: hints(&random),
                state: DialogState(expected: isFocused ? "20" : nil), theme: theme,
                columns: random.below(70))
        case 14:
            var toasts = ToastState()
            for text in some(3, &random) { _ = toasts.show(text, role: .warning) }
            return ToastStack(toasts, theme: theme)
        case 15: return Gauge(Double(random.below(130)) / 100, label: text, theme: theme)
        case 16:
            let values = (0..<random.below(60)).map { _ in Double(random.below(9)) }
            return Sparkline(values, style: theme[.accent])
        case 17:
            let bars = some(4, &random).map {
                BarChart.Bar($0, Double(random.below(9)), figure: "7")
            }
            return BarChart(bars, theme: theme)
        case 18: return KeyHints(hints(&random), theme: theme)
        case 19:
            return HelpOverlay(
                text, map: keyMap(&random), text: random.pick(texts),
                state: ViewportState(top: random.below(9)), keys: hints(&random), theme: theme)
        case 20: return palette(theme, &random)
        case 21:
            var filter = FilterState()
            if isFocused { filter.begin() }
            _ = filter.paste(text.string)
            return FilterLine(filter, found: random.below(99), of: 99, theme: theme)
        case 22:
            return Viewport(
                WrappedText(body(&random), columns: 1 + random.below(60)),
                state: ViewportState(top: random.below(30)), theme: theme)
        case 23:
            return ScrollBar(
                first: random.below(90), visible: random.below(30), count: random.below(100),
                theme: theme)
        case 24:
            return FieldRow(
                text, field: TextField(field(.line, &random), isFocused: isFocused, theme: theme),
                isRequired: isFocused, verdict: .wrong(random.pick(texts)), isFocused: isFocused,
                labelColumns: random.pick([0, 8, 16]), theme: theme)
        default: return table(theme, &random)
        }
    }

    private func some(_ count: Int, _ random: inout SeededGenerator) -> [SafeText] {
        (0..<count).map { _ in random.pick(texts) }
    }

    private func body(_ random: inout SeededGenerator) -> SafeText {
        SafeText(
            some(random.below(20), &random).map(\.string).joined(separator: "\n"), form: .body)
    }

    private func rows(_ random: inout SeededGenerator) -> ElementRows<Project> {
        let all = projects(random.below(60))
        let names = some(8, &random)
        return ElementRows(all) { project, column in
            column == 0
                ? StyledText(names[project.amount % 8], style: Style(foreground: .green))
                : StyledText(SafeText(project.amount))
        }
    }

    private func selection(_ random: inout SeededGenerator) -> RowSelection<String> {
        var selection = RowSelection<String>()
        selection.select(random.below(60), in: rows(&random), height: 1 + random.below(20))
        return selection
    }

    private func table(_ theme: Theme, _ random: inout SeededGenerator) -> any Widget {
        var arrangement = TableArrangement(
            scrolls: random.below(2) == 0, fixed: random.below(3),
            sort: TableArrangement.Sort(random.below(3), .descending))
        let constraints: [Constraint] = [.length(9), .min(4), .fill(), .max(12), .percentage(30)]
        let columns = some(1 + random.below(6), &random).map {
            TableColumn($0, random.pick(constraints), align: .trailing)
        }
        var table = Table(
            columns, rows: rows(&random), selection: selection(&random), theme: theme,
            hasLines: random.below(3) > 0, placeholder: random.pick(texts))
        for _ in 0..<random.below(8) {
            let key: KeyEvent = random.pick(["]", "+", "-", "l", "s"])
            _ = arrangement.handle(key, in: table, of: size)
            table.arrangement = arrangement
        }
        return table
    }

    private func tree(_ theme: Theme, _ random: inout SeededGenerator) -> any Widget {
        var number = 0
        func nodes(_ depth: Int) -> [TreeNode<Int>] {
            (0..<random.below(4)).map { _ in
                number += 1
                return TreeNode(
                    number, StyledText(random.pick(texts)),
                    children: depth < 3 ? nodes(depth + 1) : [])
            }
        }
        let roots = nodes(0)
        var state = TreeState<Int>()
        for _ in 0..<random.below(12) {
            _ = state.handle(random.pick(["*", "j", "l", "h"]), in: roots, height: 6)
        }
        return Tree(roots, state: state, theme: theme, placeholder: random.pick(texts))
    }

    private func gantt(_ theme: Theme, _ random: inout SeededGenerator) -> any Widget {
        let rows = some(random.below(8), &random).enumerated().map { number, label in
            let start = Self.today.adding(days: random.below(200) - 100)
            return GanttRow(
                number, StyledText(label),
                bars: [.init(start, start.adding(days: random.below(90)), isLight: number > 2)],
                marks: [.init(start.adding(days: 9)), .init(start, "!", role: .danger)])
        }
        var state = GanttState<Int>(first: Self.today)
        for _ in 0..<random.below(9) {
            _ = state.handle(
                random.pick(["+", "-", "h", "l", "j"]), in: rows, today: Self.today,
                columns: 40, height: 5)
        }
        return Gantt(
            rows, state: state, today: Self.today, labelColumns: random.below(24), theme: theme)
    }

    private func field(_ form: SafeText.Form, _ random: inout SeededGenerator) -> TextFieldState {
        var field = TextFieldState(
            form, limit: 400, isSecret: form == .line && random.below(4) == 0)
        _ = field.paste(form == .line ? random.pick(texts).string : body(&random).string)
        for _ in 0..<random.below(9) {
            _ = field.handle(KeyEvent(random.pick([.left, .home, .up, .backspace, .end])))
        }
        return field
    }

    private func date(_ random: inout SeededGenerator) -> DateFieldState {
        var date = DateFieldState(today: Self.today, day: Self.today.adding(days: 40))
        for _ in 0..<random.below(9) {
            _ = date.handle(random.pick([" ", KeyEvent(.up), KeyEvent(.pageDown), "1"]))
        }
        return date
    }

    private func choice(_ random: inout SeededGenerator) -> ChoiceFieldState<Int> {
        let options = some(random.below(14), &random).enumerated().map { number, title in
            ChoiceOption(
                number, title, detail: number % 3 == 0 ? "12 家" : .empty,
                reason: number % 5 == 4 ? "已满" : nil)
        }
        var choice = ChoiceFieldState(options, chosen: [2], allowsSeveral: random.below(2) == 0)
        for _ in 0..<random.below(9) {
            _ = choice.handle(random.pick([KeyEvent(.down), KeyEvent(.enter), "a", " "]))
        }
        return choice
    }

    private func hints(_ random: inout SeededGenerator) -> [KeyHint] {
        some(random.below(6), &random).map { KeyHint("a", $0, isEnabled: random.below(3) > 0) }
    }

    private func keyMap(_ random: inout SeededGenerator) -> KeyMap<Int> {
        KeyMap(
            some(random.below(40), &random).enumerated().map { number, title in
                KeyBinding(
                    [KeyEvent(.function(number))], number, title,
                    group: number < 9 ? "列表" : "各处", reason: number % 4 == 3 ? "不能" : nil)
            })
    }

    private func palette(_ theme: Theme, _ random: inout SeededGenerator) -> any Widget {
        let entries = keyMap(&random).entries
        var state = CommandPaletteState<Int>()
        if random.below(2) == 0 { state.paste("a") }
        for _ in 0..<random.below(9) {
            _ = state.handle(KeyEvent(.down), in: entries, height: 9)
        }
        return CommandPalette(
            random.pick(texts), entries: entries, state: state, placeholder: "没有", theme: theme)
    }
}
