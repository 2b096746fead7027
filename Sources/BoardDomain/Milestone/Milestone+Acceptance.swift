private typealias Row = Rows<MilestoneState>

extension Milestone {
    /// M7, M8, M8b: the enterprise's word on a delivery.
    static let acceptanceRows: [Transition] = [
        Row.command(
            "M7", "accept", from: [.accepting], to: [.checking], by: .any(.enterprise),
            in: Contract.running,
            fields: [
                .optional(F.acceptedBasisPoints), .optional(F.items), .optional(F.reviewNote),
            ],
            hold: true, guards: [contractRuns, acceptorIsNoVerifier, partSound],
            events: [.milestoneAccepted],
            action: { (turn: inout Turn) throws(Refusal) in
                let whole = turn.ownMilestone?.basisPoints
                turn.record(.milestoneAccepted) {
                    $0[F.acceptedBasisPoints] = $0[F.acceptedBasisPoints] ?? whole
                }
            }),
        Row.command(
            "M8", "return", variant: "enterprise", from: [.accepting], to: [.active],
            by: .any(.enterprise), in: Contract.running,
            fields: [.required(F.items), .required(F.clause)],
            guards: [contractRuns, acceptorIsNoVerifier, itemsGiven, returnLeft],
            events: [.milestoneReturned], action: giveBack),
        Row.command(
            "M8", "dissent", variant: "dissent", from: [.accepting], to: [.checking],
            by: .any(.enterprise), in: Contract.running,
            fields: [.required(F.items), .required(F.clause)],
            guards: [contractRuns, acceptorIsNoVerifier, itemsGiven, noReturnLeft],
            events: [.milestoneDissented],
            action: { (turn: inout Turn) throws(Refusal) in
                let (reason, whole) = (turn.fields[F.items].text, turn.ownMilestone?.basisPoints)
                // The bureau weighs the dissent; it does not bar what the evidence shows.
                turn.record(.milestoneDissented) {
                    $0[F.reason] = reason
                    $0[F.acceptedBasisPoints] = whole
                }
            }),
        Row.command(
            "M8", "return", variant: "case", from: [.checking], to: [.active],
            by: .any(.caseOfficer), in: Contract.running,
            fields: [.required(F.items), .required(F.clause)],
            guards: [contractRuns, itemsGiven, verificationNotFailed],
            events: [.milestoneReturned], action: giveBack),
        Row.command(
            "M8b", "take-over", from: [.accepting], to: [.checking], by: .any(.caseOfficer),
            in: Contract.running, fields: [.required(F.officerOpinion)], hold: true,
            guards: [contractRuns, enterpriseSilent, verificationPassed],
            events: [.acceptanceTakenOver],
            action: { (turn: inout Turn) throws(Refusal) in
                let whole = turn.ownMilestone?.basisPoints
                turn.record(.acceptanceTakenOver) { $0[F.acceptedBasisPoints] = whole }
            }),
    ]

    /// Submitter, verifier and acceptor are three persons (§1); submitter and acceptor stand on two
    /// sides and are kept apart there.
    private static let acceptorIsNoVerifier = Guard.milestone("acceptorIsNoVerifier") {
        milestone, turn in
        guard let person = turn.signature.actor.person,
            turn.verifiers(of: milestone).contains(person)
        else { return nil }
        return Breach(.acceptorVerified, given: .string(person))
    }

    /// A part is less than the whole, more than nothing, and names what is missing.
    private static let partSound = Guard.milestoneInput("partSound") { milestone, turn in
        guard let part = turn.fields[F.acceptedBasisPoints], part != milestone.basisPoints else {
            return nil
        }
        guard part > milestone.approvedBasisPoints, part < milestone.basisPoints else {
            return Breach(
                .partOutOfRange, given: part.json,
                accepted: .string(
                    "\(milestone.approvedBasisPoints + 1)…\(milestone.basisPoints - 1)"))
        }
        return turn.fields[F.items].isEmpty
            ? Breach(.itemsMissing, given: 0, accepted: 1) : nil
    }

    static let itemsGiven = Guard.milestoneInput("itemsGiven") { _, turn in
        turn.fields[F.items].isEmpty ? Breach(.itemsMissing, given: 0, accepted: 1) : nil
    }

    private static let returnLeft = Guard.milestone("returnLeft") { milestone, turn in
        let most = turn.policy[.milestoneMaxReturns]
        return milestone.returns < most
            ? nil
            : Breach(.milestoneReturnsSpent, given: milestone.returns.json, accepted: most.json)
    }

    private static let noReturnLeft = Guard.milestone("noReturnLeft") { milestone, turn in
        let most = turn.policy[.milestoneMaxReturns]
        return milestone.returns >= most
            ? nil : Breach(.mayStillReturn, given: milestone.returns.json, accepted: most.json)
    }

    /// After a failed verification without rework left nothing goes back to the bidder.
    private static let verificationNotFailed = Guard.milestone("verificationNotFailed") {
        milestone, turn in
        guard let id = milestone.verification, turn.case.verifications[id]?.passed == false
        else { return nil }
        return Breach(.reworksSpent, given: milestone.reworks.json)
    }

    private static let enterpriseSilent = Guard.milestone("enterpriseSilent") { _, turn in
        let from = turn.takeOverFrom
        return turn.now > from
            ? nil : Breach(.enterpriseStillHasTime, given: turn.now.json, accepted: from.json)
    }

    /// I20: a milestone that needs a verification has one that passed and is firm.
    static let verificationPassed = Guard.milestone("verificationPassed") { milestone, turn in
        guard milestone.needsVerification else { return nil }
        let verification = turn.case.firmVerification(of: milestone.id)
        return verification?.passed == true && verification?.frozenAt != nil
            ? nil
            : Breach(
                .verificationNotPassed, given: verification?.state.json,
                accepted: VerificationState.passed.json)
    }

    private static let giveBack: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        guard let milestone = turn.ownMilestone else { return }
        let (reason, due) = (turn.fields[F.items].text, turn.reworkDue(of: milestone))
        turn.record(.milestoneReturned) {
            $0[F.reason] = reason
            $0[F.due] = due
        }
    }
}

extension RefusalCode {
    package static let acceptorVerified = RefusalCode("acceptorVerified")
    package static let partOutOfRange = RefusalCode("partOutOfRange")
    package static let milestoneReturnsSpent = RefusalCode("milestoneReturnsSpent")
    package static let mayStillReturn = RefusalCode("mayStillReturn")
    package static let reworksSpent = RefusalCode("reworksSpent")
    package static let verificationNotPassed = RefusalCode("verificationNotPassed")
}
