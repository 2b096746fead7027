/// What is encrypted as a bid: nonce, content, padding to whole kilobytes. Without the padding the
/// ciphertext's length would tell how many digits the amount has.
enum BidEnvelope {
    static let nonceBytes = 32
    private static let block = 1024

    static func pack(nonce: [UInt8], content: [UInt8]) -> [UInt8] {
        var bytes = nonce + content + [0x80]
        let rest = bytes.count % block
        if rest > 0 { bytes += [UInt8](repeating: 0, count: block - rest) }
        return bytes
    }

    /// Nil where the bytes were not packed like this.
    static func unpack(_ bytes: [UInt8]) -> (nonce: [UInt8], content: [UInt8])? {
        guard let end = bytes.lastIndex(where: { $0 != 0 }), bytes[end] == 0x80,
            end >= nonceBytes
        else { return nil }
        return (Array(bytes[..<nonceBytes]), Array(bytes[nonceBytes..<end]))
    }
}
