import Testing

@testable import TerminalKit

@Suite("Control strings")
struct ControlStringTests {
    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test("A title is bracketed and holds no control")
    func title() {
        #expect(text(ControlString.title("榜题 CH-1")) == "\u{1B}]2;榜题 CH-1\u{1B}\\")
        #expect(
            text(ControlString.checked("a\u{1B}\\b\u{9C}\u{202E}"))
                == "a\u{FFFD}\\b\u{FFFD}\u{FFFD}")
    }

    @Test("Links are https or mailto, percent-encoded")
    func link() {
        #expect(
            ControlString.link("https://a.cn/x?y=1&z").map(text)
                == "\u{1B}]8;;https://a.cn/x?y=1&z\u{1B}\\")
        #expect(ControlString.link("MAILTO:a@b.cn").map(text) == "\u{1B}]8;;MAILTO:a@b.cn\u{1B}\\")
        #expect(
            ControlString.link("https://a.cn/中 \u{1B}\\\u{7}").map(text)
                == "\u{1B}]8;;https://a.cn/%E4%B8%AD%20%1B%5C%07\u{1B}\\")
        for address in ["http://a.cn", "javascript:x", "file:///etc", "", "https:/a", " https://a"]
        {
            #expect(ControlString.link(address) == nil)
        }
        #expect(ControlString.link("https://a/" + String(repeating: "中", count: 1000)) == nil)
        #expect(text(ControlString.linkEnd) == "\u{1B}]8;;\u{1B}\\")
    }

    @Test(
        "The clipboard gets base64",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"),
            ("中", "5Lit"),
        ])
    func clipboard(_ given: String, _ encoded: String) {
        #expect(text(ControlString.clipboard(SafeText(given))) == "\u{1B}]52;c;\(encoded)\u{1B}\\")
    }
}
