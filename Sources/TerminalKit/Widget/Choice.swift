/// Options of which one or several are chosen, and the one under the cursor.
public struct ChoiceState: Hashable, Sendable {
    /// How many options there are.
    public let count: Int
    /// Whether several may be chosen.
    public let allowsSeveral: Bool
    /// The one under the cursor.
    public private(set) var cursor = 0
    /// Those chosen.
    public private(set) var chosen: Set<Int>

    /// With what is chosen from the start.
    public init(count: Int, allowsSeveral: Bool = false, chosen: Set<Int> = []) {
        self.count = count
        self.allowsSeveral = allowsSeveral
        self.chosen = chosen.filter { (0..<count).contains($0) }
        cursor = self.chosen.min() ?? 0
    }

    /// Chooses an option, or no longer where several may be.
    public mutating func toggle(_ option: Int) {
        guard (0..<count).contains(option) else { return }
        cursor = option
        if !allowsSeveral {
            chosen = [option]
        } else if chosen.remove(option) == nil {
            chosen.insert(option)
        }
    }

    /// Arrows, `j` and `k` move; Space chooses; a digit chooses at once. False for any other key.
    public mutating func handle(_ event: KeyEvent) -> Bool {
        guard count > 0, event.modifiers.isEmpty else { return false }
        switch event.key {
        case .down, .right, .character("j"): cursor = min(count - 1, cursor + 1)
        case .up, .left, .character("k"): cursor = max(0, cursor - 1)
        case .character(" "): toggle(cursor)
        case .character(let scalar) where ("1"..."9").contains(scalar):
            let option = Int(scalar.value) - 0x31
            guard option < count else { return false }
            toggle(option)
        default: return false
        }
        return true
    }
}

/// One option a row: `(*)` and `( )` where one may be chosen, `[x]` and `[ ]` where several may.
public struct Choice: Widget, Sendable {
    /// What may be chosen.
    public var options: [SafeText]
    /// What is.
    public var state: ChoiceState
    /// Whether it takes the keys.
    public var isFocused: Bool
    /// Its colours: `text`, `selection`.
    public var theme: Theme

    /// Of options.
    public init(_ options: [SafeText], state: ChoiceState, isFocused: Bool, theme: Theme) {
        self.options = options
        self.state = state
        self.isFocused = isFocused
        self.theme = theme
    }

    /// What is longer than its part moves along with the cursor.
    public func draw(on frame: inout Frame) {
        let top = TextField.start(
            caret: state.cursor, length: options.count, room: frame.size.rows)
        for (row, option) in options.dropFirst(top).prefix(frame.size.rows).enumerated() {
            let index = top + row
            let style = theme[isFocused && index == state.cursor ? .selection : .text]
            let isChosen = state.chosen.contains(index)
            let mark: SafeText =
                state.allowsSeveral
                ? (isChosen ? "[x] " : "[ ] ") : (isChosen ? "(*) " : "( ) ")
            frame.writeField(
                mark + option, column: 0, row: row, columns: frame.size.columns, style: style)
        }
    }
}
