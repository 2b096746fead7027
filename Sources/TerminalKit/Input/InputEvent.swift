/// What comes from the terminal, decoded.
public enum InputEvent: Hashable, Sendable {
    case key(KeyEvent)
    case mouse(MouseEvent)
    /// Text pasted between the brackets of mode 2004: line ends are LF, the rest is as it came, so
    /// that it has to go through `SafeText` like all that users type.
    case paste(String)
    /// The window got the focus, or lost it (mode 1004).
    case focus(Bool)
    case reply(TerminalReply)
}

/// An answer of the terminal to a question that the program asked.
public enum TerminalReply: Hashable, Sendable {
    /// To `CSI ? 6 n`, or to `CSI 6 n` below the first row; rows and columns count from 0.
    case cursor(row: Int, column: Int)
    /// To `CSI ? mode $ p`: whether the terminal knows the mode, and whether it is set.
    case mode(Int, ModeState)
    /// To `CSI c`: every terminal answers it, so that it tells when other answers will not come.
    case attributes
    /// To `CSI ? u`: the flags of the kitty keyboard protocol.
    case keyboardFlags(Int)

    /// As DECRPM numbers it.
    public enum ModeState: Int, Hashable, Sendable {
        case unknown = 0
        case set, reset, alwaysSet, alwaysReset
    }
}
