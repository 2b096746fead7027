import Foundation
import Testing

@Suite("The README")
struct ReadmeTests {
    @Test(
        "It shows the program as it is",
        arguments: ["inbox", "case-contract", "approve-milestone", "approve-confirm"])
    func shows(scene: String) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let golden = folder.appendingPathComponent("../Golden/\(scene)/80x24-zh-Hans.txt")
        let readme = folder.appendingPathComponent("../../../README.md")
        let picture = try String(contentsOf: golden, encoding: .utf8)
        #expect(try String(contentsOf: readme, encoding: .utf8).contains(picture), "\(scene)")
    }
}
