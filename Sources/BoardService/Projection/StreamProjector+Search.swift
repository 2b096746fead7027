import BoardDomain
import BoardEventLog

/// What a case is found by, and what of it is counted.
extension StreamProjector {
    /// Of the terms only what everybody may read who sees the case (§3: confidentiality class); who
    /// may not see the case does not find it either.
    func searchText(of found: Case) -> SearchText? {
        guard found.exists else { return nil }
        let terms = found.challenge.terms
        var body = [found.id, found.challenge.enterpriseName]
        if terms.confidentiality == .open {
            let indicators = terms.indicators.flatMap { [$0.name, $0.method] }
            let texts = [terms.record[F.background], terms.record[F.indicatorNotes]]
            body += texts.compactMap(\.self) + indicators
        }
        return SearchText(title: terms.title, body: body)
    }

    func stays(of aggregate: any Aggregate) -> [StayRow] {
        guard let found = aggregate as? Case, found.exists else { return [] }
        return found.challenge.stays.map {
            StayRow(lane: $0.lane.rawValue, from: $0.from, until: $0.until)
        }
    }

    /// The contracts that came into force: who has dealt with whom (COI).
    func dealings(of aggregate: any Aggregate) -> [DealingRow] {
        guard let found = aggregate as? Case, found.exists else { return [] }
        return found.contracts.all.compactMap { contract in
            contract.effectiveAt.map {
                DealingRow(found.challenge.enterprise, contract.bidder, day: $0.day)
            }
        }
    }
}
