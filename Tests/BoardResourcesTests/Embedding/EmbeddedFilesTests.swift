import FoundationEssentials
import Testing

@testable import BoardResources

@Suite("Embedded files")
struct EmbeddedFilesTests {
    private static let folder =
        #filePath.split(separator: "/").dropLast(4)
        .reduce("") { $0 + "/" + $1 } + "/Resources"

    @Test("Every file of Resources is embedded, and equal")
    func complete() throws {
        var files: [String] = []
        for path in try FileManager.default.subpathsOfDirectory(atPath: Self.folder + "/.") {
            var isDirectory = false
            #expect(
                FileManager.default.fileExists(
                    atPath: Self.folder + "/" + path, isDirectory: &isDirectory))
            if isDirectory { continue }
            files.append(path)
            let bytes = FileManager.default.contents(atPath: Self.folder + "/" + path)
            let isEqual = EmbeddedFiles.bytes(path) == bytes.map(Array.init)
            #expect(isEqual, "\(path)")
        }
        #expect(!files.isEmpty)
        #expect(EmbeddedFiles.paths == files.sorted())
    }

    @Test("A path that is not embedded has no bytes")
    func absent() {
        #expect(EmbeddedFiles.bytes("calendars/1999.json") == nil)
        #expect(throws: ResourceFault.absent(path: "x")) { try EmbeddedFiles.json("x") }
        #expect(
            EmbeddedFiles.paths(in: "policy") == [
                "policy/2023-1.json", "policy/2025-1.json", "policy/2026-1.json",
            ])
    }
}
