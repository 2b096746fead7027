/// The account that a payout goes to.
package struct PayeeAccount: RecordValue {
    /// The name of its holder, which must be the payee's (Y3).
    package let holder: String
    package let bank: String
    package let number: String

    package static let holder = Field<String>("holder", .text(100))
    package static let bank = Field<String>("bank", .text(100))
    package static let number = Field<String>("number", .text(40))
    package static let fields: [FieldUse] = [
        .required(holder), .required(bank), .required(number),
    ]

    package init?(record: Record) {
        guard let holder = record[Self.holder], let bank = record[Self.bank],
            let number = record[Self.number]
        else { return nil }
        self.holder = holder
        self.bank = bank
        self.number = number
    }

    package var record: Record {
        Record {
            $0[Self.holder] = holder
            $0[Self.bank] = bank
            $0[Self.number] = number
        }
    }
}

/// Why a payout is refused for good (Y14); `waived` follows from Y16 alone.
package enum RejectionGround: String, ChoiceValue {
    case revoked, breach, duplicate, notOwed, waived

    static let forPersons: [RejectionGround] = [.revoked, .breach, .duplicate, .notOwed]
}

/// What made an entitlement, or what limited it: the reason that stands beside the amount (Y1).
package enum EntitlementGround: String, ChoiceValue {
    case milestone, milestonePart, termination
    /// A claim: what was asked, the policy's cap, its ratio of the base, or what was left.
    case asked, cap, ratio, left
}

extension F {
    package static let payoutEntitlement = Field<String>("entitlement", .text(20))
    package static let payee = Field<String>("payee", .unifiedCode)
    package static let why = Field<EntitlementGround>("why")
    package static let entitledMilestone = Field<String>("milestone", .text(20))
    package static let entitledContract = Field<String>("contract", .text(20))
    package static let claimPolicy = Field<ClaimPolicy>("policy")
    /// What the policy's ratio is taken of, 分.
    package static let claimBase = Field<Money>("base")
    package static let claimAsked = Field<Money>("asked")
    /// The number of the paper that the claim rests on, unique under its policy.
    package static let baseDocument = Field<String>("baseDocument", .text(100))
    package static let payeeAccount = Field<PayeeAccount>("account")
    package static let correctedAmount = Field<Money>("correctedAmount")
    package static let payoutNote = Field<String>("note", .text(2000))
    package static let idempotencyKey = Field<String>("idempotencyKey", .text(100))
    package static let confirmationNumber = Field<String>("confirmation", .text(100))
    package static let wrongAccount = Field<Bool>("wrongAccount")
    package static let rejectionGround = Field<RejectionGround>("ground")
    /// The objection, `objection/1`, or `sanction`.
    package static let suspendedBy = Field<String>("suspendedBy", .text(40))
    package static let recoverUntil = Field<Instant>("until")
    /// What the claw-back follows from, `contract/1`; absent where persons opened it.
    package static let recoveryCause = Field<String>("cause", .text(40))
    /// The number of a bank's or an accounting paper.
    package static let paymentReference = Field<String>("reference", .text(100))
    package static let paidOn = Field<Day>("paidOn")
    /// What was tried to get the money back (Y19).
    package static let means = Field<String>("means", .text(4000))
}

extension RefusalCode {
    static let notThePayee = RefusalCode("notThePayee")
    static let accountNotOfPayee = RefusalCode("accountNotOfPayee")
    static let baseDocumentMissing = RefusalCode("baseDocumentMissing")
    static let amountBeyondEntitlement = RefusalCode("amountBeyondEntitlement")
    static let amountNotAsChecked = RefusalCode("amountNotAsChecked")
    static let entitlementOver = RefusalCode("entitlementOver")
    static let poolUnfit = RefusalCode("poolUnfit")
    static let noticeNotEnded = RefusalCode("noticeNotEnded")
    static let notYetCovered = RefusalCode("notYetCovered")
    static let keyUsed = RefusalCode("keyUsed")
    static let confirmationUsed = RefusalCode("confirmationUsed")
    static let groundNotForPersons = RefusalCode("groundNotForPersons")
    static let claimElsewhere = RefusalCode("claimElsewhere")
    static let nothingLeft = RefusalCode("nothingLeft")
    static let alreadyClaimed = RefusalCode("alreadyClaimed")
    static let claimHeld = RefusalCode("claimHeld")
    static let claimStillInTime = RefusalCode("claimStillInTime")
    static let remindersMissing = RefusalCode("remindersMissing")
    static let remindedToday = RefusalCode("remindedToday")
    static let alreadyOrdered = RefusalCode("alreadyOrdered")
    static let recoveryBeyondPaid = RefusalCode("recoveryBeyondPaid")
    static let recoveryStillInTime = RefusalCode("recoveryStillInTime")
    static let paidInFuture = RefusalCode("paidInFuture")
    static let shareBeyondContract = RefusalCode("shareBeyondContract")
    static let waiveLater = RefusalCode("waiveLater")
}
