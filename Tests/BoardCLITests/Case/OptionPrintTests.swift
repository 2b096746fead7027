import BoardResources
import Testing

@testable import BoardCLI
@testable import BoardDomain

@Suite("What one may do, as it is shown")
struct OptionPrintTests {
    private static func option(_ seat: String, _ refusal: Refusal? = nil) -> CommandOption {
        CommandOption(
            rule: "P5/report", subject: ObjectReference(.seat, seat), command: "report-conflict",
            pending: nil, proposed: nil, sentBack: nil, capacity: .caseOfficer, refusal: refusal,
            guards: [], fields: [], completes: true)
    }

    private static func lines(_ options: [CommandOption], width: Int? = nil) -> [String] {
        OptionPrint(
            options, stream: StreamID(.challenge, "XC-2026-0016"), ValueWording(Texts(.en)),
            width: width
        ).lines(showingAll: false)
    }

    @Test("What differs in the object alone is one entry; another refusal is another")
    func alike() {
        let barred = Self.option("1.4", Refusal(rule: "P5", Breach(RefusalCode("onHold"))))
        let lines = Self.lines(["1.1", "1.2", "1.3"].map { Self.option($0) } + [barred])
        #expect(lines.count { $0.contains("report-conflict") } == 2)
        #expect(lines.contains { $0.contains("XC-2026-0016/seat/1.1 (3 alike)") })
        #expect(lines.contains { $0.hasPrefix("✗") && $0.contains("seat/1.4") })
    }

    @Test("What the program makes is not asked for; the option that makes it is named")
    func made() throws {
        let row = try #require(TransitionTable.standard.row("B3"))
        let option = CommandOption(
            rule: "B3", subject: ObjectReference(.bid, "UUAM"), command: "seal", pending: nil,
            proposed: nil, sentBack: nil, capacity: .bidder, refusal: nil, guards: [],
            fields: row.declaredFields, completes: false)
        let text = Self.lines([option]).joined(separator: "\n")
        let required = try #require(Self.lines([option]).first { $0.contains("Required") })
        for name in ["commitment", "ciphertext", "wrappedShares", "termsVersion"] {
            #expect(!required.contains(name), "\(required)")
        }
        #expect(text.contains("--content") && required.contains("pledge"), "\(text)")
    }

    @Test("On a terminal no line is wider than it, and what was hidden is offered")
    func width() {
        let others = Self.option("1.1", Refusal(rule: "P5", Breach(.notYourPart)))
        let lines = Self.lines([Self.option("1.2"), others], width: 40)
        #expect(lines.allSatisfy { ColumnText.width(of: $0) <= 40 })
        #expect(lines.joined(separator: " ").contains("--all"))
        #expect(Self.lines([Self.option("1.2"), others]).count < lines.count)
    }
}
