import BoardDomain

/// The file beside the database that holds the secret key, readable by its owner alone.
struct SigningKeyFile {
    let path: String

    init(database: String) { path = database + ".signing-key" }

    private static let heading = "jiebang-signing-key/1"

    /// - Throws: `signingKeyMissing`, `signingKeyInvalid`.
    func read() throws(EventLogError) -> SigningKey {
        guard let text = TextFile(path: path).read() else {
            throw .signingKeyMissing(path: path)
        }
        let lines = text.split(separator: "\n")
        guard lines.count == 2, lines[0] == Self.heading,
            let seed = Hexadecimal.bytes(String(lines[1])), let key = SigningKey(seed: seed)
        else { throw .signingKeyInvalid(path: path) }
        return key
    }

    /// The file holds the old key or the new one whole, whatever happens in between.
    func write(_ key: SigningKey) throws(EventLogError) {
        try TextFile(path: path).replace(
            with: "\(Self.heading)\n\(Hexadecimal.text(key.seed))\n")
    }
}
