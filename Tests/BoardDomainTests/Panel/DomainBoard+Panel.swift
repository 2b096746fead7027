import Testing

@testable import BoardDomain

/// A call whose bids were opened and found fit, with experts to draw from.
extension DomainBoard {
    static let rubric: JSON = [
        ["code": "a", "name": "指标", "weight": 50, "maximum": 10, "aspect": "indicators"],
        ["code": "b", "name": "成熟度", "weight": 30, "maximum": 10, "aspect": "readiness"],
        ["code": "c", "name": "经费", "weight": 20, "maximum": 10],
    ]

    static func call(
        experts: Int = 9, bids: Int = 2, listed: [String: JSON] = [:]
    ) throws -> DomainBoard {
        var board = try county()
        let terms: [String: JSON] = [
            "enterprise": .string(enterprise), "title": "轴承", "chain": "轴承",
            "rubric": rubric, "assignee": "case",
        ]
        board.given(
            .challengeDrafted, "challenge", state: ChallengeState.draft,
            .object(terms.merging(listed) { $1 }))
        board.given(
            .callClosed, "challenge", state: ChallengeState.closed,
            ["head": digest(Array("head".utf8)).json])
        board.given(.bidsOpened, "challenge", state: ChallengeState.qualifying)
        for number in 1...bids { board.bid(number) }
        for number in 1...max(experts, 1) where number <= experts {
            board.expert("e\(number)", isTechnical: number % 3 != 0)
        }
        return board
    }

    static func bidders(_ number: Int) -> (person: PersonID, code: String) {
        [("bid", university), ("bid2", bidder), ("lab", laboratory)][(number - 1) % 3]
    }

    /// A bid, opened and qualified; `amount` decides ties.
    mutating func bid(_ number: Int, amount: Int64 = 100_000_00, team: String? = nil) {
        let (person, code) = Self.bidders(number)
        let reference = "bid/\(number)"
        var content = BidContentTests.sample
        content.amountFen = amount
        content.countyShareFen = 0
        content.consortium = [.init(creditCode: code, name: code, basisPoints: 10_000)]
        content.team = [
            .init(name: team ?? "成员\(number)", role: "负责人", organisation: code)
        ]
        content.contact = .init(name: "联系人\(number)", reach: .withheld)
        given(
            .bidDrafted, reference, state: BidState.draft,
            by: Signature(actor: .person(person), capacity: .bidder, organisation: code),
            ["bidder": .string(code)])
        given(
            .bidSealed, reference, state: BidState.sealed, ["sealOrder": .integer(Int64(number))])
        let nonce = Hexadecimal.text(Self.digest(Array("nonce \(number)".utf8)).bytes)
        given(
            .bidOpened, reference, state: BidState.opened,
            ["content": content.json, "nonce": .string(nonce)])
        given(.bidQualified, reference, state: BidState.qualified)
    }

    /// An expert of the pool with an organisation of its own.
    mutating func expert(
        _ id: PersonID, isTechnical: Bool = true, chains: [String] = ["轴承"],
        skills: [String] = [], region: String = "", for code: String? = nil,
        _ more: [String: JSON] = [:]
    ) {
        let code = code ?? "ORG-\(id)"
        if world.directory.organisations[code] == nil { organisation(code, "单位\(id)", .university) }
        person(id, .panelExpert, for: code)
        let profile: [String: JSON] = [
            "expert": true, "technical": .boolean(isTechnical), "region": .string(region),
            "chains": .array(chains.map(JSON.string)), "skills": .array(skills.map(JSON.string)),
        ]
        given(
            .personProfiled, "person", of: "person/\(id)",
            ["profile": .object(profile.merging(more) { $1 })])
    }

    static let plan: JSON = ["panelSize": 5, "technicalSeats": 4]

    mutating func planPanel(_ plan: JSON = DomainBoard.plan) throws(Refusal) {
        try self.do("plan-panel", as: "case", plan)
        try self.do("plan-panel", as: "rev")
    }

    /// Plans and draws; the panel is `panel/1`.
    mutating func drawPanel(_ plan: JSON = DomainBoard.plan) throws(Refusal) {
        try planPanel(plan)
        try self.do("draw", on: "panel/1", as: "case")
        try self.do("draw", on: "panel/1", as: "sup")
    }

    var panel: Panel { challenge().panels.last! }

    func live(_ state: SeatState? = nil) -> [Seat] {
        challenge().liveSeats(of: panel).filter { state == nil || $0.state == state }
    }

    mutating func declare(_ seat: Seat) throws(Refusal) {
        let reference = seat.reference.text
        try self.do("sign-confidentiality", on: reference, as: seat.person, ["declares": true])
        try self.do("declare", on: reference, as: seat.person, ["declares": true])
    }

    /// Drawn, declared, and the eligibility closed: the sheets are open.
    mutating func openScoring(_ plan: JSON = DomainBoard.plan) throws(Refusal) {
        try drawPanel(plan)
        for seat in live(.invited) { try declare(seat) }
        try self.do("close-qualification", as: "case")
        try self.do("close-qualification", as: "rev")
    }

    func sheet(of seat: Seat) -> Sheet { challenge().sheet(of: seat, on: panel)! }

    /// A full sheet: the same points under every line of one bid.
    func scores(_ points: Int...) -> JSON {
        var rows: [JSON] = []
        for (bid, points) in zip(challenge().bidsToScore, points) {
            for code in ["a", "b", "c"] {
                rows.append([
                    "bid": .string(bid.id), "criterion": .string(code),
                    "points": .integer(Int64(points)), "comment": "评语",
                ])
            }
        }
        return ["scores": .array(rows)]
    }

    mutating func lock(_ seat: Seat, _ scores: JSON) throws(Refusal) {
        try self.do("lock", on: sheet(of: seat).reference.text, as: seat.person, scores)
    }

    /// Everybody gives bid 1 nine points and bid 2 seven: revealed at once.
    mutating func reveal(_ first: Int = 9, _ second: Int = 7) throws(Refusal) {
        for seat in live(.declared) where sheet(of: seat).state == .editing {
            try lock(seat, scores(first, second))
        }
    }

    var chair: Seat { challenge().seats[panel.chair!]! }
}

extension Refusal {
    /// `P1 panelEven`, for a short comparison.
    var brief: String { "\(rule) \(code.name)" }
}
