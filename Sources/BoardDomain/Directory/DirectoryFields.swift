extension F {
    package static let code = Field<String>("code", .unifiedCode)
    package static let name = Field<String>("name", .text(100))
    package static let organisationKind = Field<OrganisationKind>("kind")
    /// Who controls an organisation: another organisation's code or a person's name.
    package static let controller = Field<String>("controller", .text(100))
    package static let chains = Field<[String]>("chains", .list(.text(40)))
    package static let contactDomain = Field<String>("contactDomain", .text(100))
    package static let person = Field<PersonID>("person", .text(64))
    package static let role = Field<Role>("role")
    package static let organisation = Field<String>("organisation", .unifiedCode)
    package static let from = Field<Instant>("from")
    package static let until = Field<Instant>("until")
    /// Digest of the identity number.
    package static let naturalKey = Field<Digest>("naturalKey")
    package static let profile = Field<ExpertProfile>("profile")
    /// Digest of the county's document that an act rests on.
    package static let basisDocument = Field<Digest>("document")
    /// The organisation that takes over all rights and duties (G4).
    package static let successorCode = Field<String>("successor", .unifiedCode)
    /// Who takes over a person's work (G13).
    package static let handOverSuccessor = Field<PersonID>("successor", .text(64))
    /// What is handed over, `challenge/XC-2026-0007`.
    package static let handOverItems = Field<[String]>("items", .list(.text(100)))
    package static let appointmentID = Field<String>("appointment", .text(8))
    package static let holder = Field<PersonID>("holder", .text(64))
    package static let calendarYear = Field<Int>("year", .integer(2000...2200))
    /// The year file's JSON: `{year, papers, days}`.
    package static let calendarDays = Field<String>("days", .text(20_000))
}
