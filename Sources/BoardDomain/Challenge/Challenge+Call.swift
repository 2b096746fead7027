private typealias Row = Rows<ChallengeState>

/// 发榜揭榜: C9 to C14.
extension Challenge {
    static let callRows: [Transition] = [
        Row.command(
            "C9", "publish", from: [.approved], to: [.open], by: .any(.reviewer),
            fields: publicationFields, guards: publicationGuards,
            events: [.listPublished, .publicationScheduled]
        ) { (turn: inout Turn) throws(Refusal) in
            if let later = turn.fields[F.publishAt], later > turn.now {
                turn.record(.publicationScheduled, to: ChallengeState.approved)
            } else {
                try publish(&turn)
            }
        },
        Row.timer(
            "C9", variant: "scheduled", key: "publishAt", from: [.approved], to: [.open],
            events: [.listPublished, .publicationMissed],
            due: { $0.case.challenge.publishAt },
            action: { (turn: inout Turn) throws(Refusal) in
                turn.fields = turn.case.challenge.scheduled
                let breach = publicationGuards.lazy.compactMap { [turn] in $0.breach(turn) }.first
                if let breach {
                    turn.fields = Record { $0[F.reason] = breach.code.name }
                    turn.record(.publicationMissed, to: ChallengeState.approved)
                } else {
                    try publish(&turn)
                }
            }),
        Row.command(
            "C11", "amend", from: [.open], to: [], by: .chain(.caseOfficer, .enterprise, .reviewer),
            fields: Terms.fields + [.required(F.reason), .optional(F.deadlineDay)],
            guards: [
                callStillOpen, somethingChanges, deadlineMovesWithTerms, deadlineMovesForward,
                budgetWithinReservation,
            ] + completeTerms + soundTerms,
            events: [.termsAmended, .deadlineExtended], act: "TermsAmendment",
            signs: standingTerms, action: amend),
        Row.command(
            "C12", "extend", from: [.open], to: [], by: .any(.reviewer),
            fields: [.required(F.deadlineDay), .required(F.reason)],
            guards: [callStillOpen, deadlineMovesForward], events: [.deadlineExtended]
        ) { (turn: inout Turn) throws(Refusal) in try extend(&turn) },
        Row.command(
            "C13", "cancel", from: ChallengeState.cancellable, to: [.cancelPending],
            by: .all(.reviewer, .supervisor),
            fields: [.required(F.cancellationCause), .required(F.backups)], reason: true,
            guards: [nothingEffective], events: [.cancellationProposed], act: "ListCancellation"
        ) { (turn: inout Turn) throws(Refusal) in
            let origin = turn.case.challenge.state
            let text = turn.fields[F.reason, default: ""]
            turn.record(.cancellationProposed) { $0[F.origin] = origin }
            try turn.publishNotice(
                kind: .cancellation, object: turn.subject, text: text, as: "C13")
        },
        Row.effect(
            "C13", variant: "end", of: [.noticeEnded], from: [.cancelPending], to: [.cancelled],
            guards: [endsNotice(of: .cancellation)], events: [.listCancelled]
        ) { (turn: inout Turn) throws(Refusal) in
            turn.record(.listCancelled)
            turn.releaseReservation("C13")
        },
        Row.effect(
            "C13", variant: "undone", of: [.objectionRemedied], from: [.cancelPending],
            to: ChallengeState.cancellable, guards: [remedies(.annul)],
            events: [.cancellationUndone]
        ) { (turn: inout Turn) throws(Refusal) in
            turn.record(
                .cancellationUndone, to: turn.case.challenge.origin ?? ChallengeState.closed)
        },
        // Bids that lapse and questions that stay unanswered at the same instant go first; the
        // log's head before this row, with nothing between, is captured.
        Row.timer(
            "C14", key: "deadline", from: [.open, .cancelPending], to: [.closed],
            guards: [nothingLapsesBefore], events: [.callClosed],
            due: { turn in
                let challenge = turn.case.challenge
                let isOpen = challenge.state == .open || challenge.origin == .open
                return isOpen ? challenge.deadline : nil
            },
            action: { (turn: inout Turn) throws(Refusal) in
                let count = turn.case.bids.in(.sealed).count
                let head = turn.context.head
                let state =
                    turn.case.challenge.state == .open ? ChallengeState.closed : .cancelPending
                turn.record(.callClosed, to: state) {
                    $0[F.count] = count
                    $0[F.head] = head
                }
            }),
    ]

