import TerminalKit
import TerminalKitTesting
import Testing

@Suite("Lines are broken as Chinese typesetting wants it")
struct LineBreakerTests {
    private func lines(_ text: SafeText, _ columns: Int) -> [String] {
        LineBreaker(columns: columns).lines(of: text).map(\.string)
    }

    @Test("Closing punctuation takes its character along to the next line")
    func closing() {
        #expect(lines("甲乙丙丁，戊己", 8) == ["甲乙丙", "丁，戊己"])
        #expect(lines("甲乙丙丁》。戊", 8) == ["甲乙丙", "丁》。戊"])
        #expect(lines("完成率 95%了", 9) == ["完成率", "95%了"])
    }

    @Test("Opening punctuation goes to the next line with what it opens")
    func opening() {
        #expect(lines("甲乙丙《丁》戊", 8) == ["甲乙丙", "《丁》戊"])
        #expect(lines("金额共￥100万元", 8) == ["金额共", "￥100万", "元"])
    }

    @Test("Words stay whole, and one that no line can hold is broken where it is full")
    func words() {
        #expect(lines("the quick brown fox", 9) == ["the quick", "brown fox"])
        #expect(lines("abcdefghij", 4) == ["abcd", "efgh", "ij"])
        #expect(lines("揭榜challenge揭榜", 9) == ["揭榜", "challenge", "揭榜"])
    }

    @Test("Dashes and ellipses are not taken apart")
    func pairs() {
        #expect(lines("甲乙丙——丁", 7) == ["甲乙丙", "——丁"])
        #expect(lines("甲乙丙……丁", 7) == ["甲乙丙", "……丁"])
    }

    @Test("Line feeds end lines, empty lines stay, spaces at an end hang")
    func feeds() {
        let text = SafeText("a\n\nb c   \n", form: .body)
        #expect(lines(text, 4) == ["a", "", "b c", ""])
        #expect(lines("", 4) == [""])
        #expect(lines("ab  cd", 2) == ["ab", "cd"])
    }

    @Test("Whatever the text, lines fit, lose nothing, and start and end as they may")
    func random() {
        var generator = SeededGenerator(seed: 7)
        let pieces = "甲乙丙丁，。《》（）——……￥%abc 12-é👨‍👩‍👧😀\n".map { String($0) }
        for _ in 0..<400 {
            let string = (0..<generator.below(60)).map { _ in generator.pick(pieces) }.joined()
            let text = SafeText(string, form: .body)
            let columns = 2 + generator.below(20)
            let ranges = LineBreaker(columns: columns).ranges(of: text)
            var end = 0
            for range in ranges {
                #expect(range.lowerBound >= end && range.lowerBound - end <= 1)
                end = range.upperBound
            }
            #expect(end == text.string.utf8.count)
            for line in LineBreaker(columns: columns).lines(of: text) {
                #expect(line.columns() <= columns, "\(line) in \(columns)")
            }
            let shown = ranges.map { text[utf8: $0].string }.joined()
            #expect(shown == text.string.filter { $0 != "\n" })
        }
    }
}
