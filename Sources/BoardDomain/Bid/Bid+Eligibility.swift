extension RefusalCode {
    static let sealLeftOut = RefusalCode("sealLeftOut")
    static let cureUsedUp = RefusalCode("cureUsedUp")
    static let noPapersNamed = RefusalCode("noPapersNamed")
    static let cureOver = RefusalCode("cureOver")
    static let noDocuments = RefusalCode("noDocuments")
    static let overBudget = RefusalCode("overBudget")
    static let overCountyShare = RefusalCode("overCountyShare")
    static let mustUnanswered = RefusalCode("mustUnanswered")
    static let leadIsNotBidder = RefusalCode("leadIsNotBidder")
    static let memberInTwoBids = RefusalCode("memberInTwoBids")
    static let bidsUndecided = RefusalCode("bidsUndecided")
    static let groundDoesNotHold = RefusalCode("groundDoesNotHold")
}

/// The guards of the eligibility review (B11 to B14), over what came out of the seal.
extension Bid {
    static let cureLeft = Guard.standing("cureLeft") { turn in
        turn.bid?.cureUsed == true ? Breach(.cureUsedUp, given: 2, accepted: 1) : nil
    }

    static let papersNamed = Guard.input("papersNamed") { turn in
        turn.fields[F.papers].isEmpty
            ? Breach(.noPapersNamed, given: 0, accepted: .array(FormalPaper.allCases.map(\.json)))
            : nil
    }

    static let beforeCureEnds = Guard.standing("beforeCureEnds") { turn in
        guard let until = turn.bid?.cureUntil, turn.now >= until else { return nil }
        return Breach(.cureOver, given: turn.now.json, accepted: until.json)
    }

    static let documentsGiven = Guard.input("documentsGiven") { turn in
        turn.fields[F.documents].isEmpty ? Breach(.noDocuments, given: 0, accepted: 1) : nil
    }

    static let withinBudget = Guard.standing("withinBudget") { turn in
        overBudget(in: turn)
    }

    static let withinCountyShare = Guard.standing("withinCountyShare") { turn in
        turn.bid?.content.flatMap { overCountyShare($0, turn.case.challenge.terms) }
    }

    static let mustsAnswered = Guard.standing("mustsAnswered") { turn in
        unanswered(in: turn)
    }

    /// Who sealed is who leads: nobody bids in another's name.
    static let leadIsBidder = Guard.standing("leadIsBidder") { turn in
        turn.bid.flatMap { bid in bid.content.flatMap { strangeLead(of: $0, bidder: bid.bidder) } }
    }

    static let membersIndependent = Guard.standing("membersIndependent") { turn in
        memberBreach(in: turn) { dependence(of: $0, in: turn) }
    }

    static let membersUnrestricted = Guard.standing("membersUnrestricted") { turn in
        memberBreach(in: turn) { turn.restrictionBreach($0) }
    }

    /// One bid per member of a consortium; it can be judged only now that all are open.
    static let membersOnce = Guard.standing("membersOnce") { turn in
        guard let other = sharing(in: turn).first, let bid = turn.bid else { return nil }
        let common = bid.members.filter(other.members.contains)
        return Breach(
            .memberInTwoBids, given: .array(common.map(JSON.string)), accepted: nil,
            ["bid": .string(other.reference.text)])
    }

    /// A ground that the board can compute has to hold; the others are for people to judge.
    static let groundHolds = Guard.input("groundHolds") { turn in
        guard let ground = turn.fields[F.ground] else { return nil }
        let holds: Bool? =
            switch ground {
            case .overBudget: (overBudget(in: turn) ?? withinCountyShare.breach(turn)) != nil
            case .mustUnanswered: unanswered(in: turn) != nil
            case .memberTwice: membersOnce.breach(turn) != nil
            case .notIndependent: membersIndependent.breach(turn) != nil
            case .restricted: membersUnrestricted.breach(turn) != nil
            case .formalPapers, .solverConditions, .other: nil
            }
        guard holds == false else { return nil }
        return Breach(
            .groundDoesNotHold, given: ground.json,
            accepted: .array(
                [DisqualificationGround.formalPapers, .solverConditions, .other].map(\.json)))
    }

    /// What the bidder's own program finds before it seals (B3): once sealed, nobody can tell before
    /// the opening, and then it is too late.
    ///
    /// - Parameter bidder: the unified code of whoever seals; nil where that is not told.
    /// - Throws: `overBudget`, `overCountyShare`, `mustUnanswered`, `leadIsNotBidder`.
    package static func check(
        _ content: BidContent, against terms: Terms, by bidder: String?
    ) throws(Refusal) {
        let breach =
            overBudget(content, terms) ?? overCountyShare(content, terms)
            ?? unanswered(content, terms) ?? bidder.flatMap { strangeLead(of: content, bidder: $0) }
        if let breach { throw Refusal(rule: "B3", breach) }
    }

    private static func strangeLead(of content: BidContent, bidder: String) -> Breach? {
        guard let lead = content.consortium.first,
            (try? UnifiedCode(lead.creditCode))?.text != bidder
        else { return nil }
        return Breach(
            .leadIsNotBidder, given: .string(lead.creditCode), accepted: .string(bidder))
    }

    private static func overBudget(in turn: Turn) -> Breach? {
        turn.bid?.content.flatMap { overBudget($0, turn.case.challenge.terms) }
    }

    private static func overBudget(_ content: BidContent, _ terms: Terms) -> Breach? {
        content.amountFen > terms.budget.fen
            ? Breach(
                .overBudget, given: Money(fen: content.amountFen).json, accepted: terms.budget.json)
            : nil
    }

    private static func overCountyShare(_ content: BidContent, _ terms: Terms) -> Breach? {
        content.countyShareFen > terms.countyShare.fen
            ? Breach(
                .overCountyShare, given: .integer(content.countyShareFen),
                accepted: terms.countyShare.json)
            : nil
    }

    private static func unanswered(in turn: Turn) -> Breach? {
        turn.bid?.content.flatMap { unanswered($0, turn.case.challenge.terms) }
    }

    private static func unanswered(_ content: BidContent, _ terms: Terms) -> Breach? {
        let answered = Set(content.responses.map(\.indicator))
        let musts = terms.musts.map { Int64($0.number) }
        let missing = musts.filter { !answered.contains($0) }
        return missing.isEmpty
            ? nil
            : Breach(
                .mustUnanswered, given: .array(answered.sorted().map(JSON.integer)),
                accepted: .array(musts.map(JSON.integer)),
                ["missing": .array(missing.map(JSON.integer))])
    }

    private static func memberBreach(
        in turn: Turn, _ judge: (String) -> Breach?
    ) -> Breach? {
        for member in turn.bid?.members ?? [] {
            if let breach = judge(member) { return breach }
        }
        return nil
    }

    /// The other opened bids that share a member with the turn's.
    static func sharing(in turn: Turn) -> [Bid] {
        guard let bid = turn.bid, bid.content != nil else { return [] }
        let members = Set(bid.members)
        return turn.case.bids.all.filter { other in
            other.id != bid.id && other.content != nil && other.state != .revoked
                && !members.isDisjoint(with: other.members)
        }
    }
}
