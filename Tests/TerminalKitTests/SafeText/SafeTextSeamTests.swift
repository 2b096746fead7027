import TerminalKitTesting
import Testing

@testable import TerminalKit

@Suite("Texts that are put together are held to the same limits")
struct SafeTextSeamTests {
    /// What the gate makes of a text that it has made already.
    private func again(_ text: SafeText) -> SafeText { SafeText(text.string, form: text.form) }

    @Test("Lines stay lines of 512 scalars, bodies of 64 KiB")
    func length() {
        let half = SafeText(String(repeating: "甲", count: 300))
        let whole = half + half
        #expect(whole.string.unicodeScalars.count == 512)
        #expect(whole.listing == "…" && whole.columns() == 1024)
        let body = SafeText(String(repeating: "a", count: 40_000), form: .body)
        #expect((body + body).string.utf8.count == 65_536)
        #expect((half + body).string.utf8.count == 40_900)
        #expect(!(half + body).tampered)
        let line = SafeText(String(repeating: "a", count: 400) + "\nb", form: .body).lines[0]
        #expect(!(line + line).tampered)
    }

    @Test("What meets at the seam becomes one cluster, measured and limited as one")
    func clusters() {
        let flag = SafeText("🇨") + SafeText("🇳")
        #expect(flag.clusters().count == 1 && flag.columns() == 2)
        let marks = SafeText("q\u{301}\u{302}\u{303}\u{304}")
        let more = SafeText("क\u{93F}") + SafeText("ा")
        #expect(again(more).string == more.string)
        #expect((marks + marks).columns() == 2 && !(marks + marks).tampered)
        let hangul = SafeText("\u{1112}") + SafeText("\u{1161}") + SafeText("\u{11AB}")
        #expect(again(hangul).string == hangul.string)
    }

    @Test("Whatever is put together in parts is what the gate would let pass (seed 4)")
    func random() {
        var random = SeededGenerator(seed: 4)
        let pieces = [
            "a", "中", "🇨", "👩", "\u{200D}", "🔬", "\u{FE0F}", "\u{301}", "\u{903}", "क", "\u{94D}",
            "\u{1112}", "\u{1161}", "1", "\u{20E3}", "👍", "🏽", "\u{202E}", "\u{1B}[", " ", "…",
            "\u{0D4E}",
        ]
        for _ in 0..<4_000 {
            var text = SafeText.empty
            for _ in 0..<1 + random.below(5) {
                let part = (0..<random.below(8)).map { _ in random.pick(pieces) }.joined()
                text = text + SafeText(part)
            }
            #expect(again(text).string == text.string && !again(text).tampered)
            #expect(again(text).columns(.wide) == text.columns(.wide))
            #expect(again(text).columns() == text.columns())
        }
    }
}
