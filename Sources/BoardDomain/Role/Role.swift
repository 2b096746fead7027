/// The roles that a person is appointed to (§1); an appointment ties one to an organisation.
package enum Role: String, ChoiceValue {
    case enterprise, signatory, caseOfficer, reviewer, argumentExpert, panelExpert, bidder, workshop
    case laboratory, buyer, financeReviewer, payer, supervisor, liaison, administrator, auditor
}

/// What a person acts as in one case: a role, and for which side of the case.
///
/// `signatory` is one role, but the enterprise's signature never stands in for the bidder's; the
/// chair and the openers hold their place by the case itself and not by an appointment.
package enum Capacity: String, ChoiceValue {
    case enterprise, enterpriseSignatory, bidder, bidderSignatory, caseOfficer, reviewer
    case argumentExpert, argumentChair, panelExpert, panelChair, opener, workshop, laboratory, buyer
    case financeReviewer, payer, supervisor, liaison, administrator, auditor
    /// The party that a sanction, an objection or an appeal concerns, and anyone with an interest in it.
    case subject, interestedParty
    /// The person or organisation that a step of the directory concerns itself.
    case oneself, ownSignatory
    case clock, publicReader
}

/// The natural person of the log; separation of duties is judged by it, never by an account.
package typealias PersonID = String
