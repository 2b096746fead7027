import BoardDomain
import Logging

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How long a writer keeps the file to itself.
package enum WriterTerm: String, Sendable {
    /// From opening to closing: the service.
    case life
    /// Around each command: the embedded command line and terminal.
    case command
    /// Never: the log is read only.
    case never
}

/// The lock file beside the database: whoever holds its `flock` is the only writer, and the only
/// one that checkpoints. The text in it says who that is.
final class WriterLock {
    private let path: String
    private let descriptor: Int32
    private var isHeld = true
    /// Whether the last holder left without saying so, killed or stopped by an error: what it wrote
    /// last may lie in the system's memory only.
    private(set) var isInDoubt: Bool

    /// - Parameters:
    ///   - database: the path of the database; the lock is `<database>.lock`, mode 0600.
    ///   - term: `life` or `command`.
    ///   - since: written for whoever is refused.
    ///   - patience: milliseconds to wait for a holder of one command.
    /// - Throws: `locked`, at once where the holder keeps the lock for its life.
    init(
        database: String, term: WriterTerm, since: Instant, patience: Int,
        logger: Logger = .silent
    ) throws(EventLogError) {
        path = database + ".lock"
        descriptor = try Self.take(path, patience: patience, logger)
        isInDoubt = !(TextFile.read(descriptor) ?? "").isEmpty
        write(Holder(pid: getpid(), since: since, term: term).text)
    }

    private static func take(
        _ path: String, patience: Int, _ logger: Logger
    ) throws(EventLogError) -> Int32 {
        var waited = 0
        while true {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw .file(path: path, errno: errno) }
            while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
                let failure = errno
                let holder = Holder(text: TextFile.read(descriptor) ?? "")
                let isBusy = failure == EWOULDBLOCK || failure == EINTR
                guard isBusy, holder?.term != .life, waited < patience else {
                    close(descriptor)
                    guard isBusy else { throw .file(path: path, errno: failure) }
                    logger.info("another process writes", metadata: ["waited": "\(waited) ms"])
                    throw .locked(pid: holder?.pid, since: holder?.since)
                }
                usleep(2000)
                waited += 2
            }
            if waited > 0 {
                logger.debug("waited for the writer's lock", metadata: ["waited": "\(waited) ms"])
            }
            if isStill(descriptor, at: path) { return descriptor }
            close(descriptor)
        }
    }

    /// Whether the file that is locked is the one that others will lock: it is not once a holder has
    /// discarded it.
    private static func isStill(_ descriptor: Int32, at path: String) -> Bool {
        var (own, there) = (stat(), stat())
        return fstat(descriptor, &own) == 0 && stat(path, &there) == 0
            && own.st_ino == there.st_ino && own.st_dev == there.st_dev
    }

    deinit {
        release()
        close(descriptor)
    }

    /// All that was written before is safe.
    func settle() { isInDoubt = false }

    /// The holder's record stays behind for the next one to see.
    func doubt() { isInDoubt = true }

    func release() {
        guard isHeld else { return }
        isHeld = false
        // First the text, then the lock: an empty file never accuses a writer that has gone.
        if !isInDoubt { ftruncate(descriptor, 0) }
        flock(descriptor, LOCK_UN)
    }

    /// Takes the file away with the lock: no board has come to lie beside it.
    func discard() {
        guard isHeld else { return }
        unlink(path)
        release()
    }

    /// The text is for people; failing to write it does not make the lock less held.
    private func write(_ text: String) {
        let bytes = Array(text.utf8)
        ftruncate(descriptor, 0)
        _ = pwrite(descriptor, bytes, bytes.count, 0)
    }

    private struct Holder {
        let pid: Int32
        let since: Instant
        let term: WriterTerm

        init(pid: Int32, since: Instant, term: WriterTerm) {
            self.pid = pid
            self.since = since
            self.term = term
        }

        var text: String { "pid \(pid)\nsince \(since.text)\nterm \(term.rawValue)\n" }

        init?(text: String) {
            let words = text.split(whereSeparator: { $0 == " " || $0 == "\n" })
            guard words.count == 6, words[0] == "pid", let pid = Int32(words[1]),
                words[2] == "since", let since = Instant(text: String(words[3])),
                words[4] == "term", let term = WriterTerm(rawValue: String(words[5]))
            else { return nil }
            self.init(pid: pid, since: since, term: term)
        }
    }
}
