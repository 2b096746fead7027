import Foundation
import Testing

/// Screens as files: what is shown is held against what was approved.
///
/// With `RECORD_GOLDEN=1` the files are written anew, and the run fails: somebody has to look at them.
enum Golden {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Golden")

    private static let isRecording =
        ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"

    static func expect(
        _ text: String, as name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let file = folder.appendingPathComponent(name + ".txt")
        let shown = text + "\n"
        if isRecording {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try shown.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("recorded \(name): look at it", sourceLocation: sourceLocation)
            return
        }
        guard let approved = try? String(contentsOf: file, encoding: .utf8) else {
            Issue.record(
                "\(name) has not been recorded:\n\(shown)", sourceLocation: sourceLocation)
            return
        }
        guard approved != shown else { return }
        let pairs = zip(
            approved.split(separator: "\n", omittingEmptySubsequences: false),
            shown.split(separator: "\n", omittingEmptySubsequences: false))
        let first = pairs.enumerated().first { $0.element.0 != $0.element.1 }
        Issue.record(
            """
            \(name) differs, first in line \((first?.offset ?? 0) + 1):
            \(first.map { "- \($0.element.0)\n+ \($0.element.1)" } ?? "in length")
            all of it:
            \(shown)
            """, sourceLocation: sourceLocation)
    }
}
