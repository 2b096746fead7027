import BoardDomain
import BoardEventLog
import CSodium
import GRDBSQLite

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The same work in C calls alone: the same file, pragmas, statements and hashing, no protection
/// against anything, every buffer made before.
final class RawLog {
    struct Failure: Error { let message: String }

    private let handle: OpaquePointer
    private var insertEvent: OpaquePointer!
    private var insertCommand: OpaquePointer!
    private var head: (position: Int64, hash: [UInt8])
    private let frame = UnsafeMutableRawPointer.allocate(byteCount: 4096, alignment: 1)
    private let pair = UnsafeMutablePointer<UInt8>.allocate(capacity: 64)
    private let digest = UnsafeMutablePointer<UInt8>.allocate(capacity: 32)
    /// What the columns hold that is the same in every row.
    private let start = strdup(Workload.start.text)!
    private let person = strdup(Workload.person)!
    private let payload = strdup(Workload.payload)!
    private let outcome = strdup(Workload.outcome)!

    init(path: String, board: String) throws {
        var opened: OpaquePointer?
        guard sqlite3_open_v2(path, &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil) == 0,
            let opened
        else { throw Failure(message: "open") }
        handle = opened
        head = (0, Chain.genesis(board: board).bytes)
        try execute(
            """
            PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0;
            PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY
            """)
        insertEvent = try prepare(
            "INSERT INTO events VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15)")
        insertCommand = try prepare("INSERT INTO commands VALUES (?1,?2,?3,?4)")
    }

    deinit {
        sqlite3_finalize(insertEvent)
        sqlite3_finalize(insertCommand)
        sqlite3_close_v2(handle)
        for pointer in [start, person, payload, outcome] { free(pointer) }
        frame.deallocate()
        pair.deallocate()
        digest.deallocate()
    }

    func execute(_ sql: String) throws {
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else {
            throw Failure(message: String(cString: sqlite3_errmsg(handle)))
        }
    }

