extension Objection {
    private static func subject(of turn: Turn) -> Objection? { turn.objections[turn.subject.id] }

    /// What a filing is raised against: the object behind a notice, and the window.
    static func target(
        of turn: Turn
    ) -> (object: ObjectReference, window: ObjectionWindow)? {
        guard let named = turn.fields[F.object], let window = ObjectionWindow.of(named, in: turn)
        else { return nil }
        let notice = named.machine == .notice ? turn.notices[named.id] : nil
        return (notice?.object ?? named, window)
    }

    static let isObjectable = Guard.input("isObjectable") { turn in
        guard let named = turn.fields[F.object], target(of: turn) == nil else { return nil }
        guard let state = turn.world[turn.stream].aggregate.state(of: named) else {
            return Breach(.noSuchObject, given: .string(named.text))
        }
        return Breach(
            .notObjectable, given: .string(named.text), accepted: nil, ["state": .string(state)])
    }

    static let isInWindow = Guard.input("isInObjectionWindow") { turn in
        guard let window = target(of: turn)?.window, !window.isOpen(at: turn.now) else {
            return nil
        }
        return Breach(
            .objectionWindowClosed, given: turn.now.json, accepted: window.closes.json,
            ["opens": window.opens.json])
    }

    /// A finding of the office's own may come while the notice is still suspended past its end.
    static let isNotSettled = Guard.input("isNotSettled") { turn in
        guard let window = target(of: turn)?.window, !window.isOpen(at: turn.now),
            window.notice.flatMap({ turn.notices[$0] })?.state.isLive != true
        else { return nil }
        return Breach(.objectionWindowClosed, given: turn.now.json, accepted: window.closes.json)
    }

    /// Whoever has no part in the case at all is not offered to file.
    static let isParty = Guard.standing("isParty") { turn in
        let signature = turn.signature
        let isParty =
            switch turn.world[turn.stream].aggregate {
            case is Case: signature.capacity == .interestedParty
            case let claim as PolicyClaim:
                claim.payouts.all.contains { $0.payee == signature.organisation }
            default: true
            }
        return isParty
            ? nil : Breach(.noInterest, given: .string(signature.organisation), accepted: nil)
    }

    /// During a notice every party of the case may object, outside one only whom the decision
    /// touches.
    static let hasInterest = Guard.input("hasInterest") { turn in
        guard let (object, window) = target(of: turn) else { return nil }
        let parties = TouchedParties.of(object, in: turn)
        if TouchedParties.party(of: turn.signature, among: parties) != nil { return nil }
        if window.notice != nil, turn.signature.capacity == .interestedParty { return nil }
        if window.notice != nil, turn.policy[.objectionPublicMayFile] { return nil }
        return Breach(
            .noInterest, given: .string(turn.signature.organisation), accepted: nil,
            ["object": .string(object.text)])
    }

    static let hasEvidence = Guard.input("hasEvidence") { turn in
        turn.fields[evidence].isEmpty ? Breach(.objectionWithoutEvidence, given: 0) : nil
    }

    static let isFiler = Guard.standing("isFiler") { turn in
        guard let objection = subject(of: turn) else { return nil }
        let party = TouchedParties.party(of: turn.signature, among: [objection.filerParty])
        return party == nil
            ? Breach(.notTheFiler, given: turn.signature.actor.person?.json) : nil
    }

    static let isIndependent = Guard.standing("isIndependent") { Independence.breach(in: $0) }

    static let isFirstCompletion = Guard.standing("isFirstCompletion") { turn in
        subject(of: turn)?.completionUntil.map { Breach(.completionAskedBefore, given: $0.json) }
    }

    static let isInCompletion = Guard.standing("isInCompletion") { turn in
        guard let objection = subject(of: turn) else { return nil }
        guard let until = objection.completionUntil, objection.completedAt == nil else {
            return Breach(.completionNotAsked)
        }
        return until < turn.now
            ? Breach(.completionTooLate, given: turn.now.json, accepted: until.json) : nil
    }

    /// Incomplete only after the filer was asked, and has answered or let the time pass (O2).
    static let completionIsOver = Guard.input("completionIsOver") { turn in
        guard let objection = subject(of: turn), turn.fields[ground] == .incomplete else {
            return nil
        }
        guard let until = objection.completionUntil else { return Breach(.completionNotAsked) }
        return objection.completedAt == nil && turn.now <= until
            ? Breach(.completionStillRuns, given: turn.now.json, accepted: until.json) : nil
    }

    static let isSameMatter = Guard.input("isSameMatter") { turn in
        guard let objection = subject(of: turn), let id = turn.fields[into] else { return nil }
        let same = turn.objections.all.filter {
            $0.id != objection.id && $0.isOpen && $0.object == objection.object
                && $0.kind(in: turn) == objection.kind(in: turn)
        }
        return same.contains { $0.id == id }
            ? nil
            : Breach(
                .notTheSameMatter, given: .string(id), accepted: .array(same.map { .string($0.id) })
            )
    }

