import BoardDomain
import BoardResources
import Testing

@testable import BoardService

@Suite("What stands on a print")
struct PrintContentTests {
    @Test(
        "A notice names the winner alone, the period and where to object",
        arguments: Language.allCases)
    func notice(language: Language) async throws {
        let county = try await TestCounty()
        try await county.proceedToNotice()
        let word = Words(language)
        let page = try await county.page(.notice, "notice/1", as: "case", language)
        let sheet = try #require(page.document.sheets.first)
        #expect(page.document.sheets.count == 1)
        #expect(sheet.title == word("关于《高速轴承》揭榜结果的公示", "Notice of the result of a call: 高速轴承"))
        #expect(sheet.subtitle.hasSuffix("XC-2026-0001/notice/1"))
        #expect(
            page.warnings == [word("模拟数据，仅供检验，不具效力", "Simulated data for testing; of no effect")])
        #expect(sheet.blocks.contains(.paragraph("拟由天姥大学揭榜")))
        #expect(page.particular(word("榜额", "Budget")) == word("200万元", "CNY 2,000,000.00"))
        #expect(page.particular(word("异议渠道", "Where to object")) == "门户网站")

        let winner = try #require(try await county.bid(1))
        let total = try #require(winner.total).text
        let result = try #require(page.table(under: word("拟定结果", "Proposed result")))
        #expect(
            result.rows.map(\.cells) == [
                [
                    "1", "天姥大学", winner.bidder, word("199", "1,990,000.00"), total,
                    word("拟中榜", "proposed"),
                ]
            ])
        #expect(!page.html.contains("沃洲研究院"))

        let notice = try await county.resultNotice
        #expect(notice.workdays == 5)
        let (start, end) = (word.day(notice.start), word.day(notice.end.day))
        #expect(
            sheet.blocks.contains(
                .paragraph(
                    word(
                        "自\(start)起至\(end)止，共5个工作日（起始日不计入）。",
                        "From \(start) to the end of \(end): 5 workdays (\(word.notCounted))."))))
        #expect(sheet.blocks.last == .closing(["新昌县科学技术局", start]))
    }

    @Test(
        "A contract has its amounts in figures and capitals, its plan, its pledge, its signatures",
        arguments: Language.allCases)
    func contract(language: Language) async throws {
        let county = try await TestCounty()
        try await county.proceedToAward()
        try await county.contract(plans: [
            TestCounty.plan(1, 3333, due: "2026-08-31"),
            TestCounty.plan(2, 3333, due: "2026-10-31"),
            TestCounty.plan(3, 3334, due: "2026-12-31", verified: true),
        ])
        let word = Words(language)
        let page = try await county.page(.contract, as: "ent", language)
        #expect(
            page.document.sheets.map(\.title) == [
                word("《高速轴承》技术合同", "Technology contract: 高速轴承"), word("军令状", "Pledge"),
            ])
        #expect(
            page.warnings.count == 2, "It binds; each sheet says that the board is a simulation")
        let amounts = [
            word("合同金额", "Contract amount"): ("1,990,000.00", "壹佰玖拾玖万元整"),
            word("其中企业出资", "Enterprise's share"): ("1,190,000.00", "壹佰壹拾玖万元整"),
            word("其中县级出资", "County's share"): ("800,000.00", "捌拾万元整"),
        ]
        for (label, (figures, capitals)) in amounts {
            #expect(
                page.particular(label)
                    == word("\(figures)元（人民币\(capitals)）", "CNY \(figures) (\(capitals))"))
        }
        let plan = try #require(page.table(under: word("里程碑", "Milestones")))
        let parts: [[Int64]] = [
            [66_326_700, 66_326_700, 66_346_600, 199_000_000],
            [26_664_000, 26_664_000, 26_672_000, 80_000_000],
        ]
        for (column, amounts) in zip([4, 5], parts) {
            let figures = amounts.map { fen in
                word(Money(fen: fen).wanNumber, Money(fen: fen).yuanNumber)
            }
            #expect(plan.rows.map { $0.cells[column] } == figures)
        }
        #expect(plan.rows.map { $0.cells[1] }.dropLast() == ["里程碑1", "里程碑2", "里程碑3"])
        let budget = try #require(page.table(under: word("合同金额与出资", "Amount and shares")))
        #expect(
            budget.rows.map(\.cells) == [
                ["材料费", word("189", "1,890,000.00")], ["测试费", word("10", "100,000.00")],
            ])
        #expect(page.particular(word("知识产权条款", "Clause")) == "归乙方")
        for pledged in ["达到指标", "各节点", "退回经费"] {
            #expect(page.document.sheets.last?.blocks.contains(.paragraph(pledged)) == true)
        }
        // Each signature names its place in the log, where it is.
        let signers = [("sig", "ContractSigned"), ("bidsig1", "ContractSigned")]
        #expect(page.places.count == 3)
        for ((signer, type), place) in zip(signers + [("bid1", "PledgeSigned")], page.places) {
            #expect(place.lines.first?.hasPrefix(signer) == true)
            let rows = try await county.log.stream("challenge/" + county.challenge, after: 0)
            let row = try #require(rows.last { $0.actor == signer && $0.type == type })
            #expect(
                place.lines.last?.hasSuffix(
                    word("日志第\(row.position)条", "log event \(row.position)")) == true)
        }
    }

    @Test("A contract that does not bind says so, and leaves room for the pen")
    func draft() async throws {
        let county = try await TestCounty()
        try await county.proceedToAward()
        let contract = try #require(try await county.found().contracts.all.first)
        try await county.setText(contract, plans: TestCounty.onePlan)
        let page = try await county.page(.contract, as: "ent")
        let warnings = page.warnings.filter { $0.hasSuffix("本文本现不具约束力") }
        #expect(warnings.count == 2, "on the contract and on the pledge")
        #expect(page.places.count == 3)
        #expect(page.places.allSatisfy { $0.lines == ["（签章）　　　　　　年　　月　　日"] })
    }

    @Test(
        "A certificate has the protocol, each value against its target, every run and who signed",
        arguments: Language.allCases)
    func certificate(language: Language) async throws {
        let county = try await TestCounty()
        try await county.proceedToAward()
        try await county.contract()
        let milestone = try #require(try await county.found().milestones["1.1"])
        try await county.submit(milestone, by: 1)
        let verification = try #require(try await county.found().verifications.all.first)
        let object = verification.reference.text
        try await county.schedule(object)
        let early = try await county.printFault(.certificate, object, as: "ent")
        #expect(
            early
                == .nothingThere(
                    "XC-2026-0001/" + object, .certificate,
                    present: [
                        .init(path: "XC-2026-0001/notice/1", kind: .notice),
                        .init(path: "XC-2026-0001/contract/1", kind: .contract),
                        .init(path: "XC-2026-0001", kind: .caseFile),
                    ]))
        try await county.run(object)
        try await county.abortRun(object)
        try await county.report(object)
        let word = Words(language)
        let reported = try await county.page(.certificate, object, as: "ent", language)
        #expect(
            reported.warnings.last
                == word("已出具报告，尚待会签", "Reported; not countersigned yet"))

        try await county.act("countersign", on: object, as: "ent", "bid1")
        try await county.act("waive-dispute", on: object, as: "ent", "bid1")
        let page = try await county.page(.certificate, "milestone/1.1", as: "ent", language)
        #expect(page.document.sheets.count == 1)
        #expect(
            page.document.sheets.first?.title
                == word("《高速轴承》车间验题报告", "Verification certificate: 高速轴承"))
        #expect(page.warnings.count == 1)
        #expect(page.particular(word("结论", "Conclusion")) == word("通过", "passed"))
        #expect(page.particular(word("停止规则", "Stop rule")) == "连续两次超温即停")
        #expect(
            page.particular(word("大纲摘要", "Protocol's digest"))
                == verification.protocolDigest?.text)
        let results = try #require(page.table(under: word("测定结果", "Results")))
        let reached = word("达标", "reached")
        #expect(
            results.rows.map { [$0.cells[1], $0.cells[3], $0.cells[4], $0.cells[5]] } == [
                ["精度寿命", "GB/T 24607", "2100", reached], ["温升", "GB/T 32333", "24", reached],
            ])
        #expect(results.rows.first?.cells[2] == word("不低于 2000 h", "at least 2000 h"))
        let runs = try #require(page.table(under: word("试验记录", "Runs")))
        #expect(runs.rows.map { $0.cells[0] } == ["1", "2"])
        #expect(runs.rows.map { $0.cells[3] } == ["wrk", "wrk"])
        #expect(runs.rows.map { $0.cells.suffix(2) } == [["2100", "24"], ["–", "–"]])
        #expect(runs.rows.map(\.proof) == ["", word("已中止：停电", "Aborted: 停电")])
        let signers = page.places.map { place in
            String(place.lines.first?.prefix { $0.isASCII && $0.isLetter || $0.isNumber } ?? "")
        }
        #expect(signers == ["ent", "bid1", "wrk", "ent", "bid1"])
    }

    @Test("A case file lists every event that its reader may know, with what proves it")
    func caseFile() async throws {
        let county = try await TestCounty()
        try await county.proceedToMarket()
        let stream = StreamID(.challenge, county.challenge)
        for person in ["aud", "ent", "bid1", "bid2", nil] as [PersonID?] {
            let page = try await county.page(.caseFile, as: person)
            let timeline = try await county.board.timeline(stream, as: person)
            let rows = try #require(page.table(under: "办理经过")).rows
            #expect(rows.map { $0.cells[0] } == timeline.map { String($0.position) })
            #expect(rows.map(\.proof) == timeline.map { "\($0.hash.text)  \($0.policy)" })
            #expect(rows.map { $0.cells[5] } == timeline.map(\.rule))
        }
        let page = try await county.page(.caseFile, as: "aud")
        #expect(
            page.headings == [
                "基本情况", "考核指标", "揭榜申报", "公示", "合同", "里程碑", "验题", "市场评价", "兑付", "办理经过",
                "核验信息",
            ])
        #expect(page.particular("榜额") == "2,000,000.00元（人民币贰佰万元整）")
        #expect(page.particular("最近检查点") == "尚未签发")
        let head = try await county.log.head()
        let anchor = try await county.board.checkpoint()
        let signed = try await county.page(.caseFile, as: "aud")
        #expect(anchor.checkpoint.position == head.position)
        #expect(signed.particular("检查点所覆盖的末条记录") == String(head.position))
        #expect(signed.particular("检查点摘要") == head.hash.text)
    }

    @Test("Nothing on a Chinese print is in the words of the machine, and no text is missing")
    func wording() async throws {
        let county = try await TestCounty()
        try await county.proceedToMarket()
        let persons = Set(try await county.board.directory().persons.keys)
        let known = persons.union(["jiebang", "verify", "verify-log.py", "test"])
        for kind in PrintKind.allCases {
            let english = try await county.page(kind, as: "aud", .en)
            #expect(!english.html.contains("⟦"))
            let page = try await county.page(kind, as: "aud")
            #expect(!page.html.contains("⟦"))
            let foreign = Self.latinWords(in: page.text).subtracting(known)
            #expect(foreign.isEmpty, "\(kind): \(foreign.sorted())")
        }
    }

    @Test("What is not there, or no such paper, is told with what there is")
    func faults() async throws {
        let county = try await TestCounty()
        try await county.proceedToNotice()
        let notice = PrintFault.Paper(path: "XC-2026-0001/notice/1", kind: .notice)
        #expect(
            try await county.printFault(.notice, "notice/9")
                == .nothingThere("XC-2026-0001/notice/9", .notice, present: [notice]))
        #expect(
            try await county.printFault(.contract, "notice/1")
                == .wrongObject(ObjectReference(.notice, "1"), .contract))
        await #expect(throws: BoardFault.notFound("XC-2026-0009")) {
            try await county.board.printed(
                .caseFile, of: "XC-2026-0009", as: "aud", in: Texts(.zhHans))
        }
    }

    /// Words of four letters and more that are no code, number or hash.
    private static func latinWords(in text: String) -> Set<String> {
        var words: Set<String> = []
        let parts = text.split { character in
            let isPart = character.isLetter || character.isNumber || ".-/".contains(character)
            return !character.isASCII || !isPart
        }
        for part in parts where part.count > 3 && part.allSatisfy({ !$0.isNumber }) {
            if part.contains(where: \.isLowercase) { words.insert(String(part)) }
        }
        return words
    }

    /// What a print says in one of the languages.
    private struct Words {
        let language: Language

        init(_ language: Language) { self.language = language }

        var notCounted: String { Texts(language).text("choice.excluded") }

        func callAsFunction(_ chinese: String, _ english: String) -> String {
            language == .zhHans ? chinese : english
        }

        func day(_ day: Day) -> String {
            let (year, month, date) = day.civil
            let months = ["March", "April", "May"]
            return self("\(year)年\(month)月\(date)日", "\(date) \(months[month - 3]) \(year)")
        }
    }
}
