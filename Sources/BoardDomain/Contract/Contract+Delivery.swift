private typealias Row = Rows<ContractState>

extension Contract {
    /// K14–K16 and K19: delivery, acceptance, and the end.
    static let deliveryRows: [Transition] = [
        Row.condition(
            "K14", from: [.effective], to: [.delivered], in: running, guards: [mustsReached],
            events: [.contractDelivered],
            when: { turn in turn.ownContract.map { isWorkedOff($0, turn) } ?? false }),
        // A conclusion that was annulled leaves a milestone to decide: nothing is delivered yet.
        Row.effect(
            "K14", variant: "reopened", of: [.milestoneReopened], from: [.delivered, .accepted],
            to: [.effective], in: running, guards: [causeIsItsMilestone],
            events: [.deliveryUndone]),
        Row.command(
            "K15", "accept-delivery", from: [.delivered], to: [.accepted], by: .any(.enterprise),
            in: running, fields: [.optional(F.acceptanceBasis)], hold: true,
            guards: [mustsReached], events: [.contractAccepted]),
        Row.command(
            "K15", "accept-for-enterprise", variant: "substitute", from: [.delivered],
            to: [.accepted], by: .chain(.caseOfficer, .reviewer), in: running,
            fields: [.required(F.acceptanceBasis)], hold: true,
            guards: [enterpriseSilent, mustsReached], events: [.contractAccepted],
            act: "SubstituteAcceptance"),
        Row.command(
            "K16", "name-defects", from: [.delivered], to: [.effective],
            by: .chain(.enterprise, .caseOfficer), in: running,
            fields: [
                .required(F.defects), .required(F.dueDay),
                .optional(MilestonePlan.needsVerification),
                .required(F.clause),
            ], hold: true, guards: [defectsNotNamed, defectsItemised, defectsDueAhead],
            events: [.acceptanceRefused], act: "DefectNotice",
            action: { (turn: inout Turn) throws(Refusal) in
                let reason = turn.fields[F.defects].text
                turn.record(.acceptanceRefused) { $0[F.reason] = reason }
            }),
        Row.command(
            "K19", "dispute-share", variant: "dispute", from: [.accepted], to: [.accepted],
            by: .any(.enterprise, .bidder), in: [.marketEval, .settling, .concluded],
            reason: true, guards: [shareNotDisputed], events: [.enterpriseShareDisputed]),
        Row.condition(
            "K19", from: [.accepted], to: [.closed], in: [.concluded, .postReviewed],
            events: [.contractClosed],
            when: { turn in
                turn.ownContract.map {
                    $0.shareDisputed || $0.enterprisePaid >= $0.enterpriseShare
                } ?? false
            }),
    ]

    /// All milestones are final, and every gate has been passed: a missed one bars the way to
    /// delivery as to what would come after it (M14).
    private static func isWorkedOff(_ contract: Contract, _ turn: Turn) -> Bool {
        let milestones = turn.case.milestones(of: contract.id)
        return !milestones.isEmpty && milestones.allSatisfy(\.isFinal)
            && milestones.allSatisfy {
                turn.isKept(contract, at: $0) && (!$0.isGate || turn.isPassed($0))
            }
    }

    private static let causeIsItsMilestone = Guard.contract("causeIsItsMilestone") {
        contract, turn in
        let cause = turn.cause.flatMap { turn.case.milestones[$0.subject.id] }
        return cause?.contract == contract.id ? nil : Breach(.otherObject)
    }

    private static let enterpriseSilent = Guard.contract("enterpriseSilent") { _, turn in
        let end = turn.workdays(.contractAcceptWorkdays, after: turn.since)
        return turn.now > end
            ? nil : Breach(.enterpriseStillHasTime, given: turn.now.json, accepted: end.json)
    }

    private static let defectsNotNamed = Guard.contract("defectsNotNamed") { contract, _ in
        contract.defectsNamed ? Breach(.defectsNamedBefore, given: 2, accepted: 1) : nil
    }

    private static let defectsItemised = Guard.contractInput("defectsItemised") { _, turn in
        turn.fields[F.defects].isEmpty ? Breach(.itemsMissing, given: 0, accepted: 1) : nil
    }

    private static let defectsDueAhead = Guard.contractInput("defectsDueAhead") { _, turn in
        guard let day = turn.fields[F.dueDay], day <= turn.now.day else { return nil }
        return Breach(.dueNotAhead, given: day.json, accepted: turn.now.day.adding(1).json)
    }

    private static let shareNotDisputed = Guard.contract("shareNotDisputed") { contract, _ in
        contract.shareDisputed ? Breach(.shareDisputedBefore) : nil
    }
}

extension RefusalCode {
    package static let enterpriseStillHasTime = RefusalCode("enterpriseStillHasTime")
    package static let defectsNamedBefore = RefusalCode("defectsNamedBefore")
    package static let itemsMissing = RefusalCode("itemsMissing")
    package static let dueNotAhead = RefusalCode("dueNotAhead")
    package static let shareDisputedBefore = RefusalCode("shareDisputedBefore")
}
