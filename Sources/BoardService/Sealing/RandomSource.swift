package import BoardDomain
import Synchronization

/// Where keys and nonces are drawn from: the system, or a seed for samples that never change.
package struct RandomSource: Sendable {
    private let draw: @Sendable (Int) -> [UInt8]

    /// The system's generator: the only one a live board uses.
    package static let system = RandomSource { Sodium.random($0) }

    /// ChaCha20 under the digest of a seed and a running number: the same draws in the same order.
    package static func seeded(_ seed: Digest) -> RandomSource {
        let sequence = Sequence()
        return RandomSource { count in
            var fields = Framing()
            fields.append(seed.bytes)
            fields.append(sequence.next())
            return Sodium.stream(seed: Sodium.digest(fields), count: count)
        }
    }

    package func bytes(_ count: Int) -> [UInt8] { draw(count) }

    private final class Sequence: Sendable {
        private let number = Mutex(0)

        func next() -> Int {
            number.withLock {
                $0 += 1
                return $0
            }
        }
    }
}
