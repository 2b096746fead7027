import TerminalKit

/// A key and what it does now: a word of the footer, a line of the help, an entry of the palette.
struct KeyUse: Sendable {
    /// The event that it is; the palette sends it.
    let event: KeyEvent
    /// How it is called: `Enter`, `a`, `PgDn`.
    let label: SafeText
    /// What it does, in the reader's language.
    let action: SafeText
    /// Why it cannot be done now; nil where it can.
    let reason: SafeText?
    /// Whether the footer names it; the help names all.
    let isInFooter: Bool

    init(
        _ key: Key, _ action: SafeText, reason: SafeText? = nil, isInFooter: Bool = true
    ) {
        self.init(key, [], action, reason: reason, isInFooter: isInFooter)
    }

    init(
        _ key: Key, _ modifiers: Modifiers, _ action: SafeText, reason: SafeText? = nil,
        isInFooter: Bool = true
    ) {
        event = KeyEvent(key, modifiers)
        label = Self.label(of: event)
        self.action = action
        self.reason = reason
        self.isInFooter = isInFooter
    }

    var isEnabled: Bool { reason == nil }

    private static func label(of event: KeyEvent) -> SafeText {
        var text =
            switch event.key {
            case .character(" "): "Space"
            case .character(let scalar) where event.modifiers.contains(.control):
                String(Character(scalar)).uppercased()
            case .character(let scalar): String(Character(scalar))
            case .enter: "Enter"
            case .tab: "Tab"
            case .backspace: "Backspace"
            case .escape: "Esc"
            case .up: "Up"
            case .down: "Down"
            case .left: "Left"
            case .right: "Right"
            case .home: "Home"
            case .end: "End"
            case .pageUp: "PgUp"
            case .pageDown: "PgDn"
            case .insert: "Ins"
            case .delete: "Del"
            case .function(let number): "F\(number)"
            }
        if event.modifiers.contains(.shift) { text = "Shift-" + text }
        if event.modifiers.contains(.alt) { text = "Alt-" + text }
        if event.modifiers.contains(.control) { text = "Ctrl-" + text }
        return SafeText(text)
    }
}
