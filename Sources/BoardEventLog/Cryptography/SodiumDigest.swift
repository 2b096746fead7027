package import BoardDomain
import CSodium

/// SHA-256 from libsodium.
package enum SodiumDigest {
    /// The digest function that the domain takes with its context.
    package static let function = DigestFunction { bytes in
        bytes.withUnsafeBytes { sha256($0) }
    }

    package static func sha256(_ bytes: [UInt8]) -> Digest { bytes.withUnsafeBytes { sha256($0) } }

    package static func sha256(_ bytes: UnsafeRawBufferPointer) -> Digest {
        let out = [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
            _ = crypto_hash_sha256(
                buffer.baseAddress!, bytes.assumingMemoryBound(to: UInt8.self).baseAddress,
                UInt64(bytes.count))
            count = 32
        }
        // 32 bytes by construction.
        return Digest(bytes: out)!
    }
}