    static let callDuties: [Duty] = [
        .of(
            "C9", act: "Publication", states: [ChallengeState.approved], awaits: [.reviewer],
            command: "publish", applies: { $0.case.challenge.publishAt == nil }),
        .of(
            "C16", act: "OpeningAttendance", states: [ChallengeState.closed], awaits: [.opener],
            command: "attend-opening", applies: { $0.case.challenge.firstOpener == nil },
            due: { $0.workdays(.openWorkdays, after: $0.since) }),
        .of(
            "C16", act: "Opening", states: [ChallengeState.closed], awaits: [.opener],
            command: "open-bids", applies: { $0.case.challenge.firstOpener != nil },
            due: { $0.workdays(.openWorkdays, after: $0.since) }),
        .of(
            "C17", act: "Qualification", states: [ChallengeState.qualifying],
            awaits: [.caseOfficer], command: "close-qualification",
            due: { $0.workdays(.qualifyWorkdays, after: $0.since) }),
        .of(
            "P1", act: "PanelPlanning", states: [ChallengeState.qualifying],
            awaits: [.caseOfficer], task: { Duty.Task("plan-panel", on: $0.subject) },
            applies: { turn in
                turn.case.panelInForce == nil
                    && !turn.case.bids.in(.opened, .cure, .qualified).isEmpty
            }),
        .of(
            "C20", act: "ResultNotice", states: [ChallengeState.proposed], awaits: [.caseOfficer],
            command: "publish-result", due: { $0.workdays(.proposedWorkdays, after: $0.since) }),
        // It comes with what was overdue before it: a signature, or the winner's own word.
        .of(
            "C24b", act: "AwardLapseDecision", states: [ChallengeState.awarded],
            awaits: [.caseOfficer], command: "lapse-award", applies: awardHangs),
    ]

    private static let awardHangs: @Sendable (Turn) -> Bool = { turn in
        let found = turn.case
        let isLate = found.contracts.all.contains {
            [.draft, .agreed, .signedByOne].contains($0.state) && turn.now > turn.signingEnd(of: $0)
        }
        let isDeclined =
            found.challenge.terms.mode != .racing && !found.bids.in(.declined).isEmpty
        return isLate || isDeclined
    }

    private static let publicationFields: [FieldUse] = [
        .required(F.edition), .required(F.deadlineDay), .required(F.openers),
        .optional(F.recoveryKey), .optional(F.publishAt), .optional(F.rubric),
        .optional(F.rubricThreshold), .optional(F.trimmedMean), .optional(F.minBids),
        .optional(F.showBidCount),
    ]

    private static let publicationGuards: [Guard] =
        [
            noticeLongEnough, openersPaired, recoveryKeyGiven, rubricListed, reservationStands,
        ] + soundTerms

    /// 17:00 (policy `deadline.hour`) of the day asked for, or of the next workday (C9).
    private static func deadline(on day: Day, _ turn: Turn) -> Instant {
        turn.calendar.nextWorkday(onOrAfter: day).at(hour: turn.policy[.deadlineHour])
    }

    private static let noticeLongEnough = Guard.input("noticeLongEnough") { turn in
        guard let day = turn.fields[F.deadlineDay] else { return nil }
        let start = max(turn.fields[F.publishAt] ?? turn.now, turn.now)
        let least = turn.policy[.callMinDays]
        return deadline(on: day, turn) >= start.adding(days: least)
            ? nil
            : Breach(
                .deadlineTooSoon, given: day.json,
                accepted: start.adding(days: least).day.json, ["minDays": least.json])
    }

    private static let openersPaired = Guard.input("openersPaired") { turn in
        unpaired(turn.fields[F.openers], turn)
    }

    /// A case officer and a supervisor, two persons, each with a key (§4).
    static func unpaired(_ openers: [Opener], _ turn: Turn) -> Breach? {
        let roles = openers.map { opener in
            turn.world.directory.appointments(of: opener.person, at: turn.now).map(\.role)
        }
        let isPaired =
            openers.count == 2 && openers[0].person != openers[1].person
            && openers.allSatisfy { $0.publicKey.utf8.count == 64 }
            && (roles[0].contains(.caseOfficer) && roles[1].contains(.supervisor)
                || roles[1].contains(.caseOfficer) && roles[0].contains(.supervisor))
        return isPaired
            ? nil
            : Breach(
                .openersNotPaired, given: .array(openers.map { .string($0.person) }),
                accepted: .array([Role.caseOfficer.json, Role.supervisor.json]))
    }

    private static let recoveryKeyGiven = Guard.input("recoveryKeyGiven") { turn in
        guard turn.policy[.recoveryRequired], turn.fields[F.recoveryKey] == nil else { return nil }
        return Breach(
            .fieldMissing, given: nil, accepted: "hex", ["field": .string(F.recoveryKey.name)])
    }

    private static let rubricListed = Guard.input("rubricListed") { turn in
        Challenge.terms(after: turn).rubric.isEmpty
            ? Breach(.fieldMissing, given: nil, accepted: "list", ["field": .string(F.rubric.name)])
            : nil
    }

    private static let reservationStands = Guard.standing("reservationStands") { turn in
        let challenge = turn.case.challenge
        let needed = reservation(for: challenge.terms)
        let reserved = turn.world.pool(turn.ownPool)?.reserved[turn.case.id] ?? .zero
        return reserved >= needed
            ? nil : Breach(.reservationShort, given: reserved.json, accepted: needed.json)
    }

    private static func publish(_ turn: inout Turn) throws(Refusal) {
        guard let day = turn.fields[F.deadlineDay] else { return }
        let instant = deadline(on: day, turn)
        turn.recordTerms(.listPublished, to: .open, newVersion: true) {
            $0[F.deadline] = instant
        }
    }

