/// Whom a decision touches: who may object to it outside a notice, appeal, or waive an appeal.
enum TouchedParties {
    /// Unified codes, or persons where no organisation stands behind one.
    static func of(_ object: ObjectReference, in turn: Turn) -> Set<String> {
        switch turn.world[turn.stream].aggregate {
        case let file as SanctionFile: Set([file.sanction?.target].compactMap(\.self))
        case let claim as PolicyClaim: Set([claim.payouts[object.id]?.payee].compactMap(\.self))
        case let found as Case where found.exists: inCase(found, object, turn)
        default: []
        }
    }

    /// Those whom the decision on an objection touches, with its filer (O8, O10).
    static func of(_ objection: Objection, in turn: Turn) -> Set<String> {
        of(objection.object, in: turn).union([objection.filerParty])
    }

    /// The party of a set for which a signature stands; nil where it stands for none.
    static func party(of signature: Signature, among parties: Set<String>) -> String? {
        if let person = signature.actor.person, parties.contains(person) { return person }
        return parties.contains(signature.organisation) ? signature.organisation : nil
    }

    private static func inCase(
        _ found: Case, _ object: ObjectReference, _ turn: Turn
    ) -> Set<String> {
        let enterprise = found.challenge.enterprise
        switch object.machine {
        case .challenge:
            let bidders = found.bids.all.filter(\.isInTheRunning).map(\.bidder)
            return Set([enterprise] + bidders)
        case .bid: return Set([found.bids[object.id]?.bidder].compactMap(\.self))
        case .gate: return Set([enterprise] + found.contracts.all.map(\.bidder))
        case .payout:
            return Set([enterprise] + [found.payouts[object.id]?.payee].compactMap(\.self))
        default:
            return Set([enterprise] + [turn.contract(of: object)?.bidder].compactMap(\.self))
        }
    }
}

extension Bid {
    /// Neither given up nor excluded: the result of the call is about it.
    fileprivate var isInTheRunning: Bool {
        !state.isTerminal && ![.draft, .withdrawn, .disqualified].contains(state)
    }
}
