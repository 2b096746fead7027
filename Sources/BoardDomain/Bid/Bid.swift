/// One bid of one bidder, sealed until two have opened it.
package struct Bid: CaseObject {
    package let id: String
    package var state: BidState
    /// Unified code of the lead.
    package internal(set) var bidder: String = ""
    /// Who drafted it.
    package internal(set) var author: PersonID = ""
    /// Of the seal that stands; nil before the first and after a withdrawal.
    package internal(set) var commitment: Digest?
    /// Every commitment ever sealed, the standing one last.
    package internal(set) var commitments: [Digest] = []
    /// The version of the terms that it was sealed or re-confirmed on.
    package internal(set) var sealedTerms: Int = 0
    package internal(set) var sealedAt: Instant?
    /// The order of sealing over the whole call: the last tie-break.
    package internal(set) var sealOrder: Int = 0
    /// Hexadecimal.
    package internal(set) var ciphertext: String = ""
    /// The encrypted documents of the seal that stands.
    package internal(set) var attachments: [SealedDocument] = []
    /// What was opened.
    package internal(set) var content: BidContent?
    /// How to reach whom the content names; nil before the opening.
    package internal(set) var contact: ProtectedText?
    /// Whether nobody can read it any more (G7).
    package internal(set) var isContactErased: Bool = false
    /// Hexadecimal, from the opening; part of the draw's seed.
    package internal(set) var nonce: String?
    package internal(set) var cureUsed: Bool = false
    package internal(set) var cureUntil: Instant?
    /// A decline given before the award acts at C23 (B18).
    package internal(set) var declinePending: Bool = false
    package internal(set) var disqualifiedAt: Instant?
    /// From 1, in the ranking in force.
    package internal(set) var rank: Int?
    /// The exact mean of the ranking in force.
    package internal(set) var total: Score?
    package internal(set) var round: Int = 1

    package init(id: String, state: BidState) {
        self.id = id
        self.state = state
    }

    package mutating func apply(_ event: Event) {
        let fields = event.fields
        switch event.type {
        case .bidDrafted:
            bidder = fields[F.bidder, default: ""]
            author = event.by.actor.person ?? ""
        case .bidSealed: seal(fields, at: event.at)
        case .bidReconfirmed: sealedTerms = fields[F.termsVersion] ?? sealedTerms
        case .bidWithdrawn, .bidUnopened, .bidLapsed: dropSeal()
        case .bidOpened:
            content = fields[name: "content"].flatMap { try? BidContent(json: $0) }
            nonce = fields[F.nonce]
            contact = fields[F.contact]
        case .contactErased: isContactErased = true
        case .bidCureRequested:
            cureUsed = true
            cureUntil = fields[F.until]
        case .bidCureAnswered, .bidCureLapsed: cureUntil = nil
        case .bidDisqualified: disqualifiedAt = event.at
        case .bidRanked:
            rank = fields[F.rank]
            total = fields[F.scoreSum].map {
                Score(sum: Int64($0), count: Int64(fields[F.scoreCount] ?? 1))
            }
        case .bidDeclineAnnounced: declinePending = true
        case .bidReset:
            round = fields[F.round] ?? round
            rank = nil
            total = nil
            disqualifiedAt = nil
        default: break
        }
    }

    private mutating func seal(_ fields: Record, at instant: Instant) {
        commitment = fields[F.commitment]
        if let commitment { commitments.append(commitment) }
        ciphertext = fields[F.ciphertext, default: ""]
        attachments = fields[F.attachments]
        sealedTerms = fields[F.termsVersion, default: 0]
        sealedAt = instant
        sealOrder = fields[F.sealOrder, default: 0]
    }

    /// Its keys are gone: what is left of it can never be read.
    private mutating func dropSeal() {
        commitment = nil
        ciphertext = ""
        attachments = []
    }

    /// The unified codes of all who bid together, the lead first, in their normal form.
    package var members: [String] {
        let listed = content?.consortium.map { member in
            (try? UnifiedCode(member.creditCode))?.text ?? member.creditCode
        }
        return [bidder] + (listed ?? []).filter { $0 != bidder }
    }

    /// The name under which the wrapped keys of the standing seal lie; nil where none stands.
    package func keyName(in challenge: String) -> String? {
        commitment.map { Self.keyName(challenge: challenge, bid: id, commitment: $0) }
    }

    static func keyName(challenge: String, bid: String, commitment: Digest) -> String {
        "\(challenge)/bid/\(bid)/\(commitment.text)"
    }
}
