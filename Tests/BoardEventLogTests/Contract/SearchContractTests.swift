import BoardDomain
import BoardEventLog
import Testing

@Suite("Searching, in every implementation")
struct SearchContractTests {
    private static let texts: [(title: String, body: [String])] = [
        ("高速轴承微振动控制", ["德清精工", "主轴转速 24000 r/min，NSK-6204"]),
        ("风电齿轮箱降噪", ["沃保轴承套圈有限公司", "轴承座与齿轮箱的耦合"]),
        ("流态冰制备", ["朔凌热管理", "换热器 NSK6204 型"]),
        ("A型壳体5G通信", ["Müller GmbH", "ＡＢＣ－１２３"]),
    ]

    private func filled(_ log: any EventLog) async throws {
        var projections = Self.texts.indices.map { index in
            var projection = Sample.projection("XC-2026-000\(index + 1)")
            projection.caseRow?.title = Self.texts[index].title
            projection.searchText = SearchText(
                title: Self.texts[index].title,
                body: Self.texts[index].body + ["XC-2026-000\(index + 1)"])
            return projection
        }
        projections[3].caseRow?.state = "draft"
        try await record(projections, as: "c1", in: log)
    }

    private func record(
        _ projections: [StreamProjection], as id: String, in log: any EventLog
    ) async throws {
        var request = Sample.request(id, events: projections.map { Sample.draft($0.stream) })
        request.projections = projections
        _ = try await log.append(request)
    }

    private func found(
        _ text: String, in log: any EventLog, _ change: (inout CaseQuery) -> Void = { _ in }
    ) async throws -> [Int] {
        var query = CaseQuery()
        query.text = text
        query.sort = .relevance
        change(&query)
        return try await log.cases(query).map { Int($0.id.suffix(1)) ?? 0 }
    }

