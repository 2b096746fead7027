extension F {
    /// The enterprise's unified code; a case officer who drafts on behalf names it (C1).
    package static let enterprise = Field<String>("enterprise", .unifiedCode)
    package static let enterpriseName = Field<String>("enterpriseName", .text(100))
    /// Where a draft was imported from: code/year/title.
    package static let importKey = Field<String>("importKey", .text(400))
    package static let contact = Field<ProtectedText>("contact")
    /// 诚信承诺: the content is true.
    package static let integrityPledge = Field<Bool>("integrityPledge")
    /// 非涉密承诺: nothing in it is a state secret.
    package static let unclassifiedPledge = Field<Bool>("unclassifiedPledge")
    package static let termsVersion = Field<Int>("termsVersion")
    package static let termsDigest = Field<Digest>("termsDigest")
    package static let assignee = Field<PersonID>("assignee", .text(64))
    package static let liaison = Field<PersonID>("liaison", .text(64))
    /// What is to be corrected, field by field (C4).
    package static let corrections = Field<[Correction]>("corrections")
    package static let conclusion = Field<ArgumentConclusion>("conclusion")
    package static let opinion = Field<String>("opinion", .text(4000))
    /// Why a challenge with a title like an earlier one is no duplicate (C6).
    package static let notDuplicate = Field<String>("notDuplicate", .text(1000))
    package static let pool = Field<String>("pool", .text(40))
    package static let edition = Field<String>("edition", .text(40))
    package static let deadlineDay = Field<Day>("deadlineDay")
    package static let deadline = Field<Instant>("deadline")
    package static let oldDeadline = Field<Instant>("oldDeadline")
    package static let publishAt = Field<Instant>("publishAt")
    package static let openers = Field<[Opener]>("openers")
    package static let openerSuccessor = Field<Opener>("openerSuccessor")
    package static let recoveryKey = Field<String>("recoveryKey", .bytes)
    /// Names of the fields that an amendment changed.
    package static let changed = Field<[String]>("changed", .list(.text(40)))
    package static let isSubstantive = Field<Bool>("substantive")
    package static let cancellationCause = Field<CancellationCause>("cause")
    /// Backups made before the wrapped keys were erased, which may still hold them (C13).
    package static let backups = Field<String>("backups", .text(1000))
    package static let origin = Field<ChallengeState>("origin")
    package static let count = Field<Int>("count")
    package static let head = Field<Digest>("head")
    package static let failure = Field<CallFailure>("failure")
    package static let commitments = Field<[String]>("commitments", .list(.text(200)))
    /// Shares that an opener hands on to the other (C16); deposited, never in a payload.
    package static let handedShares = Field<[HandedShare]>("handedShares")
    package static let isRecovery = Field<Bool>("recovery")
    package static let noticeText = Field<String>("noticeText", .text(8000))
    package static let channel = Field<String>("channel", .text(200))
    package static let round = Field<Int>("round")
    package static let winners = Field<[String]>("winners", .list(.text(20)))
    package static let bid = Field<String>("bid", .text(20))
    package static let fault = Field<LapseFault>("fault")
    package static let promoted = Field<String>("promoted", .text(20))
    package static let predecessor = Field<String>("predecessor", .text(40))
    package static let successor = Field<String>("successor", .text(40))
    package static let archive = Field<[Digest]>("archive")
    /// How many beyond the enterprise have taken the result up, and what they report (C29).
    package static let adopters = Field<Int>("adopters")
    package static let adoption = Field<String>("adoption", .text(4000))
    package static let newProductOutput = Field<Money>("newProductOutput")
    /// Digests of documents that a step rests on.
    package static let documents = Field<[Digest]>("documents")
}

/// Why a list is withdrawn after publication (C13).
package enum CancellationCause: String, ChoiceValue {
    case needGone, bankruptcy, majorChange, violation, forceMajeure
}

/// Why a call failed (C15, C16c, C18, C24b).
package enum CallFailure: String, ChoiceValue {
    case tooFewBids, openingImpossible, tooFewQualified, noneReachesThreshold, expertsExhausted
    case noReserve, enterpriseAtFault, noneLeft
}

/// Who is at fault that an award lapsed (C24b).
package enum LapseFault: String, ChoiceValue { case bidder, enterprise, neither }

/// What an argument concludes (C6).
package enum ArgumentConclusion: String, ChoiceValue { case approve, pool, reject }

/// One correction asked for: the field and why (C4).
package struct Correction: RecordValue {
    package let field: String
    package let reason: String

    package static let field = Field<String>("field", .text(40))
    package static let fields: [FieldUse] = [.required(field), .required(F.reason)]

    package init?(record: Record) {
        guard let field = record[Self.field], let reason = record[F.reason] else { return nil }
        self.field = field
        self.reason = reason
    }

    package var record: Record {
        Record {
            $0[Self.field] = field
            $0[F.reason] = reason
        }
    }
}

/// A share of a bid's key, wrapped for another holder than before (C16, G14).
package struct HandedShare: RecordValue {
    package let bid: String
    package let holder: PersonID
    package let wrapped: String

    package static let bid = Field<String>("bid", .text(20))
    package static let holder = Field<String>("holder", .text(80))
    package static let wrapped = Field<String>("wrapped", .bytes)
    package static let fields: [FieldUse] = [.required(bid), .required(holder), .required(wrapped)]

    package init(bid: String, holder: PersonID, wrapped: String) {
        self.bid = bid
        self.holder = holder
        self.wrapped = wrapped
    }

    package init?(record: Record) {
        guard let bid = record[Self.bid], let holder = record[Self.holder],
            let wrapped = record[Self.wrapped]
        else { return nil }
        self.init(bid: bid, holder: holder, wrapped: wrapped)
    }

    package var record: Record {
        Record {
            $0[Self.bid] = bid
            $0[Self.holder] = holder
            $0[Self.wrapped] = wrapped
        }
    }
}
