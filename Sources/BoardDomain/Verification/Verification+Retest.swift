private typealias Row = Rows<VerificationState>

extension Verification {
    /// T15–T18: the one retest, and the end with the milestone.
    static let retestRows: [Transition] = [
        Row.command(
            "T15", "order-retest", from: [.disputed], to: [.retest], by: .any(.caseOfficer),
            in: phases, fields: [.required(VerificationProtocol.laboratory)], hold: true,
            guards: [once, laboratoryUnrelated], events: [.retestOrdered], action: order),
        Row.effect(
            "T15", variant: "remedy", of: [.objectionRemedied],
            from: [.reported, .passed, .conditional, .failed, .disputed], to: [.retest],
            guards: [
                .concerned("remedyRetest") {
                    $0.remedyOfCause == .retest && $0.objectOfCause == $0.subject
                },
                once,
            ], events: [.retestOrdered], action: order),
        Row.command(
            "T16", "reassign-retest", from: [.retest], to: [.retest], by: .any(.caseOfficer),
            in: phases, fields: [.required(VerificationProtocol.laboratory)], reason: true,
            guards: [laboratoryUnrelated, anotherLaboratory], events: [.retestReassigned],
            action: reassign),
        Row.command(
            "T17", "report-retest", from: [.retest], to: [.final], by: .any(.laboratory),
            in: phases,
            fields: [
                .required(F.retestRuns), .required(VerificationProtocol.instruments),
                .required(F.reportDigest),
            ], guards: [retestIsSound], events: [.verificationFinal],
            action: reportRetest),
        Row.effect(
            "T18", of: [.milestoneCancelled],
            from: [
                .protocolDraft, .frozen, .scheduled, .running, .reported, .countersigned, .passed,
                .conditional, .failed, .disputed, .retest,
            ], to: [.voided],
            guards: [
                .concerned("ownMilestone") { turn in
                    guard let found = of(turn) else { return false }
                    return found.milestone == turn.cause?.subject.id && !found.isFirm
                }
            ], events: [.verificationVoided], action: void),
    ]

    private static let once = Guard.standing("oneRetest") { turn in
        of(turn)?.retestUsed == true ? Breach(.retestUsed) : nil
    }

    /// V10: a laboratory with no tie to either side, and not the one of the first test.
    private static let laboratoryUnrelated = Guard.input("laboratoryUnrelated") { turn in
        guard let code = turn.fields[VerificationProtocol.laboratory],
            let contract = turn.contract(of: turn.subject)
        else { return nil }
        let kind = turn.world.directory.organisations[code]?.kind
        guard kind == .laboratory else {
            return Breach(
                .notTheLaboratory, given: .string(code),
                accepted: OrganisationKind.laboratory.json)
        }
        guard !turn.isRelated(code, toPartiesOf: contract),
            of(turn)?.protocolText?.laboratory != code
        else { return Breach(.laboratoryRelated, given: .string(code)) }
        return nil
    }

    private static let anotherLaboratory = Guard.input("anotherLaboratory") { turn in
        let present = of(turn)?.retestLaboratory
        let given = turn.fields[VerificationProtocol.laboratory]
        return given == present
            ? Breach(.laboratoryRelated, given: given.map(JSON.string)) : nil
    }

    private static let retestIsSound = Guard.input("retestIsSound") { turn in
        guard let found = of(turn), let text = found.protocolText,
            let ordered = found.retestOrderedAt
        else { return nil }
        let instruments = turn.fields[VerificationProtocol.instruments]
        for run in turn.fields[F.retestRuns] {
            let broken =
                breach(of: run, by: text, after: ordered, with: instruments, in: turn)
                ?? valueBreach(of: run, by: text)
            if let broken { return broken }
        }
        return turn.fields[F.retestRuns].isEmpty
            ? Breach(
                .sampleNotReached, given: .integer(0), accepted: .integer(Int64(text.sampleSize)),
                ["aborted": 0])
            : nil
    }

    private static let order: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let until = turn.days(.retestMaxDays, after: turn.now)
        turn.record(.retestOrdered) { $0[F.retestUntil] = until }
    }

    private static let reassign: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let until = turn.days(.retestMaxDays, after: turn.now)
        turn.record(.retestReassigned) { $0[F.retestUntil] = until }
    }

    private static let reportRetest: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        guard let found = of(turn), let text = found.protocolText else { return }
        let verdict = Verdict(text, turn.fields[F.retestRuns])
        // Nothing is left open after a retest: a desirable indicator that falls short does not fail
        // the musts.
        let passed = verdict.state != .failed
        let payer = loser(of: found, passed: passed, in: turn)
        turn.record(.verificationFinal) {
            $0[F.verdictPassed] = passed
            $0[F.measured] = verdict.measured
            $0[F.measuredRuns] = verdict.runs
            $0[F.retestPaidBy] = payer
        }
    }

    /// Who bears the retest: the disputing party where the first result stands, else the other one;
    /// nil where an objection ordered it.
    private static func loser(of found: Verification, passed: Bool, in turn: Turn) -> String? {
        guard !found.disputedBy.isEmpty, let contract = turn.contract(of: turn.subject) else {
            return nil
        }
        let before = found.verdict.map { $0.state != .failed } ?? passed
        if before == passed { return found.disputedBy }
        let enterprise = turn.case.challenge.enterprise
        return found.disputedBy == enterprise ? contract.bidder : enterprise
    }

    private static let void: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let reason = turn.cause?.fields[F.reason]
        let clause = turn.cause?.fields[F.clause]
        turn.record(.verificationVoided) {
            $0[F.reason] = reason ?? "M19"
            $0[F.clause] = clause ?? "M19"
        }
    }
}