    @Test(
        "Words of two characters are found, codes by their beginning, in any width and case",
        arguments: Implementation.allCases)
    func words(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            try await filled(log)
            let expected: [(String, [Int])] = [
                ("轴承", [1, 2]), ("微振动", [1]), ("振动微", []), ("主轴 轴承", [1]),
                ("轴承 齿轮箱", [2]), ("齿轮箱降噪", [2]), ("齿轮降噪", []), ("nsk-62", [1]),
                ("NSK", [1, 3]), ("nsk6204", [3]), ("62", [1]), ("24000", [1]), ("4000", []),
                ("XC-2026-0003", [3]), ("abc-123", [4]), ("ＡＢＣ", [4]), ("MÜLLER", [4]),
                ("5G通信", [4]), ("A型", [4]),
            ]
            for (text, ids) in expected {
                #expect(try await found(text, in: log).sorted() == ids, "\(text)")
                #expect(try await found(text, in: log) { $0.sort = .id } == ids, "\(text) by id")
            }
        }
    }

    @Test(
        "The title weighs more than the rest, and a page begins after the case that ended the last",
        arguments: Implementation.allCases)
    func ranking(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            let rest = (5...8).map { number in
                var projection = Sample.projection("XC-2026-000\(number)")
                projection.searchText = SearchText(
                    title: number == 7 ? "轴承" : "其他课题",
                    body: ["装置", number == 8 ? "没有" : String(repeating: "轴承与", count: number)])
                return projection
            }
            try await record(rest, as: "c1", in: log)
            let all = try await found("轴承", in: log)
            #expect(all.first == 7)
            #expect(all.sorted() == [5, 6, 7])
            #expect(try await found("轴承", in: log) { $0.descending = true } == all.reversed())
            var pages: [Int] = []
            while true {
                let page = try await found("轴承", in: log) { query in
                    query.limit = 1
                    query.after = pages.last.map { CaseCursor(key: 0, id: "XC-2026-000\($0)") }
                }
                if page.isEmpty { break }
                pages += page
            }
            #expect(pages == all)
            await #expect(throws: EventLogError.pageGone(id: "XC-2026-0008")) {
                try await found("轴承", in: log) { query in
                    query.after = CaseCursor(key: 0, id: "XC-2026-0008")
                }
            }
        }
    }

    /// A case that is found by a title and a body.
    private func text(_ number: Int, _ title: String, _ body: String) -> StreamProjection {
        var projection = Sample.projection("XC-2026-000\(number)")
        projection.searchText = SearchText(title: title, body: [body])
        return projection
    }

    @Test(
        "Of two cases the one comes first with the word in the title, more often, in less text",
        arguments: Implementation.allCases,
        [
            ("轴承", "装置", "装置", "轴承。轴承。轴承。"), ("装置", "轴承。轴承。", "装置", "轴承。装置。"),
            ("装置", "轴承。装置。", "装置", "轴承。装置。减速器的装配与调试。"),
        ])
    func order(
        _ implementation: Implementation, _ texts: (String, String, String, String)
    ) async throws {
        try await implementation.withLog { log in
            let pair = [text(2, texts.0, texts.1), text(1, texts.2, texts.3)]
            try await record(pair, as: "c1", in: log)
            #expect(try await found("轴承", in: log) == [2, 1])
        }
    }

    @Test(
        "The order tells nothing of the texts that a viewer may not see",
        arguments: Implementation.allCases)
    func hiddenTexts(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            // Rarer would weigh more: three visible texts have beta, two alpha.
            try await record(
                [
                    text(1, "甲", "alpha alpha alpha beta"), text(2, "乙", "alpha beta beta beta"),
                    text(3, "丙", "beta"), text(4, "丁", "装置"), text(5, "戊", "装置"),
                    text(6, "己", "装置"), text(7, "庚", "装置"), text(8, "辛", "装置"),
                ], as: "c1", in: log)
            let stranger = CaseScope(hiddenStates: ["draft"], ownEnterprises: [])
            let before = try await found("alpha beta", in: log) { $0.scope = stranger }
            for (id, word) in [("c2", "alpha"), ("c3", "beta")] {
                let drafts = (0..<6).map { number in
                    var draft = Sample.projection("XC-2027-\(word)\(number)")
                    draft.caseRow?.state = "draft"
                    draft.searchText = SearchText(
                        title: "密", body: [String(repeating: word + " ", count: number * 40 + 1)])
                    return draft
                }
                try await record(drafts, as: id, in: log)
                #expect(
                    try await found("alpha beta", in: log) { $0.scope = stranger } == before,
                    "\(word)")
            }
        }
    }

    @Test(
        "A title is a condition: with words it leaves their order, without any the order is by id",
        arguments: Implementation.allCases)
    func titleAndOrder(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            try await record(
                [
                    text(1, "轴承套圈", "振动"), text(2, "轴承", "振动。振动。振动。"),
                    text(3, "轴承保持架", "装置"), text(4, "齿轮", "振动"), text(5, "轴承轴承", "装置"),
                ], as: "c1", in: log)
            #expect(try await found("振动", in: log) { $0.title = "轴承" } == [2, 1])
            for isDescending in [false, true] {
                var pages: [Int] = []
                while true {
                    var query = CaseQuery()
                    query.title = "轴承"
                    query.sort = .relevance
                    query.descending = isDescending
                    query.limit = 1
                    query.after = pages.last.map { CaseCursor(key: 0, id: "XC-2026-000\($0)") }
                    let page = try await log.cases(query)
                    if page.isEmpty || pages.count > 9 { break }
                    pages += page.map { Int($0.id.suffix(1)) ?? 0 }
                }
                #expect(pages == (isDescending ? [5, 3, 2, 1] : [1, 2, 3, 5]))
            }
        }
    }

    @Test("Both implementations rank alike")
    func equalRanks() async throws {
        var ranks: [[Int]] = []
        for implementation in Implementation.allCases {
            try await implementation.withLog { log in
                let projections = (1...9).map { number in
                    var projection = Sample.projection("XC-2026-000\(number)")
                    projection.searchText = SearchText(
                        title: number % 4 == 0 ? "轴承振动" : "课题\(number)",
                        body: [
                            String(repeating: "轴承", count: number * 5 % 7),
                            String(repeating: "振动控制", count: number * 3 % 5),
                        ])
                    return projection
                }
                try await record(projections, as: "c1", in: log)
                ranks.append(try await found("轴承 振动", in: log))
            }
        }
        #expect(ranks[0].count > 3)
        #expect(ranks.allSatisfy { $0 == ranks[0] })
    }

    @Test(
        "A text that is empty or a single character is refused, whatever syntax it brings",
        arguments: Implementation.allCases)
    func refused(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            try await filled(log)
            // Of several words the one that is too short is named.
            for text in ["", " ", "壳", "a", "\"*()", "轴承 壳"] {
                let named = text == "轴承 壳" ? "壳" : text
                await #expect(throws: EventLogError.searchTooShort(text: named)) {
                    try await found(text, in: log)
                }
            }
            for text in ["轴承\" OR \"流态", "title:轴承", "轴承*", "NEAR(轴承 齿轮)", "轴承--", "轴承'"] {
                let ids = try await found(text, in: log)
                #expect(!ids.contains(3), "\(text)")
            }
            #expect(try await found("(轴承)*", in: log) == [1, 2])
        }
    }

    @Test(
        "What a viewer may not know of is not found, and a changed text is found by its new words",
        arguments: Implementation.allCases)
    func scopes(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            try await filled(log)
            let stranger = CaseScope(hiddenStates: ["draft"], ownEnterprises: [])
            #expect(try await found("壳体", in: log) == [4])
            #expect(try await found("壳体", in: log) { $0.scope = stranger } == [])
            var changed = Sample.projection("XC-2026-0003")
            changed.searchText = SearchText(title: "壳体铸造", body: [])
            try await record([changed], as: "c2", in: log)
            #expect(try await found("壳体", in: log) { $0.scope = stranger } == [3])
            #expect(try await found("流态", in: log) == [])
            changed.searchText = nil
            try await record([changed], as: "c3", in: log)
            #expect(try await found("壳体", in: log) == [4])
        }
    }

    @Test("A title is found word for word, in titles alone", arguments: Implementation.allCases)
    func titles(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            try await filled(log)
            func ids(_ title: String) async throws -> [String] {
                var query = CaseQuery()
                query.title = title
                return try await log.cases(query).map(\.id)
            }
            #expect(try await ids("轴承微振动") == ["XC-2026-0001"])
            #expect(try await ids("齿轮箱") == ["XC-2026-0002"])
            #expect(try await ids("……") == [])
            #expect(try await ids("") == [])
        }
    }
}
