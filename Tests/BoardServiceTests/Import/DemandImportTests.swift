import BoardDomain
import BoardResources
import Testing

@testable import BoardService

@Suite("Import of a demand list")
struct DemandImportTests {
    private static let heading = "序号,需求名称,需求单位,统一社会信用代码,需求类别,主要技术指标,拟投入资金（万元）,其中申请县级资助（万元）,完成时限"
    private static let code = "91330624MA288A1B5N"

    private static func row(
        _ number: Int = 1, title: String = "甲技术", enterprise: String = "甲公司", code: String = code,
        kind: String = "技术创新卡点", indicators: String = "①力矩≤1 N", investment: String = "100",
        share: String = "10", until: String = "2027-06-30"
    ) -> String {
        "\(number),\(title),\(enterprise),\(code),\(kind),\(indicators),\(investment),\(share),\(until)"
    }

    private static func read(_ lines: String..., year: Int = 2026) -> DemandReport {
        DemandImport.read(
            bytes: Array(([heading] + lines).joined(separator: "\n").utf8), year: year)
    }

    private static func keys(
        _ report: DemandReport, _ severity: RowFinding.Severity
    ) -> [String] {
        report.findings.filter { $0.severity == severity && $0.row != nil }
            .map { String($0.key.dropFirst(7)) }
    }

    @Test("UTF-8 is read with and without a byte order mark")
    func encodings() {
        let text = Array((Self.heading + "\n" + Self.row()).utf8)
        let plain = DemandImport.read(bytes: text, year: 2026)
        let marked = DemandImport.read(bytes: [0xEF, 0xBB, 0xBF] + text, year: 2026)
        #expect(plain.encoding == .utf8)
        #expect(marked.encoding == .utf8Marked)
        #expect(plain.rows == marked.rows)
        #expect(plain.rows.count == 1)
    }