    private func prepare(_ sql: String) throws -> OpaquePointer {
        var made: OpaquePointer?
        guard
            sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &made, nil) == 0,
            let made
        else { throw Failure(message: String(cString: sqlite3_errmsg(handle))) }
        return made
    }

    /// The texts of a row that differ from row to row, made outside of what is measured.
    final class Texts {
        let stream, commandID, correlation: UnsafeMutablePointer<CChar>

        init(_ number: Int) {
            stream = strdup(Workload.stream(number))
            commandID = strdup(Workload.commandID(number))
            correlation = strdup(Workload.correlation(number))
        }

        deinit { for pointer in [stream, commandID, correlation] { free(pointer) } }
    }

    /// Appends one event with its command; the caller begins and commits.
    func append(_ number: Int, _ texts: Texts) throws {
        let position = head.position + 1
        let version = Int64(number % Workload.eventsPerStream + 1)
        var place = 0
        func field(_ text: UnsafePointer<CChar>) {
            let count = strlen(text)
            frame.storeBytes(
                of: UInt32(count).bigEndian, toByteOffset: place, as: UInt32.self)
            memcpy(frame + place + 4, text, count)
            place += 4 + count
        }
        func field(_ value: Int64) {
            withUnsafeTemporaryAllocation(of: CChar.self, capacity: 24) { buffer in
                var rest = value
                var at = 23
                buffer[at] = 0
                repeat {
                    at -= 1
                    buffer[at] = CChar(48 + rest % 10)
                    rest /= 10
                } while rest > 0
                field(UnsafePointer(buffer.baseAddress! + at))
            }
        }
        field(position); field(texts.stream); field(version); field("ChallengeNoted"); field(1)
        field(start); field(start); field(person); field("91330624MA2XYZ0001")
        field(texts.commandID); field(texts.correlation); field(0); field("2026.1"); field(payload)
        chain(place)
        let event = insertEvent
        sqlite3_bind_int64(event, 1, position)
        sqlite3_bind_text(event, 2, texts.stream, -1, nil)
        sqlite3_bind_int64(event, 3, version)
        sqlite3_bind_text(event, 4, "ChallengeNoted", -1, Self.transient)
        sqlite3_bind_int64(event, 5, 1)
        sqlite3_bind_text(event, 6, start, -1, nil)
        sqlite3_bind_text(event, 7, start, -1, nil)
        sqlite3_bind_text(event, 8, person, -1, nil)
        sqlite3_bind_text(event, 9, "91330624MA2XYZ0001", -1, Self.transient)
        sqlite3_bind_text(event, 10, texts.commandID, -1, nil)
        sqlite3_bind_text(event, 11, texts.correlation, -1, nil)
        sqlite3_bind_int64(event, 12, 0)
        sqlite3_bind_text(event, 13, "2026.1", -1, Self.transient)
        sqlite3_bind_text(event, 14, payload, -1, nil)
        sqlite3_bind_blob(event, 15, head.hash, 32, Self.transient)
        try run(event)
        sqlite3_bind_text(insertCommand, 1, person, -1, nil)
        sqlite3_bind_text(insertCommand, 2, texts.commandID, -1, nil)
        sqlite3_bind_blob(insertCommand, 3, Workload.body.bytes, 32, Self.transient)
        sqlite3_bind_text(insertCommand, 4, outcome, -1, nil)
        try run(insertCommand)
        head.position = position
    }

    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    private func run(_ statement: OpaquePointer?) throws {
        guard sqlite3_step(statement) == SQLITE_DONE else {
            throw Failure(message: String(cString: sqlite3_errmsg(handle)))
        }
        sqlite3_reset(statement)
    }

    /// The next hash from the framed bytes.
    private func chain(_ count: Int) {
        crypto_hash_sha256(
            digest, frame.assumingMemoryBound(to: UInt8.self), UInt64(count))
        head.hash.withUnsafeMutableBufferPointer { hash in
            memcpy(pair, hash.baseAddress!, 32)
            memcpy(pair + 32, digest, 32)
            crypto_hash_sha256(hash.baseAddress!, pair, 64)
        }
    }

    /// Reads every row and holds each hash against the one before; the number of rows.
    func replay() throws -> Int {
        let statement = try prepare(
            """
            SELECT position, stream, version, type, schema, occurred_at, recorded_at, actor,
              on_behalf_of, command_id, correlation, causation, policy, payload, hash
            FROM events ORDER BY position
            """)
        defer { sqlite3_finalize(statement) }
        var count = 0
        while sqlite3_step(statement) == SQLITE_ROW {
            count += 1
            var place = 0
            for column in Int32(0)..<14 {
                let text = sqlite3_column_text(statement, column)
                let length = Int(sqlite3_column_bytes(statement, column))
                frame.storeBytes(
                    of: UInt32(length).bigEndian, toByteOffset: place, as: UInt32.self)
                if let text { memcpy(frame + place + 4, text, length) }
                place += 4 + length
            }
            chain(place)
            guard memcmp(head.hash, sqlite3_column_blob(statement, 14), 32) == 0 else {
                throw Failure(message: "hash of \(count)")
            }
        }
        return count
    }

    /// Takes the columns of a stream's rows, each text copied out; the bytes of all.
    func load(stream name: String, with statement: OpaquePointer) -> Int {
        sqlite3_bind_text(statement, 1, name, -1, Self.transient)
        var total = 0
        while sqlite3_step(statement) == SQLITE_ROW {
            for column in Int32(0)..<15 {
                switch column {
                case 0, 2, 4, 11: total &+= Int(sqlite3_column_int64(statement, column))
                case 14:
                    memcpy(frame, sqlite3_column_blob(statement, column), 32)
                default:
                    guard let text = sqlite3_column_text(statement, column) else { continue }
                    let length = Int(sqlite3_column_bytes(statement, column))
                    // Kept by whoever reads a row, and freed again.
                    let copy = malloc(length + 1)!
                    memcpy(copy, text, length)
                    total &+= length
                    free(copy)
                }
            }
        }
        sqlite3_reset(statement)
        return total
    }

    func finish(_ statement: OpaquePointer) { sqlite3_finalize(statement) }

    func streamStatement() throws -> OpaquePointer {
        try prepare(
            """
            SELECT position, stream, version, type, schema, occurred_at, recorded_at, actor,
              on_behalf_of, command_id, correlation, causation, policy, payload, hash
            FROM events WHERE stream = ?1 AND version > 0 ORDER BY version
            """)
    }
}
