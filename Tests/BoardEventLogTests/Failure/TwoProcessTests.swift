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
    /// JIEBANG_EVENTS sets another number.
    static let events = getenv("JIEBANG_EVENTS").flatMap { Int(String(cString: $0)) } ?? 6000

    @Test("A reader beside a writer sees every event once, in order")
    func reader() async throws {
        let folder = try TemporaryFolder()
        try folder.create()
        let writers = 8
        let total = Self.events / writers * writers
        let reader = try Subprocess.driver(["follow", folder.database, String(total)])
        #expect(reader.line() == "o")
        let writer = try Subprocess.driver(
            ["append", folder.database, "life", "w", String(Self.events / writers), "8", "200"])
        var ledger = Ledger()
        // Read by turns, so that neither waits for a full pipe.
        var seen: [Int64] = []
        var ids: Set<String> = []
        while seen.count < total, let line = reader.line() {
            let words = line.split(separator: " ")
            seen.append(Int64(words[1]) ?? 0)
            ids.insert(String(words[2]))
            if let said = writer.line() { _ = ledger.take([said]) }
        }
        _ = ledger.take(writer.lines())
        #expect(seen == (1...Int64(total)).map { $0 })
        #expect(ledger.recorded.count == total)
        #expect(ids == Set(ledger.recorded.keys))
        #expect(reader.end() == 0)
        #expect(writer.end() == 0)
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
