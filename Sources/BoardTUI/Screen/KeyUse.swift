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
        label = event.label
        self.action = action
        self.reason = reason
        self.isInFooter = isInFooter
    }

    var isEnabled: Bool { reason == nil }

    /// As the library's help shows it, under a heading.
    func binding(under group: SafeText) -> KeyBinding<KeyEvent> {
        KeyBinding([event], event, action, group: group, reason: reason)
    }
}
