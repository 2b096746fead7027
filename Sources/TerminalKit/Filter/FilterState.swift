/// A query that is typed while what it finds is looked at: `/` begins, Enter keeps it and goes back to the rows, Esc lets it go.
public struct FilterState: Hashable, Sendable {
    /// What is typed.
    public private(set) var editor = TextEditor(limit: 64)
    /// Whether the keys go to it.
    public private(set) var isTyping = false

    /// Nothing is filtered.
    public init() {}

    /// What is looked for; empty where everything is shown.
    public var query: String { editor.text.string }

    /// Whether something is filtered.
    public var isActive: Bool { !editor.text.isEmpty }

    /// Takes the keys.
    public mutating func begin() { isTyping = true }

    /// Lets it all go.
    public mutating func clear() { self = FilterState() }

    /// While one types, all keys of a line; otherwise `/`, and Esc where something is filtered. Arrows are never its own, so that the rows can be
    /// moved through while one types. `changed` where the query is another.
    public mutating func handle(_ event: KeyEvent) -> FieldOutcome {
        guard isTyping else {
            switch (event.key, event.modifiers.subtracting(.shift)) {
            case (.character("/"), []): begin()
            case (.escape, []) where isActive: return drop()
            default: return .ignored
            }
            return .taken
        }
        switch event.key {
        case .enter: isTyping = false
        case .escape: return drop()
        default:
            let before = editor.text
            guard editor.handle(event) else { return .ignored }
            return editor.text == before ? .taken : .changed
        }
        return .taken
    }

    /// What a paste brings, while one types.
    public mutating func paste(_ untrusted: String) -> FieldOutcome {
        guard isTyping else { return .ignored }
        let before = editor.text
        editor.paste(untrusted)
        return editor.text == before ? .taken : .changed
    }

    private mutating func drop() -> FieldOutcome {
        let wasActive = isActive
        clear()
        return wasActive ? .changed : .taken
    }
}
