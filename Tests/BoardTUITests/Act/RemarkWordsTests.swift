import BoardDomain
import TerminalKit
import Testing

@testable import BoardTUI

@Suite("Why an object stands as it does")
struct RemarkWordsTests {
    @Test(
        "is told above it on every sheet, once",
        arguments: [
            ActSheet.plain, .bid, .verification, .evaluation,
        ])
    func above(sheet: ActSheet) {
        let content = ActContent(
            file: [:],
            evidence: ["state": "opened", "remark": ["reason": "缺法人授权书", "clause": "第八条"]],
            waiting: [], choices: [], absence: nil)
        let lines = sheet.lines(
            content, ObjectReference(.bid, "1"), FormBench.setting(), columns: 60)
        #expect(lines.count { $0.text.contains("缺法人授权书") } == 1)
        #expect(lines.contains { $0.text.contains("第八条") })
    }
}
