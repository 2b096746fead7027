import BoardDomain
import BoardResources
import Testing

@testable import BoardService

@Suite("Hostile text on a print")
struct PrintEscapingTests {
    /// All that a print is made of.
    private static let elements: Set<String> = [
        "!doctype", "html", "head", "meta", "title", "style", "body", "table", "tfoot", "tbody",
        "thead", "colgroup", "col", "tr", "th", "td", "footer", "div", "h1", "h2", "p", "b",
    ]

    /// Closes an attribute, an element and the style, runs a script and loads a picture.
    private static func hostile(_ name: String) -> String {
        "</td></style><script>1</script><img src=x onerror=\"1\" a='>&lt;\(name)&"
    }

    @Test("In every place of a document, what people type stays text")
    func everyPlace() {
        let names = [
            "title", "heading", "paragraph", "warning", "label", "value", "column", "cell", "proof",
            "party", "line", "closing", "sheet", "subtitle", "foot",
        ]
        let text = Self.hostile
        let document = PrintDocument(
            kind: .caseFile, language: .zhHans, title: text("title"),
            sheets: [
                .init(
                    title: text("sheet"), subtitle: text("subtitle"),
                    blocks: [
                        .heading(text("heading")), .paragraph(text("paragraph")),
                        .warning(text("warning")),
                        .particulars([.init(label: text("label"), value: text("value"))]),
                        .table(
                            .init(
                                columns: [.init(title: text("column"))],
                                rows: [.init(cells: [text("cell")], proof: text("proof"))])),
                        .signatures([.init(party: text("party"), lines: [text("line")])]),
                        .closing([text("closing")]),
                    ])
            ],
            origin: PrintOrigin(
                board: "b", boardName: "b", caseID: "c", position: 1, hash: digest("head"),
                policy: "p", printedAt: Instant(milliseconds: 0)),
            foot: [text("foot")])
        let page = PrintedPage(document)
        #expect(page.elements.isSubset(of: Self.elements), "\(page.elements)")
        for name in names { #expect(page.text.contains(text(name)), "\(name)") }
    }

    @Test("What people fill in reaches the paper as they typed it, and runs nothing")
    func everyField() async throws {
        let county = try await TestCounty()
        let text = Self.hostile
        try await Self.pose(in: county, text)
        try await Self.execute(in: county, text)
        let expected: [PrintKind: [String]] = [
            .notice: ["title", "notice", "channel"],
            .contract: [
                "title", "indicator", "unit", "method", "plan", "ip", "goals", "nodes",
                "consequences", "budget", "registration",
            ],
            .certificate: [
                "title", "indicator", "unit", "method", "plan", "conditions", "stop", "instrument",
                "reason",
            ],
            .caseFile: [
                "title", "indicator", "unit", "method", "question", "answer", "person", "plan",
                "edition",
            ],
        ]
        for language in Language.allCases {
            for (kind, fields) in expected {
                let page = try await county.page(kind, as: "aud", language)
                #expect(page.elements.isSubset(of: Self.elements), "\(kind): \(page.elements)")
                for field in fields {
                    #expect(page.text.contains(Self.short(text(field))), "\(kind) \(field)")
                }
            }
        }
    }

    @Test("Controls, and marks that turn the direction of writing, are seen to be there")
    func controls() {
        #expect(HTMLWriter.escaped("a\u{0}\u{1B}[31m\u{85}") == "a\u{FFFD}\u{FFFD}[31m\u{FFFD}")
        #expect(HTMLWriter.escaped("万\u{202E}元\u{2066}\u{200F}") == "万\u{FFFD}元\u{FFFD}\u{FFFD}")
        #expect(HTMLWriter.escaped("第一行\n第二行\t·𠮷👍🏽") == "第一行\n第二行\t·𠮷👍🏽")
        #expect(HTMLWriter.escaped("&<>\"'") == "&amp;&lt;&gt;&quot;&#39;")
    }

    // MARK: A case full of it

    /// Within the 40 characters that a unit may have.
    private static func short(_ text: String) -> String { String(text.suffix(36)) }

    private static func pose(in county: TestCounty, _ text: (String) -> String) async throws {
        var indicators = try #require(Cast.indicators.array?.map { $0.object ?? [:] })
        for index in indicators.indices {
            indicators[index]["name"] = .string(text("indicator") + "\(index)")
            indicators[index]["method"] = .string(text("method"))
        }
        indicators[0]["unit"] = .string(short(text("unit")))
        try await county.approve([
            "title": .string(text("title")),
            "indicators": .array(indicators.map(JSON.object)),
        ])
        try await county.act(
            "publish", as: "rev",
            fields: [
                "edition": .string(short(text("edition"))), "deadlineDay": "2026-04-07",
                "openers": .array(
                    try ["case", "sup"].map {
                        [
                            "person": .string($0),
                            "publicKey": .string(try county.ring.publicKey(of: $0).text),
                        ]
                    }),
            ])
        let stream = "person/evil"
        try await county.act(
            "invite-person", on: "person", of: stream, as: "adm1",
            fields: [
                "name": .string(text("person")), "naturalKey": .string(digest("evil").text),
            ])
        try await county.act("accept-invitation", on: "person", of: stream, as: "evil")
        try await county.appoint("evil", .enterprise, Cast.enterprise.code)
        try await county.act("ask", as: "bid3", fields: ["question": .string(text("question"))])
        try await county.act(
            "draft-answer", on: "question/1", as: "evil",
            fields: ["answer": .string(text("answer"))])
        try await county.act("publish-answer", on: "question/1", as: "case")
        for number in 1...2 { try await county.seal(number) }
        try await county.open()
        try await county.evaluate()
        try await county.score()
        try await county.act("close-consensus", as: try await county.chair())
        try await county.act(
            "publish-result", as: "case", "rev",
            fields: [
                "noticeText": .string(text("notice")), "channel": .string(text("channel")),
            ])
        try await county.award()
    }

    private static func execute(in county: TestCounty, _ text: (String) -> String) async throws {
        let instruments: JSON = [
            ["number": "1", "name": .string(text("instrument")), "calibratedUntil": "2028-01-01"]
        ]
        try await county.act(
            "set-text", on: "contract/1", as: "ent",
            fields: [
                "type": "commissioned", "rightsOwner": "developer",
                "ipClause": .string(text("ip")), "lead": "bid1",
                "pledge": [
                    "goals": .string(text("goals")), "nodes": .string(text("nodes")),
                    "consequences": .string(text("consequences")),
                ],
                "plans": [
                    [
                        "sequence": 1, "title": .string(text("plan")), "basisPoints": 10_000,
                        "due": "2026-12-31", "needsVerification": true, "indicators": [1, 2],
                    ]
                ],
                "budgetLines": [["name": .string(text("budget")), "amount": 199_000_000]],
            ])
        try await county.act(
            "draft-protocol", as: "wrk",
            fields: [
                "milestone": "1.1", "items": [["indicator": 1], ["indicator": 2]],
                "sampleSize": 1, "conditions": .string(text("conditions")),
                "instruments": instruments, "stopRule": .string(text("stop")),
                "passRule": "every",
            ])
        try await county.act("agree", on: "contract/1", as: "ent", "bid1")
        try await county.act("sign-pledge", on: "contract/1", as: "bid1")
        try await county.act("sign", on: "contract/1", as: "bidsig1")
        try await county.act("sign", on: "contract/1", as: "sig")
        let verification = try #require(try await county.found().verifications.all.first)
        let object = verification.reference.text
        try await county.act(
            "sign-protocol", on: object, as: "ent", "bid1", "wrk",
            fields: ["protocolDigest": verification.protocolDigest?.json ?? ""])
        try await county.act("file-registration", on: "contract/1", as: "bid1")
        try await county.act(
            "record-registration", on: "contract/1", as: "case",
            fields: [
                "registrationNumber": .string(text("registration")), "turnover": 199_000_000,
                "technicalTurnover": 199_000_000,
            ])
        try await test(object, in: county, text, instruments)
    }

    private static func test(
        _ object: String, in county: TestCounty, _ text: (String) -> String, _ instruments: JSON
    ) async throws {
        let milestone = try #require(try await county.found().milestones["1.1"])
        try await county.submit(milestone, by: 1)
        try await county.act(
            "schedule", on: object, as: "wrk",
            fields: [
                "scheduledAt": county.clock.now.adding(days: 14).json, "instruments": instruments,
            ])
        try await county.advance(to: county.clock.now.adding(days: 14).adding(hours: 1))
        let begun: [String: JSON] = [
            "startedAt": county.clock.now.json, "site": "line", "instruments": ["1"],
        ]
        let measured: [String: JSON] = [
            "rawFiles": [.string(digest("measured").text)],
            "values": [
                ["indicator": 1, "value": "2100", "unit": .string(short(text("unit")))],
                ["indicator": 2, "value": "24", "unit": "℃"],
            ],
        ]
        try await county.act(
            "record-run", on: object, as: "wrk", fields: .object(begun.merging(measured) { $1 }))
        let aborted: [String: JSON] = [
            "rawFiles": [.string(digest("aborted").text)], "reason": .string(text("reason")),
            "clause": "第四条",
        ]
        try await county.act(
            "abort-run", on: object, as: "wrk", fields: .object(begun.merging(aborted) { $1 }))
        try await county.report(object)
    }
}
