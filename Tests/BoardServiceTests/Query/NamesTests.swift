import Testing

@testable import BoardDomain
@testable import BoardService

@Suite("Names that people type")
struct NamesTests {
    @Test("A mistyped person is answered with public offices alone")
    func persons() async throws {
        let county = try await TestCounty()
        #expect(try await county.board.person(named: "bid1") == "bid1")
        await #expect(throws: NameFault.person("rev9", near: ["rev"])) {
            try await county.board.person(named: "rev9")
        }
        // Nothing of a bidder's or an expert's id is told.
        for typed in ["bid11", "exp"] {
            let fault = await #expect(throws: NameFault.self) {
                try await county.board.person(named: typed)
            }
            guard case .person(_, let near)? = fault else { continue }
            #expect(!near.contains { $0.hasPrefix("bid") || $0.hasPrefix("exp") }, "\(near)")
        }
    }

    @Test("Fields that hold a person take its name")
    func fields() async throws {
        let county = try await TestCounty()
        let fields = Record(["assignee": "case", "reason": "nobody"])
        #expect(try await county.board.naming(fields).members == fields.members)
        await #expect(throws: NameFault.self) {
            try await county.board.naming(Record(["assignee": "nobody"]))
        }
    }

    @Test("What is new is named by the board, and only what a command can make")
    func new() async throws {
        let county = try await TestCounty()
        #expect(try await county.board.targetOrNew("new").stream.kind == .challenge)
        #expect(try await county.board.targetOrNew("pool/new").stream.kind == .pool)
        for typed in ["person/new", "nonsense/new", "XC-2026-0001//bid"] {
            await #expect(throws: NameFault.misread(typed)) {
                try await county.board.targetOrNew(typed)
            }
        }
        let target = try await county.board.target("xc-2026-0001/bid/2")
        #expect(target.stream == StreamID(.challenge, "XC-2026-0001"))
        #expect(target.object == ObjectReference(.bid, "2"))
    }

    @Test("A stream that is there and not for the asker is not suggested")
    func notFound() async throws {
        let county = try await TestCounty()
        try await county.act("create", as: "ent", fields: .object(Cast.terms))
        #expect(
            try await county.board.notFound("XC-2026-0002", as: "ent")
                == .stream("XC-2026-0002", near: ["XC-2026-0001"]))
        #expect(
            try await county.board.notFound("XC-2026-0002", as: "bid1")
                == .stream("XC-2026-0002", near: []))
    }
}
