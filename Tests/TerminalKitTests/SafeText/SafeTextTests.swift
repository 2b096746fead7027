import TerminalKitTesting
import Testing

@testable import TerminalKit

@Suite("Untrusted text")
struct SafeTextTests {
    // MARK: (1)

    @Test("Bytes that are not UTF-8 are repaired and noted")
    func repair() {
        let text = SafeText(utf8: [0x61, 0xFF, 0xE4, 0xB8, 0x62])
        #expect(text.string == "a\u{FFFD}\u{FFFD}b")
        #expect(text.tampered)
        #expect(text.listing == "UTF-8")
        #expect(SafeText(utf8: Array("中文".utf8)) == SafeText("中文"))
    }

    @Test("A field ends after 512 scalars", arguments: ["a", "中", "क"])
    func fieldLimit(_ letter: String) {
        let full = String(repeating: letter, count: 512)
        #expect(SafeText(full).string == full)
        #expect(!SafeText(full).tampered)
        let cut = SafeText(full + "x")
        #expect(cut.string == full)
        #expect(cut.listing == "…")
    }

    @Test("A body ends within 64 KiB, between two scalars")
    func bodyLimit() {
        let full = String(repeating: "中", count: 21_845)
        #expect(SafeText(full, form: .body).string == full)
        let cut = SafeText(full + "文", form: .body)
        #expect(cut.string == full)
        #expect(cut.tampered)
    }

