/// Makes events of a terminal's bytes: a state machine that reads no clock and no file.
///
/// The events are the same however the bytes are split over calls of `decode`. Only a lone escape
/// needs time to be known for one: while `isWaiting`, call `flush` once nothing has come for a while
/// (50 ms; 100 ms over SSH).
public struct InputDecoder: Sendable {
    private enum State: Sendable {
        case ground
        case escape
        case control
        /// After `ESC O`.
        case single
        /// After `ESC [ [`: the function keys of the Linux console.
        case console
        /// Inside OSC, DCS, APC, PM or SOS, which nobody asked for; `true` after an ESC.
        case string(Bool)
        case paste
    }

    private var state = State.ground
    private var utf8 = UTF8Assembler()
    private var sequence: [UInt8] = []
    private var pasted: [UInt8] = []
    private var pasteOverflowed = false

    /// A longer control sequence means nothing to us and is dropped whole.
    private static let longestSequence = 64
    /// What a paste brings beyond this is dropped.
    public static let longestPaste = 1 << 20
    private static let pasteEnd: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]

    /// A decoder to which nothing has come yet.
    public init() {}

    /// Whether what has come may be a key already or the beginning of something longer.
    public var isWaiting: Bool {
        switch state {
        case .escape, .single: true
        case .control: sequence.isEmpty
        default: false
        }
    }

    /// Takes the next bytes; what they do not end yet waits for those after them.
    public mutating func decode(_ bytes: some Sequence<UInt8>) -> [InputEvent] {
        var events: [InputEvent] = []
        for byte in bytes { take(byte, &events) }
        return events
    }

    /// Takes what has waited too long for what it is: an escape key, or Alt with a letter.
    public mutating func flush() -> [InputEvent] {
        defer { if isWaiting { state = .ground } }
        switch state {
        case .escape: return [.key(KeyEvent(.escape))]
        case .single: return [.key(KeyEvent(.character("O"), .alt))]
        case .control where sequence.isEmpty: return [.key(KeyEvent(.character("["), .alt))]
        default: return []
        }
    }

    private mutating func take(_ byte: UInt8, _ events: inout [InputEvent]) {
        switch state {
        case .ground: ground(byte, &events)
        case .escape: escape(byte, &events)
        case .control: control(byte, &events)
        case .single: single(byte, &events)
        case .console:
            state = .ground
            if 0x41...0x45 ~= byte { events.append(.key(KeyEvent(.function(Int(byte) - 0x40)))) }
        case .string(let escaped): string(byte, escaped, &events)
        case .paste: paste(byte, &events)
        }
    }

    // MARK: Text and controls

    private mutating func ground(_ byte: UInt8, _ events: inout [InputEvent]) {
        let (broken, scalar, isTaken) = utf8.take(byte)
        if broken { events.append(.key(KeyEvent(.character("\u{FFFD}")))) }
        if isTaken {
            if let scalar { events.append(.key(KeyEvent(.character(scalar)))) }
        } else if byte == 0x1B {
            state = .escape
        } else {
            events.append(.key(Self.key(ofControl: byte)))
        }
    }

    /// A key of C0, or DEL.
    private static func key(ofControl byte: UInt8) -> KeyEvent {
        switch byte {
        case 0x00: KeyEvent(.character(" "), .control)
        case 0x08: KeyEvent(.backspace, .control)
        case 0x09: KeyEvent(.tab)
        case 0x0D: KeyEvent(.enter)
        case 0x7F: KeyEvent(.backspace)
        case 0x01...0x1A: KeyEvent(.character(Unicode.Scalar(byte + 0x60)), .control)
        default: KeyEvent(.character(Unicode.Scalar(byte + 0x40)), .control)
        }
    }

    private mutating func escape(_ byte: UInt8, _ events: inout [InputEvent]) {
        switch byte {
        case 0x1B:
            // The first was a key; what the second is shows later.
            events.append(.key(KeyEvent(.escape)))
        case 0x5B:
            sequence.removeAll(keepingCapacity: true)
            state = .control
        case 0x4F: state = .single
        case 0x50, 0x58, 0x5D, 0x5E, 0x5F: state = .string(false)
        default:
            state = .ground
            let count = events.count
            ground(byte, &events)
            guard events.count > count, case .key(var event)? = events.last else {
                // The first byte of a longer character: Alt with such a one is the character.
                return
            }
            event.modifiers.insert(.alt)
            events[events.count - 1] = .key(event)
        }
    }

    // MARK: Control sequences

    private mutating func control(_ byte: UInt8, _ events: inout [InputEvent]) {
        switch byte {
        case 0x20...0x3F:
            if sequence.count < Self.longestSequence {
                sequence.append(byte)
            } else {
                sequence[0] = 0
            }
        case 0x5B where sequence.isEmpty: state = .console
        case 0x40...0x7E:
            state = .ground
            guard let found = ControlSequence(parameters: sequence, final: byte) else { return }
            if found.isPasteStart {
                pasted.removeAll(keepingCapacity: true)
                pasteOverflowed = false
                state = .paste
            } else if let event = found.event {
                events.append(event)
            }
        default:
            // A control or text inside: the sequence was broken off.
            state = .ground
            ground(byte, &events)
        }
    }

    private mutating func single(_ byte: UInt8, _ events: inout [InputEvent]) {
        state = .ground
        if let key = ControlSequence.applicationKey(byte) {
            events.append(.key(key))
        } else {
            events.append(.key(KeyEvent(.character("O"), .alt)))
            ground(byte, &events)
        }
    }

    private mutating func string(
        _ byte: UInt8, _ escaped: Bool, _ events: inout [InputEvent]
    ) {
        switch byte {
        case 0x07, 0x18, 0x1A: state = .ground
        case 0x1B: state = .string(true)
        case 0x5C where escaped: state = .ground
        case _ where escaped:
            // Another sequence began: the string was never ended.
            state = .escape
            escape(byte, &events)
        default: break
        }
    }

    // MARK: Paste

    /// Inside the brackets everything is text, sequences too, up to the closing one.
    private mutating func paste(_ byte: UInt8, _ events: inout [InputEvent]) {
        pasted.append(byte)
        let end = Self.pasteEnd
        if byte == end[end.count - 1], pasted.count >= end.count,
            pasted[(pasted.count - end.count)...].elementsEqual(end)
        {
            pasted.removeLast(end.count)
            state = .ground
            events.append(.paste(Self.text(pasted.prefix(Self.longestPaste))))
            pasted = []
        } else if pasted.count > Self.longestPaste + 2 * end.count {
            // Only the tail has to be kept, in which the closing bracket may show.
            pasted.removeSubrange(Self.longestPaste..<(pasted.count - end.count))
        }
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        var lines: [UInt8] = []
        lines.reserveCapacity(bytes.count)
        var afterReturn = false
        for byte in bytes {
            if byte == 0x0D {
                lines.append(0x0A)
            } else if byte != 0x0A || !afterReturn {
                lines.append(byte)
            }
            afterReturn = byte == 0x0D
        }
        return String(decoding: lines, as: UTF8.self)
    }
}
