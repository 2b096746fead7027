private typealias Row = Rows<ChallengeState>

extension Challenge {
    /// An opener who leaves hands his shares on before: re-wrapped for a successor, whom the bids
    /// that follow are sealed to (G14, §4). Whoever cannot any more leaves C16b.
    static let successionRows: [Transition] = [
        Row.command(
            "G14", "hand-on-shares", variant: "opener", from: [.open, .closed], to: [],
            by: .any(.opener),
            fields: [.required(F.openerSuccessor), .confidential(F.handedShares)], reason: true,
            guards: [firstToOpen, successorPaired, sharesForEveryBid, sharesForSuccessor],
            events: [.openerSucceeded], action: succeed)
    ]

    private static let successorPaired = Guard.input("successorPaired") { turn in
        guard let successor = turn.fields[F.openerSuccessor],
            case .person(let person) = turn.signature.actor
        else { return nil }
        let openers = turn.case.challenge.openers
        if openers.contains(where: { $0.person == successor.person }) {
            return Breach(
                .openersNotPaired, given: .string(successor.person),
                accepted: .array([Role.caseOfficer.json, Role.supervisor.json]))
        }
        return unpaired(openers.map { $0.person == person ? successor : $0 }, turn)
    }

    private static let sharesForSuccessor = Guard.input("sharesForSuccessor") { turn in
        let person = turn.fields[F.openerSuccessor]?.person ?? ""
        let other = turn.confidential[F.handedShares].first {
            $0.holder != person || $0.wrapped.isEmpty
        }
        return other.map {
            Breach(.sharesNotForOpeners, given: .string($0.holder), accepted: .string(person))
        }
    }

    private static let succeed: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let waiting = turn.docket.steps.compactMap { $0.fields[F.commitment]?.text }
        turn.record(.openerSucceeded) { $0[F.commitments] = waiting }
        turn.deposit(handedShares(in: turn))
        guard case .person(let person) = turn.signature.actor else { return }
        let found = turn.case
        for bid in found.bids.in(.sealed) {
            guard let name = bid.keyName(in: found.id) else { continue }
            turn.withdrawKeys(ofBid: name, opener: person)
        }
    }
}
