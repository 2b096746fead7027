import BoardDomain
import BoardResources
import FoundationEssentials
import Testing

@testable import BoardCLI

@Suite("The words that the sources name")
struct WordsTests {
    @Test("Every text that the sources name is there", arguments: Language.allCases)
    func named(language: Language) throws {
        let texts = Texts(language)
        let keys = try Self.namedKeys()
        #expect(keys.count > 200)
        #expect(keys.filter { texts.textIfPresent($0) == nil }.sorted() == [])
    }

    @Test("Machines, roles, capacities and lanes have words", arguments: Language.allCases)
    func enumerated(language: Language) {
        let texts = Texts(language)
        let keys =
            Machine.allCases.map { "machine." + $0.rawValue }
            + Role.allCases.map { "role." + $0.rawValue }
            + Capacity.allCases.map { "capacity." + $0.rawValue }
            + Lane.allCases.map { "lane." + $0.rawValue }
            + PolicyUnit.allCases.map { "cli.unit." + $0.rawValue }
            + PolicyOrigin.allCases.map { "cli.policy." + $0.rawValue }
        #expect(keys.filter { texts.textIfPresent($0) == nil } == [])
    }

    /// Whole keys in string literals; those put together at run time are covered by the test above.
    private static func namedKeys() throws -> Set<String> {
        let here = #filePath
        let end = try #require(here.firstRange(of: "/Tests/")).lowerBound
        let root = String(here[..<end]) + "/Sources"
        let files = try FileManager.default.subpathsOfDirectory(atPath: root)
            .filter { $0.hasSuffix(".swift") }
        var keys: Set<String> = []
        for file in files {
            let bytes = FileManager.default.contents(atPath: root + "/" + file) ?? Data()
            for literal in String(decoding: bytes, as: UTF8.self).split(separator: "\"") {
                guard literal.hasPrefix("cli.") || literal.hasPrefix("error."),
                    !literal.hasSuffix("."), !literal.contains("\\")
                else { continue }
                keys.insert(String(literal))
            }
        }
        return keys
    }
}
