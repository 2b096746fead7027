import BoardDomain
import BoardResources
import BoardService

/// Commands around the sealed bids whose fields no one can type: they are made from a content, from
/// an opener's key and passphrase, or from the openers' key files.
struct OpeningDesk {
    let session: Session
    let board: LocalBoard
    let person: PersonID
    let passphraseFile: String?
    let documents: DocumentIntake

    /// One command with the options that only these commands take.
    struct Errand {
        let command: String
        let subject: ObjectReference
        let stream: BoardDomain.Stream
        let options: [CommandOption]
        let challenge: String
        let content: String?
        let attachments: [String]
        let openers: [String]

        /// Whether somebody has signed already: the others sign the text that stands there.
        var isUnderWay: Bool {
            stream.aggregate.docket.steps.contains { step in
                step.subject == subject
                    && TransitionTable.standard.row(step.rule)?.command == command
            }
        }
    }

    private static let openings: Set<String> = [
        "attend-opening", "open-bids", "open-with-recovery", "hand-on-shares",
    ]

    /// Commands that name openers, whose public keys come out of their key files.
    private static let naming: Set<String> = ["publish", "hand-on-shares"]

    private var ring: KeyRing { KeyRing(besideDatabase: session.database) }

    /// The fields of such a command; nil for every other, and where they were given as they are.
    func fields(for errand: Errand, given: Record) async throws -> Record? {
        let desk = SealingDesk(board: board, ring: ring)
        let challenge = errand.challenge
        let isSeal = errand.command == "seal" && errand.subject.machine == .bid
        guard isSeal || errand.content == nil && errand.attachments.isEmpty else {
            throw Complaint(
                .usage, session.text("cli.do.content.unused", ["command": errand.command]))
        }
        guard Self.naming.contains(errand.command) || errand.openers.isEmpty else {
            throw Complaint(
                .usage, session.text("cli.do.opener.unused", ["command": errand.command]))
        }
        if Self.openings.contains(errand.command) {
            // Nobody is asked for a passphrase in vain: what stands in the way is said first.
            let option = errand.options.first { $0.command == errand.command }
            guard let option else { return nil }
            if let refusal = option.refusal { throw refusal }
        }
        switch errand.command {
        case "seal" where isSeal:
            guard let content = errand.content else {
                guard given.isEmpty, !errand.isUnderWay else { return nil }
                throw Complaint(.usage, session.text("cli.do.content.missing"))
            }
            return given.merging(
                try await seal(content, pledged: given[F.bidPledge], errand, with: desk))
        case "publish" where given[name: F.openers.name] == nil:
            return try await withOpeners(errand, given)
        case "hand-on-shares" where given[name: F.handedShares.name] == nil:
            return given.merging(try await handedOn(errand, with: desk))
        case "attend-opening" where given.isEmpty:
            return try await desk.handOver(challenge, as: person, passphrase: try passphrase())
        case "open-bids" where given.isEmpty:
            return try await desk.open(challenge, as: person, passphrase: try passphrase())
        case "open-with-recovery" where given[name: "revealed"] == nil:
            return given.merging(
                try await desk.openWithRecovery(
                    challenge, keyFile: ring.recoveryPath, passphrase: try passphrase()))
        default: return nil
        }
    }

    /// A publication with the public keys of its two openers, out of their key files (C9).
    ///
    /// Where nobody is named: the case's own officer, and the one supervisor who has a key.
    private func withOpeners(_ errand: Errand, _ given: Record) async throws -> Record {
        var persons: [PersonID] = []
        let directory = try await board.directory()
        for typed in errand.openers { persons.append(try await session.known(typed, on: board)) }
        if persons.isEmpty {
            let officer = (errand.stream.aggregate as? Case)?.challenge.assignee
            let supervisors = directory.holders(of: .supervisor, at: session.now)
                .filter(ring.hasKey(of:))
            guard let officer, ring.hasKey(of: officer), supervisors.count == 1 else {
                let keyed = directory.persons.keys.filter(ring.hasKey(of:)).sorted()
                throw Complaint(
                    .usage,
                    session.text(
                        "cli.do.opener.missing",
                        [
                            "known": keyed.isEmpty
                                ? "–" : keyed.joined(separator: session.text("cli.comma"))
                        ]))
            }
            persons = [officer] + supervisors
        }
        let openers = try persons.map { person in
            Opener(person: person, publicKey: try ring.publicKey(of: person).text)
        }
        return given.merging(Record { $0[F.openers] = openers })
    }

    /// An opener's shares of every bid, re-wrapped for the successor that `--opener` names (G14).
    private func handedOn(_ errand: Errand, with desk: SealingDesk) async throws -> Record {
        guard errand.openers.count == 1 else {
            throw Complaint(.usage, session.text("cli.do.opener.successor"))
        }
        let successor = try await session.known(errand.openers[0], on: board)
        let key = try ring.publicKey(of: successor).text
        return try await desk.handOn(
            errand.challenge, as: person, to: Opener(person: successor, publicKey: key),
            passphrase: try passphrase())
    }

    private func passphrase() throws -> String {
        try Passphrase(file: passphraseFile, session).read()
    }

    private func seal(
        _ path: String, pledged: Bool?, _ errand: Errand, with desk: SealingDesk
    ) async throws -> Record {
        let content: BidContent
        do {
            content = try BidContent(json: JSONReader.read(LocalFile.read(path)))
        } catch let fault as BidContentFault {
            throw Complaint(fault, path: path, session.texts)
        }
        let enclosed = try errand.attachments.map { path in
            let name = path.split(separator: "/").last.map(String.init) ?? path
            guard let shown = DocumentName(name) else {
                throw Complaint(.usage, session.text("error.documentName", ["given": name]))
            }
            return BidSealer.Document(name: shown, bytes: try LocalFile.read(path))
        }
        let sealing = try await desk.seal(
            content, pledged: pledged, attachments: enclosed, for: errand.subject.id,
            of: errand.challenge)
        for (_, bytes) in sealing.attachments { documents.take(bytes) }
        return sealing.fields
    }
}
