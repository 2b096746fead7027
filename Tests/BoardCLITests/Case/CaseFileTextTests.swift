import BoardDomain
import BoardResources
import Testing

@testable import BoardCLI

@Suite("A case file for reading")
struct CaseFileTextTests {
    @Test("What waits for signatures is headed by the object on which it waits")
    func waiting() {
        let waiting: JSON = [["object": "bid/3", "rule": "B3", "text": ["title": "乙"]]]
        let lines = CaseFileText(Texts(.zhHans), terminal: nil).lines(["waiting": waiting])
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
        #expect(lines.allSatisfy { ColumnText.width(of: $0) <= 80 })
        #expect(lines.joined().filter { $0 == "长" }.count == 270)
    }
}
