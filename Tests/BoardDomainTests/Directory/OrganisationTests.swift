import Testing

@testable import BoardDomain

@Suite("Organisations")
struct OrganisationTests {
    private static let code = "91330624MA2D8T5X14"
    private static let stream = "organisation/\(code)"
    private static let registration: JSON = [
        "code": .string(code), "name": "沃洲精工", "kind": "enterprise", "chains": ["轴承"],
    ]
    private static let because: JSON = ["reason": "材料不符", "clause": "第八条"]

    private func registered() throws -> DomainBoard {
        var board = try DomainBoard.county()
        try board.do(
            "register-organisation", on: "organisation", of: Self.stream, as: "somebody",
            Self.registration)
        return board
    }

    private func state(_ board: DomainBoard) -> OrganisationState? {
        board.world.directory.organisations[Self.code]?.state
    }

    private func act(
        _ board: inout DomainBoard, _ name: String, _ fields: JSON = [:], as person: String = "adm"
    ) throws(Refusal) {
        try board.do(name, on: "organisation", of: Self.stream, as: person, fields)
    }

    @Test("G1 an organisation registers itself, or an administrator does")
    func register() throws {
        let board = try registered()
        #expect(state(board) == .registered)
        #expect(board.world.directory.organisations[Self.code]?.chains == ["轴承"])
        let again = board.refusal(
            "register-organisation", on: "organisation", of: Self.stream, as: "adm",
            Self.registration)
        #expect(again?.brief == "G1 alreadyRegistered")
    }

    @Test("G1 refuses a code that is not the stream's, and one that fails its check")
    func codes() throws {
        let board = try DomainBoard.county()
        let other = board.refusal(
            "register-organisation", on: "organisation", of: Self.stream, as: "adm",
            ["code": .string(DomainBoard.bidder), "name": "沃洲", "kind": "enterprise"])
        #expect(other?.brief == "G1 codeMismatch")
        let wrong = board.refusal(
            "register-organisation", on: "organisation", of: Self.stream, as: "adm",
            ["code": "91330624MA2D8T5X15", "name": "沃洲", "kind": "enterprise"])
        #expect(wrong?.code == .fieldShape)
    }

    @Test("G2 an administrator verifies, or refuses with a reason; the refused may apply anew")
    func verify() throws {
        var board = try registered()
        #expect(
            board.refusal("verify", on: "organisation", of: Self.stream, as: "case")?.code
                == .notYourPart)
        try act(&board, "refuse", Self.because)
        #expect(state(board) == .refused)
        try act(&board, "register-organisation", Self.registration, as: "somebody")
        try act(&board, "verify")
        #expect(state(board) == .verified)
    }

    @Test("G3 suspended and back")
    func suspend() throws {
        var board = try registered()
        try act(&board, "verify")
        try act(&board, "suspend", Self.because)
        #expect(state(board) == .suspended)
        try act(&board, "reinstate", Self.because)
        #expect(state(board) == .verified)
    }

    @Test("G4 merged into a verified successor, on a document")
    func merge() throws {
        var board = try registered()
        try act(&board, "verify")
        let document = DomainBoard.digest([1]).json
        let unfit = board.refusal(
            "merge", on: "organisation", of: Self.stream, as: "adm",
            ["successor": .string(Self.code), "document": document])
        #expect(unfit?.brief == "G4 successorUnfit")
        try act(
            &board, "merge", ["successor": .string(DomainBoard.enterprise), "document": document])
        #expect(state(board) == .merged)
        #expect(
            board.world.directory.organisations[Self.code]?.successor == DomainBoard.enterprise)
    }

    @Test("G4 dissolution ends the organisation's appointments and refuses its proposals")
    func dissolve() throws {
        var board = try registered()
        try act(&board, "verify")
        board.person("ent9", .enterprise, for: Self.code)
        board.given(
            .appointmentProposed, "appointment/2", state: AppointmentState.proposed,
            of: Self.stream, ["person": "ent9", "role": "signatory"])
        try act(&board, "dissolve", ["document": DomainBoard.digest([1]).json])
        #expect(state(board) == .dissolved)
        #expect(board.world.directory.appointments(of: "ent9", at: board.now).isEmpty)
        #expect(
            board.world.directory.everyAppointment(of: "ent9").map(\.state) == [.ended, .refused])
    }

    @Test("G4 the organisation of the last administrator stays")
    func lastAdministrator() throws {
        let board = try DomainBoard.county()
        let found = board.refusal(
            "dissolve", on: "organisation", of: "organisation/\(DomainBoard.bureau)", as: "adm",
            ["document": DomainBoard.digest([1]).json])
        #expect(found?.brief == "G4 lastAdministrator")
    }

    @Test("N3 next year's calendar is overdue from 1 December, once, in the bureau's list")
    func calendarOverdue() throws {
        var board = try DomainBoard.county(at: "2026-11-01T09:00:00+08:00")
        let early = try board.advance(to: "2026-11-30T23:59:59+08:00")
        #expect(!early.contains { $0.act == "CalendarYear" })
        let late = try board.advance(to: "2026-12-20T09:00:00+08:00")
        #expect(
            late.filter { $0.act == "CalendarYear" }.map { $0.fields[F.due] }
                == [Instant(text: "2026-12-01T00:00:00+08:00")])
    }
}

@Suite("Calendar years")
struct CalendarYearFileTests {
    private static let days =
        #"{"year": 2028, "papers": ["国办发明电"], "days": [{"name": "元旦", "date": "2028-01-03", "isOffDay": true}]}"#

    private func refusal(_ year: Int64, _ days: String, as person: String = "case") throws
        -> Refusal?
    {
        try DomainBoard.county().refusal(
            "load-calendar", on: "calendar", of: "calendar/2028", as: person,
            ["year": .integer(year), "days": .string(days)])
    }

    @Test("N3 a case officer loads a year; the same year again is refused")
    func load() throws {
        var board = try DomainBoard.county()
        let fields: JSON = ["year": 2028, "days": .string(Self.days)]
        let events = try board.do(
            "load-calendar", on: "calendar", of: "calendar/2028", as: "case", fields)
        #expect(events.first?.type == .calendarLoaded)
        let file = board.world[StreamID(.calendar, "2028")].aggregate as? CalendarFile
        #expect(file?.years.last?.calendarYear?.isKnown == true)
        let same = board.refusal(
            "load-calendar", on: "calendar", of: "calendar/2028", as: "case", fields)
        #expect(same?.brief == "N3 calendarSame")
    }

    @Test("N3 refuses another year's stream, an unreadable or empty file, and anybody else")
    func refusals() throws {
        #expect(try refusal(2029, Self.days)?.brief == "N3 yearMismatch")
        #expect(try refusal(2028, "[]")?.brief == "N3 calendarUnreadable")
        #expect(
            try refusal(2028, #"{"year": 2028, "days": []}"#)?.brief == "N3 calendarUnreadable")
        #expect(try refusal(2028, Self.days, as: "rev")?.code == .notYourPart)
    }
}
