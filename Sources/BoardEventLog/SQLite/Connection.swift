import GRDBSQLite

/// One SQLite connection, used from one executor at a time.
///
/// The raw interface rather than GRDB's: the log prepares a dozen statements once and lives in
/// their inner loops (measured: Swift calling sqlite3 directly reaches 0.96 of C at batch 100).
final class Connection {
    enum Access { case reading, writing }

    /// Milliseconds to wait for somebody else.
    private static let patience: Int32 = 5000

    private let handle: OpaquePointer
    private struct Kept {
        let statement: Statement
        /// When it was last asked for, in questions asked.
        var asked: Int
    }
    private var statements: [String: Kept] = [:]
    private var asked = 0
    /// More than the log has texts of its own: what a search asks for has as many as there are lists,
    /// each of any length.
    static let keeping = 128
    /// Those of the hot paths, a fixed number each.
    private var prepared: [Statement] = []
    private var isOpen = true
    /// Pages in the write-ahead log after the last commit; in the heap for SQLite's hook.
    private let walPages = UnsafeMutablePointer<Int32>.allocate(capacity: 1)

    /// Never creates the file.
    init(path: String, access: Access) throws(EventLogError) {
        var opened: OpaquePointer?
        // A read-only connection can never checkpoint, not even on closing: that takes an
        // exclusive lock on the database file, which its descriptor does not allow. So
        // SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, variadic and out of Swift's reach, is not needed.
        let flags =
            (access == .reading ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE)
            | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        let code = sqlite3_open_v2(path, &opened, flags, nil)
        guard code == SQLITE_OK, let opened else {
            let error = Self.error(opened, code: code)
            sqlite3_close_v2(opened)
            throw error
        }
        handle = opened
        walPages.initialize(to: 0)
        sqlite3_busy_timeout(opened, Self.patience)
    }

    deinit {
        close()
        walPages.deallocate()
    }

    func close() {
        guard isOpen else { return }
        isOpen = false
        // All must be finalised before the file can be let go of.
        for statement in prepared + statements.values.map(\.statement) { statement.finalise() }
        (prepared, statements) = ([], [:])
        sqlite3_close_v2(handle)
    }

    /// Runs one or more statements that give no rows.
    func execute(_ sql: String) throws(EventLogError) {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw Self.error(handle, code: code) }
    }

    /// Prepared once per text, while it is among the last that were asked for; reset before it is handed
    /// out.
    func statement(_ sql: String) throws(EventLogError) -> Statement {
        asked += 1
        if let statement = statements[sql]?.statement {
            statements[sql]?.asked = asked
            statement.reset()
            return statement
        }
        let statement = try made(sql)
        // Whoever still reads from the oldest keeps it until he has done.
        if statements.count >= Self.keeping,
            let oldest = statements.min(by: { $0.value.asked < $1.value.asked })
        {
            statements[oldest.key] = nil
        }
        statements[sql] = Kept(statement: statement, asked: asked)
        return statement
    }

    /// For the hot paths, which keep the statement themselves.
    func prepare(_ sql: String) throws(EventLogError) -> Statement {
        let statement = try made(sql)
        prepared.append(statement)
        return statement
    }

    /// How many statements SQLite has for this connection.
    var statementCount: Int {
        var (count, last) = (0, sqlite3_next_stmt(handle, nil))
        while let statement = last {
            count += 1
            last = sqlite3_next_stmt(handle, statement)
        }
        return count
    }

    private func made(_ sql: String) throws(EventLogError) -> Statement {
        var made: OpaquePointer?
        let code = sqlite3_prepare_v3(
            handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &made, nil)
        guard code == SQLITE_OK, let made else { throw Self.error(handle, code: code) }
        return Statement(made, connection: handle)
    }

    /// The first column of the first row; nil where there is none.
    func integer(_ sql: String) throws(EventLogError) -> Int64? {
        let statement = try statement(sql)
        defer { statement.reset() }
        return try statement.step() ? statement.integer(0) : nil
    }

    /// Whether SQLite has undone the open transaction by itself, as it does when the disk is full.
    var isOutsideTransaction: Bool { sqlite3_get_autocommit(handle) != 0 }

    /// Counts the pages of the write-ahead log instead of SQLite's automatic checkpoints, which
    /// swallow a failed fsync.
    func watchWriteAheadLog() {
        sqlite3_wal_hook(
            handle,
            { context, _, _, pages in
                context?.assumingMemoryBound(to: Int32.self).pointee = pages
                return SQLITE_OK
            }, walPages)
    }

    var writeAheadPages: Int32 { walPages.pointee }

    /// - Parameters:
    ///   - truncating: also empties the file, so that nothing erased stays in it.
    ///   - patience: milliseconds to wait for readers.
    /// - Returns: false where a reader stands on an older page: the next checkpoint goes further.
    @discardableResult
    func checkpoint(
        truncating: Bool, patience: Int32 = Connection.patience
    ) throws(EventLogError) -> Bool {
        sqlite3_busy_timeout(handle, patience)
        defer { sqlite3_busy_timeout(handle, Self.patience) }
        let mode = truncating ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE
        let code = sqlite3_wal_checkpoint_v2(handle, nil, mode, nil, nil)
        if code & 0xFF == SQLITE_BUSY { return false }
        guard code == SQLITE_OK else { throw Self.error(handle, code: code) }
        return true
    }

    static func isConstraint(_ code: Int32) -> Bool { code & 0xFF == SQLITE_CONSTRAINT }

    static func error(_ handle: OpaquePointer?, code: Int32) -> EventLogError {
        let text = handle.map { sqlite3_errmsg($0) } ?? sqlite3_errstr(code)
        return .storage(code: code, message: text.map { String(cString: $0) } ?? "")
    }
}
