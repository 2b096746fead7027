/// What a mouse did at a cell; rows and columns count from 0.
public struct MouseEvent: Hashable, Sendable {
    /// Which button; `none` where the terminal does not tell.
    public enum Button: Hashable, Sendable { case left, middle, right, none }

    /// What was done; a drag is a move with a button held.
    public enum Kind: Hashable, Sendable {
        case press(Button), release(Button), drag(Button), move
        case scrollUp, scrollDown, scrollLeft, scrollRight
    }

    /// What was done.
    public var kind: Kind
    /// From 0, from the left.
    public var column: Int
    /// From 0, from the top.
    public var row: Int
    /// What was held on the keyboard.
    public var modifiers: Modifiers

    /// An event at a cell.
    public init(_ kind: Kind, column: Int, row: Int, _ modifiers: Modifiers = []) {
        self.kind = kind
        self.column = column
        self.row = row
        self.modifiers = modifiers
    }

    /// - Parameters:
    ///   - code: the first parameter of an SGR report (mode 1006).
    ///   - isRelease: whether it ended in `m`.
    /// - Returns: nil for buttons that nobody has named.
    init?(code: Int, column: Int, row: Int, isRelease: Bool) {
        guard column > 0, row > 0 else { return nil }
        var modifiers: Modifiers = []
        if code & 4 != 0 { modifiers.insert(.shift) }
        if code & 8 != 0 { modifiers.insert(.alt) }
        if code & 16 != 0 { modifiers.insert(.control) }
        let kind: Kind
        switch (code & 0b1100_0000, code & 3) {
        case (64, 0): kind = .scrollUp
        case (64, 1): kind = .scrollDown
        case (64, 2): kind = .scrollLeft
        case (64, 3): kind = .scrollRight
        case (0, let number):
            let button = [Button.left, .middle, .right, .none][number]
            if code & 32 != 0 {
                kind = button == .none ? .move : .drag(button)
            } else {
                kind = isRelease ? .release(button) : .press(button)
            }
        default: return nil
        }
        self.init(kind, column: column - 1, row: row - 1, modifiers)
    }
}
