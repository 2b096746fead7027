import Testing

@testable import TerminalKit

@Suite("Width")
struct WidthTests {
    static let vectors: [(String, Int, Int)] = [
        ("a", 1, 1), ("~", 1, 1), ("中", 2, 2), ("。", 2, 2), ("，", 2, 2), ("（", 2, 2),
        ("\u{3000}", 2, 2), ("Ａ", 2, 2), ("ｱ", 1, 1), ("한", 2, 2), ("か\u{3099}", 2, 2),
        ("é", 1, 2), ("ñ", 1, 1), ("q\u{301}", 1, 1), ("𠮷", 2, 2), ("㐀", 2, 2), ("\u{323B0}", 2, 2),
        // Ambiguous.
        ("“", 1, 2), ("”", 1, 2), ("…", 1, 2), ("—", 1, 2), ("·", 1, 2), ("№", 1, 2),
        ("℃", 1, 2), ("①", 1, 2), ("●", 1, 2), ("↑", 1, 2), ("│", 1, 2), ("─", 1, 2),
        ("█", 1, 2), ("×", 1, 2), ("±", 1, 2), ("α", 1, 2), ("Я", 1, 2),
        // What our own symbols are drawn from.
        ("▸", 1, 1), ("▾", 1, 1), ("✓", 1, 1), ("⚠", 1, 1), ("❯", 1, 1), ("⣿", 1, 1), ("¥", 1, 1),
        // Emoji.
        ("😀", 2, 2), ("⌚", 2, 2), ("⚠\u{FE0F}", 2, 2), ("❤\u{FE0F}", 2, 2), ("❤", 1, 1),
        ("👍🏽", 2, 2), ("👨‍👩‍👧‍👦", 2, 2), ("🏳\u{FE0F}‍🌈", 2, 2), ("🇨🇳", 2, 2),
        ("1\u{FE0F}\u{20E3}", 2, 2), ("\u{1FAC8}", 2, 2), ("🧑🏽‍🚀", 2, 2),
        // Letters of a syllable, a vowel sign.
        ("\u{1112}\u{1161}\u{11AB}", 2, 2), ("\u{1112}\u{119E}", 2, 2), ("कि", 1, 1),
        ("ก\u{E49}", 1, 1),
    ]

    @Test(
        "Every cluster takes the columns that Unicode 17 and terminals give it", arguments: vectors)
    func vector(_ text: String, _ narrow: Int, _ wide: Int) {
        let safe = SafeText(text)
        #expect(safe.columns(.narrow) == narrow)
        #expect(safe.columns(.wide) == wide)
        #expect(safe.clusters().count == 1)
        #expect(!safe.tampered)
    }

    @Test("A conjunct takes a cell for each of its consonants, as terminals give it")
    func conjunct() {
        let text: SafeText = "नमस्ते"
        #expect(text.clusters().map(\.columns) == [1, 1, 1, 1])
        #expect(!text.tampered)
    }

    @Test("Columns of a text are those of its clusters")
    func sum() {
        let text = SafeText("榜额 120 万元 · “智慧农业” 👨‍👩‍👧‍👦é①…")
        for setting in [AmbiguousWidth.narrow, .wide] {
            #expect(
                text.columns(setting) == text.clusters(setting).reduce(0) { $0 + $1.columns })
        }
        #expect(text.columns(.wide) == text.columns(.narrow) + 6)
    }

    @Test("The table is of the Unicode that the standard library has")
    func version() {
        let newest: Unicode.Scalar = "\u{1FAC8}"
        #expect(newest.properties.age?.major == 17)
        #expect(WidthTable.unicodeVersion == "17.0.0")
        #expect(
            zip(WidthTable.starts, WidthTable.starts.dropFirst()).allSatisfy { $0 >> 2 < $1 >> 2 })
    }

    @Test(
        "Every scalar that stands alone takes 1 or 2 columns unless it is a mark or cannot be seen")
    func noneInvisible() {
        var wrong: [UInt32] = []
        for value: UInt32 in 0x20...0x3FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let properties = scalar.properties
            switch properties.generalCategory {
            case .unassigned, .control, .format, .privateUse, .surrogate, .lineSeparator,
                .paragraphSeparator:
                continue
            case .nonspacingMark, .enclosingMark:
                if ScalarClass.columns(value, .narrow) != 0 { wrong.append(value) }
            case .spacingMark: continue
            default:
                let isJamo = (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FB).contains(value)
                if properties.isDefaultIgnorableCodePoint || isJamo { continue }
                if ScalarClass.columns(value, .narrow) == 0 { wrong.append(value) }
            }
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(20).map { String($0, radix: 16) })")
    }
}
