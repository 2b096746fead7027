/// A key as the terminal tells it: what was pressed, with which modifiers.
public struct KeyEvent: Hashable, Sendable {
    /// What was pressed.
    public var key: Key
    /// What was held with it.
    public var modifiers: Modifiers

    /// A key with modifiers.
    public init(_ key: Key, _ modifiers: Modifiers = []) {
        self.key = key
        self.modifiers = modifiers
    }

    /// A letter, digit or sign without modifiers but Shift, which has already made it what it is.
    public var character: Unicode.Scalar? {
        guard case .character(let scalar) = key,
            modifiers.isDisjoint(with: [.control, .alt, .superKey])
        else { return nil }
        return scalar
    }
}

/// What a key stands for.
public enum Key: Hashable, Sendable {
    /// One scalar of text: an input method's words come as one event a scalar, so that the events are
    /// the same however the bytes were split.
    case character(Unicode.Scalar)
    case enter, tab, backspace, escape
    case up, down, left, right, home, end, pageUp, pageDown, insert, delete
    /// From 1 to 35.
    case function(Int)
}

/// The modifiers as xterm and the kitty protocol number them, less one.
public struct Modifiers: OptionSet, Hashable, Sendable {
    /// One bit for each.
    public let rawValue: UInt8

    /// Of bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Shift, where it has not made another character already.
    public static let shift = Modifiers(rawValue: 1)
    /// Alt, or Option, or Meta.
    public static let alt = Modifiers(rawValue: 2)
    /// Control.
    public static let control = Modifiers(rawValue: 4)
    /// The key with the system's sign.
    public static let superKey = Modifiers(rawValue: 8)
}
