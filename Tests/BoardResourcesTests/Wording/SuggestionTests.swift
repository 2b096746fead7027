import Testing

@testable import BoardResources

@Suite("Suggestions")
struct SuggestionTests {
    private let names = ["publish", "publish-notice", "open-bids", "submit", "seal"]

    @Test(
        "What was nearly typed is found, nearest first",
        arguments: [
            ("publsh", ["publish"]), ("sbumit", ["submit"]), ("SEAL", ["seal"]),
            ("publish", ["publish", "publish-notice"]), ("xyz", []), ("", []),
        ])
    func finds(word: String, expected: [String]) {
        #expect(Suggestion.nearest(to: word, among: names) == expected)
    }

    @Test("At most three names come")
    func limits() {
        let many = (1...9).map { "XC-2026-000\($0)" }
        #expect(Suggestion.nearest(to: "XC-2026-0010", among: many).count == 3)
    }
}
