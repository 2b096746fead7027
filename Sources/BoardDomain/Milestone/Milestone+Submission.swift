private typealias Row = Rows<MilestoneState>

extension Milestone {
    /// M3–M6 and M13: what the bidder delivers, and what its verification makes of it.
    static let submissionRows: [Transition] = [
        Row.command(
            "M3", "submit", from: [.active], to: [.submitted], by: .any(.bidder),
            in: Contract.running,
            fields: [
                .required(F.milestoneEvidence), .required(F.statement),
                .optional(F.readinessClaimed),
            ],
            guards: [
                contractRuns, earlierGatesMet, evidenceGiven, evidenceUnique, claimHasEvidence,
            ], events: [.milestoneSubmitted],
            action: { (turn: inout Turn) throws(Refusal) in
                let version = (turn.ownMilestone?.submissions ?? 0) + 1
                turn.record(.milestoneSubmitted) { $0[F.milestoneVersion] = version }
            }),
        Row.effect(
            "M4", of: [.milestoneSubmitted], from: [.submitted], to: [.verifying, .accepting],
            guards: [causeIsItself],
            events: [.verificationAsked, .verificationAttached, .acceptanceAsked],
            action: forward),
        Row.condition(
            "M5", from: [.verifying], to: [.accepting], in: Contract.running,
            events: [.verificationAttached], when: { $0.newVerification?.passed == true },
            action: { (turn: inout Turn) throws(Refusal) in turn.attachVerification() }),
        Row.condition(
            "M6", from: [.verifying], to: [.active], in: Contract.running, events: [.reworkOpened],
            when: { turn in hasFailed(turn) && hasRework(turn) },
            action: { (turn: inout Turn) throws(Refusal) in
                guard let milestone = turn.ownMilestone else { return }
                let (id, due) = (turn.newVerification?.id, turn.reworkDue(of: milestone))
                turn.record(.reworkOpened) {
                    $0[F.attachedVerification] = id
                    $0[F.due] = due
                }
            }),
        Row.condition(
            "M6", variant: "spent", from: [.verifying], to: [.checking], in: Contract.running,
            events: [.verificationAttached],
            when: { turn in hasFailed(turn) && !hasRework(turn) },
            action: { (turn: inout Turn) throws(Refusal) in turn.attachVerification() }),
        Row.command(
            "M13", "rework", from: [.partiallyMet], to: [.active], by: .any(.bidder),
            in: Contract.running, guards: [contractRuns, partOpen, reworkLeft],
            events: [.reworkOpened],
            action: { (turn: inout Turn) throws(Refusal) in
                let due = turn.days(.milestoneReworkDays, after: turn.now)
                turn.record(.reworkOpened) { $0[F.due] = due }
            }),
        Row.timer(
            "M13", variant: "close", key: "milestone.reworkDays", from: [.partiallyMet],
            to: [.partiallyMet], in: Contract.running, events: [.partClosed],
            due: { turn in
                guard let milestone = turn.ownMilestone, !milestone.partClosed else { return nil }
                return milestone.partReworked
                    ? turn.since : turn.days(.milestoneReworkDays, after: turn.since)
            }),
    ]

    // M3

    private static let earlierGatesMet = Guard.milestone("earlierGatesMet") { milestone, turn in
        let barred = turn.case.milestones(of: milestone.contract).first {
            $0.isGate && $0.sequence < milestone.sequence && !turn.isPassed($0)
        }
        return barred.map {
            Breach(
                .gateNotMet, given: $0.state.json, accepted: MilestoneState.met.json,
                ["milestone": .string($0.id)])
        }
    }

    private static let evidenceGiven = Guard.milestoneInput("evidenceGiven") { _, turn in
        turn.fields[F.milestoneEvidence].isEmpty
            ? Breach(.milestoneEvidenceMissing, given: 0, accepted: 1) : nil
    }

    /// I24: no document is evidence for two milestones, nor twice for one.
    private static let evidenceUnique = Guard.milestoneInput("evidenceUnique") { milestone, turn in
        let given = turn.fields[F.milestoneEvidence].map(\.digest)
        let others = turn.case.milestones.all.filter { $0.id != milestone.id }
        let used = Set(others.flatMap(\.evidence).map(\.digest))
        let again =
            given.first { used.contains($0) }
            ?? (Set(given).count == given.count ? nil : given.first)
        return again.map { digest in
            let holder = others.first { $0.evidence.contains { $0.digest == digest } } ?? milestone
            return Breach(.evidenceUsedBefore, given: digest.json, accepted: .string(holder.id))
        }
    }

    /// A readiness level is claimed only with a document that is evidence for it (§8).
    private static let claimHasEvidence = Guard.milestoneInput("claimHasEvidence") { _, turn in
        guard let claim = turn.fields[F.readinessClaimed] else { return nil }
        let shown = turn.fields[F.milestoneEvidence].compactMap(\.readiness).max() ?? 0
        return shown >= claim
            ? nil : Breach(.readinessWithoutEvidence, given: claim.json, accepted: shown.json)
    }

    // M4

    private static let causeIsItself = Guard.standing("causeIsItself") { turn in
        turn.cause?.subject == turn.subject ? nil : Breach(.otherObject)
    }

    private static let forward: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        guard let milestone = turn.ownMilestone else { return }
        if !milestone.needsVerification {
            turn.record(.acceptanceAsked, to: MilestoneState.accepting)
        } else if let verification = turn.passedVerification {
            turn.record(.verificationAttached, to: MilestoneState.accepting) {
                $0[F.attachedVerification] = verification.id
                $0[F.verificationPassed] = true
            }
        } else {
            turn.record(.verificationAsked, to: MilestoneState.verifying)
        }
    }

    // M6

    private static let hasFailed: @Sendable (Turn) -> Bool = {
        $0.newVerification?.passed == false
    }

    private static let hasRework: @Sendable (Turn) -> Bool = { turn in
        (turn.ownMilestone?.reworks ?? 0) < turn.policy[.milestoneReworks]
    }

    // M13

    private static let partOpen = Guard.milestone("partOpen") { milestone, turn in
        let end = turn.days(.milestoneReworkDays, after: turn.since)
        return milestone.partClosed || turn.now > end
            ? Breach(.partIsClosed, given: turn.now.json, accepted: end.json) : nil
    }

    private static let reworkLeft = Guard.milestone("reworkLeft") { milestone, _ in
        milestone.partReworked ? Breach(.reworkTaken, given: 2, accepted: 1) : nil
    }
}

extension Turn {
    fileprivate mutating func attachVerification() {
        let verification = newVerification
        record(.verificationAttached) {
            $0[F.attachedVerification] = verification?.id
            $0[F.verificationPassed] = verification?.passed
        }
    }
}

extension RefusalCode {
    package static let gateNotMet = RefusalCode("gateNotMet")
    package static let milestoneEvidenceMissing = RefusalCode("milestoneEvidenceMissing")
    package static let evidenceUsedBefore = RefusalCode("evidenceUsedBefore")
    package static let readinessWithoutEvidence = RefusalCode("readinessWithoutEvidence")
    package static let partIsClosed = RefusalCode("partIsClosed")
    package static let reworkTaken = RefusalCode("reworkTaken")
}
