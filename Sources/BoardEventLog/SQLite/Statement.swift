import BoardDomain
import GRDBSQLite

/// A prepared statement; columns and parameters as SQLite counts them, from 0 and from 1.
final class Statement {
    /// Nil once finalised: every later use is then refused by SQLite itself.
    private var handle: OpaquePointer?
    private let connection: OpaquePointer

    /// SQLite copies the bytes before the call returns.
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    init(_ handle: OpaquePointer, connection: OpaquePointer) {
        self.handle = handle
        self.connection = connection
    }

    deinit { finalise() }

    func finalise() {
        sqlite3_finalize(handle)
        handle = nil
    }

    func bind(_ place: Int32, _ text: String) {
        var text = text
        text.withUTF8 { bytes in
            guard let start = bytes.baseAddress else {
                sqlite3_bind_text(handle, place, "", 0, Self.transient)
                return
            }
            start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                _ = sqlite3_bind_text(handle, place, $0, Int32(bytes.count), Self.transient)
            }
        }
    }

    /// Text that stays where it is until the statement has run: nothing is copied.
    func bind(_ place: Int32, standing text: UnsafeRawBufferPointer) {
        // An empty text has no address of its own; without one it would be NULL.
        guard let start = text.baseAddress, !text.isEmpty else {
            sqlite3_bind_text(handle, place, "", 0, Self.transient)
            return
        }
        sqlite3_bind_text(
            handle, place, start.assumingMemoryBound(to: CChar.self), Int32(text.count), nil)
    }

    /// Bytes that stay where they are until the statement has run; not empty.
    func bind(_ place: Int32, standingBytes bytes: UnsafeRawBufferPointer) {
        sqlite3_bind_blob(handle, place, bytes.baseAddress, Int32(bytes.count), nil)
    }

    func bind(_ place: Int32, _ value: Int64) { sqlite3_bind_int64(handle, place, value) }

    func bind(_ place: Int32, _ digest: Digest) {
        digest.withUnsafeBytes { bytes in
            _ = sqlite3_bind_blob(
                handle, place, bytes.baseAddress, Int32(bytes.count), Self.transient)
        }
    }

    func bind(_ place: Int32, _ bytes: [UInt8]) {
        if bytes.isEmpty {
            sqlite3_bind_zeroblob(handle, place, 0)
        } else {
            sqlite3_bind_blob(handle, place, bytes, Int32(bytes.count), Self.transient)
        }
    }

    /// A place that SQLite itself writes to; only a function that asks for this name is given it.
    func bind(_ place: Int32, _ pointer: UnsafeMutableRawPointer, named name: StaticString) {
        name.utf8Start.withMemoryRebound(to: CChar.self, capacity: name.utf8CodeUnitCount + 1) {
            _ = sqlite3_bind_pointer(handle, place, pointer, $0, nil)
        }
    }

    func bindNull(_ place: Int32) { sqlite3_bind_null(handle, place) }

    func bind(_ place: Int32, _ value: ProjectedValue) {
        switch value {
        case .null: bindNull(place)
        case .integer(let number): bind(place, number)
        case .text(let text): bind(place, text)
        case .bytes(let bytes): bind(place, bytes)
        }
    }

    /// Whether there is a row. After a failure the statement is reset.
    func step() throws(EventLogError) -> Bool {
        let code = sqlite3_step(handle)
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default:
            let error = Connection.error(connection, code: code)
            sqlite3_reset(handle)
            throw error
        }
    }

    /// Runs to the end and makes it ready to be bound again.
    func run() throws(EventLogError) {
        while try step() {}
        sqlite3_reset(handle)
    }

    /// Ends the read that the statement holds open; the bindings stay.
    func reset() { sqlite3_reset(handle) }

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

    func isInteger(_ column: Int32) -> Bool {
        sqlite3_column_type(handle, column) == SQLITE_INTEGER
    }

    func isBlob(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_BLOB }

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    func text(_ column: Int32) -> String {
        String(decoding: textBytes(column), as: UTF8.self)
    }

    /// Valid until the next step.
    func textBytes(_ column: Int32) -> UnsafeRawBufferPointer {
        let start = sqlite3_column_text(handle, column)
        return UnsafeRawBufferPointer(
            start: start, count: Int(sqlite3_column_bytes(handle, column)))
    }

    func bytes(_ column: Int32) -> [UInt8] { Array(blob(column)) }

    /// Nil unless there are 32 bytes.
    func digest(_ column: Int32) -> Digest? { Digest(copying: blob(column)) }

    /// Valid until the next step.
    private func blob(_ column: Int32) -> UnsafeRawBufferPointer {
        let start = sqlite3_column_blob(handle, column)
        return UnsafeRawBufferPointer(
            start: start, count: Int(sqlite3_column_bytes(handle, column)))
    }
}
