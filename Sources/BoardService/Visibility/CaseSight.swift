import BoardDomain

/// Whether a viewer sees a case at all, and how much of its terms.
enum CaseSight {
    /// Before publication a case is between the enterprise and the bureau; a list is public.
    static func sees(_ found: Case, _ viewer: Viewer) -> Bool {
        guard found.exists else { return false }
        if viewer.isOfficial || viewer.isEnterprise { return true }
        if viewer.capacities.contains(.liaison) || viewer.capacities.contains(.argumentExpert) {
            return true
        }
        return found.challenge.publishedAt != nil
    }

    /// Whether the indicators and the background are shown (§3: confidentiality class).
    static func seesTerms(_ found: Case, _ viewer: Viewer) -> Bool {
        let isClose =
            viewer.isOfficial || viewer.isEnterprise
            || !viewer.capacities.isDisjoint(with: [.argumentExpert, .panelExpert, .liaison])
        if isClose { return true }
        switch found.challenge.terms.confidentiality {
        case .open: return true
        case .bidders: return viewer.capacities.contains(.bidder)
        case .restricted:
            return found.bids.all.contains { viewer.isBidder($0) }
        }
    }

    /// The officials, the enterprise and the contracts' bidders: who sees texts, shares, figures.
    static func isParty(_ found: Case, _ viewer: Viewer) -> Bool {
        viewer.isOfficial || viewer.isEnterprise
            || found.contracts.all.contains { viewer.organisations.contains($0.bidder) }
    }

    /// Whether contracts, milestones and what follows from them are shown at all.
    static func seesExecution(_ found: Case, _ viewer: Viewer) -> Bool {
        found.challenge.awardedAt != nil
            && (seesTerms(found, viewer) || viewer.isOfficial || viewer.isEnterprise)
    }

    static func seesVerifications(_ found: Case, _ viewer: Viewer) -> Bool {
        seesExecution(found, viewer)
            && (isParty(found, viewer) || viewer.capacities.contains(.laboratory))
    }

    /// From its notice on the public knows of a payout.
    static func isPublic(_ payout: Payout) -> Bool {
        [.noticed, .approved, .queued, .ordered, .paid].contains(payout.state)
    }
}
