import BoardDomain
import BoardEventLog
import Testing

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
}
