extension F {
    package static let bidder = Field<String>("bidder", .unifiedCode)
    /// `Commitment.compute` over the content and a nonce.
    package static let commitment = Field<Digest>("commitment")
    package static let ciphertext = Field<String>("ciphertext", .bytes)
    package static let attachments = Field<[SealedDocument]>("attachments")
    /// One share for each opener, and the recovery's; deposited, never in a payload (B3).
    package static let wrappedShares = Field<[WrappedShare]>("wrappedShares")
    /// 承诺书: the bidder's written pledge, signed with the seal.
    package static let bidPledge = Field<Bool>("pledge")
    /// The commitment of the seal that this one takes the place of.
    package static let supersedes = Field<Digest>("supersedes")
    package static let sealOrder = Field<Int>("sealOrder")
    /// SHA-256 of the commitment that came too late: a fact, no content (B4).
    package static let lateHash = Field<Digest>("hash")
    package static let nonce = Field<String>("nonce", .bytes)
    /// What came out of the seals (C16); confidential in the command that brings it.
    package static let revealed = Field<[RevealedBid]>("revealed")
    package static let invalidity = Field<BidInvalidity>("invalidity")
    package static let papers = Field<[FormalPaper]>("papers")
    package static let ground = Field<DisqualificationGround>("ground")
    package static let rank = Field<Int>("rank")
    /// The exact mean of a ranking as a fraction: hundredths of a point over experts.
    package static let scoreSum = Field<Int>("scoreSum")
    package static let scoreCount = Field<Int>("scoreCount")
}

/// Why an opened seal is no bid (B10).
package enum BidInvalidity: String, ChoiceValue {
    /// The shares do not open it, or it is damaged.
    case undecryptable
    /// What came out is not what was committed to (I7).
    case commitmentMismatch
    /// It is not the canonical form of a bid's content.
    case contentFaulty
}

/// The formal papers that may be put right after the deadline; none is content of the bid (I8).
package enum FormalPaper: String, ChoiceValue {
    case businessLicence, authorisation, qualificationCertificate, consortiumAgreement
    case pledgeOriginal, creditStatement
}

/// Why a bid may not take part (B14).
package enum DisqualificationGround: String, ChoiceValue {
    case overBudget, mustUnanswered, memberTwice, notIndependent, restricted, formalPapers
    case solverConditions, other
}

/// A document of a sealed bid, as the store knows it: its name and plain digest lie in the seal.
package struct SealedDocument: RecordValue {
    /// SHA-256 of the ciphertext.
    package let digest: Digest
    /// Bytes of the ciphertext.
    package let size: Int

    package static let digest = Field<Digest>("digest")
    package static let size = Field<Int>("size")
    package static let fields: [FieldUse] = [.required(digest), .required(size)]

    package init(digest: Digest, size: Int) {
        self.digest = digest
        self.size = size
    }

    package init?(record: Record) {
        guard let digest = record[Self.digest], let size = record[Self.size] else { return nil }
        self.init(digest: digest, size: size)
    }

    package var record: Record {
        Record {
            $0[Self.digest] = digest
            $0[Self.size] = size
        }
    }
}

/// A share of a bid's key, sealed to one opener or to the recovery key.
package struct WrappedShare: RecordValue {
    /// The opener's person, or `recovery`.
    package let opener: String
    /// Hexadecimal.
    package let wrapped: String

    /// Under this name the recovery's copy lies beside the openers' shares.
    package static let recovery = "recovery"

    package static let opener = Field<String>("opener", .text(80))
    package static let wrapped = Field<String>("wrapped", .bytes)
    package static let fields: [FieldUse] = [.required(opener), .required(wrapped)]

    package init(opener: String, wrapped: String) {
        self.opener = opener
        self.wrapped = wrapped
    }

    package init?(record: Record) {
        guard let opener = record[Self.opener], let wrapped = record[Self.wrapped] else {
            return nil
        }
        self.init(opener: opener, wrapped: wrapped)
    }

    package var record: Record {
        Record {
            $0[Self.opener] = opener
            $0[Self.wrapped] = wrapped
        }
    }
}

/// What the openers got out of one seal: the domain holds it against the commitment itself (I7).
package struct RevealedBid: RecordValue {
    package let bid: String
    /// The canonical bytes as hexadecimal; absent where the seal could not be opened.
    package let content: String?
    package let nonce: String?
    /// What the opening says went wrong, for the reason on record.
    package let fault: String?
    /// How to reach whom the content names.
    package let contact: ProtectedText?

    package static let bid = Field<String>("bid", .text(20))
    package static let content = Field<String>("content", .bytes)
    package static let fault = Field<String>("fault", .text(400))
    package static let fields: [FieldUse] = [
        .required(bid), .optional(content), .optional(F.nonce), .optional(fault),
        .optional(F.contact),
    ]

    package init(
        bid: String, content: String?, nonce: String?, fault: String?,
        contact: ProtectedText? = nil
    ) {
        self.bid = bid
        self.content = content
        self.nonce = nonce
        self.fault = fault
        self.contact = contact
    }

    package init?(record: Record) {
        guard let bid = record[Self.bid] else { return nil }
        self.init(
            bid: bid, content: record[Self.content], nonce: record[F.nonce],
            fault: record[Self.fault], contact: record[F.contact])
    }

    package var record: Record {
        Record {
            $0[Self.bid] = bid
            $0[Self.content] = content
            $0[F.nonce] = nonce
            $0[Self.fault] = fault
            $0[F.contact] = contact
        }
    }
}
