import Testing

@testable import BoardDomain

@Suite("What signatures stand under")
struct SignedContentTests {
    private let promises: JSON = ["integrityPledge": true, "unclassifiedPledge": true]

    private func drafted() throws -> DomainBoard {
        var board = try DomainBoard.county()
        try board.do(
            "create", as: "ent",
            [
                "title": "低噪声轴承", "topicClass": "innovationBottleneck", "chain": "轴承",
                "background": "现有产品噪声偏高", "deliverables": "样机两台", "readinessNow": 3,
                "readinessTarget": 7, "intellectualProperty": "归企业所有",
                "term": "2028-06-30", "solverConditions": "具备试验条件",
                "confidentiality": "open", "mode": "single", "enterpriseShare": 90_000_000,
                "countyShare": 30_000_000,
                "indicators": [
                    [
                        "number": 1, "name": "噪声", "comparator": "atMost", "target": "28",
                        "unit": "dB", "method": "GB/T 32333", "must": true,
                    ]
                ],
            ])
        return board
    }

    @Test("C2 a text that is revised is signed anew by both: the earlier signature has lapsed")
    func revised() throws {
        var board = try drafted()
        try board.do("submit", as: "ent", promises)
        let events = try board.do("revise", as: "ent", ["enterpriseShare": 900_000_000])
        #expect(events.map(\.name) == ["ChallengeRevised", "ChallengeSubmissionLapsed"])
        #expect(events.last?.by == .clock)
        #expect(board.challenge().docket.steps.isEmpty)
        try board.do("submit", as: "sig", promises)
        #expect(board.challenge().challenge.state == .draft)
        try board.do("submit", as: "ent")
        #expect(board.challenge().challenge.state == .submitted)
    }

    @Test("Whoever has put an act finds what he put, and may put another text in its place")
    func proposed() throws {
        var board = try drafted()
        let submission = { (person: PersonID, board: DomainBoard) in
            board.engine.options(
                for: person, in: StreamID(.challenge, board.challenge().id), of: board.world,
                context: board.context
            ).first { $0.command == "submit" }
        }
        #expect(submission("ent", board)?.proposed == nil)
        try board.do("submit", as: "ent", promises)
        let own = try #require(submission("ent", board))
        #expect(own.proposed?[name: "integrityPledge"] == true)
        #expect(own.pending == nil && own.refusal == nil)
        let other = try #require(submission("sig", board))
        #expect(other.proposed == nil && other.pending == own.proposed)
    }

    @Test("C2 a revision that changes nothing leaves the signature; every signature names its text")
    func unchanged() throws {
        var board = try drafted()
        let step = try board.do("submit", as: "ent", promises)[0]
        let terms = board.challenge().challenge.terms.record.json
        #expect(step.fields[F.contentDigest] == DomainBoard.digest(terms))
        try board.do("revise", as: "ent", ["chain": "轴承"])
        try board.do("submit", as: "sig")
        #expect(board.challenge().challenge.state == .submitted)
    }

    @Test("B5 a withdrawal half signed does not reach the seal that is made after it")
    func resealed() throws {
        var call = try CallBoard()
        try call.seal("1", try Sealed(nonce: 1))
        try call.do("withdraw", on: "bid/1", as: "bid")
        let sealed = try Sealed(nonce: 2)
        try call.do("seal", on: "bid/1", as: "bid", sealed.fields)
        let events = try call.do("seal", on: "bid/1", as: "bidsig")
        #expect(events.map(\.name) == ["BidSealed", "BidWithdrawalLapsed"])
        try call.do("withdraw", on: "bid/1", as: "bidsig")
        #expect(call.bid().state == .sealed && call.bid().commitment == sealed.commitment)
    }

    @Test("E8 evidence handed in after one party's signature is under nobody's")
    func collected() throws {
        var stage = try ExecutionStage.evaluating()
        try stage.checked(ExecutionStage.item("1"))
        try stage.board.do("close-collection", on: "evaluation/1", as: "ent")
        let events = try stage.board.do(
            "submit-evidence", as: "bid", ExecutionStage.item("2", of: 1))
        #expect(events.map(\.name).contains("CollectionClosingLapsed"))
        try stage.board.do("close-collection", on: "evaluation/1", as: "bid")
        #expect(stage.evaluation.state == .collecting)
    }

    @Test("T2 a protocol that is revised is signed anew")
    func protocolRevised() throws {
        var stage = try ExecutionStage()
        try stage.board.do("draft-protocol", as: "wrk", ExecutionStage.draft())
        try stage.board.do("sign-protocol", on: "verification/1.3.1", as: "ent", stage.signed)
        var draft = ExecutionStage.draft().object ?? [:]
        draft["verifiedMilestone"] = nil
        draft["milestone"] = nil
        draft["sampleSize"] = 30
        let events = try stage.board.do(
            "revise-protocol", on: "verification/1.3.1", as: "wrk", .object(draft))
        #expect(events.map(\.name) == ["ProtocolDrafted", "ProtocolSignatureLapsed"])
    }

    /// Where the fields and the state, whose change ends the act as well, are all that is signed.
    static let fieldsAlone: Set<String> = [
        "B13", "B14", "B18", "B18/early", "B3", "B7", "C13", "C16c", "C24b", "C6", "C8/absent",
        "G12",
        "G9/second", "K15/substitute", "K16", "K8", "L1", "L10", "L3", "M17", "N1", "N6",
        "N6/cancellation", "P1", "P15/name", "P2", "P6/absent", "P8", "Q9", "T10", "T13/waive",
        "T4",
        "Y14", "Y16", "Y16/unclaimed", "Y17", "Y2", "Y3", "Y3/behalf", "Y7",
    ]

    @Test("Every act in parts says what of the objects is signed, or is known to sign fields alone")
    func everyAct() {
        let rows = TransitionTable.standard.rows.filter { !$0.act.isEmpty && $0.signs == nil }
        #expect(Set(rows.map(\.key)).symmetricDifference(Self.fieldsAlone).sorted() == [])
    }

    @Test("A pending act keeps the digest of its text in a snapshot")
    func snapshot() throws {
        var board = try drafted()
        try board.do("submit", as: "ent", promises)
        let docket = board.challenge().docket
        let bytes = try SnapshotEncoder.bytes(of: docket)
        let read = try bytes.withUnsafeBytes {
            try SnapshotDecoder.read($0) { try Docket(snapshot: $0) }
        }
        #expect(read == docket)
        #expect(docket.steps.first?.content != nil)
    }
}
