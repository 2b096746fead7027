private typealias Row = Rows<PanelState>

extension Panel {
    static let reveal = Row.condition(
        "P12", from: [.scoring], to: [.consensus], in: [.evaluating], events: [.scoresRevealed],
        when: { turn in
            guard turn.isPanelInForce, let panel = turn.subjectPanel, turn.heldBid == nil else {
                return false
            }
            let live = turn.case.liveSeats(of: panel)
            return live.count == panel.size && live == turn.lockedSeats(of: panel)
                && turn.coversEveryBid(panel)
                && quorumBreach(of: live, policy: turn.policy) == nil
        },
        action: { (turn: inout Turn) throws(Refusal) in turn.recordReveal() })

    static let revealEarly = Row.command(
        "P12", "reveal", variant: "absent", from: [.scoring], to: [.consensus],
        by: .all(.panelChair, .supervisor), in: [.evaluating], hold: true,
        guards: [somebodyAbsent, bidsFree, lockedQuorum],
        events: [.seatReleased, .scoresRevealed], act: "ScoreReveal",
        signs: SignedContent { turn in
            // Whose scores are left out.
            guard let panel = turn.subjectPanel else { return nil }
            let locked = turn.lockedSeats(of: panel)
            return turn.case.liveSeats(of: panel).filter { !locked.contains($0) }.map(\.id).json
        }
    ) { (turn: inout Turn) throws(Refusal) in
        guard let panel = turn.subjectPanel else { return }
        let locked = turn.lockedSeats(of: panel)
        for seat in turn.case.liveSeats(of: panel) where !locked.contains(seat) {
            turn.record(.seatReleased, on: seat.reference, to: SeatState.released)
        }
        turn.recordReveal()
    }

    static let note = Row.command(
        "P12b", "note-divergence", variant: "note", from: [.consensus], to: [.consensus],
        by: .any(.panelChair), in: [.evaluating],
        fields: [.required(F.bid), .required(F.divergenceNote)],
        guards: [someDivergence, divergent],
        events: [.divergenceNoted])

    static let close = Row.effect(
        "P12c", of: [.rankingComputed], from: [.consensus], to: [.closed], guards: [inForce],
        events: [.panelClosed])

    /// After the reveal a lost expert restarts the round; so does a refused or remedied ranking.
    static let restart = Row.effect(
        "P13", of: [.expertRecused, .rankingRefused, .challengeResumed, .objectionRemedied],
        from: [.consensus, .closed], to: [.scoring], in: [.evaluating],
        guards: [inForce, restarts], events: [.roundOpened],
        action: { (turn: inout Turn) throws(Refusal) in turn.recordRound() })

    /// A bid that an objection has brought back is scored by everybody, in a new round.
    static let requalified = Row.effect(
        "P13", variant: "requalified", of: [.bidReset], from: [.scoring, .consensus],
        to: [.scoring], in: [.evaluating], guards: [inForce, bidUnscored], events: [.roundOpened],
        action: { (turn: inout Turn) throws(Refusal) in turn.recordRound() })

    static let dissolve = Row.effect(
        "P14",
        of: [
            .callFailed, .listCancelled, .challengeRevoked, .challengeResumed, .objectionRemedied,
            .challengeTerminated,
        ],
        from: [.planned, .declaring, .confirmed, .scoring, .consensus, .closed],
        to: [.dissolved], guards: [dissolves], events: [.panelDissolved]
    ) { (turn: inout Turn) throws(Refusal) in
        let cause = turn.cause
        let live = turn.subjectPanel.map(turn.case.liveSeats) ?? []
        turn.record(.panelDissolved) {
            $0[F.reason] = cause?.fields[F.reason] ?? cause?.type.name
            $0[F.clause] = cause?.fields[F.clause] ?? cause?.rule
        }
        for seat in live {
            turn.record(.seatReleased, on: seat.reference, to: SeatState.released)
        }
    }

    private static let somebodyAbsent = Guard.standing("somebodyAbsent") { turn in
        let absent = turn.case.seats.all.contains {
            $0.panel == turn.subject.id && $0.state == .noShow
        }
        return absent
            ? nil
            : Breach(
                .nobodyAbsent, given: .integer(0),
                accepted: .string(SeatState.noShow.rawValue))
    }

    private static let bidsFree = Guard.standing("bidsFree") { turn in
        turn.heldBid.map { Breach(.bidOnHold, given: .string($0.text), accepted: .string("–")) }
    }

