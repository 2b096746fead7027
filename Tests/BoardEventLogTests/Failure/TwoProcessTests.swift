import BoardDomain
import Testing

@testable import BoardEventLog

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite("Two processes on one file", .serialized)
struct TwoProcessTests {
    /// How long the reader follows the writer; JIEBANG_SECONDS sets another time.
    static let seconds = getenv("JIEBANG_SECONDS").flatMap { Int(String(cString: $0)) } ?? 60

    @Test("A reader beside a writer for a minute sees every event once, in order")
    func reader() async throws {
        let folder = try TemporaryFolder()
        try folder.create()
        let reader = try Subprocess.driver(["follow", folder.database, String(Int64.max)])
        #expect(reader.line() == "o")
        let writer = try Subprocess.driver(
            ["append", folder.database, "life", "w", "\(Self.seconds)s", "2", "200"])
        #expect(writer.line() == "o")
        // Read by turns, so that neither waits for a full pipe: a line of each is an event.
        var (acknowledged, isInOrder) = (Int64(0), true)
        var (said, seen) = (Pairs(), Pairs())
        while let line = writer.line() {
            let words = line.split(separator: " ")
            try #require(words[0] == "a", "\(line)")
            acknowledged += 1
            said.add(words[2], words[1])
            let read = try #require(reader.line()).split(separator: " ")
            isInOrder = isInOrder && read[1] == String(acknowledged)
            seen.add(read[1], read[2])
        }
        #expect(writer.end() == 0)
        #expect(isInOrder && said == seen)
        // More than one a second: it was a minute's work.
        #expect(acknowledged > Self.seconds)
        reader.destroy()
        #expect(reader.end() == -SIGKILL)
    }

    /// Positions with the commands recorded there, as a sum: a minute has hundreds of thousands.
    private struct Pairs: Equatable {
        private var count = 0
        private var sum: UInt64 = 0

        mutating func add(_ position: Substring, _ id: Substring) {
            let digest = SodiumDigest.sha256(Array("\(position) \(id)".utf8))
            count += 1
            sum &+= digest.bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        }
    }

    @Test("Commands of several processes at once are neither lost nor doubled")
    func writers() async throws {
        let folder = try TemporaryFolder()
        try folder.create()
        // Two of them send the very same commands.
        let drivers = try ["p", "p", "q", "r"].map {
            try Subprocess.driver(["append", folder.database, "command", $0, "60", "2", "100"])
        }
        var ledger = Ledger()
        let repeated = drivers.flatMap { driver in
            let left = ledger.take(driver.lines())
            #expect(driver.end() == 0)
            return left.filter { $0 != "o" }
        }
        #expect(ledger.recorded.count == 3 * 120)
        #expect(repeated.count == 120)
        #expect(Set(repeated).count == 120)
        #expect(repeated.allSatisfy { $0.hasPrefix("d p-") })
        try await ledger.settle(folder)
    }

    @Test(
        "A rebuild that is killed halfway and started again ends equal",
        arguments: ["fold", "write"])
    func killedRebuild(_ stage: String) async throws {
        let folder = try TemporaryFolder()
        let log = try folder.newBoard(term: .life)
        for part in 0..<4 {
            let names = (0..<300).map { "challenge/\(part * 300 + $0)" }
            _ = try await log.append(
                Sample.request("c\(part)", events: names.map { Sample.draft($0) }))
        }
        try await log.close()
        // Notes have one schema there; nothing was projected while they were appended.
        func dump() async throws -> [String] {
            let log = try folder.open(.never)
            let dump = try await log.projectionDump()
            try await log.close()
            return dump
        }
        let before = try await dump()
        let killed = try Subprocess.driver(["rebuild", folder.database, stage])
        #expect(killed.line() == "s \(stage)")
        killed.destroy()
        #expect(killed.end() == -SIGKILL)
        #expect((folder.size(of: ".rebuild") > 0) == (stage == "write"))
        #expect(try await dump() == before)
        let again = try Subprocess.driver(["rebuild", folder.database, "none"])
        #expect(again.lines() == ["e"])
        #expect(again.end() == 0)
        let after = try await dump()
        #expect(after.count == 1200)
        let other = try Subprocess.driver(["rebuild", folder.database, "none"])
        #expect(other.lines() == ["e"])
        #expect(other.end() == 0)
        #expect(try await dump() == after)
        #expect(folder.size(of: ".rebuild") == 0)
        let whole = try folder.open(.life)
        #expect(try await whole.verify(anchor: nil).fault == nil)
        #expect(try await whole.reader.isIntact())
        try await whole.close()
    }

    @Test("A backup taken while another process writes verifies and holds what was acknowledged")
    func backupUnderLoad() async throws {
        let folder = try TemporaryFolder()
        try folder.create()
        let writer = try Subprocess.driver(
            ["append", folder.database, "life", "w", "9999", "4", "900"])
        var ledger = Ledger()
        while ledger.recorded.count < 200, let line = writer.line() { _ = ledger.take([line]) }
        let acknowledged = Int64(ledger.recorded.count)
        let vocabulary = EventVocabulary(["Noted": 1])
        let log = try folder.open(.never, vocabulary: vocabulary)
        let target = folder.path + "/backup.sqlite3"
        let audit = try await log.backup(to: target)
        // It was still at it.
        while ledger.recorded.count <= Int(audit.events), let line = writer.line() {
            _ = ledger.take([line])
        }
        writer.destroy()
        #expect(writer.end() == -SIGKILL)
        #expect(audit.fault == nil && audit.events >= acknowledged)
        #expect(ledger.recorded.count > Int(audit.events))
        try await log.close()
        let copy = try SQLiteEventLog(
            path: target, term: .never, vocabulary: vocabulary, at: Sample.start)
        #expect(try await copy.verify(anchor: nil) == audit)
        let there = Set(try await copy.events(after: 0, limit: .max).map(\.commandID))
        let before = ledger.recorded.filter { $0.value <= audit.events }.map(\.key)
        #expect(before.count == there.count && there.isSuperset(of: before))
        try await copy.close()
    }
}
