import BoardDomain
import BoardEventLog
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One after the other: each lets whole processes run beside the tests.
@Suite("Killed, without disk, with failing calls", .serialized)
struct CrashTests {
    /// Given by JIEBANG_SEED to repeat a run.
    static let seed =
        getenv("JIEBANG_SEED").flatMap { UInt64(String(cString: $0)) }
        ?? UInt64.random(in: 0..<1_000_000)

    @Test("Killed at 200 random instants: nothing acknowledged is lost, no repair is needed")
    func killed() async throws {
        print("crash test: JIEBANG_SEED=\(Self.seed)")
        var random = SeededNumbers(seed: Self.seed)
        let folder = try TemporaryFolder()
        try folder.create()
        var ledger = Ledger()
        for round in 0..<200 {
            let term = round % 4 == 3 ? WriterTerm.command : .life
            let driver = try Subprocess.driver(
                ["append", folder.database, term.rawValue, "k\(round)", "9999", "8", "900"])
            // Some are killed while they open the file, the others once they append.
            if round % 8 != 0 { #expect(driver.line() == "o", "seed \(Self.seed)") }
            usleep(UInt32.random(in: 0..<30_000, using: &random))
            driver.destroy()
            let left = ledger.take(driver.lines())
            #expect(left.allSatisfy { $0 == "o" }, "\(left), seed \(Self.seed)")
            #expect(driver.end() == -SIGKILL)
        }
        #expect(ledger.recorded.count > 200 && ledger.failed.isEmpty)
        try await ledger.settle(folder)
    }

    @Test(
        "A full disk fails clearly; with room, each command is settled by its id",
        .enabled(if: SmallDisk.isPermitted, "mounting a tmpfs is not permitted here"),
        arguments: WriterTerm.allWriting)
    func fullDisk(_ term: WriterTerm) async throws {
        let folder = try TemporaryFolder()
        let disk = try SmallDisk(at: folder.path)
        defer { disk.remove() }
        try folder.create()
        let driver = try Subprocess.driver(
            ["append", folder.database, term.rawValue, "d", "9999", "4", "3000"])
        var ledger = Ledger()
        _ = ledger.take(driver.lines())
        #expect(driver.end() == 0)
        #expect(!ledger.recorded.isEmpty)
        // Each writer came to its end.
        #expect(ledger.unknown.count + ledger.failed.count == 4)
        try disk.grow()
        try await ledger.settle(folder)
    }

    @Test(
        "Failing calls: nothing acknowledged is lost, what is in doubt is reported and settled",
        .enabled(if: FailingCalls.library != nil, "there is no C compiler here"),
        arguments: ["-wal", ".sqlite3"], ["write", "sync"])
    func failingCalls(_ file: String, _ call: String) async throws {
        var random = SeededNumbers(seed: Self.seed)
        var (inDoubt, stopped) = (0, 0)
        for round in 0..<8 {
            let folder = try TemporaryFolder()
            try folder.create()
            // Pages enough for one command's lock to checkpoint now and then.
            let term = round % 2 == 0 ? WriterTerm.life : .command
            // How many calls come is a matter of how many commands wait together; these surely do.
            // A commit syncs the write-ahead log, and only a checkpoint syncs the database.
            let most =
                switch (file, call) {
                case ("-wal", "sync"): 20
                case ("-wal", _): 300
                case (_, "sync"): 1
                default: term == .life ? 4 : 60
                }
            let driver = try Subprocess.driver(
                ["append", folder.database, term.rawValue, "e", "30", "4", "40000"],
                environment: [
                    "LD_PRELOAD": FailingCalls.library ?? "", "FAIL_FILE": file,
                    "FAIL_CALL": call, "FAIL_TIMES": String(round / 2 % 2),
                    "FAIL_AFTER": String(Int.random(in: 1...most, using: &random)),
                ])
            var ledger = Ledger()
            let left = ledger.take(driver.lines()).filter { $0 != "o" }
            _ = driver.end()
            inDoubt += ledger.unknown.count
            stopped += ledger.failed.count + left.count
            try await ledger.settle(folder)
        }
        // Only a failed COMMIT leaves a command in doubt; a failed checkpoint stops the log.
        #expect(file == "-wal" ? inDoubt > 0 : inDoubt == 0 && stopped > 0)
    }
}

extension WriterTerm {
    static let allWriting: [WriterTerm] = [.life, .command]
}
