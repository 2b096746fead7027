import BoardDomain

/// An opener's or the recovery key in a file of its owner (0600): its secret is encrypted under a
/// key that argon2id makes of a passphrase, so that file and root together read nothing.
package struct ProtectedKeyFile: Hashable, Sendable {
    package enum Kind: String, Sendable { case opener, recovery }

    /// Characters.
    package static let shortestPassphrase = 10
    private static let format = "jiebang-sealing-key/1"
    private static let sizeLimit = 4096

    package let path: String
    package let kind: Kind
    package let publicKey: SealingPublicKey
    private let cost: PassphraseCost
    private let salt: [UInt8]
    private let box: [UInt8]

    /// Draws a key pair and writes it; refuses a short passphrase and a path that is taken.
    package static func create(
        at path: String, kind: Kind, passphrase: String, cost: PassphraseCost = .moderate,
        random: RandomSource = .system
    ) throws(KeyFileFault) -> ProtectedKeyFile {
        let file = try ProtectedKeyFile(
            path: path, kind: kind, keys: SealingKeyPair(random: random), passphrase: passphrase,
            cost: cost, random: random)
        do {
            let written = try OpenFile(creating: path)
            try written.append(file.json.canonical)
            try written.sync()
            try OpenFile.syncFolder(of: path)
        } catch { throw .file(error) }
        return file
    }

    /// Reads the file without its secret.
    package init(at path: String) throws(KeyFileFault) {
        var bytes: [UInt8] = []
        do {
            let file = try OpenFile(reading: path)
            while bytes.count <= Self.sizeLimit {
                let chunk = try file.next()
                if chunk.isEmpty { break }
                bytes += chunk
            }
        } catch { throw .file(error) }
        guard bytes.count <= Self.sizeLimit, let json = try? JSONReader.read(bytes),
            json["format"]?.string == Self.format,
            let kind = json["kind"]?.string.flatMap(Kind.init),
            let publicKey = json["publicKey"]?.string.flatMap(SealingPublicKey.init(text:)),
            json["keyId"]?.string == publicKey.id.text,
            let operations = json["operations"]?.integer,
            let memoryBytes = json["memoryBytes"]?.integer,
            let cost = PassphraseCost(operations: operations, memoryBytes: memoryBytes),
            let salt = json["salt"]?.string.flatMap(Hexadecimal.bytes), salt.count == 16,
            let box = json["secret"]?.string.flatMap(Hexadecimal.bytes)
        else { throw .unreadable }
        self.path = path
        self.kind = kind
        self.publicKey = publicKey
        self.cost = cost
        self.salt = salt
        self.box = box
    }

    /// The key pair, for as long as the caller keeps it.
    package func unlock(_ passphrase: String) throws(KeyFileFault) -> SealingKeyPair {
        let key = try Self.key(passphrase, salt: salt, cost: cost)
        guard var plain = Sodium.decrypt(box, binding: binding, key: key), plain.count == 32 else {
            throw .wrongPassphrase
        }
        return SealingKeyPair(secret: SecretBytes(taking: &plain))
    }

    /// Writes the same key under another passphrase, in place of the file, in one step.
    package func changePassphrase(
        from old: String, to new: String, cost: PassphraseCost = .moderate,
        random: RandomSource = .system
    ) throws(KeyFileFault) -> ProtectedKeyFile {
        let changed = try ProtectedKeyFile(
            path: path, kind: kind, keys: try unlock(old), passphrase: new, cost: cost,
            random: random)
        let draft = path + "." + Hexadecimal.text(Sodium.random(8))
        do {
            do {
                let written = try OpenFile(creating: draft)
                try written.append(changed.json.canonical)
                try written.sync()
            }
            try OpenFile.rename(draft, to: path)
        } catch {
            OpenFile.remove(draft)
            throw .file(error)
        }
        return changed
    }

    private init(
        path: String, kind: Kind, keys: SealingKeyPair, passphrase: String, cost: PassphraseCost,
        random: RandomSource
    ) throws(KeyFileFault) {
        guard passphrase.count >= Self.shortestPassphrase else {
            throw .passphraseTooShort(minimum: Self.shortestPassphrase)
        }
        let salt = random.bytes(16)
        let key = try Self.key(passphrase, salt: salt, cost: cost)
        var plain = Array(UnsafeBufferPointer(start: keys.secret.pointer, count: 32))
        defer { Sodium.wipe(&plain) }
        let binding = Self.binding(
            kind: kind, publicKey: keys.publicKey, cost: cost, salt: salt)
        self.path = path
        self.kind = kind
        publicKey = keys.publicKey
        self.cost = cost
        self.salt = salt
        box = Sodium.encrypt(
            plain, binding: binding, nonce: random.bytes(Sodium.nonceBytes), key: key)
    }

    private static func key(
        _ passphrase: String, salt: [UInt8], cost: PassphraseCost
    ) throws(KeyFileFault) -> SecretBytes {
        guard let key = Sodium.key(passphrase: passphrase, salt: salt, cost: cost) else {
            throw .notEnoughMemory(cost.memoryBytes)
        }
        return key
    }

    private var binding: [UInt8] {
        Self.binding(kind: kind, publicKey: publicKey, cost: cost, salt: salt)
    }

    /// Authenticated with the secret, so that no readable field of the file can be exchanged.
    private static func binding(
        kind: Kind, publicKey: SealingPublicKey, cost: PassphraseCost, salt: [UInt8]
    ) -> [UInt8] {
        var fields = Framing()
        fields.append(format)
        fields.append(kind.rawValue)
        fields.append(publicKey.bytes)
        fields.append(Int(cost.operations))
        fields.append(Int(cost.memoryBytes))
        fields.append(salt)
        return fields.bytes
    }

    private var json: JSON {
        [
            "format": .string(Self.format), "keyId": .string(publicKey.id.text),
            "kind": .string(kind.rawValue), "memoryBytes": .integer(cost.memoryBytes),
            "operations": .integer(cost.operations), "publicKey": .string(publicKey.text),
            "salt": .string(Hexadecimal.text(salt)), "secret": .string(Hexadecimal.text(box)),
        ]
    }
}
