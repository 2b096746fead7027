/// Roles that one natural person never holds at a time, whatever the case (§1, G8).
///
/// What may go together in the directory but not in one case, such as case officer and reviewer, is
/// separated case by case (`SeparationOfDuties`).
package enum StaticSeparation {
    private static let officials: Set<Role> = [
        .caseOfficer, .reviewer, .financeReviewer, .payer, .supervisor,
    ]
    private static let parties: Set<Role> = [
        .enterprise, .signatory, .bidder, .workshop, .laboratory, .buyer,
    ]

    package static func exclude(_ one: Role, _ other: Role) -> Bool {
        guard one != other else { return false }
        let pair: Set<Role> = [one, other]
        // Administrators have no part in any case; auditors read and write nothing.
        if pair.contains(.administrator) || pair.contains(.auditor) { return true }
        if pair == [.financeReviewer, .payer] { return true }
        return !pair.isDisjoint(with: officials) && !pair.isDisjoint(with: parties)
    }

    /// Roles of the government's side: only for organisations of that kind.
    package static let governmental: Set<Role> = officials.union([.administrator, .auditor])

    /// Roles that a second administrator signs (G9).
    package static let countersigned: Set<Role> = [
        .reviewer, .financeReviewer, .payer, .supervisor, .auditor, .administrator,
    ]

    /// Roles that an organisation's own signatory may propose (G8).
    package static let own: Set<Role> = parties
}
