import Testing

@testable import BoardDomain

@Suite("Appointments")
struct AppointmentTests {
    private static let because: JSON = ["reason": "轮岗", "clause": "第九条"]

    private func board() throws -> DomainBoard {
        var board = try DomainBoard.county()
        board.given(
            .personInvited, "person", state: PersonState.active, of: "person/new",
            ["name": "王新"])
        return board
    }

    private func proposal(
        _ role: String, from: String = "2026-03-01T00:00:00+08:00", until: String? = nil,
        person: String = "new"
    ) -> JSON {
        var fields: [String: JSON] = [
            "person": .string(person), "role": .string(role), "from": .string(from),
        ]
        fields["until"] = until.map(JSON.string)
        return .object(fields)
    }

    private func act(
        _ board: inout DomainBoard, _ name: String, _ fields: JSON = [:],
        on subject: String = "organisation", of code: String = DomainBoard.bureau,
        as person: String = "adm"
    ) throws(Refusal) {
        try board.do(name, on: subject, of: "organisation/\(code)", as: person, fields)
    }

    private func refusal(
        _ board: DomainBoard, _ name: String, _ fields: JSON = [:],
        on subject: String = "organisation", of code: String = DomainBoard.bureau,
        as person: String = "adm"
    ) -> String? {
        board.refusal(name, on: subject, of: "organisation/\(code)", as: person, fields)?.brief
    }

    private func last(_ board: DomainBoard, of code: String = DomainBoard.bureau) -> Appointment {
        (board.world[StreamID(.organisation, code)].aggregate as! OrganisationFile)
            .appointments.last!
    }

    private func propose(
        _ board: inout DomainBoard, _ role: String, until: String? = nil,
        person: String = "new"
    ) throws -> String {
        try act(&board, "propose-appointment", proposal(role, until: until, person: person))
        return last(board).reference.text
    }

    @Test("G8, G9 an administrator proposes, the person accepts; nothing reaches back")
    func appoint() throws {
        var board = try board()
        let name = try propose(&board, "caseOfficer")
        #expect(board.world.directory.appointments(of: "new", at: board.now).isEmpty)
        #expect(refusal(board, "accept-appointment", on: name, as: "case") == "G9 notYourPart")
        try act(&board, "accept-appointment", on: name, as: "new")
        let held = board.world.directory.appointments(of: "new", at: board.now)
        #expect(held.map(\.role) == [.caseOfficer])
        #expect(held[0].from == board.now)
        #expect(held[0].organisation == DomainBoard.bureau)
    }

    @Test("G8 a signatory appoints for its own organisation, and no expert")
    func ownSignatory() throws {
        var board = try board()
        try act(
            &board, "propose-appointment", proposal("workshop"), of: DomainBoard.enterprise,
            as: "sig")
        #expect(last(board, of: DomainBoard.enterprise).role == .workshop)
        #expect(
            refusal(
                board, "propose-appointment", proposal("panelExpert"), of: DomainBoard.enterprise,
                as: "sig") == "G8 roleNotYours")
        #expect(
            refusal(
                board, "propose-appointment", proposal("workshop"), of: DomainBoard.enterprise,
                as: "bidsig") == "G8 notYourPart")
    }

    @Test(
        "G8 refuses what the role, the person, the period or the organisation does not allow",
        arguments: [
            ("workshop", "new", nil, "G8 roleUnfit"),
            ("caseOfficer", "nobody", nil, "G8 personUnknown"),
            ("caseOfficer", "new", "2026-03-02T09:00:00+08:00", "G8 periodWrong"),
            ("caseOfficer", "case", nil, "G8 appointedTwice"),
            ("payer", "fin", nil, "G8 rolesExclude"),
            ("administrator", "case", nil, "G8 rolesExclude"),
            ("caseOfficer", "ent", nil, "G8 rolesExclude"),
        ] as [(String, String, String?, String)])
    func refusals(role: String, person: String, until: String?, refusal: String) throws {
        let board = try board()
        let fields = proposal(role, until: until, person: person)
        #expect(self.refusal(board, "propose-appointment", fields) == refusal)
    }

    @Test("G8 an organisation that is not verified appoints nobody")
    func unverified() throws {
        var board = try board()
        board.given(
            .orgSuspended, "organisation", state: OrganisationState.suspended,
            of: "organisation/\(DomainBoard.enterprise)")
        #expect(
            refusal(
                board, "propose-appointment", proposal("workshop"), of: DomainBoard.enterprise)
                == "G8 organisationNotVerified")
    }

    @Test("G9 an office of control needs the person and a second administrator")
    func office() throws {
        var board = try board()
        let name = try propose(&board, "reviewer")
        #expect(refusal(board, "accept-appointment", on: name, as: "new") == "G9 needsSecond")
        #expect(refusal(board, "accept-office", on: name, as: "adm") == "G9 secondAdministrator")
        try act(&board, "accept-office", on: name, as: "new")
        #expect(last(board).state == .proposed)
        try act(&board, "accept-office", on: name, as: "adm2")
        #expect(last(board).state == .active)
        let plain = try propose(&board, "caseOfficer", person: "rev")
        #expect(refusal(board, "accept-office", on: plain, as: "rev") == "G9 needsNoSecond")
    }

    @Test("G9 a single administrator may sign for the appointment of the second, and no other")
    func firstSecond() throws {
        var board = try board()
        try board.do("suspend", on: "person", of: "person/adm2", as: "adm", Self.because)
        let reviewer = try propose(&board, "reviewer", person: "case")
        #expect(
            refusal(board, "accept-office", on: reviewer, as: "adm") == "G9 secondAdministrator")
        let second = try propose(&board, "administrator")
        try act(&board, "accept-office", on: second, as: "new")
        try act(&board, "accept-office", on: second, as: "adm")
        #expect(last(board).state == .active)
    }

    @Test("G9 the person, or an administrator, refuses with a reason")
    func refuse() throws {
        var board = try board()
        let name = try propose(&board, "caseOfficer")
        try act(&board, "refuse-appointment", Self.because, on: name, as: "new")
        #expect(last(board).state == .refused)
    }

    @Test("G9 a proposal is judged again when it is accepted")
    func judgedAgain() throws {
        var board = try board()
        let name = try propose(&board, "caseOfficer")
        board.given(
            .personSuspended, "person", state: PersonState.suspended, of: "person/new")
        #expect(refusal(board, "accept-appointment", on: name, as: "new") == "G9 personNotActive")
    }

    @Test("G10 an appointment ends at its instant, after downtime too")
    func runOut() throws {
        var board = try board()
        let name = try propose(&board, "caseOfficer", until: "2026-06-30T23:59:59+08:00")
        try act(&board, "accept-appointment", on: name, as: "new")
        try board.advance(to: "2026-06-30T23:59:58+08:00")
        #expect(last(board).state == .active)
        let events = try board.advance(to: "2026-08-01T00:00:00+08:00")
        #expect(
            events.first { $0.type == .appointmentEnded }?.at
                == Instant(text: "2026-06-30T23:59:59+08:00"))
        #expect(last(board).state == .ended)
    }

    @Test("G10 an administrator ends one early with a reason, but never the last administrator's")
    func endEarly() throws {
        var board = try board()
        let ids = ["adm", "adm2"].map {
            board.world.directory.everyAppointment(of: $0)[0].reference.text
        }
        try act(&board, "end-appointment", Self.because, on: ids[1])
        #expect(board.world.directory.lastingAdministrators == ["adm"])
        #expect(
            refusal(board, "end-appointment", Self.because, on: ids[0]) == "G10 lastAdministrator")
    }
}
