private typealias Row = Rows<ChallengeState>

/// 企业出题: C1 to C4, C8.
extension Challenge {
    static let draftingRows: [Transition] = [
        Row.command(
            "C1", "create", from: [], to: [.draft], by: .any(.enterprise, .caseOfficer),
            fields: [
                .required(F.title), .optional(F.enterprise), .optional(F.enterpriseName),
                .optional(F.importKey), .optional(F.contact),
            ] + Terms.fields.filter { $0.name != F.title.name },
            guards: [.madeOnce, ownEnterprise, enterpriseAdmitted] + soundTerms,
            events: [.challengeDrafted],
            action: create),
        // The specification has no row for the work on a draft; without one a returned challenge
        // could never be corrected before it is submitted again.
        Row.command(
            "C1", "revise", variant: "revise", from: [.draft, .returned], to: [],
            by: .any(.enterprise, .caseOfficer), fields: Terms.fields,
            guards: [draftIsOnBehalf] + soundTerms, events: [.challengeRevised]
        ) { (turn: inout Turn) throws(Refusal) in turn.recordTerms(.challengeRevised) },
        Row.command(
            "C2", "submit", from: [.draft, .returned], to: [.submitted],
            by: .all(.enterprise, .enterpriseSignatory),
            fields: Terms.fields + [
                .required(F.integrityPledge), .required(F.unclassifiedPledge),
            ],
            guards: completeTerms + soundTerms + [termAhead, pledged, enterpriseAdmitted],
            events: [.challengeSubmitted], act: "ChallengeSubmission", signs: standingTerms
        ) { (turn: inout Turn) throws(Refusal) in
            turn.recordTerms(.challengeSubmitted, to: .submitted, newVersion: true)
        },
        Row.command(
            "C3", "accept", from: [.submitted], to: [.assisting], by: .any(.caseOfficer),
            fields: [.optional(F.assignee), .optional(F.liaison)],
            guards: [assigneeIsOfficer, liaisonAppointed], events: [.assistStarted]
        ) { (turn: inout Turn) throws(Refusal) in
            let officer = turn.fields[F.assignee] ?? turn.signature.actor.person
            turn.record(.assistStarted) { $0[F.assignee] = officer }
        },
        Row.command(
            "C4", "return", from: [.submitted, .assisting, .arguing], to: [.returned],
            by: .any(.caseOfficer), fields: [.required(F.corrections)], reason: true,
            guards: [correctionsNamed, returnsLeft], events: [.returnedForCorrection]),
        Row.command(
            "C8", "withdraw", from: ChallengeState.unpublished, to: [.withdrawn],
            by: .any(.enterprise), fields: [.optional(F.reason)], events: [.challengeWithdrawn]
        ) { (turn: inout Turn) throws(Refusal) in
            turn.record(.challengeWithdrawn)
            turn.releaseReservation("C8")
        },
        Row.command(
            "C8", "withdraw-for", variant: "absent", from: ChallengeState.unpublished,
            to: [.withdrawn], by: .chain(.caseOfficer, .reviewer), reason: true,
            guards: [enterpriseIsAbsent], events: [.challengeWithdrawn], act: "AbsentWithdrawal"
        ) { (turn: inout Turn) throws(Refusal) in
            turn.record(.challengeWithdrawn)
            turn.releaseReservation("C8")
        },
    ]

    /// An enterprise drafts for itself; whom a draft is for is the bureau's to say.
    private static let ownEnterprise = Guard.input("ownEnterprise") { turn in
        guard turn.signature.capacity == .enterprise, let given = turn.fields[F.enterprise],
            (try? UnifiedCode(given))?.text != turn.signature.organisation
        else { return nil }
        return Breach(
            .enterpriseNotOwn, given: .string(given),
            accepted: .string(turn.signature.organisation))
    }

