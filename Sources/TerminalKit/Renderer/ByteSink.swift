/// The bytes of one frame. The memory stays from frame to frame.
struct ByteSink: ~Copyable {
    private var bytes: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0

    init() {
        capacity = 1 << 16
        bytes = .allocate(capacity: capacity)
    }

    deinit { bytes.deallocate() }

    /// Valid until something is written.
    var written: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: bytes, count: count) }

    /// Forgets what was written after `length` bytes.
    mutating func cut(to length: Int) { count = length }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        if count == capacity { grow() }
        bytes[count] = byte
        count += 1
    }

    mutating func append(_ text: StaticString) {
        let start = text.utf8Start
        for offset in 0..<text.utf8CodeUnitCount { append(start[offset]) }
    }

    mutating func append(_ more: [UInt8]) {
        for byte in more { append(byte) }
    }

    /// In decimal digits.
    mutating func append(decimal number: Int) {
        if number < 10 {
            append(UInt8(truncatingIfNeeded: 0x30 + number))
        } else {
            append(decimal: number / 10)
            append(UInt8(truncatingIfNeeded: 0x30 + number % 10))
        }
    }

    /// `ESC [ number letter`, without the number where it is 1, the default.
    mutating func append(control letter: UInt8, _ number: Int) {
        append(0x1B)
        append(0x5B)
        if number != 1 { append(decimal: number) }
        append(letter)
    }

    /// UTF-8 of a scalar, with U+FFFD for what no encoder lets out.
    @inline(__always)
    mutating func append(scalar given: UInt32) {
        if given >= 0x20 && given < 0x7F { return append(UInt8(truncatingIfNeeded: given)) }
        let scalar = ControlString.isForbidden(given) ? 0xFFFD : given
        if scalar < 0x800 {
            append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
        } else {
            if scalar < 0x10000 {
                append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
            } else {
                append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
                append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
            }
            append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
        }
        append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
        larger.update(from: bytes, count: count)
        bytes.deallocate()
        bytes = larger
        capacity *= 2
    }
}

/// Decimal digits of a number that is not negative.
@inline(__always)
func digits(_ number: Int) -> Int { number < 10 ? 1 : number < 100 ? 2 : number < 1000 ? 3 : 5 }
