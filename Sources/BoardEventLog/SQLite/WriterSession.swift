import BoardDomain
import GRDBSQLite
import Logging

/// The one writable connection, open exactly as long as the lock is held: so nobody else writes,
/// and nobody else checkpoints.
final class WriterSession {
    private let lock: WriterLock
    private let path: String
    let connection: Connection
    private let board: String
    private let insertEvent: Statement
    private let versionOfStream: Statement
    private let findCommand: Statement
    private let insertCommand: Statement
    /// The framed columns of the command under way.
    private var fields = FieldBuffer()
    /// Of streams that were appended to in this session.
    private var versions: [String: Int] = [:]

    init(
        file: LogFile, board: String, term: WriterTerm, since: Instant, patience: Int,
        projections: ProjectionDemand = .current
    ) throws(EventLogError) {
        path = file.path
        lock = try WriterLock(
            database: path, term: term, since: since, patience: patience, logger: file.logger)
        connection = try Connection(path: path, access: .writing)
        self.board = board
        try Self.configure(connection)
        // Again, since the file may have changed while somebody else held the lock.
        try Schema.migrate(connection, from: try Schema.recognise(connection, path: path))
        if projections == .current { try Schema.checkProjections(connection) }
        if let altered = try Schema.alteration(connection) { throw .schemaAltered(name: altered) }
        if lock.isInDoubt {
            file.logger.notice("the last writer left without a word: its pages are written anew")
            // After a failed fsync the pages may be in the system's memory only, and a
            // later fsync may falsely succeed. Carried into the database they are written anew.
            try connection.checkpoint(truncating: true)
            lock.settle()
        }
        insertEvent = try connection.prepare(
            "INSERT INTO events VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15)")
        versionOfStream = try connection.prepare(
            "SELECT version FROM events WHERE stream = ?1 ORDER BY version DESC LIMIT 1")
        findCommand = try connection.prepare(
            "SELECT body, outcome FROM commands WHERE person = ?1 AND command_id = ?2")
        insertCommand = try connection.prepare("INSERT INTO commands VALUES (?1,?2,?3,?4)")
    }

    deinit { close() }

    func close() {
        // SQLite checkpoints when the last connection closes: after an error another one, which
        // can never checkpoint, sees to it that it is not the last.
        let witness = lock.isInDoubt ? try? Connection(path: path, access: .reading) : nil
        _ = try? witness?.integer(LogHead.lastPosition)
        // The connection before the lock: only the holder checkpoints.
        connection.close()
        witness?.close()
        lock.release()
    }

    /// After an error that leaves the file in doubt: nothing more is written, and the next writer
    /// is told.
    func doubt() {
        rollback()
        lock.doubt()
    }

    /// As measured: FULL, since from batch 100 on it is as fast as NORMAL; checkpoints by
    /// hand, since the automatic ones swallow a failed fsync; 64 MiB of cache.
    static func configure(_ connection: Connection) throws(EventLogError) {
        try connection.execute(
            """
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            PRAGMA fullfsync = ON;
            PRAGMA checkpoint_fullfsync = ON;
            PRAGMA wal_autocheckpoint = 0;
            PRAGMA cache_size = -65536;
            PRAGMA temp_store = MEMORY;
            PRAGMA trusted_schema = OFF;
            """)
        connection.watchWriteAheadLog()
    }

    /// Writes the file anew without what was deleted. In files rather than in memory: a board may be
    /// larger than that.
    func rewrite() throws(EventLogError) {
        try connection.execute("PRAGMA temp_store = FILE")
        defer { try? connection.execute("PRAGMA temp_store = MEMORY") }
        try connection.execute("VACUUM")
    }

    func begin() throws(EventLogError) -> LogHead {
        try connection.execute("BEGIN IMMEDIATE")
        do {
            return try LogHead(reading: connection, board: board)
        } catch {
            rollback()
            throw error
        }
    }

    /// Takes back the whole transaction, if SQLite has not done so by itself.
    func rollback() {
        try? connection.execute("ROLLBACK")
        versions = [:]
    }

    /// What a request changes, the quick way: nothing of it can be taken back alone.
    ///
    /// - Returns: nil where it failed after it had begun to write; then the whole transaction has to
    ///   be taken back and gone through again with `performGuarded`.
    /// - Throws: what was found before anything was written.
    func perform(
        _ request: AppendRequest, head: inout LogHead, vocabulary: EventVocabulary
    ) throws(EventLogError) -> AppendReceipt? {
        let admission: Admission
        do {
            admission = try admit(request, after: head, vocabulary: vocabulary)
        } catch {
            // What looks like a conflict may be a repetition.
            if let receipt = try repetition(of: request, head: head) { return receipt }
            throw error
        }
        let outcome = admission.outcome(of: request)
        do { try write(request, admission, outcome) } catch { return nil }
        return finish(admission, outcome, &head)
    }

