extension Sanction {
    /// A unified code or a person's id.
    package static let target = Field<String>("target", .text(64))
    package static let facts = Field<String>("facts", .text(8000))
    package static let evidence = Field<[Digest]>("evidence")
    package static let statement = Field<String>("statement", .text(8000))
    package static let decision = Field<SanctionDecision>("decision")
    /// A restriction without end.
    package static let isLifetime = Field<Bool>("lifetime")
}

extension RefusalCode {
    package static let restricted = RefusalCode("restricted")
    package static let sanctionTargetUnknown = RefusalCode("sanctionTargetUnknown")
    package static let reportOnOneself = RefusalCode("reportOnOneself")
    package static let reporterDecides = RefusalCode("reporterDecides")
    package static let sanctionEvidenceMissing = RefusalCode("sanctionEvidenceMissing")
    package static let sanctionTermUnfit = RefusalCode("sanctionTermUnfit")
    package static let nothingToPublish = RefusalCode("nothingToPublish")
    package static let repairTooSoon = RefusalCode("repairTooSoon")
}