    private static let callStillOpen = Guard.standing("callStillOpen") { turn in
        guard let deadline = turn.case.challenge.deadline, turn.now >= deadline else { return nil }
        return Breach(.deadlinePassed, given: turn.now.json, accepted: deadline.json)
    }

    /// Changes of what is asked, paid or judged; any other leaves the sealed bids as they are.
    private static let substantive: Set<String> = [
        F.indicators.name, F.indicatorNotes.name, F.readinessTarget.name, F.deliverables.name,
        F.enterpriseShare.name, F.countyShare.name, F.provinceShare.name, F.mode.name,
        F.lanes.name, F.intellectualProperty.name, F.term.name, F.solverConditions.name,
        F.minBids.name, F.rubric.name, F.rubricThreshold.name, F.trimmedMean.name, F.ethics.name,
    ]

    static func changes(in turn: Turn) -> [String] {
        let present = turn.case.challenge.terms.record
        return Terms.fields.map(\.name).filter { name in
            turn.fields[name: name].map { $0 != present[name: name] } ?? false
        }
    }

    private static let somethingChanges = Guard.input("somethingChanges") { turn in
        changes(in: turn).isEmpty ? Breach(.nothingChanges, given: 0, accepted: 1) : nil
    }

    private static let deadlineMovesWithTerms = Guard.input("deadlineMovesWithTerms") { turn in
        guard !substantive.isDisjoint(with: changes(in: turn)),
            let present = turn.case.challenge.deadline
        else { return nil }
        let least = turn.policy[.amendMinDaysBeforeDeadline]
        let end = turn.fields[F.deadlineDay].map { deadline(on: $0, turn) } ?? present
        return end >= turn.now.adding(days: least)
            ? nil
            : Breach(
                .deadlineMustMove, given: end.json,
                accepted: turn.now.adding(days: least).day.json, ["minDays": least.json])
    }

    private static let deadlineMovesForward = Guard.input("deadlineMovesForward") { turn in
        guard let day = turn.fields[F.deadlineDay], let present = turn.case.challenge.deadline,
            deadline(on: day, turn) <= present
        else { return nil }
        return Breach(
            .deadlineNotLater, given: day.json, accepted: present.day.adding(1).json)
    }

    private static let budgetWithinReservation = Guard.input("budgetWithinReservation") { turn in
        let needed = reservation(for: terms(after: turn))
        let reserved = turn.world.pool(turn.ownPool)?.reserved[turn.case.id] ?? .zero
        return needed <= reserved
            ? nil : Breach(.reservationShort, given: needed.json, accepted: reserved.json)
    }

    private static let amend: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let names = changes(in: turn)
        let isSubstantive = !substantive.isDisjoint(with: names)
        turn.recordTerms(.termsAmended, newVersion: true) {
            $0[F.changed] = names
            $0[F.isSubstantive] = isSubstantive
        }
        if turn.fields[F.deadlineDay] != nil { try extend(&turn) }
    }

    private static func extend(_ turn: inout Turn) throws(Refusal) {
        guard let day = turn.fields[F.deadlineDay] else { return }
        let old = turn.case.challenge.deadline
        let new = deadline(on: day, turn)
        let reason = turn.fields[F.reason]
        turn.record(.deadlineExtended) {
            $0 = Record()
            $0[F.oldDeadline] = old
            $0[F.deadline] = new
            $0[F.reason] = reason
        }
    }

    private static let nothingEffective = Guard.standing("nothingEffective") { turn in
        let effective = turn.case.contracts.all.first { $0.effectiveAt != nil }
        return effective.map {
            Breach(.contractEffective, given: .string($0.id), accepted: nil)
        }
    }

    private static let nothingLapsesBefore = Guard.standing("nothingLapsesBefore") { turn in
        let isWaiting =
            !turn.case.bids.in(.draft, .staleTerms).isEmpty
            || !turn.case.questions.in(.asked, .drafted).isEmpty
        return isWaiting ? Breach(.wrongState) : nil
    }

    /// Whether the cause is the end of a notice of this kind.
    static func endsNotice(of kind: NoticeKind) -> Guard {
        .standing("endsNotice") { turn in
            guard let cause = turn.cause, turn.notices[cause.subject.id]?.kind == kind else {
                return Breach(.wrongState)
            }
            return nil
        }
    }

    /// Whether the cause is one of these remedies.
    static func remedies(_ remedies: Remedy...) -> Guard {
        .standing("remedy") { turn in
            guard let remedy = turn.cause?.fields[F.remedy], remedies.contains(remedy) else {
                return Breach(.wrongState)
            }
            return nil
        }
    }
}

extension RefusalCode {
    static let deadlineTooSoon = RefusalCode("deadlineTooSoon")
    static let deadlineMustMove = RefusalCode("deadlineMustMove")
    static let deadlineNotLater = RefusalCode("deadlineNotLater")
    static let openersNotPaired = RefusalCode("openersNotPaired")
    static let reservationShort = RefusalCode("reservationShort")
    static let nothingChanges = RefusalCode("nothingChanges")
    static let contractEffective = RefusalCode("contractEffective")
}
