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
}
