private typealias Row = Rows<AppointmentState>

extension Appointment {
    /// The rows of the machine `appointment`.
    static let rows: [Transition] =
        [propose, accept, acceptOffice, refuse, runOut, end, dissolved, dissolvedProposal]
        + handOverRows

    static let duties: [Duty] = [
        Duty.of(
            "G9", act: "AppointmentReply", states: [AppointmentState.proposed],
            awaits: [.oneself, .administrator],
            task: { turn in
                turn.subjectAppointment.map {
                    let isOffice = StaticSeparation.countersigned.contains($0.role)
                    return Duty.Task(
                        isOffice ? "accept-office" : "accept-appointment", on: turn.subject,
                        by: isOffice ? nil : [.oneself])
                }
            }),
        // A refused hand-over leaves its items in the role's common inbox: somebody offers anew.
        Duty.of(
            "G13", act: "HandOverRenewal", states: [AppointmentState.active, .ended],
            awaits: [.administrator], command: "offer-handover",
            applies: { turn in
                guard let last = turn.lastHandOver else { return false }
                return last.state == .refused && !turn.openWork.isEmpty
            }),
    ]

    private static let propose = Row.command(
        "G8", "propose-appointment", from: [], to: [.proposed],
        by: .any(.administrator, .ownSignatory),
        fields: [
            .required(F.person), .required(F.role), .required(F.from), .optional(F.until),
        ],
        guards: [
            organisationVerified, ownRole, personKnown, period, fitsKind, staticDuties, once,
        ], events: [.appointmentProposed]
    ) { (turn: inout Turn) throws(Refusal) in
        let fields = turn.fields
        let code = turn.stream.id
        let id = turn.organisationFile?.appointments.nextID ?? "1"
        turn.record(
            .appointmentProposed, on: ObjectReference(.appointment, id),
            to: AppointmentState.proposed
        ) {
            $0 = fields
            $0[F.organisation] = code
        }
    }

    private static let accept = Row.command(
        "G9", "accept-appointment", from: [.proposed], to: [.active], by: .any(.oneself),
        guards: [organisationVerified, personActive, needsNoSecond, staticDuties],
        events: [.appointmentMade], action: make)

    private static let acceptOffice = Row.command(
        "G9", "accept-office", variant: "second", from: [.proposed], to: [.active],
        by: .all(.oneself, .administrator),
        guards: [organisationVerified, personActive, needsSecond, secondHand, staticDuties],
        events: [.appointmentMade], act: "OfficeAcceptance", action: make)

    private static let make: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        // No authority reaches back before it was accepted.
        let from = max(turn.subjectAppointment?.from ?? turn.now, turn.now)
        turn.record(.appointmentMade) { $0[F.from] = from }
    }

    private static let refuse = Row.command(
        "G9", "refuse-appointment", variant: "refusal", from: [.proposed], to: [.refused],
        by: .any(.oneself, .administrator), reason: true, events: [.appointmentRefused])

    private static let runOut = Row.timer(
        "G10", key: "to", from: [.active], to: [.ended], events: [.appointmentEnded],
        due: { $0.subjectAppointment?.until })

    private static let end = Row.command(
        "G10", "end-appointment", variant: "early", from: [.active], to: [.ended],
        by: .any(.administrator), reason: true, guards: [administratorLeft],
        events: [.appointmentEnded])

    private static let dissolved = Row.effect(
        "G10", variant: "dissolution", of: [.orgDissolved], from: [.active], to: [.ended],
        events: [.appointmentEnded])

    private static let dissolvedProposal = Row.effect(
        "G9", variant: "dissolution", of: [.orgDissolved], from: [.proposed], to: [.refused],
        events: [.appointmentRefused]
    ) { (turn: inout Turn) throws(Refusal) in
        let document = turn.cause?.rule
        turn.record(.appointmentRefused) {
            $0[F.reason] = OrganisationState.dissolved.rawValue
            $0[F.clause] = document
        }
    }
}
