/// What one try of a passphrase costs: argon2id passes over so much memory.
package struct PassphraseCost: Hashable, Sendable {
    package let operations: Int64
    /// Bytes.
    package let memoryBytes: Int64

    /// Nil outside what libsodium computes and this board is willing to spend: a key file that
    /// asks for more is an attack on the machine that opens it.
    package init?(operations: Int64, memoryBytes: Int64) {
        guard (1...16).contains(operations), (8192...1_073_741_824).contains(memoryBytes) else {
            return nil
        }
        self.operations = operations
        self.memoryBytes = memoryBytes
    }

    private init(fixedOperations: Int64, memoryBytes: Int64) {
        operations = fixedOperations
        self.memoryBytes = memoryBytes
    }

    /// libsodium's moderate limits: three passes over 256 MiB, measured at 0.95 s on one core.
    package static let moderate = PassphraseCost(
        fixedOperations: 3, memoryBytes: 268_435_456)
}
