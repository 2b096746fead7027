import BoardDomain
import Testing

@testable import BoardEventLog

/// What drivers said of each command, to be held against what the log says.
struct Ledger {
    private(set) var recorded: [String: Int64] = [:]
    private(set) var unknown: Set<String> = []
    private(set) var failed: Set<String> = []

    /// Takes the lines of one driver; the ones that are not about commands are left.
    mutating func take(_ lines: [String]) -> [String] {
        lines.filter { line in
            let words = line.split(separator: " ", maxSplits: 2).map(String.init)
            switch words[0] {
            case "a":
                #expect(recorded.updateValue(Int64(words[2]) ?? 0, forKey: words[1]) == nil)
            case "u": unknown.insert(words[1])
            case "f": failed.insert(words[1])
            default: return true
            }
            return false
        }
    }

    /// Opens the file as the next start would and settles what is in doubt by its id: nothing that
    /// was acknowledged is lost, nothing that failed is there, nothing is there twice.
    func settle(
        _ folder: TemporaryFolder, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let vocabulary = EventVocabulary(["Noted": 1])
        let log = try folder.open(.life, vocabulary: vocabulary)
        for id in unknown.sorted() {
            let isThere = try await log.outcome(person: "p-zhou", commandID: id) != nil
            var request = Sample.request(id, events: [Sample.draft("challenge/\(id)")])
            request.body = SodiumDigest.sha256(Array(id.utf8))
            let receipt = try await log.append(request)
            #expect(receipt.repeated == isThere, sourceLocation: sourceLocation)
        }
        var found: [String: Int64] = [:]
        for row in try await log.events(after: 0, limit: .max) {
            let isTwice = found.updateValue(row.position, forKey: row.commandID) != nil
            #expect(!isTwice, "\(row.commandID) twice", sourceLocation: sourceLocation)
        }
        for (id, position) in recorded {
            #expect(found[id] == position, "\(id) is lost", sourceLocation: sourceLocation)
        }
        #expect(
            unknown.isSubset(of: found.keys) && failed.isDisjoint(with: found.keys),
            sourceLocation: sourceLocation)
        #expect(try await log.verify(anchor: nil).fault == nil, sourceLocation: sourceLocation)
        #expect(try await log.reader.isIntact(), sourceLocation: sourceLocation)
        try await log.close()
    }
}
