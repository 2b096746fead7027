import BoardDomain
import Testing

@testable import BoardService

@Suite("The openers' key files")
struct KeyRingTests {
    @Test("A key is made once and never overwritten; one that is missing is named by its person")
    func once() throws {
        let folder = TemporaryFolder()
        let ring = KeyRing(besideDatabase: folder.path + "/board.sqlite")
        #expect(throws: BoardFault.keyMissing("sup")) { try ring.file(of: "sup") }
        #expect(!ring.hasKey(of: "sup"))
        let made = try ring.create(
            for: "sup", passphrase: "a passphrase", cost: TestCounty.cost)
        #expect(ring.hasKey(of: "sup"))
        #expect(throws: BoardFault.keyExists("sup")) {
            try ring.create(for: "sup", passphrase: "another one", cost: TestCounty.cost)
        }
        #expect(try ring.file(of: "sup") == made)
    }
}
