import Testing

@testable import BoardCLI

@Suite("CSV")
struct CSVTextTests {
    @Test(
        "A cell that a spreadsheet would calculate is text",
        arguments: [
            ("=SUM(A1)", "'=SUM(A1)"), ("+86", "'+86"), ("-1", "'-1"), ("@x", "'@x"),
            ("\tx", "'\tx"), ("\rx", "\"'\rx\""), ("=a,b", "\"'=a,b\""), ("a=b", "a=b"),
            ("", ""), ("榜,题", "\"榜,题\""), ("\"引\"", "\"\"\"引\"\"\""), ("一\n二", "\"一\n二\""),
        ])
    func escapes(text: String, expected: String) {
        #expect(CSVText.cell(text) == expected)
    }

    @Test("The text begins with a byte order mark and ends its rows with CRLF")
    func form() {
        var csv = CSVText(["编号", "名称"])
        csv.add(["1", "轴承"])
        #expect(Array(csv.text.utf8.prefix(3)) == [0xEF, 0xBB, 0xBF])
        #expect(csv.text.hasSuffix("编号,名称\r\n1,轴承\r\n"))
    }
}
