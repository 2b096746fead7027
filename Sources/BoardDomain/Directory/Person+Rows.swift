private typealias Row = Rows<PersonState>

extension Person {
    /// The rows of the machine `person`.
    static let rows: [Transition] = [invite, accept, expire, profile, suspend, reinstate, leave]

    static let duties: [Duty] = [
        Duty.of(
            "G5", act: "InvitationReply", states: [PersonState.invited], awaits: [.oneself],
            command: "accept-invitation")
    ]

    private static let invite = Row.command(
        "G5", "invite-person", from: [], to: [.invited], by: .any(.administrator),
        fields: [
            .required(F.name), .required(F.naturalKey), .optional(F.profile),
        ], guards: [handleSound, notInvited, oneNaturalPerson], events: [.personInvited])

    private static let accept = Row.command(
        "G5", "accept-invitation", variant: "acceptance", from: [.invited], to: [.active],
        by: .any(.oneself), events: [.personActivated])

    private static let expire = Row.timer(
        "G5", variant: "expiry", key: "person.inviteDays", from: [.invited], to: [.expired],
        events: [.personExpired], due: { $0.days(.personInviteDays, after: $0.since) })

    private static let profile = Row.command(
        "G5", "set-profile", variant: "profile", from: [.invited, .active, .suspended], to: [],
        by: .any(.administrator, .oneself), fields: [.required(F.profile)],
        guards: [ownDeclarationsOnly], events: [.personProfiled])

    private static let suspend = Row.command(
        "G6", "suspend", from: [.active], to: [.suspended], by: .any(.administrator),
        reason: true, guards: [administratorLeft], events: [.personSuspended])

    private static let reinstate = Row.command(
        "G6", "reinstate", variant: "return", from: [.suspended], to: [.active],
        by: .any(.administrator), reason: true, events: [.personReinstated])

    private static let leave = Row.command(
        "G7", "leave", from: [.active, .suspended], to: [.left], by: .any(.administrator),
        guards: [administratorLeft, noOpenWork, noAppointments], events: [.personLeft])

    /// Whoever has been on the board keeps what he is called.
    private static let handleSound = Guard.standing("handleSound") { turn in
        guard turn.subjectPerson == nil, !PersonHandle.isSound(turn.stream.id) else { return nil }
        return Breach(
            .handleUnsound, given: .string(turn.stream.id),
            accepted: .string(
                "\(PersonHandle.lengths.lowerBound)–\(PersonHandle.lengths.upperBound)"))
    }

    private static let notInvited = Guard.standing("notInvited") { turn in
        guard let state = turn.subjectPerson?.state, !state.isTerminal else { return nil }
        return Breach(
            .alreadyInvited, given: .string(state.rawValue),
            accepted: .array([.string("left"), .string("expired")]))
    }

    /// Separation of duties goes by natural person, so nobody is on the board twice, nor does a
    /// person's stream ever become another's.
    private static let oneNaturalPerson = Guard.input("oneNaturalPerson") { turn in
        guard let key = turn.fields[F.naturalKey] else { return nil }
        let other = turn.world.directory.persons.filter {
            $0.key != turn.stream.id && $0.value.naturalKey == key
        }.keys.min()
        let former = turn.subjectPerson?.naturalKey
        guard other != nil || former != nil && former != key else { return nil }
        return Breach(
            .naturalPersonTwice, given: .string(turn.stream.id),
            accepted: other.map(JSON.string))
    }

    /// A person declares its own relations; what makes it an expert is the administrator's to say.
    private static let ownDeclarationsOnly = Guard.input("ownDeclarationsOnly") { turn in
        guard turn.signature.capacity == .oneself, let new = turn.fields[F.profile],
            let old = turn.subjectPerson?.profile
        else { return nil }
        let isSame =
            new.isExpert == old.isExpert && new.isTechnical == old.isTechnical
            && new.chains == old.chains && new.skills == old.skills && new.region == old.region
        return isSame
            ? nil
            : Breach(
                .notYourProfile, given: .array(new.skills.map(JSON.string)),
                accepted: .array(old.skills.map(JSON.string)))
    }

    private static let administratorLeft = Guard.standing("administratorLeft") { turn in
        guard turn.world.directory.lastingAdministrators == [turn.stream.id] else { return nil }
        return Breach(
            .lastAdministrator, given: .string(turn.stream.id), accepted: .string("≥ 1"))
    }

    private static let noOpenWork = Guard.standing("noOpenWork") { turn in
        let work = turn.world.register.openWork[turn.stream.id] ?? []
        guard !work.isEmpty || turn.world.directory.handsOver(turn.stream.id) else { return nil }
        return Breach(
            .openWork, given: .array(work.map(JSON.string)), accepted: .array([]))
    }

    private static let noAppointments = Guard.standing("noAppointments") { turn in
        let open = turn.world.directory.everyAppointment(of: turn.stream.id)
            .filter { $0.state == .active || $0.state == .proposed }
        guard !open.isEmpty else { return nil }
        return Breach(
            .appointmentsOpen, given: .array(open.map { .string($0.role.rawValue) }),
            accepted: .array([]))
    }
}
