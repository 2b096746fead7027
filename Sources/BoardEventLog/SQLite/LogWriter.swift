import BoardDomain
import Logging
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The only writer: appends in groups, signs checkpoints, empties the write-ahead log.
///
/// It stops at the first failure that leaves the file in doubt, since a retry may falsely succeed.
actor LogWriter {
    nonisolated let executor = LogExecutor(label: "jiebang.log.writer")
    nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    let file: LogFile
    private let board: BoardIdentity
    private let vocabulary: EventVocabulary
    let term: WriterTerm
    private let patience: Int
    private let projections: ProjectionDemand
    private let arrivals: Arrivals
    private nonisolated let waiting = Mutex([Waiter]())
    /// How many shared the last transaction.
    private var waitedTogether = 0
    /// Open all the time where the lock is held for life.
    private(set) var session: WriterSession?
    private var failure: EventLogError?
    /// Transactions that were committed: fewer than commands, where commands waited together.
    private(set) var commits = 0

    /// Pages after which the write-ahead log is carried into the database: 40 MiB, as was
    /// measured for a service, and little enough for a command that somebody waits for.
    private var pagesToCheckpoint: Int32 { term == .life ? 10_000 : 1000 }
    /// Where the write-ahead log stood when it was last carried over: while a reader keeps it from
    /// beginning anew, it has to grow by as much again.
    var pagesCarried: Int32 = 0
    /// What is left to do after erasures, as the file beside the database has it.
    var debt: ErasureDebt?
    /// Whether nothing has been tried against the debt since it was incurred or found: only then is
    /// the file written anew and a reader waited for; later attempts cost nothing.
    var isDebtFresh = false
    /// Whether a rebuild keeps the session.
    private var isRebuilding = false

    init(
        file: LogFile, board: BoardIdentity, vocabulary: EventVocabulary, term: WriterTerm,
        patience: Int, projections: ProjectionDemand, arrivals: Arrivals,
        session: sending WriterSession?
    ) {
        self.file = file
        self.board = board
        self.vocabulary = vocabulary
        self.term = term
        self.patience = patience
        self.projections = projections
        self.arrivals = arrivals
        self.session = session
        debt = file.erasureDebt.owed
        isDebtFresh = debt != nil
    }

    // MARK: Group commit

    /// An object, so that a request of a dozen references is not copied about.
    private final class Waiter: Sendable {
        let request: AppendRequest
        let answer: CheckedContinuation<AppendReceipt, any Error>

        init(_ request: AppendRequest, _ answer: CheckedContinuation<AppendReceipt, any Error>) {
            self.request = request
            self.answer = answer
        }
    }

    /// How many commands wait for the next transaction.
    nonisolated var waitingCount: Int { waiting.withLock { $0.count } }

    /// Commands that come while a transaction is under way gather, and share the next one.
    nonisolated func append(_ request: AppendRequest) async throws -> AppendReceipt {
        try await withCheckedThrowingContinuation { answer in
            let waiter = Waiter(request, answer)
            let isFirst = waiting.withLock {
                $0.append(waiter)
                return $0.count == 1
            }
            guard isFirst else { return }
            executor.queue.async { self.assumeIsolated { $0.commitWaiting() } }
        }
    }

    private func commitWaiting() {
        gather()
        let batch = waiting.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
        waitedTogether = batch.count
        for (waiter, result) in zip(batch, record(batch)) {
            switch result {
            case .success(let receipt): waiter.answer.resume(returning: receipt)
            case .failure(let error): waiter.answer.resume(throwing: error)
            }
        }
        arrivals.announce()
        // After the answers: nobody waits for the housekeeping of a service, nor for erasures.
        guard let session else { return }
        if term == .life { tidy(session) } else { letGo(session) }
    }

    /// Those who were answered together come back one after the other: without waiting for them,
    /// every second transaction would hold the first of them alone.
    private func gather() {
        guard waitedTogether > 1 else { return }
        var count = waitingCount
        var limit = ContinuousClock.now + .microseconds(50)
        while count < waitedTogether, ContinuousClock.now < limit {
            sched_yield()
            let now = waitingCount
            if now > count { (count, limit) = (now, ContinuousClock.now + .microseconds(50)) }
        }
    }

    /// One transaction for all; each request alone may fail.
    private func record(_ waiters: [Waiter]) -> [Result<AppendReceipt, EventLogError>] {
        do throws(EventLogError) {
            let session = try open(since: waiters[0].request.recordedAt)
            // What is owed is done after the answers.
            defer { if debt == nil { letGo(session) } }
            if projections == .any { try Schema.checkProjections(session.connection) }
            var results = try quickly(waiters, session)
            if results == nil { results = try guarded(waiters, session) }
            let found = results ?? []
            try owe(ErasureDebt(of: waiters.map(\.request)), session)
            guard commit(session) else {
                return zip(waiters, found).map { waiter, result in
                    result.flatMap { _ in
                        .failure(.outcomeUnknown(commandID: waiter.request.commandID))
                    }
                }
            }
            return found
        } catch {
            return waiters.map { _ in .failure(error) }
        }
    }

    /// Without a savepoint for each, which would copy every page that the command touches.
    ///
    /// - Returns: nil where one failed that had begun to write: all is taken back.
    private func quickly(
        _ waiters: [Waiter], _ session: WriterSession
    ) throws(EventLogError) -> [Result<AppendReceipt, EventLogError>]? {
        var results: [Result<AppendReceipt, EventLogError>] = []
        results.reserveCapacity(waiters.count)
        var head = try session.begin()
        for waiter in waiters {
            do {
                guard
                    let receipt = try session.perform(
                        waiter.request, head: &head, vocabulary: vocabulary)
                else {
                    session.rollback()
                    return nil
                }
                results.append(.success(receipt))
            } catch {
                guard error.isAlone(in: session) else {
                    session.rollback()
                    return nil
                }
                results.append(.failure(error))
            }
        }
        return results
    }

    private func guarded(
        _ waiters: [Waiter], _ session: WriterSession
    ) throws(EventLogError) -> [Result<AppendReceipt, EventLogError>] {
        var results: [Result<AppendReceipt, EventLogError>] = []
        var head = try session.begin()
        for waiter in waiters {
            do {
                results.append(
                    .success(
                        try session.performGuarded(
                            waiter.request, head: &head, vocabulary: vocabulary)))
            } catch {
                guard error.isAlone(in: session) else {
                    session.rollback()
                    throw error
                }
                results.append(.failure(error))
            }
        }
        return results
    }

    private func commit(_ session: WriterSession) -> Bool {
        do {
            try session.connection.execute("COMMIT")
            commits += 1
            return true
        } catch {
            // A failed COMMIT means unknown; the event may be there after a restart.
            stop(session, "COMMIT: \(error)")
            return false
        }
    }

    func stop(_ session: WriterSession, _ reason: String) {
        file.logger.error("the log stops", metadata: ["reason": "\(reason)"])
        failure = .stopped(reason: reason)
        session.doubt()
    }

    // MARK: The session

    /// - Parameter patience: milliseconds to wait for another process; by default, the log's.
    func open(
        since instant: Instant, patience: Int? = nil
    ) throws(EventLogError) -> WriterSession {
        if let failure { throw failure }
        if let session { return session }
        guard term != .never else { throw .readOnly }
        let session = try WriterSession(
            file: file, board: board.id, term: term, since: instant,
            patience: patience ?? self.patience, projections: projections)
        pagesCarried = 0
        debt = file.erasureDebt.owed
        isDebtFresh = debt != nil
        self.session = session
        return session
    }

    /// Ends the session where the lock is held for one command only.
    func letGo(_ session: WriterSession) {
        guard term == .command, !isRebuilding else { return }
        tidy(session)
        self.session = nil
        session.close()
    }

    /// Settles what erasures left to do, or checkpoints when it is time; where a checkpoint fails the
    /// log stops: a second try may falsely succeed.
    func tidy(_ session: WriterSession) {
        guard failure == nil else { return }
        if debt == .pages || isDebtFresh { return settle(session) }
        do {
            let pages = session.connection.writeAheadPages
            if pages < pagesCarried { pagesCarried = 0 }
            guard pages - pagesCarried >= pagesToCheckpoint else { return }
            try session.connection.checkpoint(truncating: false)
            pagesCarried = pages
            file.logger.debug(
                "the write-ahead log was carried over", metadata: ["pages": "\(pages)"])
        } catch {
            stop(session, "checkpoint: \(error)")
        }
    }

    /// Runs one change of the board's own tables in a transaction of its own.
    private func change<Outcome>(
        at instant: Instant,
        _ work: (WriterSession, LogHead) throws(EventLogError) -> Outcome
    ) throws(EventLogError) -> Outcome {
        let session = try open(since: instant)
        defer { letGo(session) }
        let head = try session.begin()
        let outcome: Outcome
        do {
            outcome = try work(session, head)
        } catch {
            session.rollback()
            throw error
        }
        guard commit(session) else { throw .stopped(reason: "COMMIT") }
        return outcome
    }

    func checkpoint(at instant: Instant) throws(EventLogError) -> Checkpoint {
        let key = try file.signingKey.read()
        return try change(at: instant) { (session, head) throws(EventLogError) in
            try session.sign(head, board: board.id, with: key, at: instant)
        }
    }

    func sign(
        _ text: @Sendable (_ keyID: String) -> String
    ) throws(EventLogError) -> (keyID: String, signature: [UInt8]) {
        let key = try file.signingKey.read()
        return (key.id, key.sign(text(key.id)))
    }

    func rotateSigningKey(at instant: Instant) throws(EventLogError) {
        let key = SigningKey()
        let keyFile = file.signingKey
        try change(at: instant) { (session, _) throws(EventLogError) in
            // The file first: a key that the file holds and the table lacks is entered when it
            // signs, while one that only the table knew would be lost.
            try keyFile.write(key)
            try WriterSession.register(key, from: instant, in: session.connection)
        }
    }

    /// Empties the write-ahead log if nobody else writes, and lets go of the file and the lock.
    func close() throws(EventLogError) {
        guard failure != .closed else { return }
        defer {
            session?.close()
            session = nil
            failure = .closed
        }
        guard failure == nil, let session else { return }
        isDebtFresh = debt != nil
        if debt != nil { settle(session) }
        guard failure == nil else { return }
        do {
            try session.connection.checkpoint(truncating: true)
        } catch {
            session.doubt()
            throw error
        }
    }

    // MARK: Rebuilding

    /// Keeps the session, and with it the lock, until `endRebuild`: the tables made beside the old
    /// ones belong to one writer.
    func beginRebuild(since instant: Instant) throws(EventLogError) {
        guard !isRebuilding else { throw .rebuilding }
        _ = try open(since: instant)
        isRebuilding = true
    }

    func endRebuild() {
        isRebuilding = false
        if let session { letGo(session) }
    }

    /// Puts the tables that were made beside in the place of the old ones, in one transaction, with
    /// what was appended since.
    ///
    /// - Parameter fold: after the events through `position`.
    func exchange<Fold: ProjectionFold>(
        _ tables: SideTables, fold: Fold, through position: Int64
    ) throws {
        if let failure { throw failure }
        guard let session else { throw EventLogError.closed }
        let connection = session.connection
        try tables.attach(to: connection)
        defer { try? connection.execute("DETACH beside") }
        _ = try session.begin()
        do {
            var (fold, changed) = (fold, Set<String>())
            let rows = try connection.statement(EventRow.inOrder)
            rows.bind(1, position)
            rows.bind(2, .max)
            rows.bind(3, -1)
            for row in try rows.events(vocabulary) {
                try fold.evolve(row: row)
                changed.insert(row.stream)
            }
            let news = try changed.sortedByBytes().map { try fold.projection(of: $0) }
            try session.exchangeProjections()
            try session.replace(news)
        } catch {
            session.rollback()
            throw error
        }
        guard commit(session) else { throw EventLogError.stopped(reason: "COMMIT") }
        tidy(session)
    }
}

extension EventLogError {
    /// Whether the failure is the command's own: its writes are taken back, the others go on.
    fileprivate func isAlone(in session: WriterSession) -> Bool {
        if session.connection.isOutsideTransaction { return false }
        guard case .storage(let code, _) = self else { return true }
        return Connection.isConstraint(code)
    }
}
