import TerminalKit
import Testing

@testable import BoardResources

@Suite("Echo of what was given")
struct EchoTests {
    @Test(
        "It is one line of at most so many columns, harmless to a terminal",
        arguments: [
            ("短", "短"), ("a\nb", "a b"), ("a\u{1B}[2Jb", "a\u{FFFD}[2Jb"),
            (String(repeating: "x", count: 60), String(repeating: "x", count: 60)),
            (String(repeating: "x", count: 61), String(repeating: "x", count: 59) + "…"),
            (String(repeating: "长", count: 3_000_000), String(repeating: "长", count: 29) + "…"),
        ])
    func brief(given: String, shown: String) {
        #expect(Echo.brief(given) == shown)
        #expect(SafeText(Echo.brief(given)).columns() <= 60)
    }
}
