import TerminalKit
import TerminalKitTesting
import Testing

@Suite("The keys at the foot of a screen")
struct KeyHintsTests {
    private let hints = KeyHints(
        [
            KeyHint("Enter", "办理"), KeyHint("o", "看榜题", isEnabled: false), KeyHint("q", "退出"),
        ], theme: .mono)

    @Test("A click finds the key that stands there, and none between two")
    func places() {
        // “Enter 办理” is 10 columns wide, “o (看榜题)” 10 more, two blanks stand between them.
        #expect(
            [0, 9, 10, 11, 12, 21, 24].map { hints.index(at: $0, of: 80) } == [
                0, 0, nil, nil, 1, 1, 2,
            ])
    }

    @Test("What does not fit cannot be clicked")
    func cut() {
        #expect(hints.index(at: 24, of: 26) == nil)
        #expect(hints.index(at: 12, of: 26) == 1)
    }
}
