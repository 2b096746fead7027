import BoardDomain

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The framed fields of one row, in memory that is used again for the next row: at a million rows
/// the allocation would cost more than the framing.
struct FieldBuffer: ~Copyable {
    private var memory: UnsafeMutableRawPointer
    private var capacity: Int
    private(set) var count = 0

    init() {
        capacity = 2048
        memory = .allocate(byteCount: capacity, alignment: 1)
    }

    deinit { memory.deallocate() }

    mutating func removeAll() { count = 0 }

    /// Of all that was appended.
    var digest: Digest { SodiumDigest.sha256(bytes) }

    /// Of what was appended from a place on.
    func digest(from place: Int) -> Digest {
        SodiumDigest.sha256(UnsafeRawBufferPointer(rebasing: bytes[place...]))
    }

    /// The field at a place, which moves on to the next; valid until something is appended.
    func field(at place: inout Int) -> UnsafeRawBufferPointer {
        let length = Int(
            UInt32(bigEndian: memory.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
        defer { place += 4 + length }
        return UnsafeRawBufferPointer(start: memory + place + 4, count: length)
    }

    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: memory, count: count) }

    mutating func append(_ field: UnsafeRawBufferPointer) {
        reserve(4 + field.count)
        memory.storeBytes(
            of: UInt32(field.count).bigEndian, toByteOffset: count, as: UInt32.self)
        if let start = field.baseAddress { memcpy(memory + count + 4, start, field.count) }
        count += 4 + field.count
    }

    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
    }

    /// As decimal text.
    mutating func append(_ number: Int64) {
        withUnsafeTemporaryAllocation(byteCount: 20, alignment: 1) { digits in
            var (place, rest) = (20, number.magnitude)
            repeat {
                place -= 1
                digits[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            } while rest > 0
            if number < 0 {
                place -= 1
                digits[place] = UInt8(ascii: "-")
            }
            append(UnsafeRawBufferPointer(rebasing: digits[place...]))
        }
    }

    /// In the form of the rows, without a detour by a string.
    mutating func append(_ instant: Instant) {
        withUnsafeTemporaryAllocation(byteCount: InstantText.length, alignment: 1) { text in
            if InstantText.write(instant, into: text) {
                append(UnsafeRawBufferPointer(text))
            } else {
                append(instant.text)
            }
        }
    }

    private mutating func reserve(_ more: Int) {
        guard count + more > capacity else { return }
        capacity = max(capacity * 2, count + more)
        let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 1)
        memcpy(larger, memory, count)
        memory.deallocate()
        memory = larger
    }
}
