/// What kind of technology contract it is (§7); all of them can be registered.
package enum ContractType: String, ChoiceValue {
    /// 委托开发, 合作开发, 转让, 许可, 咨询, 服务.
    case commissioned, cooperative, transfer, licence, consulting, service
}

/// To whom the right to apply for protection belongs.
///
/// 民法典859 gives it to the developer where a contract is silent; the form allows no silence.
package enum RightsOwner: String, ChoiceValue { case developer, client, joint }

/// A side of the contract.
package enum ContractParty: String, ChoiceValue {
    case enterprise, bidder

    package var other: ContractParty { self == .enterprise ? .bidder : .enterprise }

    /// Who acts for it.
    var member: Capacity { self == .enterprise ? .enterprise : .bidder }

    /// Who signs for it.
    var signatory: Capacity { self == .enterprise ? .enterpriseSignatory : .bidderSignatory }
}

/// What a refused registration is answered with (K7).
package enum RegistrationCourse: String, ChoiceValue { case refile, correct }

/// What an amendment is about (K11).
package enum AmendmentKind: String, ChoiceValue {
    case milestones, amounts, lead, indicators, clause
}

/// Why a contract ends before its time (K17, K18).
package enum TerminationCause: String, ChoiceValue {
    /// 不可抗力, 技术路线不可行, 违约, 企业破产, 协商.
    case forceMajeure, infeasible, breach, bankruptcy, agreement
    /// A race's gate was lost, or the challenge was revoked.
    case gateLost, revoked

    /// What a person may name; the rest follows from other decisions.
    package static let grounds: [TerminationCause] = [
        .forceMajeure, .infeasible, .breach, .bankruptcy, .agreement,
    ]
}

extension F {
    package static let contract = Field<String>("contract", .text(20))
    package static let contractBid = Field<String>("bid", .text(20))
    package static let contractBidder = Field<String>("bidder", .unifiedCode)
    package static let contractLane = Field<Int>("lane")
    package static let contractType = Field<ContractType>("type")
    package static let contractAmount = Field<Money>("amount")
    package static let plans = Field<[MilestonePlan]>("plans")
    package static let rightsOwner = Field<RightsOwner>("rightsOwner")
    package static let ipClause = Field<String>("ipClause", .text(4000))
    package static let pledge = Field<Pledge>("pledge")
    /// Who leads the work and signs the pledge.
    package static let lead = Field<PersonID>("lead", .text(64))
    package static let lumpSum = Field<Bool>("lumpSum")
    /// 诚信承诺 of a lump sum.
    package static let lumpSumPledge = Field<Bool>("integrityPledge")
    /// Nothing of the exclusion list 负面清单 is paid from a lump sum.
    package static let exclusionsKept = Field<Bool>("exclusionsKept")
    package static let budgetLines = Field<[BudgetLine]>("budgetLines")
    /// SHA-256 of the canonical text of the contract.
    package static let textDigest = Field<Digest>("textDigest")
    package static let contractVersion = Field<Int>("version")
    package static let party = Field<ContractParty>("party")
    package static let filingNumber = Field<String>("filingNumber", .text(100))
    package static let registrationNumber = Field<String>("registrationNumber", .text(100))
    /// 成交额.
    package static let turnover = Field<Money>("turnover")
    /// 技术交易额.
    package static let technicalTurnover = Field<Money>("technicalTurnover")
    package static let course = Field<RegistrationCourse>("course")
    /// The registrar's document that the contract is of no kind to register.
    package static let notRegistrable = Field<Digest>("notRegistrable")
    package static let amendmentKind = Field<AmendmentKind>("kind")
    package static let summary = Field<String>("summary", .text(4000))
    package static let indicatorChanges = Field<[IndicatorChange]>("indicatorChanges")
    package static let approves = Field<Bool>("approves")
    package static let statement = Field<String>("statement", .text(8000))
    package static let consents = Field<Bool>("consents")
    package static let terminationCause = Field<TerminationCause>(
        "cause", .choice(TerminationCause.grounds.map(\.rawValue)))
    package static let hearingUntil = Field<Instant>("until")
    package static let sheet = Field<SettlementSheet>("sheet")
    package static let atFault = Field<ContractParty>("atFault")
    package static let acceptanceBasis = Field<String>("basis", .text(200))
    package static let defects = Field<[ItemReason]>("defects")
    package static let dueDay = Field<Day>("dueDay")
}
