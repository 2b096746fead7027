private typealias Row = Rows<ChallengeState>

extension Challenge {
    /// G11 and G12: who runs a case, and who watches over it where nobody independent is left.
    static let handOverRows: [Transition] = [reassign, nameSupervisor]

    private static let reassign = Row.command(
        "G11", "reassign", from: ChallengeState.allCases, to: [], by: .any(.reviewer),
        fields: [.required(F.assignee)], reason: true,
        guards: [officerAppointed, anotherOfficer, officerSeparate], events: [.caseReassigned])

    private static let nameSupervisor = Row.command(
        "G12", "name-supervisor", from: ChallengeState.allCases, to: [],
        by: .all(.administrator, .administrator),
        fields: [.required(F.person), .required(F.basisDocument)], reason: true,
        guards: [noSupervisorLeft, nomineeIndependent], events: [.supervisorNamed],
        act: "SupervisorNaming")

    private static let officerAppointed = Guard.input("officerAppointed") { turn in
        guard let person = turn.fields[F.assignee] else { return nil }
        let officers = turn.world.directory.holders(of: .caseOfficer, at: turn.now)
        return officers.contains(person)
            ? nil
            : Breach(
                .notACaseOfficer, given: .string(person),
                accepted: .array(officers.map(JSON.string)))
    }

    private static let anotherOfficer = Guard.input("anotherOfficer") { turn in
        guard let person = turn.fields[F.assignee], person == turn.case.challenge.assignee else {
            return nil
        }
        return Breach(.sameOfficer, given: .string(person), accepted: .string("≠ \(person)"))
    }

    /// The new officer has done nothing in this case that excludes it, nor reviews it now (§1).
    private static let officerSeparate = Guard.input("officerSeparate") { turn in
        guard let person = turn.fields[F.assignee] else { return nil }
        var probe = turn
        probe.signature = Signature(
            actor: .person(person), capacity: .caseOfficer, organisation: "")
        if turn.signature.actor == .person(person) {
            return Breach(
                .incompatibleRoles, given: .string(Capacity.caseOfficer.rawValue), accepted: nil,
                [
                    "person": .string(person),
                    "earlier": .string(Capacity.reviewer.rawValue), "rule": .string("G11"),
                ])
        }
        return SeparationOfDuties.breach(of: probe)
    }

    /// Independent: a supervisor who has acted on nothing in the case (§1 SUP).
    private static let noSupervisorLeft = Guard.standing("noSupervisorLeft") { turn in
        let acted = Set(turn.docket.acts.map(\.person))
        let all =
            turn.world.directory.holders(of: .supervisor, at: turn.now)
            + turn.case.challenge.supervisors
        let left = Set(all).subtracting(acted).sorted()
        return left.isEmpty
            ? nil
            : Breach(
                .supervisorLeft, given: .array(left.map(JSON.string)), accepted: .array([]))
    }

    private static let nomineeIndependent = Guard.input("nomineeIndependent") { turn in
        guard let person = turn.fields[F.person] else { return nil }
        let state = turn.world.directory.persons[person]?.state
        guard let state else { return Breach(.personUnknown, given: .string(person)) }
        guard state == .active else {
            return Breach(
                .personNotActive, given: state.json,
                accepted: .string(PersonState.active.rawValue), ["person": .string(person)])
        }
        if let earlier = turn.docket.acts(of: person).first {
            return Breach(
                .notIndependent, given: .string(person), accepted: nil,
                ["earlier": .string(earlier.rule), "object": .string(earlier.subject.text)])
        }
        return ConflictOfInterest.hit(person: person, in: turn).map {
            Breach(
                .nomineeConflict, given: .string(person), accepted: nil,
                ["hit": .string($0.rule.rawValue)])
        }
    }
}

extension RefusalCode {
    static let nomineeConflict = RefusalCode("nomineeConflict")
}
