import Testing

@testable import BoardCLI

@Suite("Text in columns")
struct ColumnTextTests {
    @Test(
        "CJK takes two columns, marks none, the rest one",
        arguments: [
            ("", 0), ("abc", 3), ("榜题", 4), ("榜a题", 5), ("（）", 4), ("ＡＢ", 4), ("…", 1),
            ("e\u{301}", 1), ("か\u{3099}", 2), ("한글", 4), ("𠮷", 2), ("👩‍🔬", 2), ("☎️", 2),
            ("─", 1), ("a\u{200B}b", 2),
        ])
    func counts(text: String, width: Int) {
        #expect(ColumnText.width(of: text) == width)
    }

    @Test(
        "A cut text never takes more than its width and ends in an ellipsis",
        arguments: [
            ("榜题名称", 8, "榜题名称"), ("榜题名称", 7, "榜题名…"), ("榜题名称", 6, "榜题…"),
            ("abcdef", 4, "abc…"), ("榜", 1, "…"), ("榜", 0, ""),
        ])
    func cuts(text: String, width: Int, expected: String) {
        let cut = ColumnText.cut(ColumnText.line(text), to: width)
        #expect(cut.string == expected)
        #expect(cut.columns() <= width)
    }

    @Test("Wrapping keeps words of Latin script whole and loses nothing")
    func wraps() {
        let text = "按GB 32100校验 unified social credit code 与企业名称，逐项核对。"
        for width in [8, 13, 20, 40] {
            let lines = ColumnText.wrapped(text, to: width)
            #expect(lines.allSatisfy { ColumnText.width(of: $0) <= width })
            #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
        }
        #expect(ColumnText.wrapped("ab cd", to: 4) == ["ab", "cd"])
        #expect(ColumnText.wrapped("一\n二", to: 10) == ["一", "二"])
    }

    @Test("No mark that closes stands at a line's start")
    func closes() {
        #expect(ColumnText.wrapped("一二三，四", to: 6) == ["一二", "三，四"])
    }

    @Test("A text of many pages is kept whole, without what steers a terminal")
    func whole() {
        let long = String(repeating: "长\u{1B}[31m\n", count: 20_000)
        #expect(
            ColumnText.safe(long) == String(repeating: "长\u{FFFD}[31m\n", count: 20_000))
        #expect(ColumnText.width(of: String(repeating: "长", count: 20_000)) == 40_000)
    }
}
