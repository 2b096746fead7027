// What the rows of an objection do, and when.
extension Objection {
    static let file: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        guard let (object, window) = target(of: turn) else { return }
        let fields = turn.fields
        let isOwnFinding = turn.row.id == "O1x"
        turn.record(
            .objectionFiled, on: ObjectReference(.objection, turn.objections.nextID),
            to: ObjectionState.filed
        ) {
            $0 = fields
            $0[F.object] = object
            $0[notice] = window.notice
            $0[closes] = window.closes
            $0[isExOfficio] = isOwnFinding ? true : nil
        }
    }

    static let decide: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        turn.record(.objectionDecided)
        if let party = turn.fields[misconductBy], let facts = turn.fields[misconduct] {
            turn.reportSanction(target: party, facts: facts)
        }
    }

    static let waive: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        guard let objection = turn.objections[turn.subject.id] else { return }
        let party = TouchedParties.party(
            of: turn.signature, among: TouchedParties.of(objection, in: turn))
        turn.record(.appealWaived) { $0[Objection.party] = party }
    }

    static let allHaveWaived: @Sendable (Turn) -> Bool = { turn in
        guard let objection = turn.objections[turn.subject.id] else { return false }
        return objection.waivers.isSuperset(of: TouchedParties.of(objection, in: turn))
    }

    static let causeIsOwn = Guard.standing("causeIsOwn") { turn in
        turn.cause?.subject == turn.subject ? nil : Breach(.notConcerned)
    }

    static let remedied: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        guard let objection = turn.objections[turn.subject.id] else { return }
        turn.record(.objectionRemedied) {
            $0[F.remedy] = objection.remedy ?? .uphold
            $0[F.object] = objection.object
            $0[notice] = objection.notice
            $0[F.bid] = objection.bid
            $0[expert] = objection.expert
            $0[correction] = objection.correction
        }
    }

    /// A payout, a sanction and a termination outlive the challenge (O12).
    static let objectIsGone = Guard.standing("objectIsGone") { turn in
        guard let objection = turn.objections[turn.subject.id] else { return nil }
        return [.payout, .sanction, .contract].contains(objection.object.machine)
            ? Breach(.notConcerned, given: .string(objection.object.text)) : nil
    }

    static let lapse: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let cause = turn.cause
        let rule = turn.row.id
        turn.record(.objectionLapsed) {
            $0[F.reason] = cause?.name
            $0[F.clause] = rule
        }
    }

    static let causeEscalates = Guard.standing("causeIsOverdue") { turn in
        guard let cause = turn.cause, cause.subject == turn.subject,
            ["O4", "O6", "O9"].contains(cause.rule)
        else { return Breach(.notConcerned) }
        return nil
    }

    static let escalate: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let cause = turn.cause
        let next = nextSupervisor(for: turn)
        turn.record(.objectionEscalated) {
            $0[overdueRule] = cause?.rule
            $0[nextSupervisor] = next
        }
    }

    /// The first supervisor who is independent and has not had the matter in hand; nil where none
    /// is left and one has to be named for this case (G12).
    private static func nextSupervisor(for turn: Turn) -> PersonID? {
        guard let objection = turn.objections[turn.subject.id] else { return nil }
        let appointed = turn.world.directory.holders(of: .supervisor, at: turn.now)
        let named = turn.caseIfAny.map { $0.exists ? $0.challenge.supervisors : [] } ?? []
        let busy = Set(turn.docket.acts.lazy.filter { $0.subject == turn.subject }.map(\.person))
        return (appointed + named).first {
            !busy.contains($0) && !objection.escalatedTo.contains($0)
                && Independence.breach(of: $0, in: turn) == nil
        }
    }
}
