import BoardDomain
import BoardResources
import FoundationEssentials
import Testing

@testable import BoardService

/// The list of the county for 2026, as the bureau keeps it.
enum RealList {
    static let path =
        #filePath.split(separator: "/").dropLast(3)
        .reduce("") { $0 + "/" + $1 } + "/Fixtures/demand-list-2026.csv"

    static let bytes = FileManager.default.contents(atPath: path).map(Array.init) ?? []
    static let report = DemandImport.read(bytes: bytes, year: 2026)

    static func row(_ number: Int) throws -> DemandRow {
        try #require(report.rows.first { $0.number == String(number) })
    }

    static func findings(_ number: Int) -> [RowFinding] {
        // Two rows stand above the first demand.
        report.findings.filter { $0.row == number + 2 }
    }

    static func keys(_ number: Int, from least: RowFinding.Severity = .warning) -> [String] {
        findings(number).filter { $0.severity >= least }.map { String($0.key.dropFirst(7)) }
    }
}

@Suite("The demand list of 2026")
struct RealListTests {
    @Test("Encoding, heading, total row and refused rows are found")
    func shape() {
        let report = RealList.report
        #expect(report.encoding == .gb18030)
        #expect(report.headerRow == 2)
        #expect(report.isReadable)
        #expect(report.rows.map(\.number) == (1...12).map { "\($0)" })
        #expect(report.refusedRows == [15, 16, 17])
        #expect(
            report.skipped == [
                .init(row: 1, reason: .aboveHeading), .init(row: 2, reason: .heading),
                .init(row: 18, reason: .total),
            ])
        #expect(report.findings.filter { $0.row == nil } == [])
        #expect(report.findings.filter { $0.row == 18 }.map(\.key) == ["import.row.total"])
    }

    @Test("Every row of the file ends as a draft, as a refusal or as a skip, and in one only")
    func everyRow() {
        let report = RealList.report
        let ends = report.rows.map(\.row) + report.refusedRows + report.skipped.map(\.row)
        #expect(ends.sorted() == Array(1...18))
    }

    @Test(
        "Money, readiness and time limit of each row are read",
        arguments: [
            (1, 380_000_000, 100_000_000, 4, "2027-12-31"),
            (2, 260_000_000, 60_000_000, 5, "2027-06-30"),
            (3, 420_000_000, 120_000_000, 6, "2027-09-30"),
            (4, 600_000_000, 150_000_000, 3, "2028-06-30"),
            (5, 180_000_000, 50_000_000, 5, "2026-12-31"),
            (6, 800_000_000, 300_000_000, 4, "2028-03-31"),
            (7, 500_000_000, 200_000_000, 4, "2027-12-31"),
            (8, nil, 80_000_000, 3, "2028-12-31"),
            (9, 95_000_000, 30_000_000, 5, "2026-11-30"),
            (10, 120_000_000, 40_000_000, 6, "2026-10-31"),
            (11, 350_000_000, 100_000_000, 5, "2027-08-31"),
            (12, 150_500_000, 45_250_000, 4, "2027-05-31"),
        ] as [(Int, Int64?, Int64, Int, String)])
    func values(number: Int, investment: Int64?, share: Int64, level: Int, until: String) throws {
        let row = try RealList.row(number)
        #expect(row.investment?.fen == investment)
        #expect(row.countyShare?.fen == share)
        #expect(row.readiness?.number == level)
        #expect(row.until?.text == until)
        #expect(row.row == number + 2)
        #expect(row.phone == "0575-860000" + (number < 10 ? "0\(number)" : "\(number)"))
    }

    @Test(
        "Code and class of each row are read",
        arguments: [
            (1, "91330624MA288A1C3H", DemandClass.innovationBottleneck),
            (2, "91330624MA2DAB373B", .industryPain),
            (3, "91330624760201497R", .innovationBottleneck),
            (4, "91330624147643211E", .transformationDifficulty),
            (5, "9133062474985012X8", .industryPain), (6, "91330624MA2JR8K55M", .futureFocus),
            (7, "91330624MA7B3C9E06", .futureFocus), (8, "913306245850193718", .futureFocus),
            (9, "91330624704512880W", .transformationDifficulty),
            (10, "91330624663902179D", .industryPain),
            (11, "91330624721055669L", .innovationBottleneck),
            (12, "9133062414650093XH", .transformationDifficulty),
        ])
    func codes(number: Int, code: String, kind: DemandClass) throws {
        let row = try RealList.row(number)
        #expect(row.code.text == code)
        #expect(row.topicClass == kind)
        #expect(row.code.organisationCodeWarning == nil)
    }

    @Test("The words of a row are kept as written")
    func words() throws {
        let row = try RealList.row(1)
        #expect(row.title == "轿车轮毂轴承单元低摩擦密封与寿命预测技术")
        #expect(row.enterpriseName == "新昌县鼎岳轴承有限公司")
        #expect(row.chain == "轴承")
        #expect(row.background?.hasPrefix("第三代轮毂轴承单元密封摩擦力矩偏高，") == true)
        #expect(row.cooperation == "委托开发")
        #expect(row.contact == "王经理")
        #expect(row.importKey == "91330624MA288A1C3H/2026/轿车轮毂轴承单元低摩擦密封与寿命预测技术")
    }

    @Test("An amount to be agreed leaves the budget open, and the draft is made")
    func negotiable() {
        #expect(RealList.keys(8) == ["amount.negotiable"])
        #expect(RealList.findings(8).first?.found == "面议")
    }

    @Test("Units in the cell are honoured and noted, months and years end on their last day")
    func notes() {
        #expect(
            RealList.keys(7, from: .note) == ["amount.unit", "amount.unit", "until.assumed"])
        #expect(RealList.findings(10).first { $0.found == "0.012亿" }?.accepted == "120万元")
        #expect(RealList.keys(1, from: .note) == ["until.assumed"])
        #expect(RealList.keys(2, from: .note) == [])
    }

    @Test("Faulty rows are refused with row, column, what was found and what is accepted")
    func refused() throws {
        #expect(RealList.keys(13) == ["code.character"])
        let code = try #require(RealList.findings(13).first { $0.severity == .error })
        #expect(code.column == .code)
        #expect(code.heading == "统一社会信用代码")
        #expect(code.found == "91330624MA2JTEST0X")
        #expect(code.detail == "15 (S)")

        #expect(RealList.keys(14) == ["title.missing", "indicators.none", "cell.blank"])

        #expect(RealList.keys(15) == ["topicClass.unknown", "amount.shareTooLarge"])
        let kind = try #require(RealList.findings(15).first { $0.column == .topicClass })
        #expect(kind.found == "其他")
        #expect(kind.accepted == "产业发展痛点、企业转型难点、技术创新卡点、未来布局重点")
        let share = try #require(RealList.findings(15).first { $0.column == .countyShare })
        #expect(share.found == "150")
        #expect(share.accepted == "≤ 110万元")
    }

    @Test("Every finding is worded in both languages", arguments: Language.allCases)
    func worded(language: Language) {
        for finding in RealList.report.findings {
            #expect(!finding.message(in: Texts(language)).contains("⟦"), "\(finding.key)")
        }
    }

    @Test(
        "The indicators that stay text are those without one comparable number",
        arguments: [
            (5, ["可识别最小缺陷0.5 mm"]), (9, ["不停机"]), (10, ["感官审评得分不低于原工艺"]),
        ])
    func kept(number: Int, texts: [String]) throws {
        let row = try RealList.row(number)
        #expect(row.indicators.filter { $0.measure == nil }.map(\.text) == texts)
        #expect(
            RealList.findings(number).filter { $0.key == "import.indicators.text" }.map(\.found)
                == texts)
    }

    @Test("All other indicators are split, two of one item where it has two comparisons")
    func counts() throws {
        let counts = try (1...12).map { try RealList.row($0).indicators.count }
        #expect(counts == [4, 4, 4, 5, 4, 4, 3, 3, 3, 3, 3, 3])
        let text = RealList.report.rows.flatMap(\.indicators).filter { $0.measure == nil }
        #expect(text.count == 3)
    }
}
