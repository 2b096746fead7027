extension Sheet {
    /// No score by an expert with a conflict (I12).
    static let noConflict = Guard.standing("noConflict") { turn in
        guard let seat = turn.subjectSheet.flatMap({ turn.case.seats[$0.seat] }),
            let hit = ConflictOfInterest.hit(person: seat.person, in: turn)
        else { return nil }
        return Breach(
            .conflictFound, given: .string(hit.rule.rawValue), accepted: .string("–"),
            ["against": .string(hit.against)])
    }

    /// Each score is in range, has its comment, and stands for a bid of this call, once.
    static let scored = Guard.input("scoresValid") { turn in
        let rubric = turn.case.challenge.terms.rubric
        let bids = turn.case.bidsToScore.map(\.id)
        var seen: Set<[String]> = []
        for score in turn.fields[F.scores] {
            guard bids.contains(score.bid) else {
                return Breach(
                    .bidNotScored, given: .string(score.bid),
                    accepted: .array(bids.map(JSON.string)))
            }
            if let breach = score.breach(under: rubric, policy: turn.policy) { return breach }
            guard seen.insert([score.bid, score.criterion]).inserted else {
                return Breach(
                    .scoreTwice, given: .string(score.criterion), accepted: .integer(1),
                    ["bid": .string(score.bid)])
            }
        }
        return nil
    }

    static let complete = Guard.input("scoresComplete") { turn in
        let given = Set(turn.fields[F.scores].map { [$0.bid, $0.criterion] })
        for bid in turn.case.bidsToScore {
            for line in turn.case.challenge.terms.rubric where !given.contains([bid.id, line.code])
            {
                return Breach(
                    .scoreMissing, given: .integer(Int64(given.count)),
                    accepted: .string("0…\(line.maximum)"),
                    ["bid": .string(bid.id), "criterion": .string(line.code)])
            }
        }
        return nil
    }

    static let inConsensus = Guard.standing("inConsensus") { turn in
        guard let sheet = turn.subjectSheet, let panel = turn.case.panels[sheet.panel] else {
            return nil
        }
        let isPresent =
            turn.case.panelInForce?.id == panel.id && panel.state == .consensus
            && sheet.round == panel.round
        return isPresent
            ? nil
            : Breach(
                .noConsensus, given: .string(panel.state.rawValue),
                accepted: .string(PanelState.consensus.rawValue))
    }

    static let replaces = Guard.input("replacesScore") { turn in
        guard let new = SheetScore(record: turn.fields), let sheet = turn.subjectSheet else {
            return nil
        }
        guard let former = sheet.score(of: new.bid, under: new.criterion) else {
            return Breach(
                .bidNotScored, given: .string(new.bid),
                accepted: .array(Set(sheet.scores.map(\.bid)).sorted().map(JSON.string)))
        }
        guard former.points != new.points else {
            return Breach(
                .scoreUnchanged, given: .integer(Int64(new.points)),
                accepted: .string("≠ \(former.points)"))
        }
        return new.breach(under: turn.case.challenge.terms.rubric, policy: turn.policy)
    }

    /// The sheet's expert has left, or its round was given up before it was locked. What was locked
    /// in an earlier round, or on a panel that was dissolved, stays as it is.
    static let lost = Guard.standing("sheetLost") { turn in
        guard let cause = turn.cause, let sheet = turn.subjectSheet,
            let panel = turn.case.panels[sheet.panel]
        else { return nil }
        let isGone: Bool
        if cause.type == .roundOpened {
            isGone =
                cause.subject.id == panel.id && sheet.round < panel.round
                && sheet.state == .editing
        } else {
            isGone =
                sheet.seat == cause.subject.id && sheet.round == panel.round
                && (panel.state != .dissolved || sheet.state == .editing)
        }
        return isGone
            ? nil
            : Breach(.wrongState, given: .string(sheet.id), accepted: .string(cause.subject.text))
    }
}
