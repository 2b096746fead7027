private typealias Row = Rows<ChallengeState>

/// 评审结果与公示: C19 to C24b.
extension Challenge {
    static let resultRows: [Transition] = [
        Row.command(
            "C19", "close-consensus", from: [.evaluating], to: [.proposed], by: .any(.panelChair),
            fields: [.optional(F.opinion)], guards: [panelInConsensus, flagsNoted],
            events: [.rankingComputed]
        ) { (turn: inout Turn) throws(Refusal) in
            let ranking = try Ranking.compute(turn)
            let digest = Ranking.scoresDigest(turn)
            turn.record(.rankingComputed) {
                $0[F.ranking] = ranking
                $0[F.scoresDigest] = digest
            }
        },
        Row.command(
            "C19b", "refuse-ranking", from: [.proposed], to: [.evaluating], by: .any(.reviewer),
            reason: true, events: [.rankingRefused]
        ) { (turn: inout Turn) throws(Refusal) in
            let next = turn.case.challenge.round + 1
            turn.record(.rankingRefused) { $0[F.round] = next }
        },
        Row.command(
            "C20", "publish-result", from: [.proposed], to: [.noticed],
            by: .chain(.caseOfficer, .reviewer),
            fields: [.required(F.noticeText), .required(F.channel)], guards: [hasWinner],
            events: [.resultNoticed], act: "ResultPublication",
            signs: SignedContent { $0.case.bids.in(.proposed).map(\.id).json }
        ) { (turn: inout Turn) throws(Refusal) in
            let text = turn.fields[F.noticeText, default: ""]
            let winners = turn.case.bids.in(.proposed).map(\.id)
            turn.record(.resultNoticed) { $0[F.winners] = winners }
            try turn.publishNotice(kind: .result, object: turn.subject, text: text, as: "C20")
        },
        Row.effect(
            "C21", of: [.objectionAdmitted], from: [.noticed], to: [.disputed],
            guards: [touchesAward], events: [.awardSuspended]),
        Row.effect(
            "C22", of: [.objectionRemedied], from: [.disputed, .noticed],
            to: [.evaluating, .qualifying, .cancelled, .unsuccessful],
            guards: [remedies(.rescore, .disqualify, .reevaluate, .cancel, .requalify)],
            events: [.challengeResumed], action: remedy),
        Row.condition(
            "C22", variant: "upheld", from: [.disputed], to: [.noticed],
            events: [.challengeResumed],
            when: { turn in
                !turn.objections.all.contains { $0.hold }
                    && turn.notices.all.last { $0.kind == .result }?.state != .suspended
            }),
        Row.condition(
            "C23", from: [.noticed], to: [.awarded], events: [.awardConfirmed],
            when: { turn in
                guard let notice = turn.notices.all.last(where: { $0.kind == .result }) else {
                    return false
                }
                return notice.state == .ended && !notice.isProvisional
                    && openObjection(in: turn) == nil
            },
            action: { (turn: inout Turn) throws(Refusal) in
                let winners = turn.case.bids.in(.proposed).map(\.id)
                turn.record(.awardConfirmed) { $0[F.winners] = winners }
            }),
        Row.condition(
            "C24", from: [.awarded], to: [.executing], events: [.executionStarted],
            when: { turn in
                let live = turn.case.contracts.all.filter { $0.state != .rescinded }
                return !live.isEmpty && live.allSatisfy { $0.effectiveAt != nil }
                    && turn.case.bids.in(.proposed).isEmpty
            }),
        Row.command(
            "C24b", "lapse-award", from: [.awarded], to: [.awarded, .proposed, .unsuccessful],
            by: .chain(.caseOfficer, .reviewer),
            fields: [.required(F.bid), .required(F.fault)], reason: true,
            guards: [awardHasLapsed], events: [.awardLapsed, .callFailed], act: "AwardLapse",
            action: lapse),
    ]

    private static let panelInConsensus = Guard.standing("panelInConsensus") { turn in
        let state = turn.case.panels.last?.state
        return state == .consensus
            ? nil
            : Breach(
                .panelNotInConsensus, given: state.map { .string($0.rawValue) },
                accepted: .string(PanelState.consensus.rawValue))
    }

