import Testing

@testable import BoardDomain

@Suite("A stream's own object is made once")
struct MadeOnceTests {
    @Test("C1 a challenge is not written over by another draft of the same number")
    func challenge() throws {
        let board = try DomainBoard.noticed()
        let refusal = board.refusal("create", as: "ent", ["title": "另一个题目"])
        #expect(refusal?.code == .existsAlready)
        #expect(refusal?.rule == "C1")
    }

    @Test("L1 a pool is opened once")
    func pool() throws {
        let board = try DomainBoard.noticed()
        let refusal = board.refusal(
            "open-pool", on: "pool", of: "pool/JBGS-2026", as: "fin",
            ["year": 2026, "basis": "文件"])
        #expect(refusal?.code == .existsAlready)
    }

    @Test("X1 a report does not take the place of another")
    func sanction() throws {
        let board = try DomainBoard.accused()
        let refusal = board.refusal(
            "report-misconduct", on: "sanction", of: DomainBoard.sanctionStream, as: "rev",
            ["target": .string(DomainBoard.university), "facts": "另案"])
        #expect(refusal?.code == .existsAlready)
    }
}
