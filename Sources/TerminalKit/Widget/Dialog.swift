/// A question over the screen and how far its answer is.
public struct DialogState: Hashable, Sendable {
    /// What has to be typed before it can be confirmed: an amount, an id. Nil where Enter suffices.
    public let expected: String?
    /// What is typed.
    public private(set) var answer = TextEditor()

    /// How it ends.
    public enum Outcome: Sendable {
        /// Enter, with what was to be typed.
        case confirmed
        /// Escape.
        case cancelled
    }

    /// A question; with `expected` a grave one.
    public init(expected: String? = nil) { self.expected = expected }

    /// Whether Enter confirms now.
    public var isReady: Bool { expected.map { $0 == answer.text.string } ?? true }

    /// Nil while it goes on.
    public mutating func handle(_ event: KeyEvent) -> Outcome? {
        switch event.key {
        case .escape: return .cancelled
        case .enter: return isReady ? .confirmed : nil
        default:
            if expected != nil { _ = answer.handle(event) }
            return nil
        }
    }

    /// Text pasted into the answer.
    public mutating func paste(_ untrusted: String) {
        if expected != nil { answer.paste(untrusted) }
    }
}

/// A box over the rest: a title, a text, where something has to be typed a field, and what the keys do.
public struct Dialog: Widget, Sendable {
    /// In the border.
    public var title: SafeText
    /// What it asks.
    public var text: SafeText
    /// Above the field: what is to be typed.
    public var prompt: SafeText
    /// What Enter and Escape do.
    public var keys: [KeyHint]
    /// How far the answer is.
    public var state: DialogState
    /// Its colours: `overlay`, `focus`, `title`, `field`, `muted`.
    public var theme: Theme
    /// The most columns that it takes.
    public var columns: Int

    /// A question.
    public init(
        _ title: SafeText, text: SafeText, prompt: SafeText = .empty, keys: [KeyHint],
        state: DialogState, theme: Theme, columns: Int = 60
    ) {
        self.title = title
        self.text = text
        self.prompt = prompt
        self.keys = keys
        self.state = state
        self.theme = theme
        self.columns = columns
    }

    /// In the middle of its part, as high as its text asks for.
    public func draw(on frame: inout Frame) {
        let width = min(columns, frame.size.columns)
        let asks = state.expected != nil
        let body = Text(text, style: theme[.overlay])
        let lines = body.rows(columns: max(1, width - 4), ambiguous: frame.ambiguous)
        let box = frame.bounds.centered(
            Size(columns: width, rows: lines + (asks ? 7 : 4)))
        frame.within(box) { frame in
            let overlay = theme[.overlay]
            frame.fill(style: overlay)
            frame.drawBorder(
                overlay.merging(theme[.focus]), title: title,
                titleStyle: overlay.merging(theme[.title]))
            let inside = frame.bounds.inset(columns: 2, rows: 1)
            let parts = Layout.vertical(
                .min(1), .length(asks ? 3 : 0), .length(1), .length(1)
            ).split(inside)
            frame.draw(body, in: parts[0])
            if asks { drawAnswer(in: parts[1], of: &frame) }
            frame.draw(KeyHints(keys, theme: theme, style: overlay), in: parts[3])
        }
    }

    private func drawAnswer(in rect: Rect, of frame: inout Frame) {
        let rows = Layout.vertical(.length(1), .length(1), .length(1)).split(rect)
        frame.draw(Text(prompt, style: theme[.overlay]), in: rows[1])
        frame.draw(TextField(state.answer, isFocused: true, theme: theme), in: rows[2])
    }
}
