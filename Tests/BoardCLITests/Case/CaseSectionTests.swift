import BoardDomain
import BoardResources
import Testing

@testable import BoardCLI

@Suite("One object of a file")
struct CaseSectionTests {
    private let file: JSON = [
        "id": "XC-2026-0001", "state": "open",
        "bids": [["id": "2", "state": "sealed"]],
        "panels": [["id": "1", "seats": [["id": "1.2", "state": "declared"]]]],
    ]

    @Test("It is found wherever its section stands")
    func found() {
        #expect(CaseSection.object(.init(.bid, "2"), in: file)?["state"] == "sealed")
        #expect(CaseSection.object(.init(.seat, "1.2"), in: file)?["state"] == "declared")
    }

    @Test("What is not in the file is not found, whatever else has its number")
    func absent() {
        #expect(CaseSection.object(.init(.bid, "1"), in: file) == nil)
        #expect(CaseSection.object(.init(.panel, "2"), in: file) == nil)
    }

    @Test("What waits on it is told with it, under its own name")
    func waiting() throws {
        let step = { (object: String, title: String) -> JSON in
            ["object": .string(object), "rule": "B3", "text": ["title": .string(title)]]
        }
        let file: JSON = ["waiting": [step("bid/2", "甲"), step("bid/3", "乙")]]
        let waiting = CaseSection.waiting(on: .init(.bid, "3"), in: file)
        #expect(waiting.map { $0["object"] } == ["bid/3"])
        #expect(CaseSection.waiting(on: .init(.bid, "4"), in: file).isEmpty)
        let lines = CaseFileText(Texts(.zhHans), terminal: nil).lines(["waiting": .array(waiting)])
        #expect(lines.contains("□ 待签内容 (揭榜 3)"), "\(lines)")
    }

    @Test("What is under an anonymous bid is headed by the code that its table shows")
    func anonymous() {
        let bids: JSON = [["anonymous": "UM39", "content": ["approach": "甲"]]]
        let lines = CaseFileText(Texts(.zhHans), terminal: nil).lines(["bids": bids])
        #expect(lines.contains { $0.hasPrefix("□") && $0.contains("(UM39)") }, "\(lines)")
    }

    @Test("A table that the terminal has no room for is told row by row, whole")
    func narrow() {
        let long = String(repeating: "长", count: 30)
        let row = JSON.object(
            Dictionary(uniqueKeysWithValues: (1...9).map { ("column\($0)", .string(long)) }))
        let lines = CaseFileText(Texts(.zhHans), terminal: 80).lines(["rubric": [row]])
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= 80 })
        #expect(lines.joined().filter { $0 == "长" }.count == 270)
    }
}
