extension Turn {
    /// The contract that the turn's subject is or hangs on.
    var ownContract: Contract? { contract(of: subject) }

    /// The side of the contract for which the turn's person signs; nil for the bureau.
    var party: ContractParty? {
        switch signature.capacity {
        case .enterprise, .enterpriseSignatory, .workshop: .enterprise
        case .bidder, .bidderSignatory: .bidder
        default: nil
        }
    }

    /// An admitted objection against one of these objects.
    func hold(on objects: [ObjectReference]) -> Objection? {
        objections.all.first { $0.hold && objects.contains($0.object) }
    }

    /// Until when a contract may be signed: from the award (K4), or anew from a correction (K7).
    package func signingEnd(of contract: Contract) -> Instant {
        let award = days(.signMaxDays, after: contract.awardedAt ?? now)
        guard let corrected = contract.correctedAt else { return award }
        return max(award, days(.signCorrectDays, after: corrected))
    }

    /// When a termination can no more be objected to: `notice.days` from service (transitions, O).
    package func terminationFirm(of contract: Contract) -> Instant? {
        contract.terminatedAt.map { workdays(.noticeDays, after: $0) }
    }

    /// Puts the reason and clause of an effect's cause into what it records (I23).
    func takeReason(into record: inout Record) {
        record[F.reason] = cause?.fields[F.reason] ?? cause?.name
        record[F.clause] = cause?.fields[F.clause] ?? cause?.rule
    }

    /// Whether the reservation covers what a contract would commit beyond what it has (K9, K12).
    func uncovered(_ amount: Money) -> Breach? {
        let found = self.case
        let reserved = world.pool(ownPool)?.reserved[found.id] ?? .zero
        return amount > reserved
            ? Breach(.reservationTooSmall, given: amount.json, accepted: reserved.json) : nil
    }
}

extension RefusalCode {
    package static let reservationTooSmall = RefusalCode("reservationTooSmall")
}
