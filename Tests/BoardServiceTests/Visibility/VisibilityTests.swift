import Testing

@testable import BoardDomain
@testable import BoardService

/// §15, phase by phase: what anybody finds out about two bids from the case's file, its timeline and
/// what the board says one may do.
@Suite("Who sees a bid")
struct VisibilityTests {
    /// What must not get out before its time.
    enum Secret: String, CaseIterable {
        case winner, winnerContent, winnerAmount, loser, loserContent, loserAmount, loserScore
    }

    /// The people who look: of every kind one.
    static let viewers: [String: PersonID?] = [
        "bidder 1": "bid1", "bidder 2": "bid2", "another bidder": "bid3", "enterprise": "ent",
        "signatory": "sig", "workshop": "wrk", "case officer": "case", "reviewer": "rev",
        "supervisor": "sup2", "auditor": "aud", "laboratory": "lab", "arguer": "arg1",
        "public": nil,
    ]
    static let officials = ["case officer", "reviewer", "supervisor", "auditor"]
    static let outsiders = ["another bidder", "laboratory", "public", "arguer"]
    static let enterprise = ["enterprise", "signatory", "workshop"]

    @Test("While the call runs, and until it is opened, a bid is its bidder's alone (I5)")
    func sealed() async throws {
        let county = try await TestCounty()
        try await county.call(bids: 2)
        for closes in [false, true] {
            if closes { try await county.advance(to: "2026-04-08T09:00:00+08:00") }
            let seen = try await Self.seen(in: county)
            for (viewer, secrets) in seen {
                switch viewer {
                case "bidder 1": #expect(secrets == [.winner])
                case "bidder 2": #expect(secrets == [.loser])
                default: #expect(secrets.isEmpty, "\(viewer) finds out \(secrets)")
                }
            }
        }
    }

    @Test("Whoever reads the terms learns their version, which a confirmation names (B7)")
    func termsVersion() async throws {
        let county = try await TestCounty()
        try await county.publish()
        for viewer in ["bid1", nil] {
            let file = try await county.board.caseFile(county.challenge, as: viewer)
            #expect(file["terms"] != nil && file["termsVersion"] == 1, "\(file)")
        }
    }

    @Test(
        "How many bids there are is nobody's to know before the deadline, unless the list says so")
    func count() async throws {
        let county = try await TestCounty()
        try await county.call(bids: 2)
        for (viewer, person) in Self.viewers {
            let file = try await county.board.caseFile(county.challenge, as: person)
            #expect(file["bidCount"] == nil, "\(viewer)")
            guard !viewer.hasPrefix("bidder"), let person else { continue }
            let options = try await county.board.options(
                for: person, in: StreamID(.challenge, county.challenge))
            let bids = options.filter { $0.subject.machine == .bid && !$0.subject.id.isEmpty }
            #expect(bids.isEmpty, "\(viewer) is told about \(bids.map(\.subject.text))")
        }
        try await county.advance(to: "2026-04-08T09:00:00+08:00")
        let file = try await county.board.caseFile(county.challenge, as: nil)
        #expect(file["bidCount"] == 2)

        let open = try await TestCounty()
        try await open.call(bids: 2, ["showBidCount": true])
        let shown = try await open.board.caseFile(open.challenge, as: nil)
        #expect(shown["bidCount"] == 2)
    }

    @Test("In the qualification the bureau reads who bids and what; nobody else does")
    func qualifying() async throws {
        let county = try await TestCounty()
        try await county.call(bids: 2)
        try await county.open()
        let seen = try await Self.seen(in: county)
        let all: Set<Secret> = [
            .winner, .winnerContent, .winnerAmount, .loser, .loserContent, .loserAmount,
        ]
        for (viewer, secrets) in seen {
            switch viewer {
            case "bidder 1": #expect(secrets == [.winner, .winnerContent, .winnerAmount])
            case "bidder 2": #expect(secrets == [.loser, .loserContent, .loserAmount])
            case _ where Self.officials.contains(viewer): #expect(secrets == all, "\(viewer)")
            default: #expect(secrets.isEmpty, "\(viewer) finds out \(secrets)")
            }
        }
    }

