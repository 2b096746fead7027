import Testing

@testable import BoardDomain

/// A county with an open call, running the rows of bids and argument seats alone.
struct CallBoard {
    var board: DomainBoard
    private(set) var deposits: [KeyDeposit] = []
    private(set) var erasures: [String] = []
    private(set) var personErasures: [String] = []

    static let stream = StreamID(.challenge, "XC-2026-0001")
    static let deadline = "2026-03-31T17:00:00+08:00"
    static let third = DomainBoard.laboratory

    init(recovery: Bool = false, mode: String = "single", lanes: Int64 = 2) throws {
        board = try DomainBoard.county()
        board.engine = Engine(
            table: TransitionTable(
                rows: Bid.rows + ArgumentSeat.rows, duties: Bid.duties + ArgumentSeat.duties))
        board.person("bid3", .bidder, for: Self.third)
        board.person("bidsig3", .signatory, for: Self.third)
        board.given(
            .challengeDrafted, "challenge", state: ChallengeState.draft,
            [
                "enterprise": .string(DomainBoard.enterprise), "termsVersion": 1,
                "title": "低噪声轴承", "enterpriseShare": 50_000_000, "countyShare": 30_000_000,
                "mode": .string(mode), "lanes": .integer(lanes),
                "indicators": [
                    ["number": 1, "name": "噪声", "comparator": "atMost", "must": true],
                    ["number": 2, "name": "寿命", "comparator": "atLeast", "must": false],
                ],
            ])
        board.given(.assistStarted, "challenge", ["assignee": "case"])
        var listed: [String: JSON] = [
            "deadline": .string(Self.deadline), "edition": "2026-1",
            "openers": [
                ["person": "case", "publicKey": "aa"], ["person": "sup", "publicKey": "bb"],
            ],
        ]
        if recovery { listed["recoveryKey"] = "cc" }
        board.given(.listPublished, "challenge", state: ChallengeState.open, .object(listed))
    }

    func bid(_ id: String = "1") -> Bid { board.challenge().bids[id]! }

