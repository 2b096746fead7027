import BoardDomain

/// How much of an event a viewer may read.
enum EventSight {
    case hidden
    /// All but who did it: a question's asker is nobody's business (Q1).
    case unsigned
    case whole

    /// Of an event of a case.
    static func of(_ event: Event, in found: Case, _ viewer: Viewer) -> EventSight {
        guard sees(event, in: found, viewer) else { return .hidden }
        if event.subject.machine == .objection,
            let objection = found.objections[event.subject.id],
            event.by.actor.person == objection.filer
        {
            return CaseSight.sight(of: objection, in: found, viewer)
        }
        guard event.subject.machine == .question,
            let asker = found.questions[event.subject.id]?.asker,
            event.by.organisation == asker, !viewer.organisations.contains(asker)
        else { return .whole }
        return .unsigned
    }

    private static func sees(_ event: Event, in found: Case, _ viewer: Viewer) -> Bool {
        if event.by.actor.person == viewer.person, viewer.person != nil { return true }
        if steps.contains(event.type), isBureaus(event.rule) { return viewer.isOfficial }
        let phase = BidSight.Phase(of: found.challenge)
        switch event.subject.machine {
        case .bid:
            guard let bid = found.bids[event.subject.id] else { return false }
            let sight = BidSight.of(bid, in: found, for: viewer)
            return carriesContent(event) ? sight.content && sight.bidder : sight.bidder
        case .sheet:
            let isOwn =
                found.sheets[event.subject.id].flatMap { found.seats[$0.seat] }?.person
                == viewer.person && viewer.person != nil
            return isOwn || viewer.isOfficial && phase >= .noticed
        // The draw's record is public with the notice, not before; what was scored is not (§5, §15).
        case .panel:
            let isDraw = [.panelPlanned, .panelDrawn, .poolWidened, .panelConfirmed].contains(
                event.type)
            return viewer.isOfficial || viewer.capacities.contains(.panelExpert)
                || isDraw && phase >= .noticed
        case .seat: return viewer.isOfficial
        case .question:
            guard let question = found.questions[event.subject.id] else { return false }
            return viewer.isOfficial || viewer.isEnterprise
                || viewer.organisations.contains(question.asker)
                || [.questionAnswered, .answerCorrected].contains(event.type)
        // The enterprise learns what they think of its challenge, not who thinks so.
        case .argumentSeat: return viewer.isOfficial
        case .challenge: return seesChallenge(event, phase: phase, in: found, viewer)
        case .notice: return true
        case .objection:
            guard let objection = found.objections[event.subject.id] else { return false }
            switch CaseSight.sight(of: objection, in: found, viewer) {
            case .hidden: return false
            // What the others say at the hearing is for the supervisor.
            case .unsigned: return event.type != .respondentHeard
            case .whole: return true
            }
        case .verification:
            guard let verification = found.verifications[event.subject.id] else { return false }
            return CaseSight.sees(verification, in: found, viewer)
        case .contract, .milestone, .gate, .evaluation, .evidence, .entitlement, .payout:
            return CaseSight.isParty(to: event.subject, in: found, viewer)
        case .pool, .sanction, .organisation, .appointment, .handover, .person, .calendar:
            return true
        }
    }

    /// Whether all who sign under a rule run or watch the procedure. Half of their decision, or one that
    /// was sent back, is nobody else's: the text of a notice names who is to win (C20).
    static func isBureaus(_ rule: String) -> Bool {
        let signers = TransitionTable.standard.row(rule)?.authority?.capacities ?? []
        return !signers.isEmpty && signers.isSubset(of: Capacity.officials)
    }

    private static let steps: Set<EventType> = [
        .stepProposed, .stepSigned, .stepSentBack, .stepLapsed,
    ]

    private static func carriesContent(_ event: Event) -> Bool {
        [.bidSealed, .bidOpened, .bidRanked].contains(event.type)
    }

    private static func seesChallenge(
        _ event: Event, phase: BidSight.Phase, in found: Case, _ viewer: Viewer
    ) -> Bool {
        if event.type == .rankingComputed {
            return viewer.isOfficial || phase >= .noticed && viewer.isEnterprise
        }
        let isPublic: Set<EventType> = [
            .listPublished, .termsAmended, .deadlineExtended, .callClosed, .bidsOpened, .callFailed,
            .resultNoticed, .awardSuspended, .challengeResumed, .awardConfirmed, .executionStarted,
            .marketEvaluationOpened, .challengeConcluded, .postReviewRecorded, .listCancelled,
            .cancellationProposed, .challengeTerminated, .challengeRevoked,
        ]
        return viewer.isOfficial || viewer.isEnterprise || viewer.capacities.contains(.liaison)
            || isPublic.contains(event.type) && CaseSight.seesTerms(found, viewer)
    }
}