    @Test("An expert reads the contents without names, and not before both declarations (I12)")
    func evaluating() async throws {
        let county = try await TestCounty()
        try await county.call(bids: 2)
        try await county.open()
        try await county.qualifyBids()
        try await county.draw()
        let undeclared = try #require(try await county.found().seats.in(.invited).last).person
        try await county.declare()
        #expect(try await Self.secrets(of: county, as: undeclared).isEmpty)
        try await county.act("close-qualification", as: "case", "rev")
        let expert = try #require(try await county.found().seats.in(.declared).last)
        let read: Set<Secret> = [.winnerContent, .winnerAmount, .loserContent, .loserAmount]
        #expect(try await Self.secrets(of: county, as: expert.person) == read)
        let file = try await county.board.caseFile(county.challenge, as: expert.person)
        let numbers = (file["bids"]?.array ?? []).compactMap { $0["anonymous"]?.string }
        #expect(numbers == (try await county.found().bids.all.map(\.id)))

        for (viewer, secrets) in try await Self.seen(in: county) {
            let isParty = viewer == "bidder 1" || viewer == "bidder 2"
            if !Self.officials.contains(viewer), !isParty {
                #expect(secrets.isEmpty, "\(viewer) finds out \(secrets)")
            }
        }
        // Who is recused reads nothing more.
        try await county.act(
            "recuse-oneself", on: expert.reference.text, as: expert.person,
            fields: ["conflict": "coauthor", "reason": "曾合著论文", "clause": "第五条"])
        #expect(try await Self.secrets(of: county, as: expert.person).isEmpty)
    }

    @Test("A result that the reviewer has not signed yet is nobody's but the bureau's")
    func halfDecided() async throws {
        let county = try await TestCounty()
        try await county.call(bids: 2)
        try await county.open()
        try await county.evaluate()
        try await county.score()
        try await county.act("close-consensus", as: try await county.chair())
        try await county.act(
            "publish-result", as: "case",
            fields: ["noticeText": "拟由天姥大学揭榜", "channel": "门户网站"])
        for (viewer, secrets) in try await Self.seen(in: county) {
            switch viewer {
            case _ where Self.officials.contains(viewer): #expect(secrets.contains(.winner))
            case "bidder 1": #expect(!secrets.contains(.loser))
            default: #expect(!secrets.contains(.winner), "\(viewer) finds out \(secrets)")
            }
        }
        let file = try await county.board.caseFile(county.challenge, as: "ent")
        #expect(file["waiting"] == nil)
        let reviewer = try await county.board.caseFile(county.challenge, as: "rev")
        #expect(reviewer["waiting"]?.array?.count == 1)
        // What its proposer has signed waits for the other alone, until it is sent back.
        func waits(for person: PersonID) async throws -> Bool {
            try await county.board.inbox(of: person).contains { $0.command == "publish-result" }
        }
        #expect(try await !waits(for: "case"))
        #expect(try await waits(for: "rev"))
        try await county.act("send-back", as: "rev", fields: ["step": "C20", "reason": "理由不足"])
        #expect(try await waits(for: "case"))
        #expect(try await !waits(for: "rev"))
    }

