import BoardDomain
import BoardService
import Foundation
import Synchronization

/// The sample county, made once for all tests of the terminal program.
struct SampleCounty: Sendable {
    let board: LocalBoard
    let path: String

    /// As it was made: nobody has looked at it or recorded anything on it.
    private static let pristine = Task {
        let path = try Self.folder() + "/sample"
        try await SampleBoard.create(path: path).close()
        return path
    }

    /// For tests that only look.
    static let shared = Task { try await copy() }

    /// A copy that a test may record on, with the openers' keys and the documents. Of the same things
    /// done on it the same comes, the commands' ids too.
    static func copy() async throws -> SampleCounty {
        let original = try await pristine.value
        let path = try folder() + "/sample"
        var settings = try BoardSettings.embedded { SampleBoard.end }
        let commands = Mutex(0)
        settings.newCommandID = {
            let number = commands.withLock { count in
                count += 1
                return count
            }
            return "test-\(number)"
        }
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