    private static let lockedQuorum = Guard.standing("lockedQuorum") { turn in
        guard let panel = turn.subjectPanel else { return nil }
        return quorumBreach(of: turn.lockedSeats(of: panel), policy: turn.policy)
    }

    private static let someDivergence = Guard.standing("someDivergence") { turn in
        guard let panel = turn.subjectPanel, turn.divergences(of: panel).isEmpty else { return nil }
        return Breach(.nothingDivergent)
    }

    private static let divergent = Guard.input("divergent") { turn in
        guard let bid = turn.fields[F.bid], let panel = turn.subjectPanel else { return nil }
        let flagged = turn.divergences(of: panel).map(\.bid)
        return flagged.contains(bid)
            ? nil
            : Breach(
                .notDivergent, given: .string(bid), accepted: .array(flagged.map(JSON.string)))
    }

    private static let restarts = Guard.standing("restarts") { turn in
        guard let cause = turn.cause else { return nil }
        let isLoss =
            turn.subjectPanel?.state == .consensus && cause.type == .expertRecused
            && turn.case.seats[cause.subject.id]?.panel == turn.subject.id
        let isReturn =
            cause.subject.machine == .challenge && cause.state == ChallengeState.evaluating.rawValue
        guard !isLoss, !isReturn else { return nil }
        return Breach(
            .wrongState, given: .string(cause.type.name),
            accepted: .string(ChallengeState.evaluating.rawValue))
    }

    private static let bidUnscored = Guard.standing("bidUnscored") { turn in
        guard let cause = turn.cause, let panel = turn.subjectPanel else { return nil }
        let isBack = cause.state == BidState.qualified.rawValue
        let rubric = turn.case.challenge.terms.rubric
        let lacking = turn.case.sheets(of: panel).contains {
            $0.state == .locked && !$0.covers(cause.subject.id, under: rubric)
        }
        guard !isBack || !lacking else { return nil }
        return Breach(
            .wrongState, given: cause.state.map(JSON.string),
            accepted: .string(BidState.qualified.rawValue))
    }

    private static let dissolves = Guard.standing("dissolves") { turn in
        let ends: Set<String> = Set(
            [
                ChallengeState.qualifying, .unsuccessful, .cancelled, .revoked, .terminated,
            ].map(\.rawValue))
        let isEnd =
            turn.cause.map { $0.subject.machine == .challenge && ends.contains($0.state ?? "") }
            ?? false
        // From the award on a closed panel is final (P14).
        let isFinal =
            turn.subjectPanel?.state == .closed && turn.case.challenge.awardedAt != nil
        guard !isEnd || isFinal else { return nil }
        return Breach(
            .wrongState, given: turn.cause?.state.map(JSON.string),
            accepted: .array(ends.sorted().map(JSON.string)))
    }
}

extension Turn {
    /// The live seats of a panel whose sheet of this round is locked.
    func lockedSeats(of panel: Panel) -> [Seat] {
        self.case.liveSeats(of: panel).filter {
            $0.state == .declared && self.case.sheet(of: $0, on: panel)?.state == .locked
        }
    }

    /// Whether every locked sheet scores every bid that is qualified now.
    func coversEveryBid(_ panel: Panel) -> Bool {
        let rubric = self.case.challenge.terms.rubric
        let locked = self.case.sheets(of: panel).filter { $0.state == .locked }
        return self.case.bidsToScore.allSatisfy { bid in
            locked.allSatisfy { $0.covers(bid.id, under: rubric) }
        }
    }

    /// A bid on whose decision an admitted objection rests (P12: no hold on B14).
    var heldBid: ObjectReference? {
        objections.all.first { $0.hold && $0.object.machine == .bid }?.object
    }

    func divergences(of panel: Panel) -> [Divergence] {
        self.case.divergences(of: panel, policy: policy)
    }

    fileprivate mutating func recordReveal() {
        guard let panel = subjectPanel else { return }
        let flags = divergences(of: panel)
        record(.scoresRevealed, to: PanelState.consensus) {
            $0[F.round] = panel.round
            $0[F.divergences] = flags
        }
    }

    fileprivate mutating func recordRound() {
        guard let panel = subjectPanel else { return }
        let cause = self.cause
        record(.roundOpened, to: PanelState.scoring) {
            $0[F.round] = panel.round + 1
            $0[F.reason] = cause?.fields[F.reason] ?? cause?.type.name
            $0[F.clause] = cause?.fields[F.clause] ?? cause?.rule
        }
    }
}
