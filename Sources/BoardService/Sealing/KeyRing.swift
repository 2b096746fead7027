package import BoardDomain

/// The openers' key files, one a person, in a folder beside the database.
///
/// A file's secret opens only under its person's passphrase; its public key is what a publication
/// names (C9).
package struct KeyRing: Sendable {
    private let folder: String

    package init(besideDatabase path: String) { folder = path + ".keys" }

    package func path(of person: PersonID) -> String { "\(folder)/\(person).json" }

    /// The path of the recovery key, which policy keeps offline.
    package var recoveryPath: String { "\(folder)/recovery.json" }

    /// Makes a person's key. Throws `KeyFileFault`, also where there is one already.
    package func create(
        for person: PersonID, passphrase: String, cost: PassphraseCost = .moderate,
        random: RandomSource = .system
    ) throws -> ProtectedKeyFile {
        try OpenFile.makeFolder(folder)
        return try ProtectedKeyFile.create(
            at: path(of: person), kind: .opener, passphrase: passphrase, cost: cost, random: random)
    }

    /// Makes the recovery key.
    package func createRecovery(
        passphrase: String, cost: PassphraseCost = .moderate, random: RandomSource = .system
    ) throws -> ProtectedKeyFile {
        try OpenFile.makeFolder(folder)
        return try ProtectedKeyFile.create(
            at: recoveryPath, kind: .recovery, passphrase: passphrase, cost: cost, random: random)
    }

    /// A person's key file. Throws `KeyFileFault`.
    package func file(of person: PersonID) throws -> ProtectedKeyFile {
        try ProtectedKeyFile(at: path(of: person))
    }

    package func publicKey(of person: PersonID) throws -> SealingPublicKey {
        try file(of: person).publicKey
    }
}
