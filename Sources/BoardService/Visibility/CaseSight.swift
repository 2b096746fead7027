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
        // By its title and its enterprise, so that he can say whether he may judge it (P15).
        if isNamed(viewer, in: found) { return true }
        return found.challenge.publishedAt != nil
    }

    /// Whether the indicators and the background are shown (§3: confidentiality class).
    static func seesTerms(_ found: Case, _ viewer: Viewer) -> Bool {
        let isClose =
            viewer.isOfficial || viewer.isEnterprise
            || !viewer.capacities.isDisjoint(with: [.argumentExpert, .panelExpert, .liaison])
        if isClose { return true }
        if found.challenge.publishedAt == nil, isNamed(viewer, in: found) { return false }
        switch found.challenge.terms.confidentiality {
        case .open: return true
        case .bidders: return viewer.capacities.contains(.bidder)
        case .restricted:
            return found.bids.all.contains { viewer.isBidder($0) }
        }
    }

    /// Whether a viewer is to argue the need and has not declared yet.
    static func isNamed(_ viewer: Viewer, in found: Case) -> Bool {
        found.argumentSeats.all.contains { $0.person == viewer.person && $0.state == .named }
    }

    /// The officials, the enterprise and the contract's own bidder: who sees its text, its shares, its
    /// figures. Lanes of a race compete: the bidder of one learns of another what the public does.
    static func isParty(to contract: Contract, _ viewer: Viewer) -> Bool {
        viewer.isOfficial || viewer.isEnterprise || viewer.organisations.contains(contract.bidder)
    }

    /// Of a contract that is not concluded yet only the parties know: what it says until then is the
    /// draft of one of them (§15 shows a contract's value, and a draft has none).
    static func sees(_ contract: Contract, _ viewer: Viewer) -> Bool {
        isParty(to: contract, viewer) || contract.effectiveAt != nil
            || [.signed, .registered].contains(contract.state)
    }

    /// Whether a viewer is a party to what an object of the execution hangs on.
    static func isParty(to object: ObjectReference, in found: Case, _ viewer: Viewer) -> Bool {
        if viewer.isOfficial || viewer.isEnterprise { return true }
        // A gate is decided between all its lanes (M21).
        if object.machine == .gate {
            return found.contracts.all.contains { isParty(to: $0, viewer) }
        }
        return (found.contract(of: object) ?? draftedContract(of: object, in: found))
            .map { isParty(to: $0, viewer) } ?? false
    }

    /// The milestone of a protocol that is drafted with the text is planned, and stands only later.
    private static func draftedContract(of object: ObjectReference, in found: Case) -> Contract? {
        found.verifications[object.id].flatMap { verification in
            object.machine == .verification
                ? found.contracts[String(verification.milestone.prefix { $0 != "." })] : nil
        }
    }

    /// Named in the protocol, or charged with the retest.
    static func isLaboratory(of verification: Verification, _ viewer: Viewer) -> Bool {
        let named = [
            verification.protocolText?.laboratory ?? "", verification.retestLaboratory,
        ]
        return viewer.capacities.contains(.laboratory)
            && named.contains(where: viewer.organisations.contains)
    }

    /// Whether contracts, milestones and what follows from them are shown at all.
    static func seesExecution(_ found: Case, _ viewer: Viewer) -> Bool {
        found.challenge.awardedAt != nil
            && (seesTerms(found, viewer) || viewer.isOfficial || viewer.isEnterprise)
    }

    /// The protocol, the runs and the values.
    static func sees(_ verification: Verification, in found: Case, _ viewer: Viewer) -> Bool {
        isParty(to: verification.reference, in: found, viewer)
            || isLaboratory(of: verification, viewer)
    }

    /// An objection is between its filer and the bureau; whom it touches learns what it says, and not
    /// who says it, once there is a hearing (O5). Who lost is nobody's to know from it (I22).
    static func sight(of objection: Objection, in found: Case, _ viewer: Viewer) -> EventSight {
        let isFiler =
            viewer.person != nil && viewer.person == objection.filer
            || !objection.isExOfficio && viewer.organisations.contains(objection.filerOrganisation)
        if viewer.isOfficial || isFiler { return .whole }
        let isHeard = objection.defenceUntil != nil
        let isTouched = found.parties(touchedBy: objection.object).contains {
            $0.map(viewer.organisations.contains) ?? false
        }
        return isHeard && isTouched ? .unsigned : .hidden
    }

    /// From its notice on the public knows of a payout.
    static func isPublic(_ payout: Payout) -> Bool {
        [.noticed, .approved, .queued, .ordered, .paid].contains(payout.state)
    }
}
