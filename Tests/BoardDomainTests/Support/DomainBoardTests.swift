import Testing

@testable import BoardDomain

@Suite("A county's directory")
struct DomainBoardTests {
    @Test("An appointment lets its holder act, for its organisation")
    func appointment() throws {
        let board = try DomainBoard.county()
        let held = board.world.directory.appointments(of: "ent", at: board.now)
        #expect(held.map(\.role) == [.enterprise])
        #expect(held.map(\.organisation) == [DomainBoard.enterprise])
    }
}