    @Test("With the notice the winner is named, and the losers are not (I22)")
    func noticed() async throws {
        let county = try await TestCounty()
        try await county.proceedToNotice()
        for (viewer, secrets) in try await Self.seen(in: county) {
            switch viewer {
            case "bidder 1": #expect(secrets == [.winner, .winnerContent, .winnerAmount])
            case "bidder 2":
                #expect(
                    secrets == [
                        .winner, .winnerAmount, .loser, .loserContent, .loserAmount, .loserScore,
                    ])
            case _ where Self.officials.contains(viewer):
                #expect(secrets == Set(Secret.allCases), "\(viewer)")
            case _ where Self.enterprise.contains(viewer):
                #expect(secrets == [.winner, .winnerAmount, .loserScore], "\(viewer)")
            default: #expect(secrets == [.winner, .winnerAmount], "\(viewer) finds out \(secrets)")
            }
        }
    }

    @Test("After the award the enterprise reads what is no trade secret, the public the winner")
    func awarded() async throws {
        let county = try await TestCounty()
        try await county.proceedToAward()
        // The loser's is marked a trade secret.
        #expect(try await county.bid(2)?.content?.tradeSecret == true)
        for (viewer, secrets) in try await Self.seen(in: county) {
            switch viewer {
            case "bidder 1": #expect(secrets == [.winner, .winnerContent, .winnerAmount])
            case _ where Self.enterprise.contains(viewer):
                #expect(
                    secrets == [.winner, .winnerContent, .winnerAmount, .loser, .loserScore],
                    "\(viewer)")
            case _ where Self.outsiders.contains(viewer):
                #expect(secrets == [.winner, .winnerAmount], "\(viewer) finds out \(secrets)")
            default: break
            }
        }
    }

    @Test("A call that failed opens nothing that was closed")
    func failed() async throws {
        let county = try await TestCounty()
        try await county.publish(["minBids": 3])
        try await county.seal(1)
        try await county.seal(2)
        try await county.advance(to: "2026-04-08T09:00:00+08:00")
        #expect(try await county.state() == .unsuccessful)
        for (viewer, secrets) in try await Self.seen(in: county) where !viewer.hasPrefix("bidder") {
            #expect(secrets.isEmpty, "\(viewer) finds out \(secrets)")
        }
    }

    @Test("A case that is not published is between the enterprise and the bureau")
    func unpublished() async throws {
        let county = try await TestCounty()
        try await county.approve()
        for person in ["ent", "sig", "case", "rev", "aud", "arg1"] {
            _ = try await county.board.caseFile(county.challenge, as: person)
        }
        for person in ["bid1", "exp1", "lab", nil] as [PersonID?] {
            await #expect(throws: BoardFault.notFound(county.challenge)) {
                try await county.board.caseFile(county.challenge, as: person)
            }
            await #expect(throws: BoardFault.notFound(county.challenge)) {
                try await county.board.timeline(
                    StreamID(.challenge, county.challenge), as: person)
            }
        }
    }

    @Test("A result's notice names winner, amount and score by the ranking, whatever its text says")
    func noticeOfResult() async throws {
        let county = try await TestCounty()
        try await county.proceedToNotice()
        let file = try await county.board.caseFile(county.challenge, as: nil)
        let notice = try #require(file["notices"]?.array?.last)
        let winner = try #require(notice["winners"]?.array?.first)
        #expect(winner["bidderName"]?.string == Cast.bidders[0].name)
        #expect(winner["amount"] == 199_000_000)
        #expect(winner["total"]?.string == (try await county.bid(1)?.total?.text))
        #expect(notice["channel"] != nil)
    }

    @Test("The laboratory of a restricted challenge sees what it is to verify, and nothing else")
    func restrictedLaboratory() async throws {
        let county = try await TestCounty()
        try await county.proceedToAward(bids: 2, ["confidentiality": "restricted"])
        try await county.contract()
        let file = try await county.board.caseFile(county.challenge, as: "lab")
        let verification = try #require(file["verifications"]?.array?.first)
        #expect(verification["protocol"]?["items"]?.array?.count == 2)
        for section in ["terms", "contracts", "milestones", "payouts"] {
            #expect(file[section] == nil, "\(section)")
        }
        let stranger = try await county.board.caseFile(county.challenge, as: "bid3")
        #expect(stranger["verifications"] == nil)
    }

    @Test(
        "An objection is its filer's and the bureau's; who is heard learns what it says, not whose")
    func objection() async throws {
        let county = try await TestCounty()
        try await county.proceedToNotice()
        try await county.act(
            "file-objection", on: "objection", as: "bid2",
            fields: [
                "object": "notice/1", "facts": "评分有误", "basis": "评审规则第六条", "request": "重新评分",
                "evidence": [.string(digest("证据").text)],
            ])
        #expect(
            try await Self.objections(in: county)
                == ["bid2", "bidsig2", "case", "rev", "sup2", "aud"].sorted())
        try await county.act("admit", on: "objection/1", as: "sup2")
        try await county.act("investigate", on: "objection/1", as: "sup2")
        #expect(
            try await Self.objections(in: county)
                == ["bid1", "bid2", "bidsig2", "case", "rev", "sup2", "aud", "ent", "sig"].sorted())
        let heard = try await county.board.caseFile(county.challenge, as: "bid1")
        let told = try #require(heard["objections"]?.array?.first)
        #expect(told["facts"] == "评分有误")
        #expect(told["basis"] == "评审规则第六条")
        #expect(told["request"] == "重新评分")
        #expect(told["filer"] == nil)
        #expect(try await !Self.secrets(of: county, as: "ent").contains(.loser))
        // Whoever may answer finds it in the inbox, and the filer does not.
        for (person, waits) in [("bid1", true), ("ent", true), ("bid2", false), ("bid3", false)] {
            let acts = try await county.board.inbox(of: person).map(\.act)
            #expect(acts.contains("ObjectionResponse") == waits, "\(person)")
        }
    }

    /// Who sees that somebody objected.
    private static func objections(in county: TestCounty) async throws -> [PersonID] {
        var seen: [PersonID] = []
        for person in [
            "bid1", "bid2", "bidsig2", "bid3", "ent", "sig", "wrk", "case", "rev", "sup2", "aud",
            "lab", "arg1",
        ] {
            let file = try await county.board.caseFile(county.challenge, as: person)
            let told = try await county.board.timeline(
                StreamID(.challenge, county.challenge), as: person)
            let isTold = told.contains { $0.object == "objection/1" }
            #expect((file["objections"] != nil) == isTold, "\(person)")
            if isTold { seen.append(person) }
        }
        return seen.sorted()
    }

    // MARK: What is found out

    private static func seen(in county: TestCounty) async throws -> [String: Set<Secret>] {
        var seen: [String: Set<Secret>] = [:]
        for (viewer, person) in viewers {
            seen[viewer] = try await secrets(of: county, as: person)
        }
        return seen
    }

    /// The secrets that stand somewhere in what the board tells a person about the case.
    private static func secrets(
        of county: TestCounty, as person: PersonID?
    ) async throws -> Set<Secret> {
        let stream = StreamID(.challenge, county.challenge)
        var text = try await county.board.caseFile(county.challenge, as: person).canonicalText
        for entry in try await county.board.timeline(stream, as: person) {
            text += "\n\(entry.type) \(entry.object) \(entry.actor) \(entry.organisation) "
            text += entry.fields.canonicalText
        }
        return Set(
            try await words(of: county).filter { _, words in
                words.contains { !$0.isEmpty && text.contains($0) }
            }.keys)
    }

    private static func words(of county: TestCounty) async throws -> [Secret: [String]] {
        let loser = try await county.bid(2)
        return [
            .winner: names(1), .winnerContent: ["工艺路线第1号"], .winnerAmount: ["199000000"],
            .loser: names(2), .loserContent: ["工艺路线第2号"], .loserAmount: ["198000000"],
            .loserScore: (loser?.total).map { ["\"\($0.text)\"", "\":\($0.sum)"] } ?? [],
        ]
    }

    private static func names(_ number: Int) -> [String] {
        let firm = Cast.bidders[number - 1]
        return [firm.code, firm.name, "bid\(number)", "bidsig\(number)"]
    }
}
