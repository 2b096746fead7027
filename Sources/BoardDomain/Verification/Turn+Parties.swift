extension Turn {
    /// The organisations on the bidder's side of a contract: the lead, the consortium, the team's.
    func bidderSide(of contract: Contract) -> Set<String> {
        let content = caseIfAny?.bids[contract.bid]?.content
        return Set(
            [contract.bidder] + (content?.consortium.map(\.creditCode) ?? [])
                + (content?.team.map(\.organisation) ?? [])
        ).subtracting([""])
    }

    /// A party of the contract, or controlled by the same hand as one, in either direction.
    func isRelated(_ organisation: String, toPartiesOf contract: Contract) -> Bool {
        let enterprise = caseIfAny.flatMap { $0.exists ? $0.challenge.enterprise : nil }
        let parties = bidderSide(of: contract).union(enterprise.map { [$0] } ?? [])
        return parties.contains(organisation)
            || parties.contains { world.directory.isControlled(organisation, by: $0) }
    }

    /// The object that the effect's cause speaks of: what an objection is raised against.
    var objectOfCause: ObjectReference? {
        guard let cause else { return nil }
        return cause.fields[name: "object"].flatMap(ObjectReference.init(json:))
            ?? objections[cause.subject.id]?.object
    }

    /// The remedy that the effect's cause orders.
    var remedyOfCause: Remedy? {
        guard let cause else { return nil }
        return cause.fields[name: "remedy"].flatMap(Remedy.init(json:))
            ?? objections[cause.subject.id]?.remedy
    }

    /// An objection to the subject that has not ended, admitted or not.
    func hasOpenObjection(to object: ObjectReference) -> Bool {
        objections.all.contains { $0.object == object && !$0.state.isTerminal }
    }
}

extension Guard {
    /// Whether an effect concerns this object at all: where not, the row passes it over.
    static func concerned(_ name: String, _ test: @escaping @Sendable (Turn) -> Bool) -> Guard {
        .standing(name) { turn in test(turn) ? nil : Breach(.notConcerned) }
    }
}
