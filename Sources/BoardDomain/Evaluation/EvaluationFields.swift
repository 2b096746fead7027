extension F {
    package static let evaluatedContract = Field<String>("contract", .text(20))
    package static let windowEnd = Field<Instant>("windowEnd")
    package static let evidenceEvaluation = Field<String>("evaluation", .text(20))
    package static let evidenceKind = Field<EvidenceKind>("kind")
    /// Unique on the board.
    package static let documentNumber = Field<String>("number", .text(100))
    /// 分; nothing for an adoption or a rating.
    package static let evidenceAmount = Field<Money>("amount")
    package static let counterparty = Field<String>("counterparty", .unifiedCode)
    /// The day of the transaction.
    package static let evidenceDay = Field<Day>("date")
    package static let evidenceDigest = Field<Digest>("digest")
    /// A customer's rating, 1 to 5.
    package static let stars = Field<Int>("stars", .integer(1...5))
    /// The confirmed transaction that a rating rests on.
    package static let transaction = Field<String>("transaction", .text(20))
    package static let grade = Field<MarketGrade>("grade")
    package static let ratingInputs = Field<MarketRating>("inputs")
    /// 新产品产值, 市场占有率, 经济效益: the county's own yardsticks, shown beside the grade.
    package static let newProductValue = Field<Money>("newProductValue")
    package static let marketShare = Field<Int>("marketShare", .basisPoints)
    package static let economicBenefit = Field<Money>("economicBenefit")
}

extension RefusalCode {
    static let noSuchEvaluation = RefusalCode("noSuchEvaluation")
    static let outsideWindow = RefusalCode("outsideWindow")
    static let documentUsed = RefusalCode("documentUsed")
    static let ratedAlready = RefusalCode("ratedAlready")
    static let noConfirmedTransaction = RefusalCode("noConfirmedTransaction")
    static let nothingToRate = RefusalCode("nothingToRate")
    static let ratingStandsAlone = RefusalCode("ratingStandsAlone")
    static let notYourEvidence = RefusalCode("notYourEvidence")
    static let ownEvidence = RefusalCode("ownEvidence")
    static let amountMissing = RefusalCode("amountMissing")
    static let ratingByBuyerOnly = RefusalCode("ratingByBuyerOnly")
    static let recheckTooSoon = RefusalCode("recheckTooSoon")
}