    /// What a request changes; after a throw nothing of it is left, unless the transaction is gone.
    func performGuarded(
        _ request: AppendRequest, head: inout LogHead, vocabulary: EventVocabulary
    ) throws(EventLogError) -> AppendReceipt {
        if let receipt = try repetition(of: request, head: head) { return receipt }
        let admission = try admit(request, after: head, vocabulary: vocabulary)
        let outcome = admission.outcome(of: request)
        // Refusals so far wrote nothing; from here on a failure takes its own writes back.
        try connection.statement("SAVEPOINT command").run()
        do {
            try write(request, admission, outcome)
            try connection.statement("RELEASE command").run()
        } catch {
            if !connection.isOutsideTransaction {
                try connection.execute("ROLLBACK TO command; RELEASE command")
            }
            throw error
        }
        return finish(admission, outcome, &head)
    }

    private func repetition(
        of request: AppendRequest, head: LogHead
    ) throws(EventLogError) -> AppendReceipt? {
        guard let known = try stored(person: request.person, commandID: request.commandID) else {
            return nil
        }
        guard known.body == request.body else {
            throw .commandReused(commandID: request.commandID)
        }
        return AppendReceipt(
            outcome: known.outcome, positions: nil, head: head.hash, versions: [:], repeated: true)
    }

    private func admit(
        _ request: AppendRequest, after head: LogHead, vocabulary: EventVocabulary
    ) throws(EventLogError) -> Admission {
        try Admission(request, after: head, vocabulary: vocabulary, fields: &fields) {
            (stream) throws(EventLogError) in try version(of: stream)
        }
    }

    private func finish(
        _ admission: Admission, _ outcome: String, _ head: inout LogHead
    ) -> AppendReceipt {
        // Nobody else writes while the session lasts.
        if versions.count > 10_000 { versions = [:] }
        versions.merge(admission.versions) { $1 }
        head = admission.head
        return admission.receipt(outcome: outcome)
    }

    private func write(
        _ request: AppendRequest, _ admission: Admission, _ outcome: String
    ) throws(EventLogError) {
        for (draft, row) in zip(request.events, admission.rows) {
            try insert(row, schema: draft.schema)
        }
        try insertCommand(of: request, outcome)
        try erase(request.keyErasures)
        for key in request.keyDeposits { try deposit(key) }
        try erase(persons: request.personErasures)
        for key in request.personKeys { try deposit(key) }
        if !request.projections.isEmpty { try replace(request.projections) }
    }

    /// The very bytes that were hashed.
    private func insert(_ row: Admission.Row, schema: Int) throws(EventLogError) {
        var place = row.frame
        for column in EventRow.hashedColumns {
            let field = fields.field(at: &place)
            switch column {
            case 0: insertEvent.bind(1, row.position)
            case 2: insertEvent.bind(3, Int64(row.version))
            case 4: insertEvent.bind(5, Int64(schema))
            case 11: insertEvent.bind(12, row.causation)
            default: insertEvent.bind(column + 1, standing: field)
            }
        }
        insertEvent.bind(15, row.hash)
        try insertEvent.run()
    }

    private func insertCommand(
        of request: AppendRequest, _ outcome: String
    ) throws(EventLogError) {
        fields.removeAll()
        fields.append(request.person)
        fields.append(request.commandID)
        fields.append(outcome)
        var place = 0
        insertCommand.bind(1, standing: fields.field(at: &place))
        insertCommand.bind(2, standing: fields.field(at: &place))
        insertCommand.bind(3, request.body)
        insertCommand.bind(4, standing: fields.field(at: &place))
        try insertCommand.run()
    }

    private func version(of stream: String) throws(EventLogError) -> Int {
        if let known = versions[stream] { return known }
        versionOfStream.bind(1, stream)
        defer { versionOfStream.reset() }
        return try versionOfStream.step() ? Int(versionOfStream.integer(0)) : 0
    }

    private func stored(
        person: String, commandID: String
    ) throws(EventLogError) -> StoredOutcome? {
        findCommand.bind(1, person)
        findCommand.bind(2, commandID)
        defer { findCommand.reset() }
        guard try findCommand.step() else { return nil }
        return try StoredOutcome(findCommand)
    }
}
