/// Keys, and what they do: of such bindings the foot of a screen, its help and the palette of all commands are made.
public struct KeyBinding<Action: Hashable & Sendable>: Hashable, Sendable {
    /// Any of them does it; the first is the one that is shown.
    public var keys: [KeyEvent]
    /// What is done, for the program.
    public var action: Action
    /// What is done, for people.
    public var title: SafeText
    /// Under which heading the help shows it.
    public var group: SafeText
    /// Why it cannot be done now; nil where it can.
    public var reason: SafeText?
    /// How the keys are called where their own names would not do: `1–9`.
    public var label: SafeText?

    /// One that can be done, unless a reason says why not.
    public init(
        _ keys: [KeyEvent], _ action: Action, _ title: SafeText, group: SafeText = .empty,
        reason: SafeText? = nil, label: SafeText? = nil
    ) {
        self.keys = keys
        self.action = action
        self.title = title
        self.group = group
        self.reason = reason
        self.label = label
    }

    /// Whether it can be done now.
    public var isEnabled: Bool { reason == nil }

    /// How its key is called.
    public var keyLabel: SafeText { label ?? keys.first?.label ?? .empty }

    /// For the foot of a screen.
    public var hint: KeyHint { KeyHint(keyLabel, title, isEnabled: isEnabled) }
}

extension KeyEvent: ExpressibleByUnicodeScalarLiteral {
    /// The key of a character.
    public init(unicodeScalarLiteral value: Unicode.Scalar) { self.init(.character(value)) }

    /// As keyboards have it: `a`, `Esc`, `Ctrl-D`, `Shift-Tab`, `PgUp`, `F1`.
    public var label: SafeText {
        var name = SafeText.empty
        if modifiers.contains(.control) { name = name + "Ctrl-" }
        if modifiers.contains(.alt) { name = name + "Alt-" }
        if modifiers.contains(.superKey) { name = name + "Super-" }
        guard case .character(let scalar) = key else {
            return name + (modifiers.contains(.shift) ? "Shift-" : "") + key.label
        }
        // With Ctrl terminals tell lower case, keyboards show upper case.
        let isHeld = !modifiers.isDisjoint(with: [.control, .alt, .superKey])
        let letter = SafeText(isHeld ? String(scalar).uppercased() : String(scalar))
        return name + (scalar == " " ? "Space" : letter)
    }
}

extension Key {
    fileprivate var label: SafeText {
        switch self {
        case .character(let scalar): SafeText(String(scalar))
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
        case .function(let number): "F" + SafeText(number)
        }
    }
}
