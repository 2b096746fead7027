extension Sanction {
    static func subject(of turn: Turn) -> Sanction? {
        (turn.world[turn.stream].aggregate as? SanctionFile)?.sanctions[turn.subject.id]
    }

    static let targetIsKnown = Guard.input("sanctionTargetIsKnown") { turn in
        guard let party = turn.fields[target], !turn.world.directory.knows(party) else {
            return nil
        }
        return Breach(.sanctionTargetUnknown, given: .string(party))
    }

    static let isNotOwnReport = Guard.input("isNotOwnReport") { turn in
        let own = [turn.signature.organisation, turn.signature.actor.person ?? ""]
        guard let party = turn.fields[target], own.contains(party) else { return nil }
        return Breach(.reportOnOneself, given: .string(party))
    }

    static let isNotReporter = Guard.standing("isNotReporter") { turn in
        guard let person = turn.signature.actor.person, subject(of: turn)?.reporter == person
        else { return nil }
        return Breach(.reporterDecides, given: .string(person))
    }

    static let isIndependent = Guard.standing("isIndependent") { Independence.breach(in: $0) }

    static let defenceRuns = Guard.standing("defenceRuns") { turn in
        guard let until = subject(of: turn)?.defenceUntil, until < turn.now else { return nil }
        return Breach(.defenceIsOver, given: turn.now.json, accepted: until.json)
    }

    static let defenceIsOver = Guard.standing("defenceIsOver") { turn in
        guard let until = subject(of: turn)?.defenceUntil, turn.now <= until else { return nil }
        return Breach(.defenceStillRuns, given: turn.now.json, accepted: until.json)
    }

    static let hasEvidence = Guard.input("sanctionHasEvidence") { turn in
        turn.fields[decision] != SanctionDecision.none && turn.fields[evidence].isEmpty
            ? Breach(.sanctionEvidenceMissing, given: turn.fields[decision]?.json) : nil
    }

    /// A restriction has an end, or is named a lifetime one; nothing else has a term.
    static let termFits = Guard.input("sanctionTermFits") { turn in
        let from = turn.fields[F.from] ?? turn.now
        let until = turn.fields[F.until]
        let isLifetime = turn.fields[isLifetime] ?? false
        let fits =
            switch turn.fields[decision] {
            case .restricted:
                (until == nil) == isLifetime && until.map { max(from, turn.now) < $0 } ?? true
                    && turn.now.day <= from.day
            default: until == nil && !isLifetime && turn.fields[F.from] == nil
            }
        return fits
            ? nil
            : Breach(
                .sanctionTermUnfit, given: until?.json, accepted: from.json,
                ["decision": turn.fields[decision]?.json ?? "–"])
    }

    static let hasSomethingToPublish = Guard.standing("hasSomethingToPublish") { turn in
        subject(of: turn)?.decision == SanctionDecision.none
            ? Breach(.nothingToPublish, given: SanctionDecision.none.json) : nil
    }

    static let noNoticeStands = Guard.standing("noNoticeStands") { turn in
        turn.notice(on: turn.subject).map {
            Breach(.noticeStands, given: .string($0.reference.text))
        }
    }

    static let repairMayBeAsked = Guard.standing("repairMayBeAsked") { turn in
        let from = turn.days(.sanctionRepairAfterDays, after: turn.since)
        return turn.now <= from
            ? Breach(.repairTooSoon, given: turn.now.json, accepted: from.json) : nil
    }

    static let hasRepairEvidence = Guard.input("repairHasEvidence") { turn in
        turn.fields[evidence].isEmpty
            ? Breach(.sanctionEvidenceMissing, given: .string(turn.subject.text)) : nil
    }

    /// Another supervisor than the one who decided (X12).
    static let isAnotherDecider = Guard.standing("isAnotherDecider") { turn in
        guard let person = turn.signature.actor.person,
            turn.docket.persons(rules: ["X5"], on: turn.subject).contains(person)
        else { return nil }
        return Breach(.sameDecider, given: .string(person))
    }
}
