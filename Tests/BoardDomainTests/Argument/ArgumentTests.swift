import Testing

@testable import BoardDomain

@Suite("The argument on a need")
struct ArgumentTests {
    private static let stream = StreamID(.challenge, "XC-2026-0001")

    /// An argument of experts, the first its chair.
    private func argued(by experts: [String] = ["arg1", "arg2", "arg3"]) throws -> CallBoard {
        var call = try CallBoard()
        try open(&call, experts)
        return call
    }

    private func open(_ call: inout CallBoard, _ experts: [String]) throws {
        try call.cause(
            .argumentOpened, to: .arguing,
            ["argumentExperts": .array(experts.map(JSON.string))])
    }

    private func seat(_ call: CallBoard, _ id: String) -> ArgumentSeat {
        call.board.challenge().argumentSeats[id]!
    }

    private let pledges: JSON = ["confidentialityPledge": true, "noInterestPledge": true]
    private let why: JSON = ["reason": "需求真实", "clause": "论证办法第三条"]

    private func voting(_ vote: String) -> JSON {
        ["vote": .string(vote), "reason": "需求真实", "clause": "论证办法第三条"]
    }

    private func vote(_ call: inout CallBoard, _ votes: [String]) throws {
        for (index, vote) in votes.enumerated() {
            let (seat, person) = ("argumentSeat/\(index + 1)", "arg\(index + 1)")
            try call.do("declare", on: seat, as: person, pledges)
            try call.do("vote", on: seat, as: person, voting(vote))
        }
    }

    private func breach(_ call: CallBoard, _ conclusion: ArgumentConclusion) -> Breach? {
        ArgumentTally.breach(
            of: conclusion,
            in: Turn(
                world: call.board.world, context: call.board.context, stream: Self.stream,
                subject: ObjectReference(.challenge), row: call.board.engine.table.rows[0]))
    }

    @Test("P15 an argument that opens names a seat for each expert, the first its chair")
    func named() throws {
        let call = try argued()
        let seats = call.board.challenge().argumentSeats.all
        #expect(seats.map(\.person) == ["arg1", "arg2", "arg3"])
        #expect(seats.map(\.isChair) == [true, false, false])
        #expect(seats.allSatisfy { $0.state == .named && $0.argument == 1 })
    }

