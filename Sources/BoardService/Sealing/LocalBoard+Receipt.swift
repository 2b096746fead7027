package import BoardDomain

extension LocalBoard {
    /// The board's signature under when and where the standing seal of a bid was recorded (§4).
    ///
    /// - Throws: `BoardFault.notFound` for all but the bidder's own people, and while nothing is sealed;
    ///   what `EventLog.sign` throws.
    package func receipt(
        of bid: String, in challenge: String, as person: PersonID?, at instant: Instant? = nil
    ) async throws -> Receipt {
        let found = try await foundCase(challenge)
        let viewer = viewer(person, of: found, at: instant ?? settings.now())
        guard let entry = found.bids[bid], viewer.isBidder(entry),
            let commitment = entry.commitment
        else { throw BoardFault.notFound("bid/" + bid) }
        let rows = try await log.stream(StreamID(.challenge, challenge).text, after: 0)
        let seal = try rows.last { row in
            let event = try Replay.event(of: row)
            return event.type == .bidSealed && event.subject == entry.reference
                && event.fields[F.commitment] == commitment
        }
        guard let seal else { throw BoardFault.notFound("bid/" + bid) }
        let body = Receipt.Body(
            board: log.board.id, challenge: challenge, bid: bid, commitment: commitment,
            position: Int(seal.position), head: seal.hash, at: seal.recordedAt)
        let signed = try await log.sign { keyID in
            Digest(text: keyID).map { Receipt.signedText(body, keyID: $0) } ?? ""
        }
        guard let key = Digest(text: signed.keyID),
            let receipt = Receipt(body, keyID: key, signature: signed.signature)
        else { throw BoardFault.notFound("bid/" + bid) }
        return receipt
    }
}