    @Test("A cluster has at most 4 marks and 16 scalars")
    func clusterLimit() {
        let zalgo = SafeText("a" + String(repeating: "\u{316}", count: 9) + "b")
        #expect(zalgo.string == "a" + String(repeating: "\u{316}", count: 4) + "b")
        #expect(zalgo.listing == "U+0316 ×5")
        let family = SafeText(String(repeating: "👩\u{200D}", count: 20) + "👩.")
        #expect(
            family.clusters().allSatisfy { family[utf8: $0.utf8].string.unicodeScalars.count <= 16 }
        )
        #expect(family.string.hasSuffix("\u{FFFD}."))
        #expect(family.tampered)
    }

    // MARK: (2)

    @Test(
        "Line breaks in a field become one space each",
        arguments: [
            "\r", "\n", "\r\n", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}",
        ])
    func breaks(_ mark: String) {
        let field = SafeText("甲" + mark + "乙")
        #expect(field.string == "甲 乙")
        #expect(field.tampered)
        let body = SafeText("甲" + mark + "乙", form: .body)
        #expect(body.string == "甲\n乙")
        #expect(body.lines.map(\.string) == ["甲", "乙"])
        #expect(body.tampered == !["\r", "\n", "\r\n"].contains(mark))
    }

    @Test("A tab becomes spaces")
    func tab() {
        #expect(SafeText("a\tb").string == "a    b")
        #expect(!SafeText("a\tb").tampered)
    }

    // MARK: (3)

    static let controls =
        (Array(0x00...0x08) + Array(0x0E...0x1F) + Array(0x7F...0x84) + Array(0x86...0x9F))
        .compactMap { Unicode.Scalar(UInt32($0)) }

    @Test("Every other control becomes U+FFFD", arguments: controls)
    func control(_ scalar: Unicode.Scalar) {
        for form in [SafeText.Form.line, .body] {
            let text = SafeText("a\(Character(scalar))b", form: form)
            #expect(text.string == "a\u{FFFD}b")
            #expect(text.replacements.map(\.scalar) == [scalar])
            #expect(text.replacements.map(\.offset) == [1])
        }
    }

    @Test("What is left of a sequence is visible and inert")
    func sequences() {
        #expect(SafeText("\u{1B}[2J\u{1B}]0;x\u{7}").string == "\u{FFFD}[2J\u{FFFD}]0;x\u{FFFD}")
        #expect(SafeText("\u{9B}31m\u{90}q\u{9C}").string == "\u{FFFD}31m\u{FFFD}q\u{FFFD}")
    }

    // MARK: (4)

    @Test(
        "All twelve Bidi_Control become U+FFFD",
        arguments: [
            0x61C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068,
            0x2069,
        ] as [UInt32])
    func bidi(_ value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        let text = SafeText("100\(Character(scalar))万元")
        #expect(text.string == "100\u{FFFD}万元")
        #expect(
            text.listing == "U+" + (value < 0x1000 ? "0" : "")
                + String(value, radix: 16, uppercase: true))
    }

    // MARK: (5)

    @Test(
        "What cannot be seen is dropped",
        arguments: [
            0xAD, 0x34F, 0x115F, 0x1160, 0x17B4, 0x180B, 0x180E, 0x200B, 0x200C, 0x200D, 0x2060,
            0x2064, 0x3164,
            0xFE00, 0xFE0E, 0xFE0F, 0xFEFF, 0xFFA0, 0x1D173, 0xE0001, 0xE0020, 0xE0100,
        ] as [UInt32])
    func ignorable(_ value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        let text = SafeText("a\(Character(scalar))b")
        #expect(text.string == "ab")
        #expect(text.tampered)
    }

    @Test(
        "What is private, unassigned or formats becomes U+FFFD",
        arguments: [
            0xE000, 0xF8FF, 0xF0000, 0x10FFFD, 0x378, 0xFFFF, 0x1FFFE, 0x600, 0x6DD, 0xFFF9,
            0x50000,
        ] as [UInt32])
    func unassigned(_ value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        let text = SafeText("a\(Character(scalar))b")
        #expect(text.string == "a\u{FFFD}b")
        #expect(text.tampered)
    }

    @Test(
        "Joiners and selectors stay where they belong",
        arguments: [
            "👩\u{200D}🔬", "🏳\u{FE0F}\u{200D}🌈", "❤\u{FE0F}", "❤\u{FE0E}", "1\u{FE0F}\u{20E3}",
            "👩🏽\u{200D}🚀",
            "葛\u{E0100}", "朝\u{FE00}", "👁\u{FE0F}\u{200D}🗨\u{FE0F}",
        ])
    func joiners(_ text: String) {
        #expect(SafeText(text).string == text)
        #expect(!SafeText(text).tampered)
    }

    @Test(
        "Joiners and selectors are dropped elsewhere",
        arguments: [
            ("a\u{200D}b", "ab"), ("👩\u{200D}", "👩"), ("👩\u{200D}a", "👩a"), ("\u{200D}👩", "👩"),
            ("1\u{FE0F}", "1"),
            ("中\u{FE0F}", "中"), ("a\u{FE00}", "a"), ("👩\u{200D}\u{200D}👩", "👩\u{200D}👩"),
            ("🇨\u{200D}👩", "🇨👩"),
        ])
    func strayJoiners(_ given: String, _ wanted: String) {
        #expect(SafeText(given).string == wanted)
        #expect(SafeText(given).tampered)
    }

    @Test(
        "A mark that stands alone would be drawn over its neighbour",
        arguments: ["\u{301}a", "\u{1161}a"])
    func loneMark(_ text: String) {
        #expect(SafeText(text).string == "\u{FFFD}a")
        #expect(SafeText(text).tampered)
    }

    // MARK: (6)

    @Test("Text is normalised, which is no tampering")
    func normalised() {
        #expect(Array(SafeText("e\u{301}\u{F900}Å").string.unicodeScalars) == ["é", "豈", "Å"])
        #expect(!SafeText("e\u{301}").tampered)
        // Dropping what stood between lets them compose.
        #expect(Array(SafeText("e\u{200B}\u{301}").string.unicodeScalars) == ["é"])
    }

    // MARK: (7) and (8)

    @Test("The listing tells what was replaced, in order of appearance")
    func listing() {
        let text = SafeText("支付\u{202E}100\u{7}\u{202E}\u{1F3F4}\u{E0067}")
        #expect(text.listing == "U+202E ×2 U+0007 U+E0067")
        #expect(SafeText("支付 100 万元").listing.isEmpty)
    }

    @Test("Text that passed passes again unchanged, and holds nothing that an encoder refuses")
    func idempotent() {
        var random = SeededGenerator(seed: 8)
        let pools: [ClosedRange<UInt32>] = [
            0...0xFF, 0x300...0x36F, 0x900...0x97F, 0x1100...0x11FF, 0x2000...0x206F,
            0x2600...0x27BF,
            0x3000...0x30FF, 0xAC00...0xAC40, 0xF900...0xFAFF, 0xFE00...0xFE0F, 0x1F1E6...0x1F1FF,
            0x1F3FB...0x1F3FF, 0x1F466...0x1F469, 0xE0000...0xE01EF, 0x1D15E...0x1D165,
            0x4E00...0x4E40,
        ]
        for _ in 0..<4000 {
            var given = ""
            for _ in 0..<random.below(24) {
                let value = UInt32.random(in: random.pick(pools), using: &random)
                if let scalar = Unicode.Scalar(value) { given.unicodeScalars.append(scalar) }
            }
            let form = random.pick([SafeText.Form.line, .body])
            let once = SafeText(given, form: form)
            let twice = SafeText(once.string, form: form)
            #expect(
                Array(twice.string.utf8) == Array(once.string.utf8) && !twice.tampered,
                "\(given.unicodeScalars.map { String($0.value, radix: 16) })")
            let checked = ControlString.checked(once.string, lineFeeds: form == .body)
            #expect(checked == Array(once.string.utf8))
        }
    }

    @Test("Parts and sums are as safe as the whole")
    func parts() {
        let text = SafeText("甲乙\u{7}é👍🏽丙")
        #expect(text.prefix(columns: 3).string == "甲")
        #expect(text.prefix(columns: 6).string == "甲乙\u{FFFD}é")
        #expect(text.prefix(columns: 3).tampered)
        #expect((SafeText("甲") + SafeText("乙")).columns() == 4)
        #expect(SafeText(-1_200).string == "-1200")
    }
}