    static let isRespondent = Guard.standing("isRespondent") { turn in
        guard let objection = subject(of: turn) else { return nil }
        if TouchedParties.party(of: turn.signature, among: [objection.filerParty]) != nil {
            return Breach(.filerCannotRespond, given: turn.signature.actor.person?.json)
        }
        let isOfficial = [.caseOfficer, .reviewer, .interestedParty, .subject]
            .contains(turn.signature.capacity)
        let parties = TouchedParties.of(objection, in: turn)
        return isOfficial || TouchedParties.party(of: turn.signature, among: parties) != nil
            ? nil : Breach(.notTouched, given: .string(turn.signature.organisation))
    }

    static let defenceRuns = Guard.standing("defenceRuns") { turn in
        guard let until = subject(of: turn)?.defenceUntil, until < turn.now else { return nil }
        return Breach(.defenceIsOver, given: turn.now.json, accepted: until.json)
    }

    static let defenceIsOver = Guard.standing("defenceIsOver") { turn in
        guard let until = subject(of: turn)?.defenceUntil, turn.now <= until else { return nil }
        return Breach(.defenceStillRuns, given: turn.now.json, accepted: until.json)
    }

    static let remedyFits = Guard.input("remedyFits") { turn in
        guard let objection = subject(of: turn), let remedy = turn.fields[F.remedy],
            let result = turn.fields[result]
        else { return nil }
        let accepted =
            result == .dismissed
            ? [.uphold] : Remedy.accepted(for: objection, in: turn).subtracting([.uphold])
        return accepted.contains(remedy)
            ? nil
            : Breach(
                .remedyUnfit, given: remedy.json,
                accepted: .array(accepted.map(\.rawValue).sorted().map(JSON.string)),
                ["result": result.json])
    }

    static let correctionIsThere = Guard.input("correctionIsThere") { turn in
        turn.fields[F.remedy] == .correctNotice && turn.fields[correction] == nil
            ? Breach(.correctionMissing, given: Remedy.correctNotice.json) : nil
    }

    static let remedyNamesBid = Guard.input("remedyNamesBid") { turn in
        guard let objection = subject(of: turn), turn.fields[F.remedy] == .disqualify,
            objection.object.machine == .challenge
        else { return nil }
        let live = turn.caseIfAny?.bids.in(.qualified, .scored, .proposed, .reserve, .notSelected)
        let ids = (live ?? []).map(\.id)
        return turn.fields[F.bid].map(ids.contains) == true
            ? nil
            : Breach(
                .remedyBidMissing, given: turn.fields[F.bid].map(JSON.string),
                accepted: .array(ids.map(JSON.string)))
    }

    static let misconductIsWhole = Guard.input("misconductIsWhole") { turn in
        let (by, what) = (turn.fields[misconductBy], turn.fields[misconduct])
        guard (by == nil) != (what == nil) || by.map({ !turn.world.directory.knows($0) }) == true
        else { return nil }
        return Breach(.misconductIncomplete, given: by.map(JSON.string))
    }

    static let isInAppealWindow = Guard.standing("isInAppealWindow") { turn in
        guard let served = subject(of: turn)?.servedAt else { return nil }
        let until = turn.workdays(.appealWorkdays, after: served)
        return until < turn.now
            ? Breach(.appealWindowClosed, given: turn.now.json, accepted: until.json) : nil
    }

    static let isTouched = Guard.standing("isTouched") { turn in
        guard let objection = subject(of: turn) else { return nil }
        let parties = TouchedParties.of(objection, in: turn)
        return TouchedParties.party(of: turn.signature, among: parties) == nil
            ? Breach(.notTouched, given: .string(turn.signature.organisation)) : nil
    }

    static let hasNotWaived = Guard.standing("hasNotWaived") { turn in
        guard let objection = subject(of: turn),
            let party = TouchedParties.party(of: turn.signature, among: objection.waivers)
        else { return nil }
        return Breach(.waivedBefore, given: .string(party))
    }

    /// The appeal is another supervisor's than the one who looked into it and decided.
    static let isAnotherDecider = Guard.standing("isAnotherDecider") { turn in
        guard let person = turn.signature.actor.person else { return nil }
        return turn.docket.persons(rules: ["O5", "O6"], on: turn.subject).contains(person)
            ? Breach(.sameDecider, given: .string(person)) : nil
    }
}

extension Directory {
    /// Whether a unified code or a person's id is known.
    func knows(_ party: String) -> Bool {
        organisations[party] != nil || persons[party] != nil
    }
}
