/// A control sequence that the terminal sent, taken apart.
struct ControlSequence {
    /// `<`, `?` or `>` before the parameters.
    private let mark: UInt8?
    /// The parameters; of `97:65` in the kitty protocol both numbers. Empty ones are nil.
    private let parameters: [[Int?]]
    private let intermediate: [UInt8]
    private let final: UInt8

    /// - Returns: nil where it is not formed like a control sequence.
    init?(parameters bytes: [UInt8], final: UInt8) {
        self.final = final
        var rest = bytes[...]
        if let first = rest.first, 0x3C...0x3F ~= first {
            mark = first
            rest.removeFirst()
        } else {
            mark = nil
        }
        let text = rest.prefix { 0x30...0x3B ~= $0 }
        intermediate = Array(rest.dropFirst(text.count))
        guard intermediate.allSatisfy({ 0x20...0x2F ~= $0 }) else { return nil }
        parameters =
            text.isEmpty
            ? []
            : text.split(separator: 0x3B, omittingEmptySubsequences: false).map {
                $0.split(separator: 0x3A, omittingEmptySubsequences: false).map(Self.number)
            }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.count <= 9 else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private func parameter(_ index: Int, _ part: Int = 0) -> Int? {
        guard index < parameters.count, part < parameters[index].count else { return nil }
        return parameters[index][part]
    }

    var isPasteStart: Bool {
        mark == nil && final == 0x7E && intermediate.isEmpty && parameter(0) == 200
    }

    /// What it means to a program; nil where it means nothing.
    var event: InputEvent? {
        switch (mark, final) {
        case (0x3C, 0x4D), (0x3C, 0x6D): mouse
        case (0x3F, 0x63): .reply(.attributes)
        case (0x3F, 0x75): .reply(.keyboardFlags(parameter(0) ?? 0))
        case (0x3F, 0x52): cursor
        // In the first row it would be F3 with a modifier.
        case (nil, 0x52) where intermediate.isEmpty && parameter(0) ?? 0 > 1: cursor
        case (0x3F, 0x79) where intermediate == [0x24]: mode
        case (nil, 0x49) where parameters.isEmpty: .focus(true)
        case (nil, 0x4F) where parameters.isEmpty: .focus(false)
        case (nil, _) where intermediate.isEmpty: key.map(InputEvent.key)
        default: nil
        }
    }

    private var mouse: InputEvent? {
        guard let code = parameter(0), let column = parameter(1), let row = parameter(2) else {
            return nil
        }
        return MouseEvent(code: code, column: column, row: row, isRelease: final == 0x6D)
            .map(InputEvent.mouse)
    }

    private var cursor: InputEvent? {
        guard let row = parameter(0), let column = parameter(1), row > 0, column > 0 else {
            return nil
        }
        return .reply(.cursor(row: row - 1, column: column - 1))
    }

    private var mode: InputEvent? {
        guard let number = parameter(0), let value = parameter(1),
            let state = TerminalReply.ModeState(rawValue: value)
        else { return nil }
        return .reply(.mode(number, state))
    }

    // MARK: Keys

    /// The second parameter is one more than the modifiers; in the kitty protocol its second part is
    /// the kind of event, of which 3 is a release.
    private var modifiers: Modifiers? {
        guard parameter(1, 1) != 3 else { return nil }
        let value = max(1, parameter(1) ?? 1) - 1
        return Modifiers(rawValue: UInt8(truncatingIfNeeded: value & 0x0F))
    }

    private var key: KeyEvent? {
        guard let modifiers else { return nil }
        switch final {
        case 0x7E: return Self.numbered(parameter(0) ?? 0).map { KeyEvent($0, modifiers) }
        case 0x75: return kitty(modifiers)
        case 0x5A: return KeyEvent(.tab, modifiers.union(.shift))
        default: return Self.lettered(final).map { KeyEvent($0, modifiers) }
        }
    }

    private static func lettered(_ final: UInt8) -> Key? {
        switch final {
        case 0x41: .up
        case 0x42: .down
        case 0x43: .right
        case 0x44: .left
        case 0x46: .end
        case 0x48: .home
        case 0x50...0x53: .function(Int(final) - 0x4F)
        default: nil
        }
    }

    private static func numbered(_ number: Int) -> Key? {
        switch number {
        case 1, 7: .home
        case 2: .insert
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case 11...15: .function(number - 10)
        case 17...21: .function(number - 11)
        case 23...26: .function(number - 12)
        case 28, 29: .function(number - 13)
        case 31...34: .function(number - 14)
        default: nil
        }
    }

    /// `CSI code ; modifiers u`; the code is a scalar or one of the private ones for keys.
    private func kitty(_ modifiers: Modifiers) -> KeyEvent? {
        guard let code = parameter(0) else { return nil }
        switch code {
        case 9: return KeyEvent(.tab, modifiers)
        case 13, 57414: return KeyEvent(.enter, modifiers)
        case 27: return KeyEvent(.escape, modifiers)
        case 8, 127: return KeyEvent(.backspace, modifiers)
        case 57399...57408: return digit(code - 57399, modifiers)
        case 57344...63743: return Self.functional(code).map { KeyEvent($0, modifiers) }
        default:
            // With Shift the shifted letter is told, where the terminal knows it.
            let shifted = modifiers.contains(.shift) ? parameter(0, 1) : nil
            guard let scalar = Unicode.Scalar(UInt32(shifted ?? code)), scalar.value >= 0x20 else {
                return nil
            }
            return KeyEvent(.character(scalar), modifiers)
        }
    }

    private func digit(_ number: Int, _ modifiers: Modifiers) -> KeyEvent? {
        Unicode.Scalar(UInt32(0x30 + number)).map { KeyEvent(.character($0), modifiers) }
    }

    private static func functional(_ code: Int) -> Key? {
        switch code {
        case 57376...57398: .function(code - 57363)
        case 57417: .left
        case 57418: .right
        case 57419: .up
        case 57420: .down
        case 57421: .pageUp
        case 57422: .pageDown
        case 57423: .home
        case 57424: .end
        case 57425: .insert
        case 57426: .delete
        default: nil
        }
    }

    /// A key after `ESC O`: the cursor and function keys in application mode, and the keypad.
    static func applicationKey(_ byte: UInt8) -> KeyEvent? {
        switch byte {
        case 0x4D: KeyEvent(.enter)
        case 0x6A...0x6F, 0x70...0x79: KeyEvent(.character(Unicode.Scalar(byte - 0x40)))
        case 0x58: KeyEvent(.character("="))
        default: lettered(byte).map { KeyEvent($0) }
        }
    }
}
