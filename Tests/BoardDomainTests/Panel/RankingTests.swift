import Testing

@testable import BoardDomain

@Suite("The ranking")
struct RankingTests {
    private let terms = Terms(record: Record(["rubric": DomainBoard.rubric]))

    private func terms(_ more: [String: JSON]) -> Terms {
        Terms(record: terms.record.merging(Record(more)))
    }

    /// Points for the lines a, b, c of each bid.
    private func sheet(_ number: Int, _ points: [(String, [Int])]) -> Sheet {
        var sheet = Sheet(id: "1.\(number).1", state: .locked)
        sheet.scores = points.flatMap { bid, points in
            zip(["a", "b", "c"], points).map {
                SheetScore(bid: bid, criterion: $0, points: $1, comment: "")
            }
        }
        return sheet
    }

    private func bids(_ count: Int, amounts: [Int64] = []) -> [Bid] {
        (1...count).map { number in
            var bid = Bid(id: String(number), state: .scored)
            bid.sealOrder = number
            var content = BidContentTests.sample
            if number <= amounts.count { content.amountFen = amounts[number - 1] }
            bid.content = content
            return bid
        }
    }

    private func rank(
        _ bids: [Bid], _ sheets: [Sheet], _ terms: Terms? = nil
    ) throws -> [Ranking.Line] {
        let policy = try Policy(json: DomainBoard.resource("policy/2026-1.json"))
        return Ranking.rank(bids: bids, by: sheets, terms: terms ?? self.terms, policy: policy)
    }

    @Test("A total is the weighted sum in hundredths, rounded down line by line")
    func total() {
        let sheet = sheet(1, [("1", [7, 8, 9])])
        #expect(sheet.total(of: "1", under: terms.rubric) == 3500 + 2400 + 1800)
        let thirds = Terms(
            record: Record([
                "rubric": [
                    ["code": "a", "name": "甲", "weight": 50, "maximum": 3],
                    ["code": "b", "name": "乙", "weight": 50, "maximum": 7],
                ]
            ]))
        // 50×2×100/3 = 3333.3…, 50×5×100/7 = 3571.4…
        #expect(self.sheet(1, [("1", [2, 5])]).total(of: "1", under: thirds.rubric) == 6904)
    }

    @Test("Means are compared as fractions, never as decimals")
    func fractions() throws {
        #expect(Score(sum: 20_002, count: 3) > Score(sum: 13_334, count: 2))
        #expect(Score(sum: 20_000, count: 3) < Score(sum: 13_334, count: 2))
        #expect(Score(sum: 2, count: 6) == Score(sum: 1, count: 3))
    }