    private static let flagsNoted = Guard.standing("flagsNoted") { turn in
        let open = Ranking.unnotedFlags(turn)
        return open.isEmpty
            ? nil : Breach(.divergenceUnnoted, given: .array(open.map(JSON.string)))
    }

    private static let hasWinner = Guard.standing("hasWinner") { turn in
        turn.case.bids.in(.proposed).isEmpty ? Breach(.noWinner) : nil
    }

    /// Everything that could change who wins: the result itself, a bid, the challenge.
    private static let touchesAward = Guard.standing("touchesAward") { turn in
        guard let cause = turn.cause, let objection = turn.objections[cause.subject.id] else {
            return Breach(.wrongState)
        }
        let machines: [Machine] = [.challenge, .bid, .panel, .seat, .sheet]
        let isResult =
            objection.object.machine == .notice
            && turn.notices[objection.object.id]?.kind == .result
        return isResult || machines.contains(objection.object.machine) ? nil : Breach(.wrongState)
    }

    private static let remedy: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let next = turn.case.challenge.round + 1
        let state: ChallengeState
        switch turn.cause?.fields[F.remedy] {
        case .reevaluate: state = .qualifying
        case .cancel: state = .cancelled
        case .disqualify:
            let others = turn.case.bids.all.filter {
                BidState.inEvaluation.contains($0.state)
                    && turn.cause?.fields[F.object] != $0.reference
                    && turn.cause?.fields[F.bid] != $0.id
            }
            state = others.isEmpty ? .unsuccessful : .evaluating
        default: state = .evaluating
        }
        turn.record(.challengeResumed, to: state) { $0[F.round] = next }
        if state == .cancelled || state == .unsuccessful { turn.releaseReservation("C22") }
    }

    private static let awardHasLapsed = Guard.input("awardHasLapsed") { turn in
        let found = turn.case
        guard let bid = turn.fields[F.bid].flatMap({ found.bids[$0] }),
            [.awarded, .declined].contains(bid.state)
        else {
            return Breach(
                .notAwarded, given: turn.fields[F.bid].map(JSON.string),
                accepted: .array(found.bids.in(.awarded, .declined).map { .string($0.id) }))
        }
        if bid.state == .declined { return nil }
        let contract = found.contracts.all.last { $0.bid == bid.id }
        let start = contract?.awardedAt ?? found.challenge.awardedAt ?? turn.since
        let end = turn.days(.signMaxDays, after: start)
        let isSigned = contract.map {
            ![.draft, .agreed, .signedByOne, .rescinded].contains($0.state)
        }
        return turn.now > end && isSigned != true
            ? nil : Breach(.signingStillOpen, given: turn.now.json, accepted: end.json)
    }

    private static let lapse: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let found = turn.case
        let bid = turn.fields[F.bid, default: ""]
        let isEnterprise = turn.fields[F.fault] == .enterprise
        let reserve = isEnterprise ? nil : Ranking.nextReserve(turn)
        let others = found.bids.in(.awarded).contains { $0.id != bid }
        let isRace = found.challenge.terms.mode == .racing
        let state: ChallengeState =
            isRace && (others || reserve != nil)
            ? .awarded
            : reserve != nil ? .proposed : .unsuccessful
        turn.record(.awardLapsed, to: state) {
            $0[F.promoted] = reserve
            $0[F.round] = found.challenge.round
        }
        if state == .unsuccessful {
            turn.fields = Record()
            turn.record(.callFailed, to: ChallengeState.unsuccessful) {
                $0[F.failure] = isEnterprise ? .enterpriseAtFault : .noReserve
            }
            turn.releaseReservation("C24b")
        } else if isRace, let reserve {
            try turn.publishNotice(
                kind: .lane, object: ObjectReference(.bid, reserve),
                text: turn.fields[F.reason, default: ""], as: "B20")
        }
    }
}

extension RefusalCode {
    static let divergenceUnnoted = RefusalCode("divergenceUnnoted")
    static let panelNotInConsensus = RefusalCode("panelNotInConsensus")
    static let noWinner = RefusalCode("noWinner")
    static let notAwarded = RefusalCode("notAwarded")
    static let signingStillOpen = RefusalCode("signingStillOpen")
}
