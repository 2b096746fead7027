/// Whether a supervisor has acted on nothing else in the case (§1): whoever opened bids, witnessed,
/// co-signed, or brought the matter up decides no objection and no sanction in it.
enum Independence {
    private static let ofObjections: Set<String> = ["O2", "O3", "O4", "O5", "O6", "O9"]
    private static let ofSanctions: Set<String> = ["X2", "X3", "X5", "X6", "X11", "X12", "N6"]

    /// The first act of a person that stands against its deciding the turn's subject.
    static func breach(of person: PersonID, in turn: Turn) -> Breach? {
        let isSanction = turn.subject.machine == .sanction
        let own = isSanction ? ofObjections.union(ofSanctions) : ofObjections
        let other =
            turn.docket.acts(of: person).first { !own.contains(number(of: $0.rule)) }
            ?? actInChallenge(of: person, in: turn)
        return other.map {
            Breach(
                .notIndependent, given: .string(person), accepted: nil,
                [
                    "earlier": .string($0.rule), "object": .string($0.subject.text),
                ])
        }
    }

    static func breach(in turn: Turn) -> Breach? {
        turn.signature.actor.person.flatMap { breach(of: $0, in: turn) }
    }

    /// A sanction has a stream of its own; the acts in the challenge it came from count as well.
    private static func actInChallenge(of person: PersonID, in turn: Turn) -> Docket.Act? {
        guard let id = (turn.world[turn.stream].aggregate as? SanctionFile)?.sanction?.challenge
        else { return nil }
        return turn.world[StreamID(.challenge, id)].aggregate.docket.acts(of: person).first {
            !ofObjections.contains(number(of: $0.rule))
        }
    }

    /// `O3` of `O3/merge`.
    private static func number(of rule: String) -> String {
        String(rule.prefix { $0 != "/" })
    }
}