    @Test("Top one is proposed, the next two are in reserve, the rest are not selected")
    func outcomes() throws {
        let sheets = (1...5).map {
            sheet(
                $0,
                [
                    ("1", [7, 7, 7]), ("2", [9, 9, 9]), ("3", [8, 8, 8]), ("4", [6, 6, 6]),
                    ("5", [5, 5, 5]),
                ])
        }
        let lines = try rank(bids(5), sheets)
        #expect(lines.map(\.bid) == ["2", "3", "1", "4", "5"])
        #expect(lines.map(\.rank) == [1, 2, 3, 4, 5])
        #expect(
            lines.map(\.outcome) == [.proposed, .reserve, .reserve, .notSelected, .notSelected])
    }

    @Test("A race proposes as many as it has lanes")
    func race() throws {
        let sheets = (1...5).map { sheet($0, [("1", [7, 7, 7]), ("2", [9, 9, 9])]) }
        let lines = try rank(bids(2), sheets, terms(["mode": "racing", "lanes": 2]))
        #expect(lines.map(\.outcome) == [.proposed, .proposed])
    }

    @Test("A bid below the threshold, or below a line's minimum, is never selected")
    func minimum() throws {
        let rubric: JSON = [
            ["code": "a", "name": "甲", "weight": 50, "maximum": 10, "minimum": 6],
            ["code": "b", "name": "乙", "weight": 30, "maximum": 10],
            ["code": "c", "name": "丙", "weight": 20, "maximum": 10],
        ]
        let sheets = (1...5).map { sheet($0, [("1", [5, 10, 10]), ("2", [6, 6, 6])]) }
        let lines = try rank(bids(2), sheets, terms(["rubric": rubric]))
        #expect(lines.map(\.bid) == ["2", "1"])
        #expect(lines[1].outcome == .notSelected && lines[1].below == "a")
        let high = try rank(bids(2), sheets, terms(["rubric": rubric, "rubricThreshold": 61]))
        #expect(high.allSatisfy { $0.outcome == .notSelected })
    }

    @Test("Ties go to target indicators, then readiness, then the lower amount, then the earlier")
    func ties() throws {
        // 50a + 30b + 20c: (6, 10, 8) and (8, 8, 6) are 76 each; (8, 8, 6) leads on indicators.
        let indicators = (1...5).map { sheet($0, [("1", [6, 10, 8]), ("2", [8, 8, 6])]) }
        #expect(try rank(bids(2), indicators).map(\.bid) == ["2", "1"])
        // The same indicators; readiness 8 before 6.
        let readiness = (1...5).map { sheet($0, [("1", [8, 6, 9]), ("2", [8, 8, 6])]) }
        #expect(try rank(bids(2), readiness).map(\.bid) == ["2", "1"])
        let same = (1...5).map { sheet($0, [("1", [8, 8, 8]), ("2", [8, 8, 8])]) }
        #expect(try rank(bids(2, amounts: [200, 100]), same).map(\.bid) == ["2", "1"])
        #expect(try rank(bids(2, amounts: [100, 100]), same).map(\.bid) == ["1", "2"])
    }

    @Test("The trimmed mean counts only where it was announced and enough experts scored")
    func trimmed() throws {
        let seven = [10, 8, 8, 8, 8, 8, 1].enumerated().map {
            sheet($0.offset + 1, [("1", [$0.element, $0.element, $0.element])])
        }
        let announced = terms(["trimmedMean": true])
        #expect(try rank(bids(1), seven, announced)[0].total == Score(sum: 40_000, count: 5))
        #expect(try rank(bids(1), seven)[0].total == Score(sum: 51_000, count: 7))
        let five = Array(seven.prefix(5))
        #expect(try rank(bids(1), five, announced)[0].total == Score(sum: 42_000, count: 5))
    }

    @Test("Computing it again, in any order of bids and sheets, gives the same ranking (I14)")
    func again() throws {
        let sheets = (1...5).map {
            sheet($0, [("1", [$0 + 3, 7, 7]), ("2", [9, $0 + 2, 9]), ("3", [8, 8, $0])])
        }
        let lines = try rank(bids(3), sheets)
        #expect(try rank(bids(3).reversed(), sheets.reversed()) == lines)
    }

    @Test("A line survives its JSON")
    func json() throws {
        let line = Ranking.Line(
            bid: "2", rank: 1, total: Score(sum: 42_000, count: 5), outcome: .proposed)
        #expect(Ranking.Line(json: try JSONReader.read(line.json.canonicalText)) == line)
    }

    @Test("Only a panel in consensus, whole and locked, gives a ranking")
    func refusals() throws {
        var board = try DomainBoard.call()
        try board.openScoring()
        #expect(throws: Refusal.self) { try Ranking.compute(board.closing) }
        try board.reveal(5, 5)
        let found = #expect(throws: Refusal.self) { try Ranking.compute(board.closing) }
        #expect(found?.brief == "C19 noneReachesThreshold")
        let seat = board.live()[0]
        board.given(.sheetVoided, board.sheet(of: seat).reference.text, state: SheetState.void)
        let open = #expect(throws: Refusal.self) { try Ranking.compute(board.closing) }
        #expect(open?.brief == "C19 sheetsOpen")
    }

    @Test("The starter rubric has seventeen lines of a hundred points, two of them for ties")
    func starter() throws {
        let json = try DomainBoard.resource("rubric/starter.json")
        let criteria = try #require(json["criteria"].flatMap([Criterion].init(json:)))
        #expect(criteria.count == 17)
        #expect(criteria.reduce(0) { $0 + $1.weight } == 100)
        #expect(criteria.filter { $0.aspect == "indicators" }.map(\.code) == ["2.2"])
        #expect(criteria.filter { $0.aspect == "readiness" }.map(\.code) == ["2.4"])
        #expect(Set(criteria.map(\.code)) == Set((json["names"]?["en"]?.object ?? [:]).keys))
    }
}
