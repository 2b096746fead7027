import BoardDomain

/// What a viewer sees of one bid: the matrix of §15, one value a cell.
struct BidSight: Hashable {
    /// That it exists, and its state.
    var exists = false
    var bidder = false
    var content = false
    var amount = false
    /// Its rank and total.
    var result = false
    /// The score sheets behind the total.
    var sheets = false

    static let nothing = BidSight()
    static let everything = BidSight(
        exists: true, bidder: true, content: true, amount: true, result: true, sheets: true)
    private static let winner = BidSight(exists: true, bidder: true, amount: true, result: true)

    /// A bid in a case, for a viewer.
    static func of(_ bid: Bid, in found: Case, for viewer: Viewer) -> BidSight {
        let phase = Phase(of: found.challenge)
        let isWinner = [.proposed, .awarded].contains(bid.state)
        if viewer.isBidder(bid) {
            return BidSight(
                exists: true, bidder: true, content: true, amount: true,
                result: phase >= .noticed, sheets: phase == .awarded)
        }
        switch phase {
        case .unpublished, .open, .closed: return .nothing
        case .qualifying:
            return viewer.isOfficial
                ? BidSight(exists: true, bidder: true, content: true, amount: true) : .nothing
        case .evaluating:
            if viewer.isOfficial {
                return BidSight(exists: true, bidder: true, content: true, amount: true)
            }
            return isDeclaredExpert(viewer, in: found) && BidState.inEvaluation.contains(bid.state)
                ? BidSight(exists: true, content: true, amount: true) : .nothing
        case .noticed:
            if viewer.isOfficial { return .everything }
            if viewer.isEnterprise {
                return isWinner ? winner : BidSight(exists: true, result: true)
            }
            if isDeclaredExpert(viewer, in: found) {
                return isWinner ? winner : BidSight(exists: true, content: true, amount: true)
            }
            return isWinner ? winner : .nothing
        case .awarded:
            if viewer.isOfficial { return .everything }
            if viewer.isEnterprise {
                let isQualified = bid.rank != nil
                let isSecret = bid.content?.tradeSecret ?? false
                guard isQualified else { return isWinner ? winner : .nothing }
                return isSecret && !isWinner
                    ? BidSight(exists: true, bidder: true, result: true)
                    : BidSight(
                        exists: true, bidder: true, content: true, amount: true, result: true)
            }
            if isDeclaredExpert(viewer, in: found) {
                return isWinner ? winner : BidSight(exists: true, content: true, amount: true)
            }
            return isWinner ? winner : .nothing
        }
    }

    /// How many bids there are: a figure that says who is strong before anyone may know.
    static func seesCount(in found: Case, for viewer: Viewer, policy: Policy) -> Bool {
        switch Phase(of: found.challenge) {
        case .unpublished: false
        case .open:
            found.challenge.terms.record[F.showBidCount] ?? policy[.bidShowCount]
        case .closed: viewer.person == nil || viewer.capacities.isSuperset(of: [.publicReader])
        default: true
        }
    }

    private static func isDeclaredExpert(_ viewer: Viewer, in found: Case) -> Bool {
        found.seats.all.contains { $0.person == viewer.person && $0.state == .declared }
    }

    /// The rows of the matrix, in the order of the road.
    enum Phase: Int, Comparable {
        case unpublished, open, closed, qualifying, evaluating, noticed, awarded

        static func < (left: Phase, right: Phase) -> Bool { left.rawValue < right.rawValue }

        init(of challenge: Challenge) {
            let state =
                challenge.state == .cancelPending ? challenge.origin ?? .open : challenge.state
            switch state {
            case .draft, .submitted, .returned, .assisting, .arguing, .pooled, .approved,
                .rejected, .withdrawn:
                self = .unpublished
            case .open: self = .open
            case .closed, .cancelPending: self = .closed
            case .qualifying: self = .qualifying
            case .evaluating, .proposed: self = .evaluating
            case .noticed, .disputed: self = .noticed
            case .awarded, .executing, .marketEval, .settling, .concluded, .postReviewed,
                .terminated:
                self = .awarded
            // How far it came decides: an early end opens nothing that was closed, and closes
            // nothing that was open.
            case .cancelled, .unsuccessful, .revoked:
                self =
                    challenge.awardedAt != nil
                    ? .awarded : challenge.bidsOpenedAt != nil ? .qualifying : .closed
            }
        }
    }
}
