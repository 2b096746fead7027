/// What a full-screen program asks of its terminal, and how each is taken back.
///
/// The order of leaving is that of entering read backwards: what was switched on last goes off
/// first, and the main screen comes back before the line settings do.
public struct TerminalModes: Hashable, Sendable {
    /// Clicks, drags and the wheel (1002 with the reports of 1006).
    public var mouse = true
    /// Whether the window has the focus (1004).
    public var focus = true
    /// Pastes in brackets (2004).
    public var paste = true
    /// The kitty keyboard's flag 1: keys that look alike are told apart. Terminals that do not know
    /// it ignore it.
    public var distinctKeys = true
    /// The window's title is put aside and taken back (22 and 23 of XTWINOPS). Terminals that keep no titles ignore it.
    public var title = true

    /// All of them on.
    public init() {}

    /// The alternate screen, no automatic wrap, no cursor, then what was asked for.
    public var enter: [UInt8] {
        var text = "\u{1B}[?1049h\u{1B}[?7l\u{1B}[?25l"
        if title { text += "\u{1B}[22;2t" }
        if distinctKeys { text += "\u{1B}[>1u" }
        if paste { text += "\u{1B}[?2004h" }
        if focus { text += "\u{1B}[?1004h" }
        if mouse { text += "\u{1B}[?1002h\u{1B}[?1006h" }
        return Array(text.utf8)
    }

    /// Everything off, whether or not it was on: this is also what a dying process writes.
    public var leave: [UInt8] {
        var text = "\u{1B}[?2026l"
        if mouse { text += "\u{1B}[?1006l\u{1B}[?1002l" }
        if focus { text += "\u{1B}[?1004l" }
        if paste { text += "\u{1B}[?2004l" }
        if distinctKeys { text += "\u{1B}[<1u" }
        if title { text += "\u{1B}[23;2t" }
        text += "\u{1B}[r\u{1B}[0m\u{1B}[?25h\u{1B}[?7h\u{1B}[?1049l"
        return Array(text.utf8)
    }
}
