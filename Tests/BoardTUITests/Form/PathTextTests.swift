import Foundation
import Testing

@testable import BoardTUI

@Suite("A path as it is typed")
struct PathTextTests {
    private let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "paths-" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: folder + "/材料", withIntermediateDirectories: true)
        for name in ["report-1.pdf", "report-2.pdf", ".hidden"] {
            try Data("x".utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
        }
    }

    @Test("Folders come first, and what is hidden only where a point was typed")
    func found() {
        #expect(
            PathEntry.found(for: folder + "/").map(\.name) == [
                "材料", "report-1.pdf", "report-2.pdf",
            ])
        #expect(PathEntry.found(for: folder + "/.h").map(\.name) == [".hidden"])
        #expect(PathEntry.found(for: folder + "/nowhere/").isEmpty)
    }

    @Test("Tab completes as far as all agree, an arrow chooses one")
    func completed() {
        let typed = folder + "/rep"
        var popup = PathPopup(typed, PathEntry.found(for: typed))
        #expect(popup.completed == folder + "/report-")
        popup.move(by: 1)
        popup.move(by: 1)
        #expect(popup.completed == folder + "/report-2.pdf")
        #expect(!popup.isDone)
        let whole = folder + "/report-2.pdf"
        #expect(PathPopup(whole, PathEntry.found(for: whole)).isDone)
    }

    @Test("A tilde is home, and only at the beginning")
    func expanded() throws {
        let home = try #require(ProcessInfo.processInfo.environment["HOME"])
        #expect(PathText.expanded("~/a") == home + "/a")
        #expect(PathText.expanded("a~/b") == "a~/b")
        #expect(PathText.parts("a/b/c").folder == "a/b/")
    }
}
