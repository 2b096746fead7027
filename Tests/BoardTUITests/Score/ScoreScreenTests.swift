import BoardResources
import TerminalKit
import Testing

@testable import BoardDomain
@testable import BoardService
@testable import BoardTUI

@Suite("An expert's sheet")
struct ScoreScreenTests {
    private let setting = FormBench.setting(size: Size(columns: 100, rows: 30))
    private let stream = StreamID(.challenge, "XC-2026-0001")

    private static let rubric: JSON = [
        ["code": "1", "name": "目标指标", "weight": 60, "maximum": 100, "commentBelow": 60],
        ["code": "2", "name": "验证基础", "weight": 40, "maximum": 50],
    ]

    private func content(
        seat: [String: JSON], sheet: String? = "editing", scores: JSON = [],
        divergences: JSON? = nil
    ) throws -> ScoreContent {
        var own: [String: JSON] = [
            "id": "1.1", "state": "declared", "confidential": true, "chair": false,
            "panel": "scoring", "round": 1,
        ]
        own.merge(seat) { $1 }
        var file: [String: JSON] = [
            "id": "XC-2026-0001", "title": "轴承", "ownSeat": .object(own),
            "terms": ["rubric": Self.rubric],
            "bids": [
                ["anonymous": "K7QM", "state": "qualified", "content": ["approach": "甲"]],
                ["anonymous": "P2RT", "state": "qualified", "content": ["approach": "乙"]],
            ],
        ]
        if let sheet {
            file["sheets"] = [
                ["id": "1.1.1", "state": .string(sheet), "round": 1, "scores": scores]
            ]
        }
        file["divergences"] = divergences
        let rows = [
            (Machine.seat, "sign-confidentiality", "1.1"), (.seat, "declare", "1.1"),
            (.seat, "decline", "1.1"), (.sheet, "lock", "1.1.1"),
            (.sheet, "replace-score", "1.1.1"), (.panel, "note-divergence", "1"),
        ]
        return ScoreContent(
            file: .object(file),
            choices: rows.map {
                FormBench.choice(FormBench.row($0.0, $0.1), subject: $0.2)
            }, policy: try EmbeddedPolicies.book().inForce(at: FormBench.now))
    }

    private func screen(_ content: ScoreContent, draft: JSON? = nil) -> ScoreScreen {
        var screen = ScoreScreen(stream)
        _ = screen.update(.loaded(.success(content), draft), in: setting)
        return screen
    }

    private func press(_ screen: inout ScoreScreen, _ keys: Key...) {
        for key in keys {
            let event = InputEvent.key(KeyEvent(key))
            guard let message = screen.message(for: event, in: setting) else { continue }
            _ = screen.update(message, in: setting)
        }
    }

    private func text(_ screen: ScoreScreen) -> String {
        let buffer = Buffer(size: setting.body)
        var frame = Frame(buffer)
        screen.view(into: &frame, in: setting)
        return buffer.text
    }

    @Test("Silence is pledged before a name is shown, and no bid before both declarations")
    func gate() throws {
        var first = screen(
            try content(seat: ["state": "invited", "confidential": false], sheet: nil))
        #expect(first.stage == .confidentiality)
        #expect(first.content.value?.main?.command == "sign-confidentiality")
        #expect(!text(first).contains("K7QM"))
        press(&first, .character("8"))
        #expect(first.scores.isEmpty)
        let second = screen(
            try content(
                seat: [
                    "state": "invited", "confidential": true, "parties": ["天姥大学", "组长1"],
                ], sheet: nil))
        #expect(second.stage == .declaration)
        #expect(text(second).contains("天姥大学"))
        #expect(!text(second).contains("K7QM"))
        #expect(second.content.value?.refusal?.command == "decline")
    }

