extension Panel {
    static let noPanelYet = Guard.standing("noPanelYet") { turn in
        turn.case.panelInForce.map {
            Breach(
                .panelExists, given: .string($0.id),
                accepted: .string(PanelState.dissolved.rawValue))
        }
    }

    static let rubricListed = Guard.standing("rubricListed") { turn in
        let rubric = turn.case.challenge.terms.rubric
        guard !rubric.isEmpty else {
            return Breach(.rubricMissing, given: .integer(0), accepted: .string("≥ 1"))
        }
        let weights = rubric.reduce(0) { $0 + $1.weight }
        return weights == 100
            ? nil
            : Breach(.rubricWeights, given: .integer(Int64(weights)), accepted: .integer(100))
    }

    static let sizes = Guard.input("panelSizes") { turn in
        guard let size = turn.fields[F.panelSize], let technical = turn.fields[F.technicalSeats]
        else { return nil }
        guard technical <= size else {
            return Breach(
                .panelSharesWrong, given: .integer(Int64(technical)),
                accepted: .string("≤ \(size)"))
        }
        return quorumBreach(size: size, technical: technical, policy: turn.policy)
    }

    /// A skill that nobody in the pool has lets the draw run dry, and is most often a slip.
    static let knownSkills = Guard.input("knownSkills") { turn in
        let known = Set(turn.expertPool.flatMap(\.skills))
        return turn.fields[F.panelSkills].first { !known.contains($0) }.map {
            Breach(.unknownSkill, given: .string($0), accepted: known.sorted().json)
        }
    }

    static let knownRegion = Guard.input("knownRegion") { turn in
        let known = Set(turn.expertPool.map(\.region)).subtracting([""])
        guard let region = turn.fields[F.panelRegion], !known.contains(region) else { return nil }
        return Breach(.unknownRegion, given: .string(region), accepted: known.sorted().json)
    }

    /// Only a party to the case may ask to avoid somebody.
    static let party = Guard.standing("avoidanceByParty") { turn in
        let own = turn.signature.organisation
        let parties = CaseParties(of: turn).organisations
        guard turn.signature.actor.person != nil, !parties.contains(own) else { return nil }
        return Breach(
            .avoidanceNoParty, given: .string(own), accepted: .array(parties.map(JSON.string)))
    }

    /// A party's requests are bounded; the enterprise's in the terms count as well.
    static let avoidanceLimit = Guard.standing("avoidanceLimit") { turn in
        let own = turn.signature.organisation
        let limit = turn.policy[.coiAvoidMax]
        let challenge = turn.case.challenge
        let listed = own == challenge.enterprise ? challenge.terms.avoidance.count : 0
        let asked = turn.subjectPanel?.avoidances.count { $0.party == own } ?? 0
        guard listed + asked >= limit else { return nil }
        return Breach(
            .avoidanceFull, given: .integer(Int64(listed + asked + 1)),
            accepted: .integer(Int64(limit)))
    }

    /// The draw needs the head at the close and the bidders' nonces and names (§5).
    static let opened = Guard.standing("bidsOpened") { turn in
        guard turn.case.challenge.closedHead == nil || turn.case.openedBids.isEmpty else {
            return nil
        }
        return Breach(
            .notOpened, given: .integer(Int64(turn.case.openedBids.count)),
            accepted: .string("≥ 1"))
    }

    static let exhausted = Guard.standing("orderExhausted") { turn in
        guard let panel = turn.subjectPanel, !turn.orderIsExhausted(of: panel) else { return nil }
        return Breach(
            .poolNotExhausted, given: .integer(Int64(turn.case.liveSeats(of: panel).count)),
            accepted: .string("< \(panel.size)"))
    }

    static let canWiden = Guard.standing("canWiden") { turn in
        guard let panel = turn.subjectPanel, panel.widening >= widest else { return nil }
        return Breach(
            .poolWidest, given: .integer(Int64(panel.widening)),
            accepted: .string("< \(widest)"))
    }

    static let inForce = Guard.standing("panelInForce") { turn in
        turn.isPanelInForce
            ? nil
            : Breach(.panelExists, given: .string(turn.subject.id), accepted: .string("–"))
    }

    /// The event that set the row off concerns a seat of this panel.
    static let ofThisPanel = Guard.standing("seatOfPanel") { turn in
        let seat = turn.cause.flatMap { turn.case.seats[$0.subject.id] }
        guard turn.isPanelInForce, seat?.panel == turn.subject.id else {
            return Breach(
                .panelExists, given: seat.map { .string($0.panel) },
                accepted: .string(turn.subject.id))
        }
        return nil
    }
}
