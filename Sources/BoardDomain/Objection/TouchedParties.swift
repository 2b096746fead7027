/// Whom a decision touches: who may object to it outside a notice, appeal, or waive an appeal.
enum TouchedParties {
    /// Unified codes, or persons where no organisation stands behind one.
    static func of(_ object: ObjectReference, in turn: Turn) -> Set<String> {
        let parties: Set<String?> =
            switch turn.world[turn.stream].aggregate {
            case let file as SanctionFile: [file.sanction?.target]
            case let claim as PolicyClaim: [claim.payouts[object.id]?.payee]
            case let found as Case where found.exists: found.parties(touchedBy: object)
            default: []
            }
        return Set(parties.compactMap(\.self)).subtracting([""])
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
}

extension Case {
    /// Unified codes of those whom a decision on an object of the case touches.
    package func parties(touchedBy object: ObjectReference) -> Set<String?> {
        let enterprise = challenge.enterprise
        return switch object.machine {
        case .challenge: biddersInPlay.union([enterprise])
        case .bid: [bids[object.id]?.bidder]
        case .gate: Set([enterprise] + contracts.all.map(\.bidder))
        case .payout: [enterprise, payouts[object.id]?.payee]
        default: [enterprise, contract(of: object)?.bidder]
        }
    }

    /// Whoever has neither given up nor been excluded: the result of the call is about them.
    private var biddersInPlay: Set<String?> {
        let out: [BidState] = [.draft, .withdrawn, .disqualified]
        return Set(
            bids.all.filter { !$0.state.isTerminal && !out.contains($0.state) }.map(\.bidder))
    }
}