    @Test("Points are typed cell by cell; the total is the rule's")
    func typing() throws {
        var screen = screen(try content(seat: [:]))
        #expect(screen.stage == .scoring)
        press(&screen, .character("8"), .character("8"), .down, .character("4"), .character("0"))
        press(&screen, .right, .up, .character("9"), .character("0"))
        #expect(
            screen.scores.map(\.points) == [88, 40, 90]
                && screen.scores.map(\.bid) == ["K7QM", "K7QM", "P2RT"])
        // 60 × 88 / 100 + 40 × 40 / 50
        #expect(text(screen).contains("84.80"))
        // The other bid is not scored to the end yet.
        #expect(text(screen).contains("54.00 …"))
    }

    @Test("What is no whole number of points in the range stands there marked, and is no score")
    func impossible() throws {
        for typed in ["8.5", "8,5", "-3"] {
            var screen = screen(try content(seat: [:]))
            for character in typed.unicodeScalars { press(&screen, .character(character)) }
            #expect(screen.scores.isEmpty, "\(typed)")
            #expect(text(screen).contains("“\(typed)”"), "\(typed)")
        }
        var screen = screen(try content(seat: [:]))
        for character in "889".unicodeScalars { press(&screen, .character(character)) }
        #expect(text(screen).contains("889") && text(screen).contains("✗"))
        press(&screen, .backspace)
        #expect(screen.scores.map(\.points) == [88])
    }

    @Test("The first digit after coming to a cell puts down what stood there")
    func anew() throws {
        var screen = screen(try content(seat: [:]))
        press(&screen, .character("8"), .character("8"), .down, .up, .character("9"))
        #expect(screen.scores.map(\.points) == [9])
        press(&screen, .character("1"), .backspace, .backspace, .character("1"), .character("0"))
        #expect(screen.scores.map(\.points) == [10])
    }

    @Test("Once a sheet is locked nothing more is typed into it, before the board has answered too")
    func sent() throws {
        var screen = screen(try content(seat: [:]))
        press(&screen, .character("8"), .down, .character("4"))
        _ = screen.update(.done(.success(CommandOutcome([]))), in: setting)
        #expect(screen.stage == .locked)
        let before = screen.draft
        press(&screen, .character("1"))
        #expect(screen.draft == before)
        #expect(!text(screen).contains("✗"))
        // What was asked before the lock says that it is still typed into.
        _ = screen.update(.loaded(.success(try content(seat: [:])), nil), in: setting)
        #expect(screen.stage == .locked)
        let locked = try content(seat: [:], sheet: "locked")
        _ = screen.update(.loaded(.success(locked), nil), in: setting)
        #expect(screen.stage == .locked)
    }

    @Test("A comment that is being typed when the sheet is locked goes to no draft any more")
    func sentComment() throws {
        var screen = screen(try content(seat: [:]))
        press(&screen, .character("8"), .enter)
        #expect(screen.isTyping)
        _ = screen.update(.done(.success(CommandOutcome([]))), in: setting)
        #expect(screen.pane == .grid)
        let steps = screen.update(.key(KeyEvent(.character("弱"))), in: setting)
        #expect(steps.isEmpty)
        #expect(screen.parting == nil)
    }

    @Test("Scores that could not be kept are asked about before one leaves, and kept on parting")
    func unkept() throws {
        var screen = screen(try content(seat: [:]))
        press(&screen, .character("8"))
        #expect(!screen.isUnsaved)
        _ = screen.update(.kept(Fault(words: "满", isConflict: false)), in: setting)
        #expect(screen.isUnsaved)
        #expect(screen.parting != nil)
        _ = screen.update(.kept(nil), in: setting)
        #expect(!screen.isUnsaved)
        #expect(screen.parting == nil)
    }

    @Test("The code of a bid stands whole over its column")
    func codes() throws {
        let screen = screen(try content(seat: [:]))
        #expect(text(screen).contains("申报方1 K7QM") && text(screen).contains("申报方2 P2RT"))
    }

    @Test("Below its threshold a line asks for a comment, above its maximum it refuses")
    func faults() throws {
        var screen = screen(try content(seat: [:]))
        let first = ScoreDraft.Place(bid: "K7QM", criterion: "1")
        press(&screen, .character("5"), .character("9"))
        #expect(screen.fault(at: first, in: setting) != nil)
        press(&screen, .enter)
        #expect(screen.isTyping)
        press(&screen, .character("弱"), .escape)
        #expect(!screen.isTyping)
        #expect(screen.fault(at: first, in: setting) == nil)
        press(&screen, .down, .character("5"), .character("1"))
        #expect(
            screen.fault(at: ScoreDraft.Place(bid: "K7QM", criterion: "2"), in: setting) != nil)
    }

    @Test("Nothing is locked while a cell is open: the cursor goes there")
    func gaps() throws {
        var screen = screen(try content(seat: [:]))
        press(&screen, .character("9"), .character("0"))
        _ = screen.update(.main, in: setting)
        #expect(screen.confirmation == nil)
        #expect(!screen.isRehearsing)
        #expect(screen.place == ScoreDraft.Place(bid: "K7QM", criterion: "2"))
        #expect(screen.notice?.text.string.contains("验证基础") == true)
    }

    @Test("What was typed comes back from the draft, and stays when others record something")
    func drafts() throws {
        var screen = screen(try content(seat: [:]))
        press(&screen, .character("7"), .character("5"))
        let kept = screen.draft.json
        #expect(ScoreDraft(kept) == screen.draft)
        press(&screen, .backspace)
        _ = screen.update(.loaded(.success(try content(seat: [:])), kept), in: setting)
        #expect(screen.scores.map(\.points) == [7])
        let again = self.screen(try content(seat: [:]), draft: kept)
        #expect(again.scores.map(\.points) == [75])
    }

    @Test("A locked sheet is read only; after the reveal one's own scores may be replaced")
    func afterwards() throws {
        let scores: JSON = [
            ["bid": "K7QM", "criterion": "1", "points": 88],
            ["bid": "K7QM", "criterion": "2", "points": 40],
        ]
        var locked = screen(try content(seat: [:], sheet: "locked", scores: scores))
        #expect(locked.stage == .locked)
        press(&locked, .character("1"))
        #expect(locked.scores.map(\.points) == [88, 40])
        let flags: JSON = [
            ["bid": "K7QM", "highest": 9200, "lowest": 6000, "note": "对指标理解不同"]
        ]
        let revealed = screen(
            try content(
                seat: ["panel": "consensus"], sheet: "locked", scores: scores,
                divergences: flags))
        #expect(revealed.stage == .consensus)
        #expect(text(revealed).contains("92.00"))
        #expect(text(revealed).contains("对指标理解不同"))
        let keys = revealed.keys(in: setting).map(\.label.string)
        #expect(keys.contains("r") && !keys.contains("n") && !keys.contains("c"))
        let chair = screen(
            try content(
                seat: ["panel": "consensus", "chair": true], sheet: "locked", scores: scores))
        #expect(chair.keys(in: setting).map(\.label.string).contains("n"))
    }

    @Test("Many bids are seen around the cursor", arguments: [80, 200])
    func manyBids(_ columns: Int) throws {
        let setting = FormBench.setting(size: Size(columns: columns, rows: 24))
        var content = try content(seat: [:])
        var file = content.file.object ?? [:]
        file["bids"] = .array(
            (1...9).map { ["anonymous": .string("B00\($0)"), "content": ["approach": "x"]] })
        content = ScoreContent(
            file: .object(file), choices: content.choices, policy: content.policy)
        var screen = ScoreScreen(stream)
        _ = screen.update(.loaded(.success(content), nil), in: setting)
        for _ in 0..<8 {
            let event = InputEvent.key(KeyEvent(.right))
            if let message = screen.message(for: event, in: setting) {
                _ = screen.update(message, in: setting)
            }
        }
        let buffer = Buffer(size: setting.body)
        var frame = Frame(buffer)
        screen.view(into: &frame, in: setting)
        #expect(screen.place?.bid == "B009")
        #expect(buffer.text.contains("B009"))
    }
}
