import BoardDomain
import BoardResources
import BoardService

/// Commands around the sealed bids whose fields no one can type: they are made from a content, or
/// from an opener's key and passphrase.
struct OpeningDesk {
    let session: Session
    let board: LocalBoard
    let person: PersonID
    let passphraseFile: String?

    /// The fields of such a command; nil for every other, and where they were given as they are.
    func fields(
        for command: String, subject: ObjectReference, challenge: String, content: String?,
        attachments: [String], given: Record, isDryRun: Bool
    ) async throws -> Record? {
        let ring = KeyRing(besideDatabase: session.database)
        let desk = SealingDesk(board: board, ring: ring)
        switch command {
        case "seal" where subject.machine == .bid:
            guard let content else {
                guard given.isEmpty else { return nil }
                throw Complaint(.usage, session.text("cli.do.content.missing"))
            }
            return try await seal(
                content, attachments, bid: subject.id, challenge, with: desk, isDryRun: isDryRun)
        case "attend-opening" where given.isEmpty:
            return try await desk.handOver(challenge, as: person, passphrase: try passphrase())
        case "open-bids" where given.isEmpty:
            return try await desk.open(challenge, as: person, passphrase: try passphrase())
        case "open-with-recovery" where given[name: "revealed"] == nil:
            return given.merging(
                try await desk.openWithRecovery(
                    challenge, keyFile: ring.recoveryPath, passphrase: try passphrase()))
        default:
            guard content == nil else {
                throw Complaint(.usage, session.text("cli.do.content.unused", ["command": command]))
            }
            return nil
        }
    }

    private func passphrase() throws -> String {
        try Passphrase(file: passphraseFile, session).read()
    }

    private func seal(
        _ path: String, _ attachments: [String], bid: String, _ challenge: String,
        with desk: SealingDesk, isDryRun: Bool
    ) async throws -> Record {
        let content: BidContent
        do {
            content = try BidContent(json: JSONReader.read(LocalFile.read(path)))
        } catch let fault as BidContentFault {
            throw Complaint(fault, path: path, session.texts)
        }
        let documents = try attachments.map { path in
            let name = path.split(separator: "/").last.map(String.init) ?? path
            guard let shown = DocumentName(name) else {
                throw Complaint(.usage, session.text("error.documentName", ["given": name]))
            }
            return BidSealer.Document(name: shown, bytes: try LocalFile.read(path))
        }
        let sealing = try await desk.seal(
            content, attachments: documents, for: bid, of: challenge)
        guard !isDryRun else { return sealing.fields }
        let store = DocumentStore(besideDatabase: session.database)
        for (_, bytes) in sealing.attachments { _ = try store.store(bytes) }
        return sealing.fields
    }
}
