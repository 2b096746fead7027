import BoardDomain
import BoardEventLog
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite("The writer's lock")
struct WriterLockTests {
    @Test("A served file says who holds it and since when, and can be read all the same")
    func heldForLife() async throws {
        let folder = try TemporaryFolder()
        let service = try folder.newBoard(term: .life)
        let locked = EventLogError.locked(pid: getpid(), since: Sample.start)
        #expect(throws: locked) { try folder.open(.life) }
        let command = try folder.open(.command)
        await #expect(throws: locked) { try await command.append(Sample.request("c1")) }
        await #expect(throws: locked) { try await command.checkpoint(at: Sample.start) }
        _ = try await service.append(Sample.request("c1"))
        #expect(try await command.head().position == 1)
        try await service.close()
        #expect(try await command.append(Sample.request("c2")).positions == 2...2)
        try await command.close()
    }

    @Test("Another process's lock without a record is refused once patience is over")
    func anotherProcess() async throws {
        let folder = try TemporaryFolder()
        let log = try folder.newBoard(term: .command)
        try await log.close()
        let holder = try LockHolder(path: folder.database + ".lock")
        let other = try folder.open(.command, patience: 4)
        await #expect(throws: EventLogError.locked(pid: nil, since: nil)) {
            try await other.append(Sample.request("c1"))
        }
        holder.end()
        #expect(try await other.append(Sample.request("c1")).positions == 1...1)
        try await other.close()
    }

    @Test("A log opened for reading takes no lock and writes nothing")
    func readOnly() async throws {
        let folder = try TemporaryFolder()
        let service = try folder.newBoard(term: .life)
        let log = try folder.open(.never)
        await #expect(throws: EventLogError.readOnly) {
            try await log.append(Sample.request("c1"))
        }
        await #expect(throws: EventLogError.readOnly) { try await log.checkpoint(at: Sample.start) }
        try await log.close()
        _ = try await service.append(Sample.request("c1"))
        try await service.close()
    }

    @Test("Letting go without the lock carries nothing over: only the holder checkpoints")
    func onlyTheHolderCheckpoints() async throws {
        let folder = try TemporaryFolder()
        let first = try folder.newBoard(term: .command)
        _ = try await first.append(Sample.request("c1"))
        let size = folder.size(of: "-wal")
        #expect(size > 0)
        try await first.close()
        #expect(folder.size(of: "-wal") == size)
        let service = try folder.open(.life)
        #expect(try await service.head().position == 1)
        try await service.close()
        #expect(folder.size(of: "-wal") == 0)
    }

    @Test("Two logs on one file take turns, each seeing what the other wrote")
    func turns() async throws {
        let folder = try TemporaryFolder()
        try folder.create()
        let logs = [try folder.open(.command), try folder.open(.command)]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (index, log) in logs.enumerated() {
                group.addTask {
                    for number in 0..<20 {
                        _ = try await log.append(Sample.request("c\(index)-\(number)"))
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await logs[0].head() == logs[1].head())
        let verification = try await logs[1].verify(anchor: nil)
        #expect(verification.events == 40)
        #expect(verification.fault == nil)
        // A version read through one log is stale once the other has appended.
        let version = try await logs[0].stream(Sample.stream, after: 0).count
        _ = try await logs[1].append(Sample.request("d1", expecting: [Sample.stream: version]))
        await #expect(
            throws: EventLogError.conflict(
                stream: Sample.stream, expected: version, actual: version + 1)
        ) {
            try await logs[0].append(Sample.request("d2", expecting: [Sample.stream: version]))
        }
        for log in logs { try await log.close() }
    }

    @Test("A lost signing key is named, and a rotation puts a new one in its place")
    func lostKey() async throws {
        let folder = try TemporaryFolder()
        let log = try folder.newBoard(term: .command)
        let path = folder.database + ".signing-key"
        let old = try await log.signingKeys()
        TemporaryFolder.put("nonsense\n", at: path)
        await #expect(throws: EventLogError.signingKeyInvalid(path: path)) {
            try await log.checkpoint(at: Sample.start)
        }
        unlink(path)
        await #expect(throws: EventLogError.signingKeyMissing(path: path)) {
            try await log.checkpoint(at: Sample.start)
        }
        try await log.rotateSigningKey(at: Sample.start.adding(hours: 1))
        let checkpoint = try await log.checkpoint(at: Sample.start.adding(hours: 1))
        #expect(try await log.signingKeys().map(\.id) == [old[0].id, checkpoint.keyID])
        #expect(TemporaryFolder.mode(of: path) == 0o600)
        #expect(try await log.verify(anchor: nil).fault == nil)
        try await log.close()
    }
}

/// A child process that holds a lock until it is told to end.
private final class LockHolder {
    private let process: pid_t

    /// Returns once the child has the lock.
    init(path: String) throws {
        var descriptors: [Int32] = [0, 0]
        guard pipe(&descriptors) == 0 else { throw EventLogError.file(path: "pipe", errno: errno) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_adddup2(&actions, descriptors[1], 1)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The shell takes the lock on descriptor 9, says so, and waits in its own process.
        let script = "exec 9>>\"$0\"; flock 9; echo; exec cat /dev/zero >/dev/null"
        let words: [String] = ["sh", "-c", script, path]
        let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var process: pid_t = 0
        let code = posix_spawn(&process, "/bin/sh", &actions, nil, arguments, environ)
        self.process = process
        close(descriptors[1])
        guard code == 0 else { throw EventLogError.file(path: "/bin/sh", errno: code) }
        var byte: UInt8 = 0
        _ = read(descriptors[0], &byte, 1)
        close(descriptors[0])
    }

    func end() {
        kill(process, SIGKILL)
        var status: Int32 = 0
        waitpid(process, &status, 0)
    }
}
