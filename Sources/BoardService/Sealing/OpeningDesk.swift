package import BoardDomain

/// Commands around the sealed bids whose fields nobody can type: they are made from a content, from
/// an opener's key and passphrase, or from the openers' key files.
package struct OpeningDesk: Sendable {
    private let board: LocalBoard
    private let ring: KeyRing
    private let person: PersonID
    private let documents: DocumentIntake
    private let passphrase: @Sendable () async throws -> String

    /// - Parameters:
    ///   - documents: takes the sealed attachments in.
    ///   - passphrase: asked for only once nothing else speaks against the command.
    package init(
        board: LocalBoard, ring: KeyRing, as person: PersonID, documents: DocumentIntake,
        passphrase: @escaping @Sendable () async throws -> String
    ) {
        self.board = board
        self.ring = ring
        self.person = person
        self.documents = documents
        self.passphrase = passphrase
    }

    /// One command with what only these commands take.
    package struct Errand: Sendable {
        package let command: String
        package let subject: ObjectReference
        package let challenge: String
        package let stream: BoardDomain.Stream
        package let options: [CommandOption]
        package let papers: BidPapers?
        package let openers: [PersonID]

        /// - Parameters:
        ///   - challenge: the stream's id.
        ///   - options: what the person may do in the stream, and what not.
        ///   - openers: whose public keys the command names; of a publication where nobody is named, the
        ///     case's own officer, and the one supervisor who has a key.
        package init(
            _ command: String, to subject: ObjectReference, of challenge: String,
            in stream: BoardDomain.Stream, options: [CommandOption], papers: BidPapers? = nil,
            openers: [PersonID] = []
        ) {
            self.command = command
            self.subject = subject
            self.challenge = challenge
            self.stream = stream
            self.options = options
            self.papers = papers
            self.openers = openers
        }

        /// Whether somebody has signed already: the others sign the text that stands there.
        fileprivate var isUnderWay: Bool {
            stream.aggregate.docket.steps.contains { step in
                step.subject == subject
                    && TransitionTable.standard.row(step.rule)?.command == command
            }
        }
    }

    /// The fields of such a command; nil for every other, and where they were given as they are.
    ///
    /// - Throws: `OpeningFault`; the refusal of an opening that the person may not carry out;
    ///   `BoardFault`, `KeyFileFault`, `SealFault`; what the passphrase's provider throws.
    package func fields(for errand: Errand, given: Record) async throws -> Record? {
        try DeskCommand.check(
            errand.command, of: errand.subject.machine, hasContent: errand.papers != nil,
            hasOpeners: !errand.openers.isEmpty)
        guard let command = DeskCommand(errand.command, of: errand.subject.machine) else {
            return nil
        }
        if command.takesPassphrase {
            // Nobody is asked for a passphrase in vain: what stands in the way is said first.
            let option = errand.options.first { $0.command == errand.command }
            guard let option else { return nil }
            if let refusal = option.refusal { throw refusal }
        }
        let desk = SealingDesk(board: board, ring: ring)
        let challenge = errand.challenge
        switch command {
        case .seal:
            guard let papers = errand.papers else {
                guard given.isEmpty, !errand.isUnderWay else { return nil }
                throw OpeningFault.contentMissing
            }
            let sealing = try await desk.seal(
                papers.content, pledged: given[F.bidPledge], attachments: papers.attachments,
                for: errand.subject.id, of: challenge)
            for (_, bytes) in sealing.attachments { documents.take(bytes) }
            return given.merging(sealing.fields)
        case .publish where given[name: F.openers.name] == nil:
            return given.merging(try await openers(errand))
        case .handOnShares where given[name: F.handedShares.name] == nil:
            return given.merging(try await handedOn(errand, with: desk))
        case .attendOpening where given.isEmpty:
            return try await desk.handOver(
                challenge, as: person, passphrase: try await passphrase())
        case .openBids where given.isEmpty:
            return try await desk.open(challenge, as: person, passphrase: try await passphrase())
        case .openWithRecovery where given[name: F.revealed.name] == nil:
            return given.merging(
                try await desk.openWithRecovery(
                    challenge, keyFile: ring.recoveryPath, passphrase: try await passphrase()))
        default: return nil
        }
    }

    /// The two openers of a publication with their public keys, out of their key files (C9).
    private func openers(_ errand: Errand) async throws -> Record {
        var persons = errand.openers
        if persons.isEmpty {
            let directory = try await board.directory()
            persons = ring.likelyOpeners(
                of: errand.stream, in: directory, at: await board.now)
            guard persons.count == DeskCommand.publish.openers else {
                throw OpeningFault.openersMissing(
                    known: directory.persons.keys.filter(ring.hasKey(of:)).sorted())
            }
        }
        let openers = try persons.map(opener)
        return Record { $0[F.openers] = openers }
    }

    /// An opener's shares of every bid, re-wrapped for the successor that is named (G14).
    private func handedOn(_ errand: Errand, with desk: SealingDesk) async throws -> Record {
        guard errand.openers.count == 1 else { throw OpeningFault.successorMissing }
        let successor = try opener(errand.openers[0])
        return try await desk.handOn(
            errand.challenge, as: person, to: successor, passphrase: try await passphrase())
    }

    private func opener(_ person: PersonID) throws -> Opener {
        Opener(person: person, publicKey: try ring.publicKey(of: person).text)
    }
}
