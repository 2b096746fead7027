import BoardService
import Testing

@testable import BoardDomain

/// From the draft to the opening.
extension TestCounty {
    static let deadline = "2026-04-07T17:00:00+08:00"

    /// A published challenge; the call closes on 2026-04-07 at 17:00.
    func publish(
        _ terms: [String: JSON] = [:], liaison: PersonID? = nil, deadline: String = "2026-04-07",
        recovery: Bool = false, pool: String = "JBGS-2026", notDuplicate: Bool = false
    ) async throws {
        try await approve(terms, liaison: liaison, pool: pool, notDuplicate: notDuplicate)
        try await list(deadline: deadline, recovery: recovery)
    }

    func approve(
        _ terms: [String: JSON] = [:], liaison: PersonID? = nil, pool: String = "JBGS-2026",
        notDuplicate: Bool = false
    ) async throws {
        let all = Cast.terms.merging(terms) { $1 }
        try await act("create", as: "ent", fields: .object(all))
        try await act(
            "submit", as: "ent", "sig",
            fields: ["integrityPledge": true, "unclassifiedPledge": true])
        var accept: [String: JSON] = ["assignee": "case"]
        accept["liaison"] = liaison.map(JSON.string)
        try await act("accept", as: "case", fields: .object(accept))
        try await act(
            "send-to-argument", as: "case", "ent",
            fields: ["argumentExperts": ["arg1", "arg2", "arg3"]])
        for seat in try await found().presentArgument {
            try await act(
                "declare", on: seat.reference.text, as: seat.person,
                fields: ["confidentialityPledge": true, "noInterestPledge": true])
            try await act(
                "vote", on: seat.reference.text, as: seat.person,
                fields: ["vote": "approve", "reason": "确有需求", "clause": "第六条"])
        }
        let chair = try #require(try await found().presentArgument.first(where: \.isChair))
        var conclusion: [String: JSON] = [
            "conclusion": "approve", "opinion": "同意发榜", "pool": .string(pool),
        ]
        if notDuplicate { conclusion["notDuplicate"] = "工况不同" }
        try await act(
            "conclude-argument", as: chair.person, "rev", fields: .object(conclusion))
    }

    func list(deadline: String = "2026-04-07", recovery: Bool = false) async throws {
        var fields: [String: JSON] = [
            "edition": "2026-Q1", "deadlineDay": .string(deadline),
            "openers": .array(
                try ["case", "sup"].map {
                    [
                        "person": .string($0),
                        "publicKey": .string(try ring.publicKey(of: $0).text),
                    ]
                }),
        ]
        if recovery {
            let key = try ProtectedKeyFile(at: ring.recoveryPath).publicKey
            fields["recoveryKey"] = .string(key.text)
        }
        try await act("publish", as: "rev", fields: .object(fields))
    }

    // MARK: Bids

    /// What bidder 1, 2 or 3 offers: the first asks most and promises most.
    static func content(of number: Int, secret: Bool = false) -> BidContent {
        let firm = Cast.bidders[number - 1]
        return BidContent(
            amountFen: 200_000_000 - Int64(number) * 1_000_000, countyShareFen: 80_000_000,
            periodMonths: 18, approach: "工艺路线第\(number)号",
            responses: [
                .init(indicator: 1, promised: "2200 h", note: ""),
                .init(indicator: 2, promised: "24 ℃", note: ""),
            ],
            consortium: [.init(creditCode: firm.code, name: firm.name, basisPoints: 10_000)],
            team: [.init(name: "组长\(number)", role: "负责人", organisation: firm.name)],
            readinessNow: 4,
            milestonesProposed: [
                .init(title: "样机", months: 6, basisPoints: 3000),
                .init(title: "中试", months: 12, basisPoints: 3000),
                .init(title: "交付", months: 18, basisPoints: 4000),
            ],
            tradeSecret: secret,
            contact: .init(
                name: "联系人\(number)", phone: "1380575000\(number)", email: "lianxi\(number)@b.cn"))
    }

    @discardableResult
    func start(_ number: Int) async throws -> Bid {
        try await act("start-bid", as: "bid\(number)")
        return try #require(try await bid(number))
    }

    func bid(_ number: Int) async throws -> Bid? {
        let code = Cast.bidders[number - 1].code
        return try await found().bids.all.last { $0.bidder == code }
    }

    /// What bidder `number` sends to the board.
    func sealing(_ number: Int, secret: Bool = false) async throws -> SealingDesk.Sealing {
        let bid = try #require(try await bid(number))
        return try await desk.seal(
            Self.content(of: number, secret: secret), pledged: true, for: bid.id, of: challenge)
    }

    @discardableResult
    func seal(_ number: Int, secret: Bool = false) async throws -> SealingDesk.Sealing {
        if try await bid(number) == nil { try await start(number) }
        let bid = try #require(try await bid(number))
        let sealing = try await sealing(number, secret: secret)
        try await act(
            "seal", on: bid.reference.text, as: "bid\(number)", "bidsig\(number)",
            fields: sealing.fields.json)
        return sealing
    }

    /// An open call with sealed bids of the first bidders.
    func call(
        bids: Int, _ terms: [String: JSON] = [:], liaison: PersonID? = nil, recovery: Bool = false
    ) async throws {
        try await publish(terms, liaison: liaison, recovery: recovery)
        for number in 1...bids { try await seal(number, secret: number == 2) }
    }

    /// The deadline passes, and the two openers open.
    func open() async throws {
        let deadline = try #require(try await found().challenge.deadline)
        try await advance(to: max(clock.now, deadline.adding(hours: 16)))
        let handed = try await desk.handOver(challenge, as: "case", passphrase: "passphrase case")
        try await act("attend-opening", as: "case", fields: handed.json)
        let revealed = try await desk.open(challenge, as: "sup", passphrase: "passphrase sup")
        try await act("open-bids", as: "sup", fields: revealed.json)
    }
}
