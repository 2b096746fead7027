import BoardDomain
import BoardEventLog

/// Encrypts how a person is reached under a key of that person (XChaCha20-Poly1305), bound to the subject.
enum PersonCipher {
    private static let keyBytes = 32
    /// Padded to whole blocks: the length of a name and a number would tell something of them.
    private static let block = 64

    /// What an event holds and the key that goes with it, both drawn anew.
    static func seal(
        _ plain: JSON, of subject: String, random: RandomSource
    ) -> (text: ProtectedText, key: PersonKey) {
        let bytes = random.bytes(keyBytes)
        var drawn = bytes
        let key = SecretBytes(taking: &drawn)
        var padded = plain.canonical + [0x80]
        padded += [UInt8](repeating: 0, count: (block - padded.count % block) % block)
        let sealed = Sodium.encrypt(
            padded, binding: binding(of: subject), nonce: random.bytes(Sodium.nonceBytes), key: key)
        return (
            ProtectedText(.sealed(Hexadecimal.text(sealed)), of: subject),
            PersonKey(person: subject, key: bytes)
        )
    }

    /// Nil where the key is not the one that it was sealed under.
    static func open(_ sealed: String, of subject: String, key: [UInt8]) -> JSON? {
        var drawn = key
        guard let bytes = Hexadecimal.bytes(sealed),
            let padded = Sodium.decrypt(
                bytes, binding: binding(of: subject), key: SecretBytes(taking: &drawn)),
            let end = padded.lastIndex(where: { $0 != 0 }), padded[end] == 0x80
        else { return nil }
        return try? JSONReader.read(Array(padded[..<end]))
    }

    private static func binding(of subject: String) -> [UInt8] {
        var fields = Framing()
        fields.append("jiebang-contact/1")
        fields.append(subject)
        return fields.bytes
    }
}
