extension Seat {
    static let declares = Guard.input("declares") { turn in
        turn.fields[F.declares] == false
            ? Breach(.notDeclared, given: .boolean(false), accepted: .boolean(true)) : nil
    }

    static let confidentialityFirst = Guard.standing("confidentialityFirst") { turn in
        turn.subjectSeat?.isConfidential == false
            ? Breach(
                .confidentialityFirst, given: .string(Declaration.noInterest.rawValue),
                accepted: .string(Declaration.confidentiality.rawValue)) : nil
    }

    /// Nobody declares against what the board itself can compute (I12).
    static let noConflict = Guard.standing("noConflict") { turn in
        turn.subjectSeat.flatMap { ConflictOfInterest.hit(person: $0.person, in: turn) }
            .map { hit in
                Breach(
                    .conflictFound, given: .string(hit.rule.rawValue), accepted: .string("–"),
                    ["against": .string(hit.against)])
            }
    }

    static let notReported = Guard.standing("notReported") { turn in
        turn.subjectSeat?.reportedAt.map {
            Breach(.alreadyReported, given: .string($0.text), accepted: .string("–"))
        }
    }

    static let reported = Guard.standing("reported") { turn in
        turn.subjectSeat?.reportedAt == nil
            ? Breach(.nothingReported, given: .string("–"), accepted: .string("P5")) : nil
    }

    /// Only once the time for scoring is over, and only where there is no locked sheet (P6).
    static let scoringDue = Guard.standing("scoringDue") { turn in
        guard let seat = turn.subjectSeat, let panel = turn.case.panels[seat.panel] else {
            return nil
        }
        let sheet = turn.case.sheet(of: seat, on: panel)
        if sheet?.state == .locked {
            return Breach(
                .sheetAlreadyLocked, given: .string(SheetState.locked.rawValue),
                accepted: .string(SheetState.editing.rawValue))
        }
        guard let due = sheet.map(turn.scoringDue) else {
            return Breach(
                .scoringNotDue, given: .string(turn.now.text),
                accepted: .string(PanelState.scoring.rawValue))
        }
        return turn.now > due
            ? nil
            : Breach(
                .scoringNotDue, given: .string(turn.now.text), accepted: .string(due.text))
    }
}

extension Turn {
    /// The seat that the turn is about.
    var subjectSeat: Seat? { caseIfAny?.seats[subject.id] }

    /// Until when a sheet has to be locked (P11).
    func scoringDue(of sheet: Sheet) -> Instant {
        let opened = docket.since[sheet.reference] ?? now
        let start = max(opened, docket.since[ObjectReference(.challenge)] ?? opened)
        return workdays(.panelScoreWorkdays, after: start)
    }
}
