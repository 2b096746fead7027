import BoardDomain
import Testing

@Suite("The name of a document")
struct DocumentNameTests {
    @Test(
        "an ordinary name is kept as it is",
        arguments: ["报价.pdf", "a b.xlsx", "..gitignore", "v1.0 (终稿).docx"])
    func kept(text: String) {
        #expect(DocumentName(text)?.text == text)
    }

    @Test(
        "a path, a blank, a control or a turned name is refused",
        arguments: [
            "", " ", "\u{3000}", ".", "..", "../x", "/etc/passwd", #"C:\x"#, "a\u{0}b", "a\nb",
            "a\u{7F}", "a\u{85}", "gpj.\u{202E}exe", "\u{2066}x", "a\u{200F}",
            String(repeating: "长", count: 86),
        ])
    func refused(text: String) {
        #expect(DocumentName(text) == nil)
    }

    @Test("255 bytes are allowed")
    func longest() {
        #expect(DocumentName(String(repeating: "长", count: 85)) != nil)
    }
}
