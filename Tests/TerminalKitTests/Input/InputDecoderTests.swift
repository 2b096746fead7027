import Testing

@testable import TerminalKit

@Suite("Input bytes become events")
struct InputDecoderTests {
    private static func events(_ bytes: [UInt8]) -> [InputEvent] {
        var decoder = InputDecoder()
        return decoder.decode(bytes) + decoder.flush()
    }

    private static func events(_ text: String) -> [InputEvent] { events(Array(text.utf8)) }

    private static func key(_ key: Key, _ modifiers: Modifiers = []) -> InputEvent {
        .key(KeyEvent(key, modifiers))
    }

    static let keys: [(String, Key, Modifiers)] = [
        ("a", .character("a"), []), ("轴", .character("轴"), []),
        ("\u{1F600}", .character("\u{1F600}"), []),
        ("\r", .enter, []), ("\t", .tab, []), ("\u{7F}", .backspace, []),
        ("\u{08}", .backspace, .control), ("\u{1B}", .escape, []),
        ("\0", .character(" "), .control),
        ("\u{03}", .character("c"), .control), ("\u{1A}", .character("z"), .control),
        ("\u{0A}", .character("j"), .control), ("\u{1C}", .character("\\"), .control),
        ("\u{1B}a", .character("a"), .alt), ("\u{1B}\r", .enter, .alt),
        ("\u{1B}\u{03}", .character("c"), [.alt, .control]),
        ("\u{1B}[A", .up, []), ("\u{1B}OB", .down, []), ("\u{1B}[1;5C", .right, .control),
        ("\u{1B}[1;2D", .left, .shift), ("\u{1B}[H", .home, []), ("\u{1B}[4~", .end, []),
        ("\u{1B}[5~", .pageUp, []), ("\u{1B}[6;3~", .pageDown, .alt), ("\u{1B}[2~", .insert, []),
        ("\u{1B}[3~", .delete, []), ("\u{1B}[Z", .tab, .shift), ("\u{1B}OP", .function(1), []),
        ("\u{1B}[15~", .function(5), []), ("\u{1B}[24~", .function(12), []),
        ("\u{1B}[1;2R", .function(3), .shift), ("\u{1B}[[C", .function(3), []),
        ("\u{1B}[97;5u", .character("a"), .control), ("\u{1B}[97:65;2u", .character("A"), .shift),
        ("\u{1B}[27u", .escape, []), ("\u{1B}[13;2u", .enter, .shift),
        ("\u{1B}[127;5u", .backspace, .control),
        ("\u{1B}[57404u", .character("5"), []), ("\u{1B}OM", .enter, []),
        ("\u{1B}Ok", .character("+"), []),
        ("\u{1B}O", .character("O"), .alt), ("\u{1B}[", .character("["), .alt),
    ]

    @Test("Every key is known", arguments: keys)
    func keyIsKnown(text: String, key: Key, modifiers: Modifiers) {
        #expect(Self.events(text) == [Self.key(key, modifiers)])
    }

