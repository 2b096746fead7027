import BoardDomain
import Testing

@Suite("The content of a bid")
struct BidContentTests {
    @Test("what is written canonically is read back equal")
    func roundTrip() throws {
        let content = Self.sample
        #expect(try BidContent(canonical: content.canonical) == content)
    }

    @Test("bytes that say the same in another form are refused")
    func onlyCanonical() {
        let spaced = Array(" ".utf8) + Self.sample.canonical
        #expect(throws: BidContentFault.notCanonical) { try BidContent(canonical: spaced) }
    }

    @Test("a number with a fraction is refused where it stands")
    func noFloats() {
        let fault = #expect(throws: BidContentFault.self) {
            try BidContent(canonical: Array(#"{"amount":1.5}"#.utf8))
        }
        guard case .syntax(let syntax) = fault else {
            Issue.record("expected a syntax fault, got \(String(describing: fault))")
            return
        }
        #expect(syntax.kind == .floatingPoint)
        #expect(syntax.offset == 11)
    }

    struct Change: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let fault: BidContentFault
        let apply: @Sendable (inout BidContent) -> Void

        init(
            _ name: String, _ fault: BidContentFault,
            _ apply: @escaping @Sendable (inout BidContent) -> Void
        ) {
            testDescription = name
            self.fault = fault
            self.apply = apply
        }
    }

    static let changes = [
        Change("no price", .outOfRange("amount", value: 0, allowed: 1...Int64.max)) {
            $0.amountFen = 0
        },
        Change(
            "more from the county than the price",
            .outOfRange("countyShare", value: 1001, allowed: 0...1000)
        ) {
            $0.amountFen = 1000
            $0.countyShareFen = 1001
        },
        Change("TRL 10", .outOfRange("readinessNow", value: 10, allowed: 1...9)) {
            $0.readinessNow = 10
        },
        Change("a blank approach", .blank("approach")) { $0.approach = " \u{3000}\n" },
        Change("an indicator answered twice", .twice("responses[1].indicator")) {
            $0.responses[1].indicator = $0.responses[0].indicator
        },
        Change("a member twice", .twice("consortium[1].creditCode")) {
            $0.consortium[1].creditCode = $0.consortium[0].creditCode
        },
        Change("a consortium of 99.99 %", .sharesNotWhole("consortium", total: 9_999)) {
            $0.consortium[1].basisPoints = 2_999
        },
        Change("no consortium", .sharesNotWhole("consortium", total: 0)) { $0.consortium = [] },
        Change(
            "milestones of 30, 40 and 29.99 %", .sharesNotWhole("milestonesProposed", total: 9_999)
        ) { $0.milestonesProposed[2].basisPoints = 2_999 },
        Change(
            "a share that would overflow the sum",
            .outOfRange(
                "milestonesProposed[0].basisPoints", value: Int64.max, allowed: 1...10_000)
        ) { $0.milestonesProposed[0].basisPoints = Int64.max },
        Change("milestones that go back", .disorder("milestonesProposed[1].months")) {
            $0.milestonesProposed[1].months = 5
        },
        Change(
            "a milestone after the term",
            .outOfRange("milestonesProposed[2].months", value: 19, allowed: 1...18)
        ) { $0.milestonesProposed[2].months = 19 },
        Change("nobody to do it", .blank("team")) { $0.team = [] },
        Change("nobody to call", .blank("contact.name")) { $0.contact.name = "" },
    ]

    @Test(
        "a content that no opening could accept is refused when checked and when read",
        arguments: changes)
    func refused(change: Change) {
        var content = Self.sample
        change.apply(&content)
        #expect(throws: change.fault) { try content.check() }
        #expect(throws: change.fault) { try BidContent(canonical: content.canonical) }
    }

    static let edits: [(String, JSON?, BidContentFault)] = [
        ("approach", nil, .missing("approach")),
        ("amount", "1000", .wrongKind("amount")),
        ("tradeSecret", 1, .wrongKind("tradeSecret")),
        ("discount", 5, .unknown("discount")),
        ("format", "jiebang-bid/2", .unknownFormat("jiebang-bid/2")),
        ("team", ["nobody"], .wrongKind("team[0]")),
        ("contact", ["name": "王三", "phone": ""], .missing("contact.email")),
        (
            "attachments",
            [
                [
                    "name": "../../etc/passwd", "mediaType": "text/plain", "size": 1,
                    "plainSHA256": "", "cipherSHA256": "",
                ]
            ], .badText("attachments[0].name")
        ),
        (
            "attachments",
            [
                [
                    "name": "a.pdf", "mediaType": "application/pdf", "size": 1,
                    "plainSHA256": "00", "cipherSHA256": "",
                ]
            ], .badText("attachments[0].plainSHA256")
        ),
    ]

    @Test(
        "a member that is missing, unknown or of another kind is named by its path",
        arguments: edits)
    func named(name: String, value: JSON?, fault: BidContentFault) throws {
        var members = try #require(Self.sample.json.object)
        members[name] = value
        #expect(throws: fault) { try BidContent(json: .object(members)) }
    }

    static let sample = BidContent(
        amountFen: 12_800_000_000, countyShareFen: 3_000_000_000, periodMonths: 18,
        approach: "以伺服直驱代替凸轮",
        responses: [
            .init(indicator: 1, promised: "≥ 98.5 %", note: ""),
            .init(indicator: 3, promised: "0.02 mm", note: "三班连续"),
        ],
        consortium: [
            .init(creditCode: "91330624MA2D8T5X1K", name: "新昌精工研究院", basisPoints: 7000),
            .init(creditCode: "12330000470002000X", name: "浙江某大学", basisPoints: 3000),
        ],
        team: [.init(name: "陈一", role: "负责人", organisation: "新昌精工研究院")],
        readinessNow: 4,
        milestonesProposed: [
            .init(title: "样机", months: 6, basisPoints: 3000),
            .init(title: "车间试运行", months: 14, basisPoints: 4000),
            .init(title: "交付", months: 18, basisPoints: 3000),
        ],
        tradeSecret: false,
        contact: .init(name: "王三", phone: "13800000000", email: "wang@example.com"))
}