    @Test(
        "A file that is no list is refused as a whole, and says why",
        arguments: [
            ([], "file.empty"), (Array("PK\u{3}\u{4}abc".utf8), "file.noText"),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "file.noText"),
            ([0xFF, 0xFE, 0x61, 0x00], "file.noText"),
            ([0x81, 0x20, 0xFF, 0xFF], "file.noText"), (Array("你好\n世界".utf8), "file.noHeading"),
            (Array("\"".utf8), "file.noHeading"), (Array(",,,,\n,,,".utf8), "file.noHeading"),
            (Array("序号,需求单位,需求类别,完成时限\n1,甲,乙,丙".utf8), "file.columnMissing"),
        ] as [([UInt8], String)])
    func unreadable(bytes: [UInt8], key: String) {
        let report = DemandImport.read(bytes: bytes, year: 2026)
        #expect(!report.isReadable)
        #expect(report.rows.isEmpty)
        #expect(report.findings.map(\.key) == ["import." + key])
        for language in Language.allCases {
            #expect(report.findings.allSatisfy { !$0.message(in: Texts(language)).contains("⟦") })
        }
    }

    @Test("A file beyond the size of any list is not read")
    func tooLarge() {
        let bytes = [UInt8](repeating: 0x61, count: DemandImport.maxBytes + 1)
        let report = DemandImport.read(bytes: bytes, year: 2026)
        #expect(report.findings.map(\.key) == ["import.file.tooLarge"])
    }

    @Test("Columns are known by synonyms, in any order, with any unit")
    func synonyms() throws {
        let text = "信用 代码,预算（元）,企业名称,技术需求名称,指标,备用列\n\(Self.code),1200000,甲公司,甲技术,力矩≤1 N,x"
        let report = DemandImport.read(bytes: Array(text.utf8), year: 2026)
        let row = try #require(report.rows.first)
        #expect(row.investment == Money(fen: 120_000_000))
        #expect(row.title == "甲技术")
        let file = report.findings.filter { $0.row == nil }
        #expect(file.contains { $0.key == "import.file.columnIgnored" && $0.found == "备用列" })
        #expect(file.contains { $0.key == "import.file.columnAbsent" && $0.column == .until })
        // A column that the list does not have is said once, not in every row.
        #expect(Self.keys(report, .warning) == [])
    }

    @Test("A heading without a unit is taken as 万元, and that is said")
    func unitAssumed() throws {
        let text = "序号,需求名称,统一社会信用代码,预算\n1,甲,\(Self.code),12"
        let report = DemandImport.read(bytes: Array(text.utf8), year: 2026)
        #expect(report.rows.first?.investment == Money(fen: 12_000_000))
        #expect(report.findings.contains { $0.key == "import.file.unitAssumed" })
    }

    @Test("What a row leaves open stays open in its draft")
    func incomplete() throws {
        let report = Self.read(
            Self.row(
                enterprise: "", kind: "", indicators: "待定", investment: "面议", share: "", until: ""))
        let row = try #require(report.rows.first)
        #expect(row.enterpriseName == nil)
        #expect(row.topicClass == nil)
        #expect(row.investment == nil)
        #expect(row.countyShare == nil)
        #expect(row.until == nil)
        #expect(row.indicators.isEmpty)
        #expect(
            Self.keys(report, .warning) == [
                "cell.blank", "cell.blank", "indicators.none", "amount.negotiable", "cell.blank",
                "cell.blank",
            ])
    }

    @Test(
        "What a row states but cannot mean refuses it",
        arguments: [
            (row(title: "——"), "title.missing"), (row(code: ""), "code.missing"),
            (row(code: "91330624MA288A1B50"), "code.checkDigit"),
            (row(code: "9.13306E+17"), "code.rounded"),
            (row(code: "9133062"), "code.length"),
            (row(code: "91330624MA288A1B5I"), "code.character"),
            (row(kind: "其他"), "topicClass.unknown"), (row(investment: "约100"), "amount.unreadable"),
            (row(investment: "-1"), "amount.negative"),
            (row(investment: "0", share: "0"), "amount.zero"),
            (row(investment: "1.1234567"), "amount.tooFine"),
            (row(share: "101"), "amount.shareTooLarge"),
            (row(until: "尽快"), "until.unreadable"), (row(until: "2025-12-31"), "until.past"),
            (row() + ",x", "row.tooManyCells"), (row(title: "\"甲\"乙"), "row.textAfterQuote"),
            (row(title: "\"甲"), "row.unclosedQuote"),
            (row(title: String(repeating: "长", count: 40_000)), "cell.tooLong"),
        ])
    func refused(line: String, key: String) {
        let report = Self.read(line)
        #expect(report.rows.isEmpty)
        #expect(Self.keys(report, .error) == [key])
        #expect(report.refusedRows == [2])
        for finding in report.findings {
            #expect(finding.found.count <= 61)
            for language in Language.allCases {
                #expect(!finding.message(in: Texts(language)).contains("⟦"))
            }
        }
    }

    @Test("One faulty row costs no other")
    func others() {
        let report = Self.read(
            Self.row(1), Self.row(2, title: "\"乙\"x"), Self.row(3, title: "丙", kind: "其他"),
            Self.row(4, title: "丁"), Self.row(5, title: "5\" 管"))
        #expect(report.rows.map(\.number) == ["1", "4", "5"])
        #expect(report.refusedRows == [3, 4])
        #expect(report.rows.last?.title == "5\" 管")
    }

    @Test("A demand that stands twice in a list is read once, however it was typed")
    func duplicate() {
        let report = Self.read(
            Self.row(1, title: "R290 阀（高效）"),
            Self.row(2, title: "r２９０阀(高效）", code: Self.code.lowercased()))
        #expect(report.rows.count == 1)
        #expect(report.skipped.contains(.init(row: 3, reason: .duplicate)))
        #expect(report.findings.first { $0.row == 3 }?.accepted == "2")
    }

    @Test("The same title of another enterprise or year is another demand")
    func keys() throws {
        let code = try UnifiedCode(Self.code)
        let other = try UnifiedCode("91330624147643211E")
        let key = DemandRow.importKey(code: code, year: 2026, title: "Ａ-阀 门")
        #expect(key == "91330624MA288A1B5N/2026/a阀门")
        #expect(key != DemandRow.importKey(code: other, year: 2026, title: "A阀门"))
        #expect(key != DemandRow.importKey(code: code, year: 2027, title: "A阀门"))
        #expect(key == DemandRow.importKey(code: code, year: 2026, title: "a阀门"))
    }

    @Test("Reading a list twice gives the same rows with the same keys")
    func idempotent() {
        #expect(DemandImport.read(bytes: RealList.bytes, year: 2026) == RealList.report)
        let keys = RealList.report.rows.map(\.importKey)
        #expect(Set(keys).count == keys.count)
    }

    @Test("Rows that are no demands are skipped, and those with words are named")
    func skipped() {
        let report = Self.read(
            Self.row(1), ",,,,,,,,", "2,,,,,,,,", Self.heading, "合 计,,,,,,100,10,",
            "填表人：王某,,,审核：李某,,,,,",
            "注：请勿上传涉密资料")
        #expect(report.rows.count == 1)
        #expect(
            report.skipped.map(\.reason)
                == [
                    .heading, .blank, .blank, .heading, .total, .remark, .remark,
                ])
        #expect(Self.keys(report, .note) == ["row.total", "row.remark", "row.remark"])
        #expect(report.refusedRows == [])
    }

    @Test("A list of another year is warned about")
    func otherYear() {
        #expect(RealList.report.findings.allSatisfy { $0.key != "import.file.otherYear" })
        let report = DemandImport.read(bytes: RealList.bytes, year: 2025)
        let finding = report.findings.first { $0.key == "import.file.otherYear" }
        #expect(finding?.found == "2026")
        #expect(finding?.accepted == "2025")
    }

    @Test("One code under two names is warned about, an amount too large for 万元 as well")
    func doubtful() {
        let report = Self.read(
            Self.row(1), Self.row(2, title: "乙", enterprise: "乙公司"),
            Self.row(3, title: "丙", investment: "3800000"))
        #expect(report.rows.count == 3)
        #expect(Self.keys(report, .warning) == ["enterprise.differs", "amount.doubtful"])
    }

    @Test("A row of many commas are read without trouble")
    func commas() {
        let report = Self.read(String(repeating: ",", count: 100_000), Self.row(2))
        #expect(report.rows.map(\.number) == ["2"])
    }
}
