import BoardResources
import Testing

@testable import BoardCLI

@Suite("The language of the command line")
struct SpeechTests {
    @Test(
        "The option comes first, then JIEBANG_LANG, then LANG, then Chinese",
        arguments: [
            (["--lang", "en"], ["LANG": "zh_CN.UTF-8"], Language.en),
            (["list", "--lang=zh"], ["JIEBANG_LANG": "en"], .zhHans),
            ([], ["JIEBANG_LANG": "en", "LANG": "zh_CN.UTF-8"], .en),
            ([], ["LANG": "en_GB.UTF-8"], .en), ([], ["LANG": "C.UTF-8"], .zhHans),
            ([], [:], .zhHans), (["--", "--lang", "en"], [:], .zhHans),
            (["--lang", "fr"], [:], .zhHans),
        ] as [([String], [String: String], Language)])
    func chooses(arguments: [String], environment: [String: String], expected: Language) {
        #expect(Speech.language(arguments: arguments) { environment[$0] } == expected)
    }
}
