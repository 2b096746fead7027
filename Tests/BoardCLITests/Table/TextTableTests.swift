import Testing

@testable import BoardCLI

@Suite("Tables")
struct TextTableTests {
    @Test("Columns stand at one place, however wide their letters are")
    func aligns() {
        var table = TextTable([.init("编号"), .init("金额", .right), .init("名称")])
        table.add(["XC-2026-0001", "1,234.5", "轴承"])
        table.add(["甲", "３", "motor"])
        #expect(
            table.lines() == [
                "编号             金额  名称",
                "────────────  ───────  ─────",
                "XC-2026-0001  1,234.5  轴承",
                "甲                 ３  motor",
            ])
    }

    @Test("Only columns that yield are cut, and only as far as the terminal asks")
    func yields() {
        var table = TextTable([.init("编号"), .init("名称", yields: true)])
        table.add(["XC-2026-0001", "低噪声深沟球轴承关键技术研究"])
        #expect(table.lines(width: 36)[2] == "XC-2026-0001  低噪声深沟球轴承关键…")
        #expect(table.lines(width: 36).allSatisfy { ColumnText.width(of: $0) <= 36 })
        #expect(table.lines()[2].hasSuffix("研究"))
        #expect(table.lines(width: 5)[2].hasPrefix("XC-2026-0001  "))
    }

    @Test("Columns that can be spared go before a title is cut to nothing")
    func spares() {
        var table = TextTable([
            .init("编号"), .init("名称", yields: true), .init("企业", spare: 2),
            .init("截止", spare: 1),
        ])
        table.add(["XC-2026-0001", "低噪声深沟球轴承关键技术研究", "新昌轴承厂", "2026-11-27"])
        let wide = table.lines(width: 80)
        #expect(wide[0].contains("企业") && wide[0].contains("截止"))
        let narrow = table.lines(width: 50)
        #expect(!narrow[0].contains("企业"))
        #expect(narrow[0].contains("截止"))
        #expect(narrow.allSatisfy { ColumnText.width(of: $0) <= 50 })
    }

    @Test("Where not all is seen side by side, the rows are cards")
    func cards() {
        var table = TextTable([
            .init("编号"), .init("名称", yields: true), .init("企业"), .init("依据", spare: 1),
        ])
        table.add(["XC-2026-0001", "低噪声深沟球轴承的研究", "", "第三条"])
        table.add(["XC-2026-0002", "齿轮", "新昌轴承厂", ""])
        #expect(table.linesOrCards(width: 80) == table.lines(width: 80, folding: true))
        #expect(
            table.linesOrCards(width: 24) == [
                "编号  XC-2026-0001", "名称  低噪声深沟球轴承的研", "      究", "依据  第三条", "",
                "编号  XC-2026-0002", "名称  齿轮", "企业  新昌轴承厂",
            ])
    }

    @Test("Folded, nothing is lost")
    func folds() {
        var table = TextTable([.init("编号"), .init("名称", yields: true)])
        table.add(["XC-2026-0001", "低噪声深沟球轴承关键技术研究"])
        let lines = table.lines(width: 36, folding: true)
        #expect(lines.count == 4)
        #expect(lines[3].hasPrefix("              "))
        let text = lines.dropFirst(2).joined().filter { $0 != " " }
        #expect(text == "XC-2026-0001低噪声深沟球轴承关键技术研究")
    }

    @Test("Folded, several columns give way together before a line is wider than the terminal")
    func foldsTogether() {
        var table = TextTable([
            .init("时限", yields: true), .init("待办", yields: true), .init("编号"),
            .init("榜题", yields: true), .init("命令"),
        ])
        table.add([
            "4 workdays overdue", "Approve the milestone", "XC-2026-0007/milestone/1.1",
            "高速角接触轴承铜合金保持架激光去毛刺与修圆", "approve",
        ])
        #expect(
            table.lines(width: 80, folding: true).allSatisfy { ColumnText.width(of: $0) <= 80 })
    }

    @Test("What people typed cannot steer the terminal or break a row")
    func isSafe() {
        var table = TextTable([.init("a")])
        table.add(["\u{1B}[2Jx\ny\u{202E}z"])
        #expect(table.lines()[2] == "\u{FFFD}[2Jx y\u{FFFD}z")
        #expect(ColumnText.safe("a\nb\u{7}") == "a\nb\u{FFFD}")
    }

    @Test("A row that is short of cells is filled up")
    func fills() {
        var table = TextTable([.init("a"), .init("b")])
        table.add(["1"])
        #expect(table.lines()[2] == "1")
    }
}