    @Test("P15 an expert declares on its own seat, both pledges together")
    func declare() throws {
        var call = try argued()
        let half: JSON = ["confidentialityPledge": true, "noInterestPledge": false]
        let refusal = call.refusal("declare", on: "argumentSeat/1", as: "arg1", half)
        #expect(refusal?.code == .declarationIncomplete && refusal?.rule == "P15")
        #expect(
            call.refusal("declare", on: "argumentSeat/1", as: "arg2", pledges)?.code
                == .notYourPart)
        try call.do("declare", on: "argumentSeat/1", as: "arg1", pledges)
        #expect(seat(call, "1").state == .declared)
    }

    @Test("P15 nobody votes before declaring, and a vote has its reason")
    func order() throws {
        var call = try argued()
        #expect(
            call.refusal("vote", on: "argumentSeat/1", as: "arg1", voting("approve"))?.code
                == .wrongState)
        try call.do("declare", on: "argumentSeat/1", as: "arg1", pledges)
        #expect(
            call.refusal("vote", on: "argumentSeat/1", as: "arg1", ["vote": "approve"])?.code
                == .fieldMissing)
        #expect(
            call.refusal("vote", on: "argumentSeat/1", as: "arg1", voting("defer"))?.code
                == .fieldShape)
    }

    @Test("P15 a recused chair hands the chair to the next, and a successor is named by two")
    func recuse() throws {
        var call = try argued()
        let events = try call.do("recuse", on: "argumentSeat/1", as: "arg1", why)
        #expect(events.map(\.type) == [.argumentRecused, .argumentChairNamed])
        #expect(seat(call, "2").isChair && !seat(call, "1").isChair)
        #expect(
            call.refusal("name-argument-expert", on: "challenge", as: "case", ["person": "arg1"])?
                .code == .alreadySeated)
        #expect(
            call.refusal("name-argument-expert", on: "challenge", as: "case", ["person": "lab"])?
                .code == .notArgumentExpert)
        try call.do("name-argument-expert", on: "challenge", as: "case", ["person": "arg4"])
        try call.do("name-argument-expert", on: "challenge", as: "rev")
        #expect(seat(call, "4").person == "arg4" && seat(call, "4").state == .named)
        #expect(!seat(call, "4").isChair)
    }

    @Test("P15 a reported conflict waits for the supervisor, whose order excludes the vote")
    func ordered() throws {
        var call = try argued()
        try vote(&call, ["approve", "approve", "reject"])
        try call.do("report-conflict", on: "argumentSeat/3", as: "ent", why)
        let duties = call.board.engine.openDuties(
            in: Self.stream, of: call.board.world, context: call.board.context)
        #expect(
            duties.contains { $0.duty.act == "ArgumentConflict" && $0.subject.id == "3" })
        try call.do("order-recusal", on: "argumentSeat/3", as: "sup", why)
        #expect(seat(call, "3").state == .recused)
        #expect(ArgumentTally(of: call.board.challenge()).votes == [.approve, .approve])
        #expect(breach(call, .approve)?.code == .argumentNoQuorum)
    }

    @Test("P15 a need that comes back is argued by seats of its own")
    func again() throws {
        var call = try argued()
        try call.cause(.returnedForCorrection, to: .returned)
        try open(&call, ["arg2", "arg3", "arg4"])
        #expect(call.board.challenge().presentArgument.map(\.id) == ["4", "5", "6"])
        let old = call.refusal("declare", on: "argumentSeat/2", as: "arg2", pledges)
        #expect(old?.code == .formerArgument)
        try call.do("declare", on: "argumentSeat/4", as: "arg2", pledges)
        #expect(seat(call, "4").state == .declared)
    }

    @Test("P16 the whole part of an expert is due after argue.workdays, and overdue once")
    func overdue() throws {
        var call = try argued()
        let duty = try #require(
            call.board.engine.openDuties(
                in: Self.stream, of: call.board.world, context: call.board.context
            ).first)
        #expect(duty.due == Instant(text: "2026-03-16T23:59:59+08:00"))
        try call.do("declare", on: "argumentSeat/1", as: "arg1", pledges)
        let early = try call.board.advance(to: "2026-03-16T23:59:59+08:00")
        #expect(early.isEmpty)
        let events = try call.board.advance(to: "2026-03-20T09:00:00+08:00")
        #expect(
            events.map(\.name).sorted()
                == [
                    "ArgumentDeclarationOverdue", "ArgumentDeclarationOverdue",
                    "ArgumentVoteOverdue",
                ])
    }

    @Test(
        "C6 the result is the majority, in a tie the chair's vote, else the most reserved",
        arguments: [
            (["approve", "approve", "reject"], ArgumentConclusion.approve),
            (["pool", "reject", "reject"], .reject),
            (["approve", "reject", "pool"], .approve),
            (["pool", "approve", "reject"], .pool),
            (["approve", "approve", "reject", "reject"], .approve),
        ])
    func result(votes: [String], expected: ArgumentConclusion) throws {
        var call = try argued(by: (1...votes.count).map { "arg\($0)" })
        try vote(&call, votes)
        #expect(ArgumentTally(of: call.board.challenge()).result == expected)
        #expect(breach(call, expected) == nil)
        let other = try #require(ArgumentConclusion.allCases.first { $0 != expected })
        #expect(breach(call, other)?.code == .notTheMajority)
    }

    @Test("C6 a tie in which the chair has no part goes to the most reserved")
    func reserved() throws {
        var call = try argued(by: ["arg1", "arg2", "arg3", "arg4", "arg5"])
        try vote(&call, ["reject", "approve", "approve", "pool"])
        call.board.given(
            .argumentVoted, "argumentSeat/5", state: ArgumentSeatState.voted, ["vote": "pool"])
        #expect(ArgumentTally(of: call.board.challenge()).result == .pool)
    }

    @Test("C6 waits for every vote while the period runs, then a quorum with the chair is enough")
    func outstanding() throws {
        var call = try argued(by: ["arg1", "arg2", "arg3", "arg4"])
        #expect(breach(call, .approve)?.code == .argumentNoQuorum)
        try vote(&call, ["approve", "approve", "approve"])
        #expect(breach(call, .approve)?.code == .votesOutstanding)
        try call.at("2026-03-17T00:00:00+08:00")
        #expect(breach(call, .approve) == nil)
    }

    @Test("C6 is not concluded without the chair's vote")
    func chairless() throws {
        var call = try argued(by: ["arg4", "arg1", "arg2", "arg3"])
        for (index, person) in ["arg1", "arg2", "arg3"].enumerated() {
            let seat = "argumentSeat/\(index + 2)"
            try call.do("declare", on: seat, as: person, pledges)
            try call.do("vote", on: seat, as: person, voting("approve"))
        }
        #expect(breach(call, .approve)?.code == .chairHasNotVoted)
    }

    @Test("P15 P16 an expert in conflict neither declares nor counts")
    func conflict() throws {
        var call = try argued()
        try vote(&call, ["approve", "approve", "approve"])
        let profile: JSON = [
            "affiliations": [["organisation": .string(DomainBoard.enterprise)]]
        ]
        call.board.given(.personProfiled, "person", of: "person/arg2", ["profile": profile])
        #expect(breach(call, .approve)?.code == .voterInConflict)
        var fresh = try argued()
        fresh.board.given(.personProfiled, "person", of: "person/arg2", ["profile": profile])
        let refusal = fresh.refusal("declare", on: "argumentSeat/2", as: "arg2", pledges)
        #expect(refusal?.code == .argumentConflict && refusal?.rule == "P15")
        fresh.board.given(.personProfiled, "person", of: "person/arg4", ["profile": profile])
        #expect(
            fresh.refusal("name-argument-expert", on: "challenge", as: "case", ["person": "arg4"])?
                .code == .argumentConflict)
    }
}
