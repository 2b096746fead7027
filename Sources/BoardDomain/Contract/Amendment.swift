/// A change of a contract that is under way (K11–K13).
package struct Amendment: Hashable, Sendable, Codable {
    package let kind: AmendmentKind
    /// The members of the text that change.
    package let changes: Record
    package let indicatorChanges: [IndicatorChange]
    package let proposer: ContractParty
    package let proposedAt: Instant
    /// What it is for, in the proposer's words.
    package let summary: String
    /// Parties whose signatory has signed.
    package internal(set) var signedBy: Set<ContractParty> = []
    /// The experts' opinions, needed where a must is relaxed.
    package internal(set) var opinions: [PersonID: Bool] = [:]
    /// The new lead has signed the pledge.
    package internal(set) var pledgeSigned = false

    init(_ event: Event) {
        kind = event.fields[F.amendmentKind, default: .clause]
        changes = ContractText().merging(event.fields).record
        indicatorChanges = event.fields[F.indicatorChanges]
        proposer = event.fields[F.party, default: .enterprise]
        proposedAt = event.at
        summary = event.fields[F.summary, default: ""]
    }

    /// The new lead; nil where the lead stays.
    package func newLead(of contract: Contract) -> PersonID? {
        changes[F.lead].flatMap { $0 == contract.text.lead ? nil : $0 }
    }

    /// Numbers of the *must* indicators that it relaxes.
    package func relaxed(in terms: Terms, contract: Contract) -> [Int] {
        indicatorChanges.filter { change in
            contract.indicators(of: terms).first { $0.number == change.number }
                .map(change.relaxes) ?? false
        }.map(\.number)
    }
}

/// Why somebody wants to end a contract, and who has been heard about it (K17).
package struct TerminationGround: Hashable, Sendable, Codable {
    package let cause: TerminationCause
    /// Nil where the bureau states it.
    package let party: ContractParty?
    package let statedAt: Instant
    /// Until then the other side is heard.
    package let until: Instant
    /// The sides that have answered, and whether they consent.
    package internal(set) var answers: [ContractParty: Bool] = [:]

    /// The sides that have to be heard.
    package var others: [ContractParty] { party.map { [$0.other] } ?? [.enterprise, .bidder] }
}
