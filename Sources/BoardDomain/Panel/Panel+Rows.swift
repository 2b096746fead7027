private typealias Row = Rows<PanelState>

extension Panel {
    /// The states in which experts may still be invited.
    static let filling: [PanelState] = [.declaring, .confirmed, .scoring]
    /// The challenge's states in which a panel works.
    static let working: Set<ChallengeState> = [.qualifying, .evaluating]
    /// As long as a conflict still matters: until the award (P5).
    static let untilAward: Set<ChallengeState> = [
        .qualifying, .evaluating, .proposed, .noticed, .disputed,
    ]

    /// The rows of the machine `panel`.
    static let rows: [Transition] =
        [plan, avoid, draw, widen, shrink, confirm, reopen, passChair, open]
        + [reveal, revealEarly, note, close, restart, requalified, dissolve]

    private static let plan = Row.command(
        "P1", "plan-panel", from: [], to: [.planned], by: .chain(.caseOfficer, .reviewer),
        in: [.qualifying],
        fields: [
            .required(F.panelSize), .required(F.technicalSeats), .optional(F.panelSkills),
            .optional(F.panelRegion),
        ],
        guards: [noPanelYet, rubricListed, sizes, knownSkills, knownRegion],
        events: [.panelPlanned], act: "PanelPlan"
    ) { (turn: inout Turn) throws(Refusal) in
        let id = turn.case.panels.nextID
        let round = (turn.case.panels.last?.round ?? 0) + 1
        let plan = turn.fields
        turn.record(.panelPlanned, on: ObjectReference(.panel, id), to: PanelState.planned) {
            $0 = plan
            $0[F.round] = round
        }
    }

    private static let avoid = Row.command(
        "P5", "request-avoidance", variant: "avoidance", from: [.planned], to: [.planned],
        by: .any(.bidder, .enterprise), in: [.qualifying], fields: [.required(F.avoided)],
        reason: true, guards: [party, avoidanceLimit], events: [.avoidanceRequested])

    private static let draw = Row.command(
        "P2", "draw", from: [.planned], to: [.declaring], by: .chain(.caseOfficer, .supervisor),
        in: [.qualifying], hold: true, guards: [opened],
        events: [.panelDrawn, .expertInvited, .expertsInvited], act: "PanelDraw"
    ) { (turn: inout Turn) throws(Refusal) in
        guard let panel = turn.case.panels[turn.subject.id],
            let head = turn.case.challenge.closedHead
        else { throw turn.refusal(.notOpened) }
        let draw = Draw(turn.drawInputs(for: panel, head: head), digest: turn.context.digest)
        turn.record(.panelDrawn) { $0[F.draw] = draw }
        let known = Dictionary(
            draw.candidates.map { ($0.expert, $0) }, uniquingKeysWith: { first, _ in first })
        for expert in draw.seated {
            if let candidate = known[expert] {
                turn.invite(candidate, to: panel, as: .expertInvited)
            }
        }
        let chair = turn.case.liveSeats(of: panel).first(where: \.isTechnical)
        let until = turn.workdays(.panelReplyWorkdays, after: turn.now)
        turn.record(.expertsInvited) {
            $0[F.until] = until
            $0[F.seatID] = chair?.id
        }
    }

    private static let widen = Row.command(
        "P8", "widen", from: filling, to: [], by: .chain(.caseOfficer, .reviewer), in: working,
        hold: true, guards: [exhausted, canWiden], events: [.poolWidened], act: "PoolWidening"
    ) { (turn: inout Turn) throws(Refusal) in
        guard let panel = turn.case.panels[turn.subject.id], let draw = panel.draw else {
            throw turn.refusal(.notOpened)
        }
        let (widening, joining) = turn.widened(panel)
        // The same seed orders the newcomers, so that widening lets nobody choose.
        let order = Draw.order(
            joining.map(\.expert), seed: draw.seed, digest: turn.context.digest)
        turn.record(.poolWidened) {
            $0[F.widening] = widening
            $0[F.joining] = order.compactMap { expert in joining.first { $0.expert == expert } }
        }
    }

