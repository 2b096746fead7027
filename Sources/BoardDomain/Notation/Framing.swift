/// Byte strings that are hashed or signed, framed so that no two lists of fields give the same
/// bytes: each field is its length as four bytes, big-endian, then its bytes.
package struct Framing: Sendable {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package mutating func append(_ field: some Collection<UInt8>) {
        let count = UInt32(field.count)
        bytes.append(UInt8(truncatingIfNeeded: count >> 24))
        bytes.append(UInt8(truncatingIfNeeded: count >> 16))
        bytes.append(UInt8(truncatingIfNeeded: count >> 8))
        bytes.append(UInt8(truncatingIfNeeded: count))
        bytes.append(contentsOf: field)
    }

    package mutating func append(_ text: String) { append(text.utf8) }

    /// Integers are framed as decimal text.
    package mutating func append(_ number: Int) { append(String(number).utf8) }
}
