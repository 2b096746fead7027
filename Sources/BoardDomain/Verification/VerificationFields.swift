extension F {
    /// The milestone that is verified, `contract.sequence`.
    package static let verifiedMilestone = Field<String>("milestone", .text(20))
    /// The indicators of a draft.
    package static let protocolDemands = Field<[ProtocolDemand]>("items")
    /// The whole text of a protocol.
    package static let protocolText = Field<VerificationProtocol>("protocol")
    /// SHA-256 of the protocol's canonical JSON.
    package static let protocolDigest = Field<Digest>("protocolDigest")
    /// When the test is to begin.
    package static let scheduledAt = Field<Instant>("scheduledAt")
    /// The reservation of the line or the laboratory.
    package static let booking = Field<String>("booking", .text(200))
    /// Digest of the report as a document.
    package static let reportDigest = Field<Digest>("report")
    /// From 1, over measured and aborted runs alike (V2).
    package static let runSerial = Field<Int>("serial")
    package static let measuredRuns = Field<Int>("measuredRuns")
    package static let abortedRuns = Field<Int>("abortedRuns")
    /// What was computed, by indicator.
    package static let measured = Field<[Measured]>("measured")
    /// Parties whose countersignature is missing.
    package static let missingParties = Field<[String]>("missing", .list(.text(40)))
    /// Digests of the papers that close the conditions.
    package static let conditionEvidence = Field<[Digest]>("evidence")
    /// The runs of a retest.
    package static let retestRuns = Field<[VerificationRun]>("runs")
    package static let retestUntil = Field<Instant>("until")
    package static let verdictPassed = Field<Bool>("passed")
    /// The party that bears the retest: the one that was wrong.
    package static let retestPaidBy = Field<String>("paidBy", .unifiedCode)
    /// The state before a dispute.
    package static let verificationOrigin = Field<VerificationState>("origin")
}
