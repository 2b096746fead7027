/// Short messages that pass. When one goes is the program's to say: an effect that waits, whose message names the number.
public struct ToastState: Hashable, Sendable {
    /// A message.
    public struct Toast: Hashable, Sendable {
        /// By which it is taken away.
        public let number: Int
        /// What it says.
        public let text: SafeText
        /// `success`, `warning`, `danger` or `notice`.
        public let role: Theme.Role
    }

    /// In sight at once.
    private static let most = 3
    /// The newest last.
    public private(set) var toasts: [Toast] = []
    private var last = 0

    /// None.
    public init() {}

    /// Shows a message; the oldest goes where there are too many.
    /// - Returns: its number, for `dismiss`.
    public mutating func show(_ text: SafeText, role: Theme.Role = .notice) -> Int {
        last += 1
        toasts.append(Toast(number: last, text: text, role: role))
        if toasts.count > Self.most { toasts.removeFirst() }
        return last
    }

    /// Takes a message away; nothing happens where it has gone.
    public mutating func dismiss(_ number: Int) { toasts.removeAll { $0.number == number } }
}

/// Messages in the lower right corner, over what is there. A sign before each says its kind as well as its colour.
public struct ToastStack: Widget, Sendable {
    /// What is in sight.
    public var state: ToastState
    /// Its colours: `overlay` and that of each message.
    public var theme: Theme

    /// Of messages.
    public init(_ state: ToastState, theme: Theme) {
        self.state = state
        self.theme = theme
    }

    /// The newest lowest, one row each.
    public func draw(on frame: inout Frame) {
        for (index, toast) in state.toasts.reversed().enumerated() {
            let row = frame.size.rows - 1 - index
            let text = " " + Self.sign(toast.role) + " " + toast.text + " "
            let columns = min(frame.size.columns, text.columns(frame.ambiguous))
            frame.writeField(
                text, column: frame.size.columns - columns, row: row, columns: columns,
                style: theme[.overlay].merging(theme[toast.role]))
        }
    }

    private static func sign(_ role: Theme.Role) -> SafeText {
        switch role {
        case .success: "✓"
        case .warning, .danger: "!"
        default: "i"
        }
    }
}
