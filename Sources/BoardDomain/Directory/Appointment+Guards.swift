extension Appointment {
    static let organisationVerified = Guard.standing("organisationVerified") { turn in
        guard let state = turn.organisationFile?.organisations.last?.state else {
            return Breach(.organisationUnknown, given: .string(turn.stream.id))
        }
        return state == .verified
            ? nil
            : Breach(
                .organisationNotVerified, given: state.json,
                accepted: .string(OrganisationState.verified.rawValue))
    }

    /// A signatory appoints for its own organisation only, and no official and no expert.
    static let ownRole = Guard.input("ownRole") { turn in
        guard turn.signature.capacity == .ownSignatory, let role = turn.fields[F.role],
            !StaticSeparation.own.contains(role)
        else { return nil }
        return Breach(
            .roleNotYours, given: .string(role.rawValue),
            accepted: .array(StaticSeparation.own.map(\.rawValue).sorted().map(JSON.string)))
    }

    static let personKnown = Guard.input("personKnown") { turn in
        guard let person = turn.fields[F.person] else { return nil }
        return inactive(person, in: turn, allowing: [.invited, .active])
    }

    static let personActive = Guard.standing("personActive") { turn in
        turn.subjectAppointment.flatMap { inactive($0.person, in: turn, allowing: [.active]) }
    }

    private static func inactive(
        _ person: PersonID, in turn: Turn, allowing states: [PersonState]
    ) -> Breach? {
        guard let state = turn.world.directory.persons[person]?.state else {
            return Breach(.personUnknown, given: .string(person))
        }
        guard !states.contains(state) else { return nil }
        return Breach(
            .personNotActive, given: state.json,
            accepted: .array(states.map { .string($0.rawValue) }), ["person": .string(person)])
    }

    static let period = Guard.input("periodValid") { turn in
        guard let from = turn.fields[F.from], let until = turn.fields[F.until] else { return nil }
        let least = max(from, turn.now)
        return until > least
            ? nil
            : Breach(
                .periodWrong, given: .string(until.text), accepted: .string("> \(least.text)"))
    }

    static let fitsKind = Guard.input("roleFitsKind") { turn in
        guard let role = turn.fields[F.role],
            let kind = turn.organisationFile?.organisations.last?.kind
        else { return nil }
        let kinds: Set<OrganisationKind> =
            switch role {
            case _ where StaticSeparation.governmental.contains(role): [.government]
            case .enterprise, .workshop: [.enterprise]
            default: Set(OrganisationKind.allCases)
            }
        return kinds.contains(kind)
            ? nil
            : Breach(
                .roleUnfit, given: .string(role.rawValue),
                accepted: .array(kinds.map(\.rawValue).sorted().map(JSON.string)),
                ["kind": .string(kind.rawValue)])
    }

    /// No two roles at a time that exclude each other (static SoD).
    static let staticDuties = Guard.input("staticDuties") { turn in
        let own = turn.subjectAppointment
        guard let person = turn.fields[F.person] ?? own?.person,
            let role = turn.fields[F.role] ?? own?.role
        else { return nil }
        let from = turn.fields[F.from] ?? own?.from ?? turn.now
        let until = turn.fields[F.until] ?? own?.until
        let other = turn.world.directory.everyAppointment(of: person).first {
            StaticSeparation.exclude($0.role, role) && $0.overlaps(from: from, until: until)
        }
        return other.map {
            Breach(
                .rolesExclude, given: .string(role.rawValue), accepted: .string("–"),
                ["held": .string($0.role.rawValue), "organisation": .string($0.organisation)])
        }
    }

    static let once = Guard.input("appointedOnce") { turn in
        guard let person = turn.fields[F.person], let role = turn.fields[F.role],
            let from = turn.fields[F.from]
        else { return nil }
        let same = turn.organisationFile?.appointments.all.first {
            $0.person == person && $0.role == role
                && $0.overlaps(from: from, until: turn.fields[F.until])
        }
        return same.map {
            Breach(
                .appointedTwice, given: .string(role.rawValue),
                accepted: ($0.until?.text).map { .string("≥ \($0)") })
        }
    }

    static let needsNoSecond = Guard.standing("needsNoSecond") { turn in
        guard let role = turn.subjectAppointment?.role,
            StaticSeparation.countersigned.contains(role)
        else { return nil }
        return Breach(
            .needsSecond, given: .string(role.rawValue), accepted: .string("accept-office"))
    }

    static let needsSecond = Guard.standing("needsSecond") { turn in
        guard let role = turn.subjectAppointment?.role,
            !StaticSeparation.countersigned.contains(role)
        else { return nil }
        return Breach(
            .needsNoSecond, given: .string(role.rawValue),
            accepted: .string("accept-appointment"))
    }

    /// The second administrator is another than the one who proposed; while the board has a single
    /// one, it may sign for the appointment of the second alone, or there would never be one.
    static let secondHand = Guard.standing("secondAdministrator") { turn in
        guard turn.signature.capacity == .administrator, let appointment = turn.subjectAppointment,
            let proposer = appointment.proposer, turn.signature.actor.person == proposer
        else { return nil }
        let others = turn.world.directory.holders(of: .administrator, at: turn.now)
            .filter { $0 != proposer }
        if others.isEmpty, appointment.role == .administrator { return nil }
        return Breach(
            .secondAdministrator, given: .string(proposer),
            accepted: .array(others.map(JSON.string)))
    }

    static let administratorLeft = Guard.standing("administratorLeft") { turn in
        guard let appointment = turn.subjectAppointment, appointment.isLasting,
            turn.world.directory.lastingAdministrators == [appointment.person]
        else { return nil }
        return Breach(
            .lastAdministrator, given: .string(appointment.person), accepted: .string("≥ 1"))
    }

    /// Whether it stands, or is proposed, at any time of a period; one's own proposal is no other.
    private func overlaps(from: Instant, until: Instant?) -> Bool {
        guard state == .active || state == .proposed else { return false }
        let startsBefore = until.map { self.from < $0 } ?? true
        let endsAfter = self.until.map { from < $0 } ?? true
        return startsBefore && endsAfter
    }
}