    private static let create: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let code = enterprise(of: turn)
        guard turn.signature.capacity != .caseOfficer || !code.isEmpty else {
            throw turn.refusal(
                .enterpriseUnknown, given: turn.fields[F.enterprise].map(JSON.string) ?? "")
        }
        let name = turn.world.directory.organisations[code]?.name
        turn.recordTerms(.challengeDrafted, to: .draft) {
            $0[F.enterprise] = code
            $0[F.enterpriseName] = name ?? $0[F.enterpriseName]
        }
    }

    private static let draftIsOnBehalf = Guard.standing("draftIsOnBehalf") { turn in
        guard turn.signature.capacity == .caseOfficer else { return nil }
        return turn.case.challenge.isOnBehalf
            ? nil : Breach(.notOnBehalf, given: "caseOfficer", accepted: "enterprise")
    }

    private static let assigneeIsOfficer = Guard.input("assigneeIsOfficer") { turn in
        notAppointed(turn.fields[F.assignee], as: .caseOfficer, turn)
    }

    private static let liaisonAppointed = Guard.input("liaisonAppointed") { turn in
        notAppointed(turn.fields[F.liaison], as: .liaison, turn)
    }

    private static func notAppointed(_ person: PersonID?, as role: Role, _ turn: Turn) -> Breach? {
        guard let person else { return nil }
        let roles = turn.world.directory.appointments(of: person, at: turn.now).map(\.role)
        return roles.contains(role)
            ? nil
            : Breach(.notAppointed, given: .string(person), accepted: .string(role.rawValue))
    }

    private static let correctionsNamed = Guard.input("correctionsNamed") { turn in
        let corrections = turn.fields[F.corrections]
        let known = Set(Terms.fields.map(\.name))
        if corrections.isEmpty { return Breach(.correctionsMissing, given: 0, accepted: 1) }
        let stranger = corrections.first { !known.contains($0.field) }
        return stranger.map {
            Breach(
                .correctionsMissing, given: .string($0.field),
                accepted: .array(known.sorted().map(JSON.string)))
        }
    }

    private static let returnsLeft = Guard.standing("returnsLeft") { turn in
        let most = turn.policy[.returnedMaxTimes]
        let count = turn.case.challenge.returns
        return count < most
            ? nil : Breach(.returnsExhausted, given: count.json, accepted: most.json)
    }

    /// A returned challenge that nobody corrects in time, or an enterprise that is no more.
    private static let enterpriseIsAbsent = Guard.standing("enterpriseIsAbsent") { turn in
        let challenge = turn.case.challenge
        let organisation = turn.world.directory.organisations[challenge.enterprise]
        if organisation?.state == .dissolved { return nil }
        guard challenge.state == .returned else {
            return Breach(
                .nothingToCorrect, given: challenge.state.json,
                accepted: ChallengeState.returned.json)
        }
        let until = turn.days(.returnedMaxDays, after: turn.since)
        return turn.now > until
            ? nil
            : Breach(.enterprisePresent, given: challenge.state.json, accepted: until.json)
    }

    static let draftingDuties: [Duty] = [
        .of(
            "C2", act: "DraftSubmission", states: [ChallengeState.draft],
            awaits: [.enterprise], command: "submit"),
        .of(
            "C2", act: "Correction", states: [ChallengeState.returned], awaits: [.enterprise],
            command: "submit", due: { $0.days(.returnedMaxDays, after: $0.since) }),
        .of(
            "C3", act: "Acceptance", states: [ChallengeState.submitted], awaits: [.caseOfficer],
            command: "accept", due: { $0.workdays(.assistAcceptWorkdays, after: $0.since) }),
        .of(
            "C5", act: "Condensing", states: [ChallengeState.assisting], awaits: [.caseOfficer],
            command: "send-to-argument", due: { $0.days(.assistDays, after: $0.since) }),
        .of(
            "C6", act: "ArgumentToConclude", states: [ChallengeState.arguing],
            awaits: [.argumentChair], command: "conclude-argument",
            applies: { ArgumentTally(of: $0.case).outstanding.isEmpty }),
        // One that the experts put by waits for its time; one that lost its money, for the bureau.
        .of(
            "C7", act: "BudgetRestoration", states: [ChallengeState.pooled],
            awaits: [.caseOfficer], command: "reopen", applies: { $0.case.challenge.hasLostBudget }),
    ]
}

extension RefusalCode {
    static let notOnBehalf = RefusalCode("notOnBehalf")
    static let notAppointed = RefusalCode("notAppointed")
    static let enterprisePresent = RefusalCode("enterprisePresent")
    static let nothingToCorrect = RefusalCode("nothingToCorrect")
}

extension Turn {
    /// Records an event that sets the terms, with their digest: SHA-256 of the canonical JSON of
    /// the whole content, not of the change.
    mutating func recordTerms(
        _ type: EventType, to state: ChallengeState? = nil, newVersion: Bool = false,
        fill: (inout Record) -> Void = { _ in }
    ) {
        let terms = Challenge.terms(after: self)
        let present = caseIfAny.flatMap { $0.exists ? $0.challenge : nil }
        let changed = terms.record != present?.terms.record
        let version =
            (present?.termsVersion ?? 0)
            + (newVersion && changed || present?.termsVersion == 0 && newVersion ? 1 : 0)
        let digest = context.digest(terms.record.json)
        record(type, to: state) {
            if newVersion {
                // The version is kept whole, so that one event proves it.
                $0 = $0.merging(terms.record)
                $0[F.termsVersion] = version
            }
            $0[F.termsDigest] = digest
            fill(&$0)
        }
    }
}