    private static let shrink = Row.condition(
        "P8", variant: "release", from: filling, to: [], in: working,
        events: [.seatReleased, .panelResized],
        when: { turn in turn.isPanelInForce && turn.subjectPanel.flatMap(turn.shrunk) != nil }
    ) { (turn: inout Turn) throws(Refusal) in
        guard let found = turn.subjectPanel.flatMap(turn.shrunk) else { return }
        if let seat = found.released {
            turn.record(.seatReleased, on: seat.reference, to: SeatState.released)
        }
        turn.record(.panelResized) {
            $0[F.panelSize] = found.size
            $0[F.technicalSeats] = found.technicalSeats
        }
    }

    private static let confirm = Row.condition(
        "P9", from: [.declaring], to: [.confirmed], in: [.qualifying], events: [.panelConfirmed],
        when: { turn in
            guard turn.isPanelInForce, let panel = turn.subjectPanel else { return false }
            let live = turn.case.liveSeats(of: panel)
            return live.count == panel.size && live.allSatisfy { $0.state == .declared }
                && quorumBreach(of: live, policy: turn.policy) == nil
                && live.allSatisfy {
                    ConflictOfInterest.hit(person: $0.person, in: turn) == nil
                }
        }
    ) { (turn: inout Turn) throws(Refusal) in
        let chair = turn.subjectPanel.flatMap {
            turn.case.liveSeats(of: $0).first(where: \.isTechnical)
        }
        turn.record(.panelConfirmed) { $0[F.seatID] = chair?.id }
    }

    private static let reopen = Row.effect(
        "P9", variant: "lost", of: [.expertRecused, .expertNoShow, .seatReleased],
        from: [.confirmed], to: [.declaring], guards: [ofThisPanel], events: [.panelReopened])

    private static let passChair = Row.condition(
        "P9", variant: "chair", from: [.declaring, .scoring, .consensus, .closed], to: [],
        in: untilAward, events: [.chairPassed],
        when: { turn in turn.isPanelInForce && turn.nextChair != nil }
    ) { (turn: inout Turn) throws(Refusal) in
        let chair = turn.nextChair
        turn.record(.chairPassed) { $0[F.seatID] = chair?.id }
    }

    private static let open = Row.effect(
        "P9", variant: "scoring", of: [.qualificationClosed], from: [.confirmed], to: [.scoring],
        guards: [inForce], events: [.scoringOpened])
}

extension Turn {
    /// The panel that the turn is about.
    var subjectPanel: Panel? { caseIfAny?.panels[subject.id] }

    /// Whether the turn's panel is the one in force.
    var isPanelInForce: Bool { caseIfAny?.panelInForce?.id == subject.id }

    /// Who takes the chair that its holder has left: the next technical seat, one that has declared
    /// before one that has not (P9); nil while the chair is taken.
    var nextChair: Seat? {
        guard let panel = subjectPanel else { return nil }
        let live = self.case.liveSeats(of: panel)
        guard !live.contains(where: { $0.id == panel.chair }) else { return nil }
        let technical = live.filter(\.isTechnical)
        return technical.first { $0.state == .declared } ?? technical.first
    }

    /// Gives an expert the next seat of a panel.
    mutating func invite(
        _ candidate: Draw.Candidate, to panel: Panel, as type: EventType,
        passingOver skipped: [Draw.Skip] = []
    ) {
        let number = self.case.seats.all.count { $0.panel == panel.id } + 1
        let seat = ObjectReference(.seat, "\(panel.id).\(number)")
        let until = workdays(.panelReplyWorkdays, after: now)
        record(type, on: seat, to: SeatState.invited) {
            $0[F.panelID] = panel.id
            $0[F.person] = candidate.expert
            $0[Draw.Candidate.organisation] =
                candidate.organisation.isEmpty ? nil : candidate.organisation
            $0[F.isTechnical] = candidate.isTechnical
            $0[F.until] = until
            if !skipped.isEmpty { $0[F.passedOver] = skipped }
        }
    }
}
