/// Why an expert may not sit: a conflict of interest (§5), or a quota of the draw.
package enum SkipReason: String, ChoiceValue {
    /// It is, or acts for, the enterprise or a bidder, or stands in a bidder's team.
    case samePerson
    /// One organisation, now or within `coi.sameOrgYears`.
    case sameOrganisation
    case sameController
    /// Kin, tutor or student, declared by either.
    case kinship
    /// A paper or patent together within `coi.coauthorYears`, declared by either.
    case coauthor
    /// A contract or payment within `coi.contractYears`.
    case contract
    /// The enterprise's liaison.
    case liaison
    /// It argued on this challenge (`argue.mayScore`).
    case argued
    /// A party asked beforehand to keep it off.
    case avoidance
    /// It has done something else in this case (§1, I11).
    case actedInCase
    /// Under an effective sanction (X8).
    case restricted
    /// Its organisation has its seats already (`panel.perOrg`).
    case organisationFull
    /// The seats that need not be technical are taken (`panel.technicalShare`).
    case technicalShare

    /// The reasons that lie in the expert and not in who else was drawn.
    package static let conflicts: [SkipReason] = allCases.filter {
        ![.organisationFull, .technicalShare].contains($0)
    }
}

/// A conflict that a hard rule found, and with whom.
package struct ConflictHit: Hashable, Sendable, Codable {
    package let rule: SkipReason
    /// The organisation or person on the other side.
    package let against: String

    package init(_ rule: SkipReason, against: String) {
        self.rule = rule
        self.against = against
    }
}