    @Test("A key that is let go is no key pressed")
    func release() { #expect(Self.events("\u{1B}[97;1:3u").isEmpty) }

    static let others: [(String, InputEvent)] = [
        ("\u{1B}[<0;5;7M", .mouse(MouseEvent(.press(.left), column: 4, row: 6))),
        ("\u{1B}[<2;1;1m", .mouse(MouseEvent(.release(.right), column: 0, row: 0))),
        ("\u{1B}[<32;300;99M", .mouse(MouseEvent(.drag(.left), column: 299, row: 98))),
        ("\u{1B}[<35;2;2M", .mouse(MouseEvent(.move, column: 1, row: 1))),
        ("\u{1B}[<64;2;2M", .mouse(MouseEvent(.scrollUp, column: 1, row: 1))),
        (
            "\u{1B}[<85;2;2M",
            .mouse(MouseEvent(.scrollDown, column: 1, row: 1, [.shift, .control]))
        ),
        ("\u{1B}[I", .focus(true)), ("\u{1B}[O", .focus(false)),
        ("\u{1B}[?12;40R", .reply(.cursor(row: 11, column: 39))),
        ("\u{1B}[2;3R", .reply(.cursor(row: 1, column: 2))),
        ("\u{1B}[1;2R", .key(KeyEvent(.function(3), .shift))),
        ("\u{1B}[?2026;2$y", .reply(.mode(2026, .reset))),
        ("\u{1B}[?1u", .reply(.keyboardFlags(1))),
        ("\u{1B}[?62;22c", .reply(.attributes)),
        ("\u{1B}[200~轴承\r\n乙\r丙\n\u{1B}[31m丁\u{1B}[201~", .paste("轴承\n乙\n丙\n\u{1B}[31m丁")),
        ("\u{1B}[200~\u{1B}[200~a\u{1B}[20\u{1B}[201~", .paste("\u{1B}[200~a\u{1B}[20")),
    ]

    @Test("The mouse, the focus, pastes and answers are known", arguments: others)
    func otherIsKnown(text: String, event: InputEvent) {
        #expect(Self.events(text) == [event])
    }

    @Test(
        "What means nothing is dropped whole, and the letter after it is a letter",
        arguments: [
            "\u{1B}[999z", "\u{1B}[<0;0;0M", "\u{1B}[?2026;9$y", "\u{1B}]0;title\u{07}",
            "\u{1B}]11;rgb:00/00/00\u{1B}\\", "\u{1B}Pq#0\u{1B}\\", "\u{1B}[1;2;3;4;5y",
            "\u{1B}[" + String(repeating: "1;", count: 200) + "A", "\u{1B}[ 1A",
            "\u{1B}[99999999999999999999~",
        ])
    func unknown(text: String) {
        #expect(Self.events(text + "x") == [Self.key(.character("x"))])
    }

    @Test("Bytes that are no UTF-8 become one mark each, and nothing after them is lost")
    func broken() {
        let mark = Self.key(.character("\u{FFFD}"))
        let x = Self.key(.character("x"))
        #expect(Self.events([0xFF, 0x78]) == [mark, x])
        #expect(Self.events([0xE8, 0xBD, 0x78]) == [mark, x])
        #expect(Self.events([0xC0, 0x80, 0x78]) == [mark, mark, x])
        #expect(Self.events([0xED, 0xA0, 0x80, 0x78]) == [mark, mark, mark, x])
        #expect(Self.events([0xE8, 0xBD, 0x1B, 0x5B, 0x41]) == [mark, Self.key(.up)])
    }

    @Test("A sequence that breaks off leaves what came after it")
    func brokenOff() {
        #expect(Self.events("\u{1B}[1;\u{1B}[A") == [Self.key(.up)])
        #expect(Self.events("\u{1B}[1\rx") == [Self.key(.enter), Self.key(.character("x"))])
        #expect(Self.events("\u{1B}\u{1B}[A") == [Self.key(.escape), Self.key(.up)])
        #expect(Self.events("\u{1B}]0;t\u{1B}[A") == [Self.key(.up)])
    }

    @Test("A paste that is too long is cut, and its end is still found")
    func longPaste() {
        let long = String(repeating: "a", count: InputDecoder.longestPaste + 5000)
        let events = Self.events("\u{1B}[200~" + long + "\u{1B}[201~x")
        #expect(events.count == 2)
        #expect(events[0] == .paste(String(long.prefix(InputDecoder.longestPaste))))
        #expect(events[1] == Self.key(.character("x")))
    }

    @Test("A lone escape waits, and is a key when nothing follows")
    func loneEscape() {
        var decoder = InputDecoder()
        #expect(decoder.decode([0x1B]).isEmpty)
        #expect(decoder.isWaiting)
        #expect(decoder.flush() == [Self.key(.escape)])
        #expect(!decoder.isWaiting)
        #expect(decoder.flush().isEmpty)
        #expect(decoder.decode([0x41]) == [Self.key(.character("A"))])
    }

    /// A small generator of the same numbers everywhere.
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return value ^ (value >> 31)
        }
    }

    @Test("A million random bytes give the same events however they are split (seed 20261121)")
    func splitting() {
        var numbers = Numbers(state: 20_261_121)
        let likely = Array("\u{1B}[[O<?;:0129ABMmu~c$yRPX]\\\u{07}\r轴".utf8)
        let bytes = (0..<1_000_000).map { _ in
            UInt8.random(in: 0...3, using: &numbers) == 0
                ? UInt8.random(in: 0...255, using: &numbers)
                : likely.randomElement(using: &numbers) ?? 0x1B
        }
        var whole = InputDecoder()
        let expected = whole.decode(bytes)
        #expect(expected.count > 100_000)
        var split = InputDecoder()
        var found: [InputEvent] = []
        found.reserveCapacity(expected.count)
        var start = 0
        while start < bytes.count {
            let end = min(bytes.count, start + Int.random(in: 1...17, using: &numbers))
            found += split.decode(bytes[start..<end])
            start = end
        }
        #expect(found == expected)
    }
}
