/// The public record of a draw: what went in, and what came out of it.
///
/// Whoever holds it can run the draw again (`rerun`). It appears with the notice, not before (§5).
package struct Draw: RecordValue {
    /// The hash of the row before CallClosed (C14).
    package let head: Digest
    /// Each nonce of a valid opened bid, hexadecimal, sorted bytewise.
    package let nonces: [String]
    package let challenge: String
    package let round: Int
    package let size: Int
    package let technicalSeats: Int
    package let perOrganisation: Int
    /// In the order of their ids; a conflict stands with its reason only.
    package let candidates: [Candidate]
    package let seed: Digest
    /// All candidates, by HMAC-SHA-256(seed, id).
    package let order: [PersonID]
    /// Who got the seats, in this order.
    package let seated: [PersonID]
    /// Who was passed over before the last seat was filled.
    package let skipped: [Skip]

    /// What a draw is made from.
    package struct Inputs: Sendable {
        package let head: Digest
        package let nonces: [String]
        package let challenge: String
        package let round: Int
        package let size: Int
        package let technicalSeats: Int
        package let perOrganisation: Int
        package let candidates: [Candidate]
    }

    /// The seed: of the head alone the operator could have ground a fit one, but the bidders' nonces
    /// were committed to before (§5).
    package static func seed(
        head: Digest, nonces: [String], challenge: String, round: Int, digest: DigestFunction
    ) -> Digest {
        var framing = Framing()
        framing.append(head.bytes)
        let bytes = nonces.compactMap(Hexadecimal.bytes)
        for nonce in bytes.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            framing.append(nonce)
        }
        framing.append(challenge)
        framing.append(round)
        return digest(framing)
    }

    /// The order in which a seed puts experts.
    package static func order(
        _ experts: [PersonID], seed: Digest, digest: DigestFunction
    ) -> [PersonID] {
        experts.map { (digest.hmac(key: seed.bytes, message: Array($0.utf8)), $0) }
            .sorted { $0 < $1 }.map(\.1)
    }

    package init(_ inputs: Inputs, digest: DigestFunction) {
        head = inputs.head
        nonces = inputs.nonces.sorted()
        challenge = inputs.challenge
        round = inputs.round
        size = inputs.size
        technicalSeats = inputs.technicalSeats
        perOrganisation = inputs.perOrganisation
        candidates = inputs.candidates.sorted { $0.expert < $1.expert }
        seed = Self.seed(
            head: head, nonces: nonces, challenge: challenge, round: round, digest: digest)
        order = Self.order(candidates.map(\.expert), seed: seed, digest: digest)
        let known = Dictionary(
            candidates.map { ($0.expert, $0) }, uniquingKeysWith: { first, _ in first })
        var filling = Filling(
            size: size, technicalSeats: technicalSeats, perOrganisation: perOrganisation)
        for expert in order where !filling.isFull {
            if let candidate = known[expert] { filling.take(candidate) }
        }
        seated = filling.seated.map(\.expert)
        skipped = filling.skipped
    }

    /// The draw that the record's inputs give; equal to the record unless somebody touched it.
    package static func rerun(_ record: Draw, digest: DigestFunction) -> Draw {
        Draw(
            Inputs(
                head: record.head, nonces: record.nonces, challenge: record.challenge,
                round: record.round, size: record.size, technicalSeats: record.technicalSeats,
                perOrganisation: record.perOrganisation, candidates: record.candidates),
            digest: digest)
    }
}
