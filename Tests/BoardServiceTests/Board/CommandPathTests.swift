import BoardDomain
import BoardEventLog
import Synchronization
import Testing

@testable import BoardService

@Suite("The path of a command")
struct CommandPathTests {
    private static func request(
        _ county: TestCounty, _ text: String, id: String = "key", version: Int? = nil
    ) throws -> CommandRequest {
        CommandRequest(
            try county.command("ask", as: "bid1", fields: ["question": .string(text)]), id: id,
            expectedVersion: version)
    }

    @Test("I4: the same key and body give the same outcome and no second event")
    func repeated() async throws {
        let county = try await TestCounty()
        try await county.publish()
        let request = try Self.request(county, "加载多少？")
        let first = try await county.board.perform(request)
        let head = try await county.board.head()
        county.clock.now = county.clock.now.adding(hours: 1)
        let second = try await county.board.perform(request)
        #expect(!first.repeated)
        #expect(second.repeated)
        #expect(second.recorded == first.recorded)
        #expect(try await county.board.head() == head)
    }

    @Test("An outcome in full, as older files hold it, is read as well")
    func olderOutcome() throws {
        let outcome = try CommandOutcome(
            repeating: """
                {"recorded":[{"object":"bid/2","rule":"B13","state":"qualified",\
                "stream":"challenge/XC-2026-0012","type":"BidQualified"}]}
                """)
        #expect(outcome.repeated)
        #expect(outcome.recorded.map(\.stream) == ["challenge/XC-2026-0012"])
        #expect(outcome.recorded.map(\.type) == ["BidQualified"])
        #expect(outcome.recorded.map(\.state) == ["qualified"])
    }

