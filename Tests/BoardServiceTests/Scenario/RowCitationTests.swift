import BoardDomain
import Foundation
import Testing

@Suite("Rows and the tests that are named after them")
struct RowCitationTests {
    @Test("Every row of the table has a test whose name cites its number")
    func citations() throws {
        let names = try Self.testNames()
        #expect(names.count > 500)
        let cited = Set(names.flatMap(Self.numbers))
        let rows = Set(TransitionTable.standard.rows.map(\.id))
        #expect(rows.subtracting(cited).sorted() == [])
    }

    /// The names of all tests of the board, as their sources give them.
    private static func testNames() throws -> [String] {
        let tests = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let files = FileManager.default.enumerator(at: tests, includingPropertiesForKeys: nil)
        var names: [String] = []
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            let source = try String(contentsOf: file, encoding: .utf8)
            for part in source.components(separatedBy: "@Test(").dropFirst() {
                let quoted = part.drop { $0 == "\n" || $0 == " " }
                guard quoted.first == "\"" else { continue }
                names.append(String(quoted.dropFirst().prefix { $0 != "\"" }))
            }
        }
        return names
    }

    /// `C16b`, and of `Y3 to Y12` all that lie between.
    private static func numbers(in name: String) -> [String] {
        let words = name.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        var found: [String] = []
        for (index, word) in words.enumerated() {
            found.append(word)
            guard word == "to", index > 0, index + 1 < words.count,
                let first = number(words[index - 1]), let last = number(words[index + 1]),
                words[index - 1].first == words[index + 1].first, first < last
            else { continue }
            let letter = String(words[index - 1].prefix(1))
            found += (first...last).map { letter + String($0) }
        }
        return found
    }

    private static func number(_ word: String) -> Int? { Int(word.dropFirst()) }
}
