import BoardDomain
import Testing

@testable import BoardResources

@Suite("Texts")
struct TextsTests {
    @Test("Both languages have the same keys with the same places")
    func languages() {
        #expect(Texts(.zhHans).differences(from: Texts(.en)) == [])
        #expect(!Texts(.zhHans).keys.isEmpty)
    }

    @Test("Every text file is read whole", arguments: Language.allCases)
    func files(language: Language) throws {
        let path = "texts/\(language.rawValue).json"
        let json = try EmbeddedFiles.json(path)
        let texts = try Texts(language, json: json, path: path)
        #expect(texts.keys.count == json.object?.count)
        #expect(texts.keys == Texts(language).keys)
    }

    @Test("Values fill their places, a missing one and a missing key stay visible")
    func filling() throws {
        let texts = try Texts(
            .en, json: ["due": "Due in {count} days, {{sic}} {place}"], path: "test")
        #expect(texts.text("due", ["count": "3"]) == "Due in 3 days, {sic} ⟦place⟧")
        #expect(texts.text("nothing") == "⟦nothing⟧")
        #expect(texts.textIfPresent("nothing") == nil)
    }

    @Test("A word goes by its number")
    func numbers() throws {
        let texts = try Texts(
            .en, json: ["left": "{count} {count|day|days} left"], path: "test")
        #expect(texts.text("left", ["count": "1"]) == "1 day left")
        #expect(texts.text("left", ["count": "0"]) == "0 days left")
        #expect(texts.places(of: "left") == ["count"])
    }

    @Test("A value is never read as a template")
    func values() throws {
        let texts = try Texts(.en, json: ["a": "{x}{y}"], path: "test")
        #expect(texts.text("a", ["x": "{y}", "y": "1"]) == "{y}1")
    }

    @Test("Differences name the key and the language")
    func differences() throws {
        let left = try Texts(.zhHans, json: ["a": "{x}", "b": "", "c": "{z}"], path: "test")
        let right = try Texts(.en, json: ["a": "{y}", "c": "{z} {z}", "d": ""], path: "test")
        #expect(
            left.differences(from: right) == [
                .places(key: "a", ["x"], ["y"]), .missing(key: "b", in: .en),
                .missing(key: "d", in: .zhHans),
            ])
    }

    @Test(
        "A template with an open brace or a nameless place is refused",
        arguments: ["{", "a {b", "}", "{}", "{|a|b}", "{x|a}", "{x|a|b|c}"])
    func faulty(template: String) {
        #expect(throws: ResourceFault.text(path: "test", key: "k")) {
            try Texts(.en, json: ["k": .string(template)], path: "test")
        }
    }

    @Test("A language is known by its tag or locale")
    func tags() {
        #expect(Language(tag: "zh_CN.UTF-8") == .zhHans)
        #expect(Language(tag: "en-GB") == .en)
        #expect(Language(tag: "C") == nil)
    }
}
