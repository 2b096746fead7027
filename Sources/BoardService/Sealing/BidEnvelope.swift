/// What is encrypted as a bid: nonce, content, how to reach whom it names, padding to whole kilobytes.
/// Without the padding the ciphertext's length would tell how many digits the amount has.
enum BidEnvelope {
    static let nonceBytes = 32
    private static let block = 1024

    /// Canonical JSON escapes every line feed inside, so that one stands between the two.
    private static let separator: UInt8 = 0x0A

    static func pack(nonce: [UInt8], content: [UInt8], reach: [UInt8]) -> [UInt8] {
        var bytes = nonce + content + [separator] + reach + [0x80]
        let rest = bytes.count % block
        if rest > 0 { bytes += [UInt8](repeating: 0, count: block - rest) }
        return bytes
    }

    /// Nil where the bytes were not packed like this. Bids that were sealed before contacts had keys of
    /// their own have no reach beside the content.
    static func unpack(
        _ bytes: [UInt8]
    ) -> (nonce: [UInt8], content: [UInt8], reach: [UInt8]?)? {
        guard let end = bytes.lastIndex(where: { $0 != 0 }), bytes[end] == 0x80,
            end >= nonceBytes
        else { return nil }
        let text = bytes[nonceBytes..<end]
        let nonce = Array(bytes[..<nonceBytes])
        guard let middle = text.firstIndex(of: separator) else { return (nonce, Array(text), nil) }
        return (nonce, Array(text[..<middle]), Array(text[(middle + 1)...]))
    }
}
