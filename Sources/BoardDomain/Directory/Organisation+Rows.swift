private typealias Row = Rows<OrganisationState>

extension Organisation {
    /// The rows of the machine `organisation`.
    static let rows: [Transition] =
        [register, verify, refuse, suspend, reinstate, merge, dissolve]

    static let duties: [Duty] = [
        Duty.of(
            "G2", act: "OrganisationCheck", states: [OrganisationState.registered],
            awaits: [.administrator], command: "verify"),
        Duty.of(
            "N3", act: "CalendarYear", states: [OrganisationState.verified],
            awaits: [.caseOfficer],
            task: { turn in
                turn.missingYear.map {
                    Duty.Task("load-calendar", on: ObjectReference(.calendar, String($0.year)))
                }
            },
            applies: { $0.runsTheBoard && $0.missingYear != nil },
            due: { $0.missingYear?.due }),
        // Whoever appoints the officers keeps the calendar of the coming year in sight.
        Duty.of(
            "N3", act: "CalendarYearWatch", states: [OrganisationState.verified],
            awaits: [.administrator], lapses: true,
            applies: { $0.runsTheBoard && $0.missingYear != nil },
            due: { $0.missingYear?.due }),
    ]

    private static let register = Row.command(
        "G1", "register-organisation", from: [], to: [.registered],
        by: .any(.administrator, .publicReader),
        fields: [
            .required(F.code), .required(F.name), .required(F.organisationKind),
            .optional(F.controller), .optional(F.chains), .optional(F.contactDomain),
        ], guards: [notRegistered, ownCode], events: [.orgRegistered])

    private static let verify = Row.command(
        "G2", "verify", from: [.registered], to: [.verified], by: .any(.administrator),
        events: [.orgVerified])

    private static let refuse = Row.command(
        "G2", "refuse", variant: "refusal", from: [.registered], to: [.refused],
        by: .any(.administrator), reason: true, events: [.orgRefused])

    private static let suspend = Row.command(
        "G3", "suspend", from: [.verified], to: [.suspended], by: .any(.administrator),
        reason: true, events: [.orgSuspended])

    private static let reinstate = Row.command(
        "G3", "reinstate", variant: "return", from: [.suspended], to: [.verified],
        by: .any(.administrator), reason: true, events: [.orgReinstated])

    private static let merge = Row.command(
        "G4", "merge", from: [.verified, .suspended], to: [.merged], by: .any(.administrator),
        fields: [.required(F.successorCode), .required(F.basisDocument)],
        guards: [successorFit], events: [.orgMerged])

    private static let dissolve = Row.command(
        "G4", "dissolve", variant: "dissolution", from: [.verified, .suspended],
        to: [.dissolved], by: .any(.administrator), fields: [.required(F.basisDocument)],
        guards: [administratorElsewhere], events: [.orgDissolved])

    private static let notRegistered = Guard.standing("notRegistered") { turn in
        guard let state = turn.organisationFile?.organisations.last?.state, state != .refused else {
            return nil
        }
        return Breach(
            .alreadyRegistered, given: .string(state.rawValue),
            accepted: .string(OrganisationState.refused.rawValue))
    }

    private static let ownCode = Guard.input("codeOfStream") { turn in
        guard let code = turn.fields[F.code], code != turn.stream.id else { return nil }
        return Breach(.codeMismatch, given: .string(code), accepted: .string(turn.stream.id))
    }

    private static let successorFit = Guard.input("successorVerified") { turn in
        guard let code = turn.fields[F.successorCode] else { return nil }
        let state = turn.world.directory.organisations[code]?.state
        guard code == turn.stream.id || state != .verified else { return nil }
        return Breach(
            .successorUnfit, given: .string(code),
            accepted: .string(OrganisationState.verified.rawValue))
    }

    private static let administratorElsewhere = Guard.standing("administratorElsewhere") { turn in
        let own = (turn.organisationFile?.appointments.all ?? []).filter(\.isLasting)
            .map(\.person)
        let all = turn.world.directory.lastingAdministrators
        guard !own.isEmpty, Set(all).subtracting(own).isEmpty else { return nil }
        return Breach(
            .lastAdministrator, given: .string(own[0]), accepted: .string("≥ 1"))
    }
}

extension Turn {
    /// Whether the turn's organisation has an administrator of the board.
    var runsTheBoard: Bool {
        organisationFile?.appointments.all.contains(where: \.isLasting) ?? false
    }

    /// The first year from this one on without a calendar, and from when that is overdue.
    var missingYear: (year: Int, due: Instant)? {
        let present = now.day.year
        let year = calendar.isKnown(year: present) ? present + 1 : present
        guard !calendar.isKnown(year: year),
            let day = Day(year: year - 1, month: policy[.calendarOverdueMonth], day: 1)
        else { return nil }
        return (year, day.start)
    }
}
