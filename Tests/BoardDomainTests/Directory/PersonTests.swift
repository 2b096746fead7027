import Testing

@testable import BoardDomain

@Suite("Persons")
struct PersonTests {
    private static let because: JSON = ["reason": "调离", "clause": "第九条"]
    private static let key = DomainBoard.digest(Array("身份证".utf8)).json
    private static let invitation: JSON = ["name": "王新", "naturalKey": key]

    private func invited() throws -> DomainBoard {
        var board = try DomainBoard.county()
        try act(&board, "invite-person", Self.invitation)
        return board
    }

    private func act(
        _ board: inout DomainBoard, _ name: String, _ fields: JSON = [:],
        of id: String = "wang", as person: String = "adm"
    ) throws(Refusal) {
        try board.do(name, on: "person", of: "person/\(id)", as: person, fields)
    }

    private func refusal(
        _ board: DomainBoard, _ name: String, _ fields: JSON = [:],
        of id: String = "wang", as person: String = "adm"
    ) -> String? {
        board.refusal(name, on: "person", of: "person/\(id)", as: person, fields)?.brief
    }

    private func state(_ board: DomainBoard, _ id: String = "wang") -> PersonState? {
        board.world.directory.persons[id]?.state
    }

    @Test("G5 an invitation is accepted by the person alone")
    func accept() throws {
        var board = try invited()
        #expect(refusal(board, "accept-invitation", as: "adm") == "G5 notYourPart")
        try act(&board, "accept-invitation", as: "wang")
        #expect(state(board) == .active)
        #expect(refusal(board, "invite-person", Self.invitation) == "G5 alreadyInvited")
    }

    @Test("G5 an id is typed on any keyboard and mistaken for nothing else")
    func handle() throws {
        var board = try DomainBoard.county()
        for id in ["new", "clock", "person", "w", "Wang", "王", "1wang", "wang-", "wang--xin"] {
            #expect(refusal(board, "invite-person", Self.invitation, of: id) == "G5 handleUnsound")
        }
        try act(&board, "invite-person", Self.invitation, of: "wang-xin.2")
        #expect(state(board, "wang-xin.2") == .invited)
    }

    @Test("G5 one natural person is on the board once, and a stream never becomes another's")
    func once() throws {
        var board = try invited()
        #expect(
            refusal(board, "invite-person", Self.invitation, of: "twin")
                == "G5 naturalPersonTwice")
        try board.advance(to: "2026-03-17T00:00:00+08:00")
        #expect(state(board) == .expired)
        let other: JSON = ["name": "李二", "naturalKey": DomainBoard.digest([2]).json]
        #expect(refusal(board, "invite-person", other) == "G5 naturalPersonTwice")
        try act(&board, "invite-person", Self.invitation)
        #expect(state(board) == .invited)
    }

    @Test("G5 an invitation expires at the end of its fourteenth day, not before")
    func expire() throws {
        var board = try invited()
        try board.advance(to: "2026-03-16T23:59:58+08:00")
        #expect(state(board) == .invited)
        let events = try board.advance(to: "2026-04-01T00:00:00+08:00")
        #expect(
            events.first { $0.type == .personExpired }?.at
                == Instant(text: "2026-03-16T23:59:59+08:00"))
    }

    @Test("G5 a person declares its own relations; what makes it an expert it may not change")
    func profile() throws {
        var board = try invited()
        try act(&board, "set-profile", ["profile": ["expert": true, "skills": ["摩擦学"]]])
        let own: JSON = [
            "profile": ["expert": true, "skills": ["摩擦学"], "relatives": ["王某"]]
        ]
        try act(&board, "set-profile", own, as: "wang")
        #expect(board.world.directory.persons["wang"]?.profile.relatives == ["王某"])
        let more: JSON = ["profile": ["expert": true, "technical": true, "skills": ["摩擦学"]]]
        #expect(refusal(board, "set-profile", more, as: "wang") == "G5 notYourProfile")
    }

    @Test("G6 a suspended person's appointments rest until it is back")
    func suspend() throws {
        var board = try DomainBoard.county()
        try act(&board, "suspend", Self.because, of: "case")
        #expect(board.world.directory.appointments(of: "case", at: board.now).isEmpty)
        #expect(board.world.directory.persons["case"]?.suspendedAt == board.now)
        try act(&board, "reinstate", Self.because, of: "case")
        #expect(board.world.directory.appointments(of: "case", at: board.now).count == 1)
    }

    @Test("G6, G7 never the last administrator")
    func lastAdministrator() throws {
        var board = try DomainBoard.county()
        try act(&board, "suspend", Self.because, of: "adm2")
        #expect(refusal(board, "suspend", Self.because, of: "adm") == "G6 lastAdministrator")
        #expect(refusal(board, "leave", of: "adm") == "G7 lastAdministrator")
    }

    @Test("G7 a person leaves once nothing waits for it and its appointments have ended")
    func leave() throws {
        var board = try DomainBoard.county()
        board.world.register.openWork["case"] = ["challenge/XC-2026-0001"]
        #expect(refusal(board, "leave", of: "case") == "G7 openWork")
        board.world.register.openWork = [:]
        #expect(refusal(board, "leave", of: "case") == "G7 appointmentsOpen")
        let appointment = board.world.directory.everyAppointment(of: "case")[0]
        try board.do(
            "end-appointment", on: "appointment/\(appointment.id)",
            of: "organisation/\(DomainBoard.bureau)", as: "adm", Self.because)
        try act(&board, "leave", of: "case")
        #expect(state(board, "case") == .left)
    }
}