    mutating func at(_ text: String) throws { board.now = try #require(Instant(text: text)) }

    /// Carries out a command, keeping what it deposits and erases.
    @discardableResult
    mutating func `do`(
        _ name: String, on subject: String, as person: PersonID, _ fields: JSON = [:]
    ) throws(Refusal) -> [Event] {
        let command = Command(
            stream: Self.stream, subject: ObjectReference(text: subject)!, name: name,
            fields: Record(fields.object ?? [:]), person: person)
        let decision = try board.engine.decide(command, in: board.world, context: board.context)
        board.world = decision.world
        board.log += decision.events
        deposits += decision.keyDeposits
        erasures += decision.keyWithdrawals.map(\.bid)
        personErasures += decision.personKeyErasures
        return decision.events.map(\.event)
    }

    func refusal(
        _ name: String, on subject: String, as person: PersonID, _ fields: JSON = [:]
    ) -> Refusal? {
        var copy = self
        do {
            try copy.do(name, on: subject, as: person, fields)
            return nil
        } catch { return error }
    }

    /// Something that happens to another object than a bid, with everything that follows from it.
    @discardableResult
    mutating func cause(
        _ type: EventType, on subject: String = "challenge", to state: ChallengeState? = nil,
        rule: String = "given", confidential: JSON = [:], _ fields: JSON = [:]
    ) throws -> [Event] {
        var turn = Turn(
            world: board.world, context: board.context, stream: Self.stream,
            subject: ObjectReference(.challenge), row: board.engine.table.rows[0])
        turn.confidential = Record(confidential.object ?? [:])
        turn.append(
            Event(
                type: type, rule: rule, subject: try #require(ObjectReference(text: subject)),
                state: state?.rawValue, fields: Record(fields.object ?? [:]), by: .clock,
                at: board.now),
            to: Self.stream)
        try board.engine.follow(&turn, from: 0)
        board.world = turn.world
        board.log += turn.recorded
        erasures += turn.keyWithdrawals.map(\.bid)
        return turn.recorded.map(\.event)
    }

    static let people: [String: (bidder: PersonID, signatory: PersonID, code: String)] = [
        "1": ("bid", "bidsig", DomainBoard.university),
        "2": ("bid2", "bidsig2", DomainBoard.bidder),
        "3": ("bid3", "bidsig3", third),
    ]

    mutating func start(_ id: String = "1") throws {
        try self.do("start-bid", on: "challenge", as: try #require(Self.people[id]).bidder)
    }

    /// Starts the bid where there is none, and seals it with both signatures.
    mutating func seal(_ id: String = "1", _ sealed: Sealed) throws {
        let people = try #require(Self.people[id])
        if board.challenge().bids[id] == nil { try start(id) }
        try self.do("seal", on: "bid/\(id)", as: people.bidder, sealed.fields)
        try self.do("seal", on: "bid/\(id)", as: people.signatory)
    }

    /// Closes the call and opens what is given; the rest cannot be decrypted.
    mutating func open(_ sealed: [(String, Sealed)]) throws {
        try at(Self.deadline)
        try cause(.callClosed, to: .closed)
        try at("2026-04-01T10:00:00+08:00")
        try cause(
            .bidsOpened, to: .qualifying,
            confidential: ["revealed": .array(sealed.map { $1.revealed(as: $0).json })])
    }

    /// Signed by both, as `CASE→REV`.
    mutating func decide(_ name: String, on bid: String, _ fields: JSON) throws {
        try self.do(name, on: bid, as: "case", fields)
        try self.do(name, on: bid, as: "rev")
    }
}

/// A bid as its client seals it, without the encryption.
struct Sealed {
    var content: BidContent
    let bidder: String
    let nonce: [UInt8]
    var shares = ["case", "sup"]
    var termsVersion: Int64 = 1

    init(for id: String = "1", nonce: UInt8 = 1, members: [String] = []) throws {
        bidder = try #require(CallBoard.people[id]).code
        self.nonce = Array(repeating: nonce, count: 32)
        let all = [bidder] + members
        let part = BidContent.whole / Int64(all.count)
        content = BidContent(
            amountFen: 80_000_000, countyShareFen: 30_000_000, periodMonths: 18,
            approach: "从保持架入手", responses: [.init(indicator: 1, promised: "≤28 dB", note: "")],
            consortium: all.enumerated().map {
                .init(
                    creditCode: $1, name: "成员\($0)",
                    basisPoints: $0 == 0 ? BidContent.whole - part * Int64(all.count - 1) : part)
            },
            team: [.init(name: "王工", role: "负责人", organisation: "天姥大学")], readinessNow: 4,
            milestonesProposed: [.init(title: "样机", months: 18, basisPoints: BidContent.whole)],
            tradeSecret: false,
            contact: .init(name: "王工", reach: .committed(DomainBoard.digest([7]))))
    }

    var commitment: Digest {
        Commitment.compute(
            challenge: "XC-2026-0001", bidder: bidder, nonce: nonce, content: content.canonical,
            digest: DomainBoard.digest)
    }

    var fields: JSON {
        [
            "commitment": commitment.json, "ciphertext": "00ff", "pledge": true,
            "termsVersion": .integer(termsVersion),
            "attachments": [["digest": commitment.json, "size": 12]],
            "wrappedShares": .array(
                shares.map { ["opener": .string($0), "wrapped": "0a0b"] }),
        ]
    }

    func with(_ name: String, _ value: JSON?) -> JSON {
        var members = fields.object ?? [:]
        members[name] = value
        return .object(members)
    }

    func revealed(as id: String) -> RevealedBid {
        RevealedBid(
            bid: id, content: Hexadecimal.text(content.canonical), nonce: Hexadecimal.text(nonce),
            fault: nil, contact: ProtectedText(.sealed("0a0b"), of: "as the sender likes"))
    }

    func keyName(_ id: String = "1") -> String {
        "XC-2026-0001/bid/\(id)/\(commitment.text)"
    }
}
