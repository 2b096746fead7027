import BoardDomain
import BoardEventLog
import Testing

@testable import BoardService

@Suite("Two boards on one file")
struct SharedFileTests {
    private static func second(of county: TestCounty) async throws -> LocalBoard {
        try await LocalBoard.open(
            path: county.folder.path + "/board.sqlite",
            settings: try TestCounty.settings(county.clock))
    }

    @Test("Commands through either see what the other has recorded")
    func interleaved() async throws {
        let county = try await TestCounty(onFile: true)
        let other = try await Self.second(of: county)
        try await county.publish()
        let asked = { (person: PersonID, text: String) in
            CommandRequest(
                try county.command("ask", as: person, fields: ["question": .string(text)]),
                id: county.clock.nextID())
        }
        for number in 1...3 {
            _ = try await other.perform(asked("bid1", "问题 \(number)"))
            _ = try await county.board.perform(asked("bid2", "疑问 \(number)"))
        }
        #expect(try await county.found().questions.all.count == 6)
        #expect(try await other.foundCase(county.challenge).questions.all.count == 6)
        // A person appointed through the one acts through the other.
        try await county.appoint("bid3", .bidder, Cast.bidders[0].code)
        #expect(
            try await other.directory().appointments(of: "bid3", at: county.clock.now).count == 2)
        #expect(try await other.projectionDump() == county.board.projectionDump())
        #expect(try await other.verify(anchor: nil).fault == nil)
    }

    @Test("Commands at the same moment are all recorded, one after another")
    func concurrent() async throws {
        let county = try await TestCounty(onFile: true)
        let other = try await Self.second(of: county)
        try await county.publish()
        let boards = [county.board, other]
        let requests = try (0..<12).map { number in
            CommandRequest(
                try county.command(
                    "ask", as: "bid\(1 + number % 3)", fields: ["question": .string("\(number)")]),
                id: "concurrent \(number)")
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, request) in requests.enumerated() {
                let board = boards[number % 2]
                group.addTask { _ = try await board.perform(request) }
            }
            try await group.waitForAll()
        }
        let found = try await county.found()
        #expect(Set(found.questions.all.map(\.text)).count == 12)
        let rows = try await county.log.stream("challenge/" + county.challenge, after: 0)
        #expect(rows.map(\.version) == Array(1...rows.count))
    }

    @Test("Two keepers that wake at once do every step once")
    func twoKeepers() async throws {
        let county = try await TestCounty(onFile: true)
        let other = try await Self.second(of: county)
        try await county.call(bids: 1)
        try await county.start(2)
        let later = try instant("2026-04-20T09:00:00+08:00")
        county.clock.now = later
        let first = county.board
        async let one = first.catchUp(to: later)
        async let two = other.catchUp(to: later)
        _ = try await (one, two)
        let events = try await county.events()
        #expect(events.count { $0.type == .callClosed } == 1)
        #expect(events.count { $0.type == .bidDropped } == 1)
        #expect(try await county.board.catchUp(to: later) == 0)
        #expect(try await other.catchUp(to: later) == 0)
    }
}