    @Test("I4: what makes a stream is made once, though the next free name is another by then")
    func repeatedCreation() async throws {
        let county = try await TestCounty()
        try await county.publish()
        let board = county.board
        @Sendable func create(_ title: String) async throws -> CommandOutcome {
            let command = Command(
                stream: try await board.newStream(.challenge),
                subject: ObjectReference(.challenge), name: "create",
                fields: Record(["title": .string(title)]), person: "ent")
            return try await board.perform(
                CommandRequest(command, id: "k2", namesStreamAnew: true))
        }
        let first = try await create("甲")
        let second = try await create("甲")
        #expect(second.repeated && !first.repeated)
        #expect(second.recorded == first.recorded)
        await #expect(throws: EventLogError.commandReused(commandID: "k2")) {
            try await create("乙")
        }
    }

    @Test("Who asks for the next free name gets the one that is free by then")
    func takenName() async throws {
        let county = try await TestCounty()
        let stream = try await county.board.newStream(.challenge)
        var made: [String] = []
        for title in ["甲", "乙"] {
            let command = Command(
                stream: stream, subject: ObjectReference(.challenge), name: "create",
                fields: Record(["title": .string(title)]), person: "ent")
            made += try await county.board.perform(
                CommandRequest(command, id: title, namesStreamAnew: true)
            ).recorded.map(\.stream)
        }
        #expect(Set(made).count == 2)
        // Who was shown a name gets that one or none.
        let command = Command(
            stream: stream, subject: ObjectReference(.challenge), name: "create",
            fields: Record(["title": "丙"]), person: "ent")
        await #expect(throws: EventLogError.self) {
            try await county.board.perform(
                CommandRequest(command, id: "丙", expectedVersion: 0, namesStreamAnew: true))
        }
    }

    @Test("I4: a refusal is repeated as well, even where the command would now go through")
    func repeatedRefusal() async throws {
        let county = try await TestCounty()
        try await county.approve()
        let request = try Self.request(county, "加载多少？")
        let first = await #expect(throws: Refusal.self) { try await county.board.perform(request) }
        try await county.list()
        let second = await #expect(throws: Refusal.self) { try await county.board.perform(request) }
        #expect(first == second)
        #expect(try await county.found().questions.isEmpty)
        let fresh = try await county.board.perform(Self.request(county, "加载多少？", id: "other"))
        #expect(fresh.recorded.map(\.type) == ["QuestionAsked"])
    }

    @Test("Trying a command out at a later instant moves no board's time")
    func dryRunLater() async throws {
        let county = try await TestCounty()
        try await county.call(bids: 1)
        let head = try await county.board.head()
        let deadline = try #require(try await county.found().challenge.deadline)
        let command = try county.command("ask", as: "bid1", fields: ["question": "加载多少？"])
        let late = CommandRequest(command, id: "late", at: deadline.adding(days: 1))
        let fault = await #expect(throws: BoardFault.self) { try await county.board.dryRun(late) }
        guard case .stepsDue(let count, let at)? = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
        #expect(count > 0)
        #expect(at == late.at)
        #expect(try await county.board.head() == head)
        let soon = CommandRequest(command, id: "soon", at: county.clock.now.adding(hours: 1))
        #expect(try await county.board.dryRun(soon).map(\.event.type) == [.questionAsked])
        #expect(try await county.board.head() == head)
    }

    @Test("I4: another body under the same key is refused; another person's key is another key")
    func reused() async throws {
        let county = try await TestCounty()
        try await county.publish()
        _ = try await county.board.perform(Self.request(county, "加载多少？"))
        await #expect(throws: EventLogError.commandReused(commandID: "key")) {
            try await county.board.perform(Self.request(county, "转速多少？"))
        }
        let other = CommandRequest(
            try county.command("ask", as: "bid2", fields: ["question": "转速多少？"]), id: "key")
        #expect(try await county.board.perform(other).repeated == false)
        #expect(try await county.found().questions.all.count == 2)
    }

    @Test("A dry run tells what would be recorded and records nothing")
    func dryRun() async throws {
        let county = try await TestCounty()
        try await county.publish()
        let head = try await county.board.head()
        let dump = try await county.board.projectionDump()
        let request = try Self.request(county, "加载多少？")
        let events = try await county.board.dryRun(request)
        #expect(events.map(\.event.type) == [.questionAsked])
        #expect(try await county.board.head() == head)
        #expect(try await county.board.projectionDump() == dump)
        // Its key is still free.
        #expect(try await county.board.perform(request).repeated == false)
    }

    @Test("A command decided on an older version of the stream is refused as a conflict")
    func expectedVersion() async throws {
        let county = try await TestCounty()
        try await county.publish()
        let stream = StreamID(.challenge, county.challenge)
        let version = try await county.board.state(of: stream).version
        try await county.act("ask", as: "bid2", fields: ["question": "转速多少？"])
        await #expect(
            throws: EventLogError.conflict(
                stream: stream.text, expected: version, actual: version + 1)
        ) {
            try await county.board.perform(
                Self.request(county, "加载多少？", version: version))
        }
        _ = try await county.board.perform(
            Self.request(county, "加载多少？", version: version + 1))
        #expect(try await county.board.state(of: stream).version == version + 2)
    }

    @Test("§15 Whoever has read to the end is not stopped by what he may not see, nor told of it")
    func lastRead() async throws {
        let county = try await TestCounty()
        try await county.publish()
        let read = try await county.board.head().position
        let request = { (text: String) in
            var request = try Self.request(county, text, id: text)
            request.lastRead = read
            return request
        }
        try await county.start(2)
        try await county.seal(2)
        _ = try await county.board.perform(try request("加载多少？"))
        let last = try await county.board.head().position
        // His own question is the last change that he may see.
        let refused = try request("转速多少？")
        await #expect(
            throws: BoardFault.changedSince(stream: county.challenge, read: read, last: last)
        ) { try await county.board.perform(refused) }
        #expect(try await county.board.head().position == last)
        // What was carried out is only told again.
        #expect(try await county.board.perform(try request("加载多少？")).repeated)
    }

    @Test("What a command names is kept once nothing speaks against it, and before it is recorded")
    func prepared() async throws {
        struct DiskFull: Error {}
        let county = try await TestCounty()
        try await county.publish()
        let calls = Mutex(0)
        let request = { (person: PersonID) in
            CommandRequest(
                try county.command("ask", as: person, fields: ["question": "加载多少？"]),
                id: county.clock.nextID())
        }
        let refused = try request("lab")
        await #expect(throws: Refusal.self) {
            try await county.board.perform(refused) { calls.withLock { $0 += 1 } }
        }
        #expect(calls.withLock { $0 } == 0)
        let before = try await county.board.head()
        let unkept = try request("bid1")
        await #expect(throws: DiskFull.self) {
            try await county.board.perform(unkept) { throw DiskFull() }
        }
        #expect(try await county.board.head() == before)
        _ = try await county.board.perform(try request("bid1")) { calls.withLock { $0 += 1 } }
        #expect(calls.withLock { $0 } == 1)
        #expect(try await county.found().questions.all.count == 1)
    }
}
