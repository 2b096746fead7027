package import BoardDomain
import Glibc

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

    /// Makes a person's key.
    ///
    /// - Throws: `BoardFault.keyExists` rather than overwrite; `KeyFileFault`.
    package func create(
        for person: PersonID, passphrase: String, cost: PassphraseCost = .moderate,
        random: RandomSource = .system
    ) throws -> ProtectedKeyFile {
        try OpenFile.makeFolder(folder)
        do {
            return try ProtectedKeyFile.create(
                at: path(of: person), kind: .opener, passphrase: passphrase, cost: cost,
                random: random)
        } catch KeyFileFault.file(let fault) where fault.code == EEXIST {
            throw BoardFault.keyExists(person)
        }
    }

    /// Makes the recovery key.
    package func createRecovery(
        passphrase: String, cost: PassphraseCost = .moderate, random: RandomSource = .system
    ) throws -> ProtectedKeyFile {
        try OpenFile.makeFolder(folder)
        return try ProtectedKeyFile.create(
            at: recoveryPath, kind: .recovery, passphrase: passphrase, cost: cost, random: random)
    }

    /// A person's key file.
    ///
    /// - Throws: `BoardFault.keyMissing`, `KeyFileFault`.
    package func file(of person: PersonID) throws -> ProtectedKeyFile {
        do {
            return try ProtectedKeyFile(at: path(of: person))
        } catch KeyFileFault.file(let fault) where fault.code == ENOENT {
            throw BoardFault.keyMissing(person)
        }
    }

    /// Whether a person has a key file here.
    package func hasKey(of person: PersonID) -> Bool { OpenFile.isThere(path(of: person)) }

    /// Who is to open the bids of a case where nobody says otherwise, of those who have a key: its own
    /// officer, and a supervisor where there is only one (C9).
    package func likelyOpeners(
        of stream: BoardDomain.Stream, in directory: Directory, at instant: Instant
    ) -> [PersonID] {
        let officer = (stream.aggregate as? Case)?.challenge.assignee
        let supervisors = directory.holders(of: .supervisor, at: instant).filter(hasKey(of:))
        return [officer].compactMap(\.self).filter(hasKey(of:))
            + (supervisors.count == 1 ? supervisors : [])
    }

    package func publicKey(of person: PersonID) throws -> SealingPublicKey {
        try file(of: person).publicKey
    }
}
