import TerminalKit

/// What is typed behind `/`: rows that do not match it are left out.
struct FilterLine: Sendable {
    private(set) var editor = TextEditor()
    /// Whether it takes the keys.
    private(set) var isOpen = false

    var isActive: Bool { !editor.text.isEmpty }

    mutating func open() { isOpen = true }

    /// Whether an event is text or ends the typing; arrows are the table's.
    func takes(_ event: InputEvent) -> Bool {
        switch event {
        case .paste: true
        case .key(let key):
            switch key.key {
            case .up, .down, .pageUp, .pageDown, .function, .tab: false
            case .character where key.modifiers == .control: key.key != .character("c")
            default: true
            }
        default: false
        }
    }

    /// Escape ends the filter, Enter keeps it and gives the keys back.
    mutating func take(_ event: InputEvent) {
        switch event {
        case .paste(let text): editor.paste(text)
        case .key(let key) where key.key == .escape:
            editor = TextEditor()
            isOpen = false
        case .key(let key) where key.key == .enter:
            isOpen = false
        case .key(let key): _ = editor.handle(key)
        default: break
        }
    }

    /// The rows that match, in their own order.
    func matching<Element>(_ elements: [Element], _ text: (Element) -> SafeText) -> [Element] {
        guard isActive else { return elements }
        let filter = FuzzyFilter(editor.text.string)
        return elements.filter { filter.match(text($0)) != nil }
    }
}

extension Setting {
    /// While a filter is typed: Enter keeps it, Escape takes it away.
    var filterKeys: [KeyUse] {
        [
            KeyUse(.enter, text("tui.board.key.done")),
            KeyUse(.escape, text("tui.board.key.clear")),
        ]
    }
}

/// The filter as it looks: what is typed, how many rows match.
struct FilterBar: Widget {
    let filter: FilterLine
    let count: Int
    let setting: Setting

    init(_ filter: FilterLine, count: Int, setting: Setting) {
        self.filter = filter
        self.count = count
        self.setting = setting
    }

    func draw(on frame: inout Frame) {
        let theme = setting.theme
        let matches = setting.text("tui.filter.count", ["count": String(count)])
        let parts = Layout.horizontal(
            .length(2), .min(10), .length(matches.columns(frame.ambiguous) + 1)
        ).split(frame.bounds)
        frame.write("/", column: 0, style: theme[.accent])
        frame.draw(
            TextField(filter.editor, isFocused: filter.isOpen, theme: theme), in: parts[1])
        frame.write(
            matches, column: parts[2].column, columns: parts[2].columns, align: .trailing,
            style: theme[.muted])
    }
}
