extension F {
    /// What the decision on an objection orders.
    package static let remedy = Field<Remedy>("remedy")
}

extension Objection {
    package static let facts = Field<String>("facts", .text(8000))
    package static let basis = Field<String>("basis", .text(2000))
    package static let request = Field<String>("request", .text(2000))
    package static let evidence = Field<[Digest]>("evidence")
    package static let notice = Field<String>("notice", .text(20))
    /// Where the window closed in which it was filed.
    package static let closes = Field<Instant>("closes")
    package static let isExOfficio = Field<Bool>("exOfficio")
    /// What an incomplete objection lacks.
    package static let items = Field<String>("items", .text(2000))
    package static let ground = Field<InadmissibilityGround>("ground")
    package static let into = Field<String>("into", .text(20))
    package static let hold = Field<Bool>("hold")
    package static let statement = Field<String>("statement", .text(8000))
    package static let result = Field<ObjectionResult>("result")
    /// The new text of the notice (更正公示).
    package static let correction = Field<String>("correction")
    /// The expert who is replaced for a new scoring (重新评分).
    package static let expert = Field<PersonID>("expert", .text(64))
    /// Whose misconduct came to light, and what it was (O6 → X1).
    package static let misconductBy = Field<String>("misconductBy", .text(64))
    package static let misconduct = Field<String>("misconduct", .text(8000))
    /// Which duty ran out, and who is to act now.
    package static let overdueRule = Field<String>("overdueRule", .text(20))
    package static let nextSupervisor = Field<PersonID>("nextSupervisor", .text(64))
    package static let party = Field<String>("party", .text(64))
}

/// Why an objection is not admitted (O3, §6).
package enum InadmissibilityGround: String, ChoiceValue {
    case late, anonymous, noInterest, incomplete
}

/// What the decision on an objection or an appeal comes to (O6, O9).
package enum ObjectionResult: String, ChoiceValue { case upheld, partlyUpheld, dismissed }

extension RefusalCode {
    package static let notObjectable = RefusalCode("notObjectable")
    package static let objectionWindowClosed = RefusalCode("objectionWindowClosed")
    package static let noInterest = RefusalCode("noInterest")
    package static let objectionWithoutEvidence = RefusalCode("objectionWithoutEvidence")
    package static let notTheFiler = RefusalCode("notTheFiler")
    package static let filerCannotRespond = RefusalCode("filerCannotRespond")
    package static let completionAskedBefore = RefusalCode("completionAskedBefore")
    package static let completionNotAsked = RefusalCode("completionNotAsked")
    package static let completionTooLate = RefusalCode("completionTooLate")
    package static let completionStillRuns = RefusalCode("completionStillRuns")
    package static let notTheSameMatter = RefusalCode("notTheSameMatter")
    package static let notIndependent = RefusalCode("notIndependent")
    package static let sameDecider = RefusalCode("sameDecider")
    package static let defenceStillRuns = RefusalCode("defenceStillRuns")
    package static let defenceIsOver = RefusalCode("defenceIsOver")
    package static let remedyUnfit = RefusalCode("remedyUnfit")
    package static let correctionMissing = RefusalCode("correctionMissing")
    package static let remedyBidMissing = RefusalCode("remedyBidMissing")
    package static let misconductIncomplete = RefusalCode("misconductIncomplete")
    package static let appealWindowClosed = RefusalCode("appealWindowClosed")
    package static let notTouched = RefusalCode("notTouched")
    package static let waivedBefore = RefusalCode("waivedBefore")
}
