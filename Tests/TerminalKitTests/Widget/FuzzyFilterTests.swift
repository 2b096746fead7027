import TerminalKitTesting
import Testing

@testable import TerminalKit

@Suite("Texts are found by some of their characters")
struct FuzzyFilterTests {
    private func found(_ query: String, _ texts: [SafeText]) -> [String] {
        FuzzyFilter(query).filter(texts) { $0 }.map(\.element.string)
    }

    @Test("In order, whatever the case; everything by an empty query")
    func subsequence() {
        let texts: [SafeText] = ["Milestone payout", "Plan", "榜题 2026-001"]
        #expect(found("MLPT", texts) == ["Milestone payout"])
        #expect(found("2601", texts) == ["榜题 2026-001"])
        #expect(found("tpm", texts) == [])
        #expect(found(" ", texts).count == 3)
    }

    @Test("Starts of words, and characters side by side, come first")
    func order() {
        #expect(
            found("pay", ["spray tray", "prepay", "pay list"]) == [
                "pay list", "prepay", "spray tray",
            ])
        #expect(found("cl", ["icicle", "Cancel List"]).first == "Cancel List")
        #expect(found("ab", ["xab", "yab"]) == ["xab", "yab"])
    }

    @Test("Words of the query stand in any order")
    func words() {
        #expect(found("公示 乙", ["乙方公示", "公示甲"]) == ["乙方公示"])
    }

    @Test("Characters are found by the initials of their pinyin, after those that are written so")
    func pinyin() {
        #expect(found("jbgs", ["揭榜公示", "验题"]) == ["揭榜公示"])
        #expect(found("yt", ["验题", "yt-1"]) == ["yt-1", "验题"])
        let initials: [(Unicode.Scalar, Unicode.Scalar)] = [
            ("啊", "a"), ("芭", "b"), ("座", "z"), ("里", "l"), ("程", "c"), ("额", "e"),
            ("鹅", "e"), ("欧", "o"), ("挖", "w"), ("昔", "x"), ("压", "y"), ("匝", "z"),
        ]
        for (character, letter) in initials {
            #expect(PinyinInitials.initial(of: character) == letter, "\(character)")
        }
        #expect(PinyinInitials.initial(of: "a") == nil)
        #expect(PinyinInitials.initial(of: "龘") == nil)
    }

    @Test("What matched is told in bytes, neighbours together")
    func ranges() {
        #expect(FuzzyFilter("jg").match("揭榜公示")?.ranges == [0..<3, 6..<9])
        #expect(FuzzyFilter("榜公").match("揭榜公示")?.ranges == [3..<9])
        #expect(FuzzyFilter("x").match("") == nil)
    }

    @Test("Whatever the text, it matches exactly when its characters stand there in order")
    func random() {
        var generator = SeededGenerator(seed: 13)
        for _ in 0..<2000 {
            let text = (0..<generator.below(9)).map { _ in generator.pick(["a", "b", "c"]) }
            let query = (0..<1 + generator.below(3)).map { _ in generator.pick(["a", "b", "c"]) }
            var rest = query[...]
            for letter in text where letter == rest.first { rest.removeFirst() }
            let match = FuzzyFilter(query.joined()).match(SafeText(text.joined()))
            #expect((match != nil) == rest.isEmpty)
            #expect(FuzzyFilter(query.joined()).contains(SafeText(text.joined())) == rest.isEmpty)
            let matched = match?.ranges.flatMap { text[$0] } ?? []
            #expect(match == nil || matched == query)
        }
    }
}
