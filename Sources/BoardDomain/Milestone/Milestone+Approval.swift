private typealias Row = Rows<MilestoneState>

extension Milestone {
    /// M9–M12 and M14: 里程碑审批, from the case officer's check to the reviewer's decision.
    static let approvalRows: [Transition] = [
        Row.command(
            "M9", "recommend", from: [.checking], to: [.approving], by: .any(.caseOfficer),
            in: Contract.running,
            fields: [
                .required(F.recommendation), .required(F.evidenceChecked),
                .optional(F.acceptedBasisPoints), .optional(F.budgetLine),
                .required(F.officerOpinion),
            ], hold: true,
            guards: [
                contractRuns, evidenceWasChecked, budgetLineNamed, recommendationFits,
                recommendedPartFits,
            ], events: [.milestoneRecommended]),
        Row.command(
            "M10", "return", from: [.approving], to: [.checking], by: .any(.reviewer),
            in: Contract.running, fields: [.required(F.items), .required(F.clause)], hold: true,
            guards: [itemsGiven], events: [.milestoneSentBack],
            action: { (turn: inout Turn) throws(Refusal) in
                let reason = turn.fields[F.items].text
                turn.record(.milestoneSentBack) { $0[F.reason] = reason }
            }),
        Row.command(
            "M11", "approve", from: [.approving], to: [.met], by: .any(.reviewer),
            in: Contract.running, fields: [.optional(F.reviewNote)], hold: true,
            guards: [contractRuns, verificationPassed, acceptedWhole, readinessReached],
            events: [.milestoneApproved],
            action: { (turn: inout Turn) throws(Refusal) in
                turn.approve(turn.ownMilestone?.basisPoints ?? 0)
            }),
        Row.command(
            "M12", "approve-part", from: [.approving], to: [.partiallyMet], by: .any(.reviewer),
            in: Contract.running,
            fields: [
                .required(F.acceptedBasisPoints), .required(F.items), .optional(F.reviewNote),
            ], hold: true, guards: [contractRuns, approvedPartFits, itemsGiven],
            events: [.milestoneApproved],
            action: { (turn: inout Turn) throws(Refusal) in
                turn.approve(turn.fields[F.acceptedBasisPoints, default: 0])
            }),
        Row.command(
            "M14", "reject", from: [.approving], to: [.notMet], by: .any(.reviewer),
            in: Contract.running, reason: true, hold: true, guards: [contractRuns],
            events: [.milestoneRejected]),
        Row.effect(
            "M14", variant: "annul", of: [.objectionRemedied], from: [.notMet, .partiallyMet],
            to: [.checking],
            in: Contract.running, guards: [rejectionAnnulled], events: [.milestoneReopened]),
    ]

    // M9

    private static let evidenceWasChecked = Guard.milestoneInput("evidenceWasChecked") { _, turn in
        turn.fields[F.evidenceChecked] == true
            ? nil : Breach(.evidenceNotChecked, given: .boolean(false), accepted: .boolean(true))
    }

    /// Within a lump sum 包干制 the lines are free; else the money falls under one of them.
    private static let budgetLineNamed = Guard.milestoneInput("budgetLineNamed") {
        milestone, turn in
        guard let text = turn.ownContract?.text, !text.isLumpSum, milestone.basisPoints > 0,
            turn.fields[F.recommendation] != .notMet
        else { return nil }
        let names = text.budgetLines.map(\.name)
        let given = turn.fields[F.budgetLine]
        return given.map(names.contains) == true
            ? nil
            : Breach(
                .budgetLineUnknown, given: given.map(JSON.string),
                accepted: .array(names.map(JSON.string)))
    }

    /// What is recommended agrees with the computed verification and the enterprise's word.
    private static let recommendationFits = Guard.milestoneInput("recommendationFits") {
        milestone, turn in
        guard let given = turn.fields[F.recommendation], given != .notMet else { return nil }
        let isVerified =
            !milestone.needsVerification
            || turn.case.firmVerification(of: milestone.id)?.passed == true
        let isWhole = milestone.acceptedBasisPoints == milestone.basisPoints
        let most: Recommendation =
            isVerified && isWhole
            ? .met : milestone.acceptedBasisPoints > 0 ? .partiallyMet : .notMet
        let isBeyond = given == .met && most != .met || most == .notMet
        return isBeyond
            ? Breach(.recommendationBeyond, given: given.json, accepted: most.json) : nil
    }

    private static let recommendedPartFits = Guard.milestoneInput("recommendedPartFits") {
        milestone, turn in
        guard turn.fields[F.recommendation] == .partiallyMet else { return nil }
        return partBreach(turn.fields[F.acceptedBasisPoints] ?? 0, of: milestone)
    }

    // M11, M12

    private static let acceptedWhole = Guard.milestone("acceptedWhole") { milestone, _ in
        milestone.acceptedBasisPoints == milestone.basisPoints
            ? nil
            : Breach(
                .acceptedInPart, given: milestone.acceptedBasisPoints.json,
                accepted: milestone.basisPoints.json)
    }

    /// The readiness level that the plan names is claimed, and with evidence (M3).
    private static let readinessReached = Guard.milestone("readinessReached") { milestone, _ in
        guard let planned = milestone.readiness, (milestone.claimedReadiness ?? 0) < planned else {
            return nil
        }
        return Breach(
            .readinessNotReached, given: (milestone.claimedReadiness ?? 0).json,
            accepted: planned.json)
    }

    private static let approvedPartFits = Guard.milestoneInput("approvedPartFits") {
        milestone, turn in
        turn.fields[F.acceptedBasisPoints].flatMap { partBreach($0, of: milestone) }
    }

    /// A part is more than was approved before, less than the whole, and no more than accepted.
    private static func partBreach(_ part: Int, of milestone: Milestone) -> Breach? {
        let least = milestone.approvedBasisPoints + 1
        let most = min(milestone.acceptedBasisPoints, milestone.basisPoints - 1)
        return part >= least && part <= most
            ? nil
            : Breach(.partOutOfRange, given: part.json, accepted: .string("\(least)…\(most)"))
    }

    // M14

    private static let rejectionAnnulled = Guard.standing("rejectionAnnulled") { turn in
        turn.cause?.fields[F.remedy] == .annul && turn.cause?.fields[F.object] == turn.subject
            ? nil : Breach(.otherObject)
    }
}

extension Turn {
    /// Approves so much of the subject; the payout's rows create the entitlement from this event.
    fileprivate mutating func approve(_ total: Int) {
        guard let milestone = ownMilestone else { return }
        record(.milestoneApproved) {
            $0[F.contract] = milestone.contract
            $0[F.approvedBasisPoints] = total
            $0[F.addedBasisPoints] = max(0, total - milestone.approvedBasisPoints)
            $0[F.attachedVerification] = milestone.verification
            $0[F.readinessClaimed] = milestone.claimedReadiness
        }
    }
}

extension RefusalCode {
    package static let evidenceNotChecked = RefusalCode("evidenceNotChecked")
    package static let budgetLineUnknown = RefusalCode("budgetLineUnknown")
    package static let recommendationBeyond = RefusalCode("recommendationBeyond")
    package static let acceptedInPart = RefusalCode("acceptedInPart")
    package static let readinessNotReached = RefusalCode("readinessNotReached")
}
