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
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Digest.count) { out in
            _ = crypto_hash_sha256(
                out.baseAddress!, bytes.assumingMemoryBound(to: UInt8.self).baseAddress,
                UInt64(bytes.count))
            // 32 bytes by construction.
            return Digest(copying: UnsafeRawBufferPointer(out))!
        }
    }
}
