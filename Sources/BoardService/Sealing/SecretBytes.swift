import CSodium

/// Secret bytes in guarded memory that is wiped when the last reference goes.
final class SecretBytes: @unchecked Sendable {
    // No lock: the memory is written inside `init` and only read afterwards.
    private let memory: UnsafeMutablePointer<UInt8>
    let count: Int

    /// `fill` writes all the bytes; what it throws leaves nothing behind.
    init<Fault: Error>(
        count: Int, fill: (UnsafeMutablePointer<UInt8>) throws(Fault) -> Void
    ) throws(Fault) {
        Sodium.start()
        guard let memory = sodium_malloc(max(count, 1)) else {
            preconditionFailure("no memory for a secret of \(count) bytes")
        }
        self.memory = memory.assumingMemoryBound(to: UInt8.self)
        self.count = count
        try fill(self.memory)
    }

    /// Moves the bytes here and wipes them there.
    convenience init(taking bytes: inout [UInt8]) {
        self.init(count: bytes.count) { $0.update(from: bytes, count: bytes.count) }
        Sodium.wipe(&bytes)
    }

    deinit { sodium_free(memory) }

    var pointer: UnsafePointer<UInt8> { UnsafePointer(memory) }

    func combined(with other: SecretBytes) -> SecretBytes {
        precondition(count == other.count, "only secrets of one length are combined")
        return SecretBytes(count: count) { result in
            for index in 0..<count { result[index] = memory[index] ^ other.memory[index] }
        }
    }
}
