import BoardDomain
import BoardService
import Foundation

/// The sample county, made once for all tests of the terminal program.
struct SampleCounty: Sendable {
    let board: LocalBoard
    let path: String

    /// For tests that only look.
    static let shared = Task {
        let path = try Self.folder() + "/sample"
        return SampleCounty(board: try await SampleBoard.create(path: path), path: path)
    }

    /// A copy that a test may record on, with the openers' keys and the documents.
    static func copy() async throws -> SampleCounty {
        let original = try await shared.value.path
        let path = try folder() + "/sample"
        let settings = try BoardSettings.embedded { SampleBoard.end }
        _ = try await LocalBoard.backUp(path: original, to: path, settings: settings)
        for part in [".keys", ".documents"]
        where FileManager.default.fileExists(atPath: original + part) {
            try FileManager.default.copyItem(atPath: original + part, toPath: path + part)
        }
        return SampleCounty(
            board: try await LocalBoard.open(path: path, settings: settings), path: path)
    }

    private static func folder() throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "jiebang-tui-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder.path
    }
}
