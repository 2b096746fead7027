/// The framed fields of one row, in memory that is used again for the next row: at a million rows
/// the allocation would cost more than the framing.
struct FieldBuffer {
    private(set) var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(1024) }

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    mutating func append(_ field: UnsafeRawBufferPointer) {
        let count = UInt32(field.count)
        bytes.append(UInt8(truncatingIfNeeded: count >> 24))
        bytes.append(UInt8(truncatingIfNeeded: count >> 16))
        bytes.append(UInt8(truncatingIfNeeded: count >> 8))
        bytes.append(UInt8(truncatingIfNeeded: count))
        bytes.append(contentsOf: field)
    }

    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
    }

    mutating func append(_ number: Int64) { append(String(number)) }
}
