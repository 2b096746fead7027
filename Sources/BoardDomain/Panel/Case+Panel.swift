extension Case {
    /// The panel in force: the last one, unless it was dissolved.
    package var panelInForce: Panel? { panels.last.flatMap { $0.state == .dissolved ? nil : $0 } }

    /// The seats of a panel that an expert holds or is invited to.
    package func liveSeats(of panel: Panel) -> [Seat] {
        seats.all.filter { $0.panel == panel.id && !$0.state.isTerminal }
    }

    /// The sheets of the present round of a panel that count, or will.
    package func sheets(of panel: Panel) -> [Sheet] {
        sheets.all.filter {
            $0.panel == panel.id && $0.round == panel.round && $0.state != .void
        }
    }

    /// A seat's sheet in the present round.
    package func sheet(of seat: Seat, on panel: Panel) -> Sheet? {
        sheets(of: panel).last { $0.seat == seat.id }
    }

    /// The bids that the panel scores: all that are qualified, whether scored before or not.
    package var bidsToScore: [Bid] { bids.in(.qualified, .scored) }

    /// The bids on which a panel's locked sheets lie too far apart, as the scores stand now.
    package func divergences(of panel: Panel, policy: Policy) -> [Divergence] {
        Divergence.flags(
            of: sheets(of: panel).filter { $0.state == .locked }, bids: bidsToScore,
            rubric: challenge.terms.rubric, policy: policy)
    }

    /// The declaration gate (§5): no expert reads a bid before both declarations, nor after leaving.
    package func mayReadBids(_ expert: PersonID) -> Bool {
        guard let panel = panelInForce else { return false }
        return liveSeats(of: panel).contains { $0.person == expert && $0.state == .declared }
    }
}

extension Panel {
    /// Any skill, any chain, any region (P8).
    static let widest = 3

    /// Refuses a set of seats that no decision may rest on: too few, even, or too few technical
    /// ones (I13).
    static func quorumBreach(of seats: [Seat], policy: Policy) -> Breach? {
        let technical = seats.count(where: \.isTechnical)
        return quorumBreach(size: seats.count, technical: technical, policy: policy)
    }

    static func quorumBreach(size: Int, technical: Int, policy: Policy) -> Breach? {
        let given = JSON.integer(Int64(size))
        if size < policy[.panelMin] {
            return Breach(
                .panelTooSmall, given: given, accepted: .integer(Int64(policy[.panelMin])))
        }
        if policy[.panelOdd], size.isMultiple(of: 2) {
            return Breach(
                .panelEven, given: given,
                accepted: .array([.integer(Int64(size - 1)), .integer(Int64(size + 1))]))
        }
        if !policy[.panelTechnicalShare].isReached(by: technical, of: size) {
            return Breach(
                .panelTechnicalShort, given: .integer(Int64(technical)),
                accepted: .string(policy[.panelTechnicalShare].text),
                ["size": .integer(Int64(size))])
        }
        return nil
    }
}

extension RefusalCode {
    package static let panelExists = RefusalCode("panelExists")
    package static let panelTooSmall = RefusalCode("panelTooSmall")
    package static let panelEven = RefusalCode("panelEven")
    package static let panelTechnicalShort = RefusalCode("panelTechnicalShort")
    package static let panelSharesWrong = RefusalCode("panelSharesWrong")
    package static let rubricMissing = RefusalCode("rubricMissing")
    package static let rubricWeights = RefusalCode("rubricWeights")
    package static let notOpened = RefusalCode("notOpened")
    package static let avoidanceFull = RefusalCode("avoidanceFull")
    package static let avoidanceNoParty = RefusalCode("avoidanceNoParty")
    package static let poolNotExhausted = RefusalCode("poolNotExhausted")
    package static let poolWidest = RefusalCode("poolWidest")
    package static let confidentialityFirst = RefusalCode("confidentialityFirst")
    package static let notDeclared = RefusalCode("notDeclared")
    package static let conflictFound = RefusalCode("conflictFound")
    package static let nothingReported = RefusalCode("nothingReported")
    package static let alreadyReported = RefusalCode("alreadyReported")
    package static let scoringNotDue = RefusalCode("scoringNotDue")
    package static let sheetAlreadyLocked = RefusalCode("sheetAlreadyLocked")
    package static let scoreMissing = RefusalCode("scoreMissing")
    package static let scoreTwice = RefusalCode("scoreTwice")
    package static let bidNotScored = RefusalCode("bidNotScored")
    package static let criterionUnknown = RefusalCode("criterionUnknown")
    package static let scoreOutOfRange = RefusalCode("scoreOutOfRange")
    package static let commentMissing = RefusalCode("commentMissing")
    package static let scoreUnchanged = RefusalCode("scoreUnchanged")
    package static let nobodyAbsent = RefusalCode("nobodyAbsent")
    package static let bidOnHold = RefusalCode("bidOnHold")
    package static let nothingDivergent = RefusalCode("nothingDivergent")
    package static let unknownSkill = RefusalCode("unknownSkill")
    package static let unknownRegion = RefusalCode("unknownRegion")
    package static let notDivergent = RefusalCode("notDivergent")
    package static let noConsensus = RefusalCode("noConsensus")
    package static let sheetsOpen = RefusalCode("sheetsOpen")
    package static let noneReachesThreshold = RefusalCode("noneReachesThreshold")
}
