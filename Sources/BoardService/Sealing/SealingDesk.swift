package import BoardDomain
import BoardEventLog

/// The two sides of the sealed bids: the bidder's, which seals before anything leaves its hand, and
/// the openers', who each add a passphrase. The board itself never holds a key that opens.
package struct SealingDesk: Sendable {
    private let board: LocalBoard
    private let ring: KeyRing
    private let random: RandomSource

    package init(board: LocalBoard, ring: KeyRing, random: RandomSource = .system) {
        self.board = board
        self.ring = ring
        self.random = random
    }

    /// What a bidder sends to the board, and keeps.
    package struct Sealing: Sendable {
        /// The fields of the command `seal`.
        package let fields: Record
        /// The attachments' ciphertexts, for the document store, by digest.
        package let attachments: [Digest: [UInt8]]
        /// The bidder's own copy: content and nonce.
        package let copy: OpenedBid
    }

    /// Seals a content for a bid of an open call.
    ///
    /// - Parameter pledged: whether the bidder pledges to keep it, which is its own to say (B3); nil where
    ///   it has not said.
    /// - Throws: `SealFault`, `BoardFault.notFound`, the refusal of a content that asks for more than
    ///   the list gives or leaves a must indicator unanswered (B3).
    package func seal(
        _ content: BidContent, pledged: Bool?, attachments: [BidSealer.Document] = [],
        for bid: String,
        of challenge: String
    ) async throws -> Sealing {
        let found = try await board.foundCase(challenge)
        guard let entry = found.bids[bid] else { throw BoardFault.notFound("bid/" + bid) }
        try Bid.check(content, against: found.challenge.terms, by: entry.bidder)
        let holders = try found.challenge.openers.map { opener in
            KeyHolder(id: opener.person, key: try Self.key(opener.publicKey))
        }
        let (sealed, copy) = try BidSealer(random: random).seal(
            content: content, attachments: attachments, challenge: challenge,
            bidder: entry.bidder, openers: holders,
            recovery: try found.challenge.recoveryKey.map(Self.key))
        let shares = sealed.wrapped.sorted { $0.key < $1.key }.map {
            WrappedShare(opener: $0.key, wrapped: Hexadecimal.text($0.value))
        }
        let documents = sealed.attachments.sorted { $0.key < $1.key }.map {
            SealedDocument(digest: $0.key, size: $0.value.count)
        }
        let fields = Record {
            $0[F.commitment] = sealed.commitment
            $0[F.ciphertext] = Hexadecimal.text(sealed.ciphertext)
            $0[F.attachments] = documents
            $0[F.wrappedShares] = shares
            $0[F.termsVersion] = found.challenge.listVersion
            $0[F.bidPledge] = pledged
        }
        return Sealing(fields: fields, attachments: sealed.attachments, copy: copy)
    }

    /// The first opener's act: his shares of every bid, wrapped for the other one.
    ///
    /// - Returns: the fields of `attend-opening`.
    package func handOver(
        _ challenge: String, as person: PersonID, passphrase: String
    ) async throws -> Record {
        let found = try await board.foundCase(challenge)
        guard let other = found.challenge.openers.first(where: { $0.person != person }),
            found.challenge.openers.contains(where: { $0.person == person })
        else { throw BoardFault.notAnOpener(person) }
        let shares = try await rewrapped(
            for: other, as: Self.handed(to: other.person), in: found, person, passphrase)
        return Record { $0[F.handedShares] = shares }
    }

    private func rewrapped(
        for opener: Opener, as holder: String, in found: Case, _ person: PersonID,
        _ passphrase: String
    ) async throws -> [HandedShare] {
        let vault = ShareVault(try ring.file(of: person).unlock(passphrase), random: random)
        let key = try Self.key(opener.publicKey)
        var shares: [HandedShare] = []
        for bid in found.bids.in(.sealed) {
            let own = try await share(of: bid, in: found.id, holder: person)
            let wrapped = try vault.rewrap(own, of: Self.binding(of: bid, in: found.id), to: key)
            shares.append(
                HandedShare(
                    bid: bid.id, holder: holder, wrapped: Hexadecimal.text(wrapped)))
        }
        return shares
    }

    /// An opener's shares of every bid, re-wrapped for who succeeds him (G14).
    ///
    /// - Returns: the fields of `hand-on-shares`, without the reason.
    package func handOn(
        _ challenge: String, as person: PersonID, to successor: Opener, passphrase: String
    ) async throws -> Record {
        let found = try await board.foundCase(challenge)
        guard found.challenge.openers.contains(where: { $0.person == person }) else {
            throw BoardFault.notAnOpener(person)
        }
        let shares = try await rewrapped(
            for: successor, as: successor.person, in: found, person, passphrase)
        return Record {
            $0[F.openerSuccessor] = successor
            $0[F.handedShares] = shares
        }
    }

    /// The second opener's act: every bid, read with both shares.
    ///
    /// A bid that does not open is named with its fault and blocks none of the others (B10).
    /// - Returns: the fields of `open-bids`.
    package func open(
        _ challenge: String, as person: PersonID, passphrase: String
    ) async throws -> Record {
        let found = try await board.foundCase(challenge)
        guard found.challenge.openers.contains(where: { $0.person == person }) else {
            throw BoardFault.notAnOpener(person)
        }
        let keys = try ring.file(of: person).unlock(passphrase)
        return try await reveal(
            found, with: keys, holders: [person, Self.handed(to: person)])
    }

    /// Opens with the recovery key alone (C16b).
    ///
    /// - Returns: the fields of `open-with-recovery`, without the reason.
    package func openWithRecovery(
        _ challenge: String, keyFile: String, passphrase: String
    ) async throws -> Record {
        let found = try await board.foundCase(challenge)
        let keys = try ProtectedKeyFile(at: keyFile).unlock(passphrase)
        return try await reveal(found, with: keys, holders: [SealedBid.recovery])
    }

    private func reveal(
        _ found: Case, with keys: SealingKeyPair, holders: [String]
    ) async throws -> Record {
        let vault = ShareVault(keys, random: random)
        var revealed: [RevealedBid] = []
        for bid in found.bids.in(.sealed) {
            do {
                var shares: [[UInt8]] = []
                for holder in holders {
                    shares.append(try await share(of: bid, in: found.id, holder: holder))
                }
                guard let ciphertext = Hexadecimal.bytes(bid.ciphertext) else {
                    throw SealFault.corrupt
                }
                let opened = try vault.open(
                    ciphertext, of: Self.binding(of: bid, in: found.id), shares: shares)
                revealed.append(
                    RevealedBid(
                        bid: bid.id, content: Hexadecimal.text(opened.content.canonical),
                        nonce: Hexadecimal.text(opened.nonce), fault: nil,
                        // Sealed by the board before it decides, under the name of this bid.
                        contact: opened.contact.map { ProtectedText(.plain($0)) }))
            } catch let fault as SealFault {
                revealed.append(
                    RevealedBid(bid: bid.id, content: nil, nonce: nil, fault: fault.name))
            }
        }
        return Record { $0[F.revealed] = revealed }
    }

    private func share(
        of bid: Bid, in challenge: String, holder: String
    ) async throws -> [UInt8] {
        let name = bid.keyName(in: challenge) ?? ""
        let keys = try await board.sealedKeys(bid: name)
        guard let own = keys.first(where: { $0.opener == holder }) else {
            throw BoardFault.sharesMissing(bid: name)
        }
        return own.wrapped
    }

    /// The name under which a share lies that the first opener wrapped for the second.
    private static func handed(to person: PersonID) -> String { person + "/handed" }

    private static func binding(of bid: Bid, in challenge: String) throws -> SealBinding {
        guard let commitment = bid.commitment else { throw SealFault.corrupt }
        return SealBinding(challenge: challenge, bidder: bid.bidder, commitment: commitment)
    }

    private static func key(_ text: String) throws -> SealingPublicKey {
        guard let key = SealingPublicKey(text: text) else { throw SealFault.unusableKey(text) }
        return key
    }
}

extension LocalBoard {
    /// A case as the log has it. Throws `BoardFault.notFound`.
    func foundCase(_ id: String) async throws -> Case {
        let stream = try await state(of: StreamID(.challenge, id))
        guard let found = stream.aggregate as? Case, found.exists else {
            throw BoardFault.notFound(id)
        }
        return found
    }

    func sealedKeys(bid: String) async throws -> [SealedKey] { try await log.sealedKeys(bid: bid) }
}
