import BoardDomain

/// A signature as the log has it.
struct PrintSignature: Hashable {
    let person: PersonID
    let capacity: Capacity
    let organisation: String
    let at: Instant
    let position: Int64
}

extension PrintSource {
    /// Who signed an act, the last signature being the fact itself; of the last time it was given.
    ///
    /// - Parameter acts: the names under which earlier signatures stand.
    func signatures(
        of fact: EventType, acts: Set<String>, on subject: ObjectReference
    ) -> [PrintSignature] {
        var (given, found): ([PrintSignature], [PrintSignature]) = ([], [])
        for (row, event) in events(of: subject) {
            if event.type == fact {
                found = given + [signature(event, row.position)].compactMap { $0 }
                given = []
            } else if acts.contains(event.act) {
                switch event.type {
                case .stepProposed: given = [signature(event, row.position)].compactMap { $0 }
                case .stepSigned: given += [signature(event, row.position)].compactMap { $0 }
                default: given = []
                }
            }
        }
        return found
    }

    /// The signatures of a contract that stand: going back to the draft voids them (K3, K7).
    func signatures(of contract: Contract) -> (parties: [PrintSignature], pledge: PrintSignature?) {
        var (parties, pledge): ([PrintSignature], PrintSignature?) = ([], nil)
        for (row, event) in events(of: contract.reference) {
            switch event.type {
            case .contractSigned: parties += [signature(event, row.position)].compactMap { $0 }
            case .pledgeSigned: pledge = signature(event, row.position)
            case .contractReopened: (parties, pledge) = ([], nil)
            case .registrationRefused where event.state == ContractState.draft.rawValue:
                (parties, pledge) = ([], nil)
            default: break
            }
        }
        return (parties, pledge)
    }

    private func signature(_ event: Event, _ position: Int64) -> PrintSignature? {
        event.by.actor.person.map { person in
            PrintSignature(
                person: person, capacity: event.by.capacity,
                organisation: event.by.organisation, at: event.at, position: position)
        }
    }

    /// A place on the paper: filled from the log, or empty for a pen.
    func place(_ party: String, _ signature: PrintSignature?) -> PrintDocument.Place {
        guard let signature else {
            return PrintDocument.Place(party: party, lines: [wording.text("unsigned")])
        }
        return PrintDocument.Place(
            party: party,
            lines: [
                wording.named(
                    name(of: signature.person), wording.capacity(signature.capacity)),
                name(ofOrganisation: signature.organisation),
                wording.text(
                    "signedAt",
                    [
                        "at": wording.instant(signature.at),
                        "position": String(signature.position),
                    ]),
            ])
    }
}
