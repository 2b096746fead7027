private typealias Row = Rows<SheetState>

extension Sheet {
    /// The rows of the machine `sheet`.
    static let rows: [Transition] = [open, lock, void, replace]

    static let duties: [Duty] = [
        Duty.of(
            "P11", act: "ScoreSheet", states: [SheetState.editing], in: [.evaluating],
            awaits: [.panelExpert], command: "lock",
            due: { turn in turn.subjectSheet.map(turn.scoringDue) })
    ]

    private static let open = Row.condition(
        "P11", variant: "opening", from: [], to: [.editing], in: [.evaluating],
        events: [.sheetOpened], when: { !$0.seatsWithoutSheet.isEmpty }
    ) { (turn: inout Turn) throws(Refusal) in
        guard let panel = turn.panel(in: .scoring) else { return }
        for seat in turn.seatsWithoutSheet {
            let sheet = ObjectReference(.sheet, "\(seat.id).\(panel.round)")
            turn.record(.sheetOpened, on: sheet, to: SheetState.editing) {
                $0[F.panelID] = panel.id
                $0[F.seatID] = seat.id
                $0[F.round] = panel.round
            }
        }
    }

    private static let lock = Row.command(
        "P11", "lock", from: [.editing], to: [.locked], by: .any(.panelExpert),
        in: [.evaluating], fields: [.required(F.scores)],
        guards: [noConflict, scored, complete], events: [.scoresLocked]
    ) { (turn: inout Turn) throws(Refusal) in
        let digest = turn.context.digest(turn.fields[F.scores].json)
        turn.record(.scoresLocked) { $0[F.scoresDigest] = digest }
    }

    private static let void = Row.effect(
        "P11", variant: "void",
        of: [.expertRecused, .expertNoShow, .seatReleased, .roundOpened],
        from: [.editing, .locked], to: [.void], guards: [lost], events: [.sheetVoided])

    private static let replace = Row.command(
        "P12b", "replace-score", from: [.locked], to: [.locked], by: .any(.panelExpert),
        in: [.evaluating],
        fields: [
            .required(F.bid), .required(F.criterion), .required(F.points),
            .optional(F.comment),
        ], reason: true, guards: [inConsensus, noConflict, replaces], events: [.scoreReplaced]
    ) { (turn: inout Turn) throws(Refusal) in
        let former = turn.subjectSheet.flatMap {
            $0.score(
                of: turn.fields[F.bid, default: ""],
                under: turn.fields[F.criterion, default: ""])
        }
        turn.record(.scoreReplaced) { $0[F.former] = former }
    }
}

extension Turn {
    /// The sheet that the turn is about.
    var subjectSheet: Sheet? { caseIfAny?.sheets[subject.id] }

    /// Experts who have declared and have no sheet of this round yet.
    var seatsWithoutSheet: [Seat] {
        guard let panel = panel(in: .scoring) else { return [] }
        return self.case.liveSeats(of: panel).filter {
            $0.state == .declared && self.case.sheet(of: $0, on: panel) == nil
        }
    }
}
