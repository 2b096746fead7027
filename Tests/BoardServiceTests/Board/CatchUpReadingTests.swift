import BoardDomain
import BoardEventLog
import Testing

@testable import BoardService

@Suite("What the clock had to do before somebody reads")
struct CatchUpReadingTests {
    /// A county whose call has ended while nobody ran its clock.
    private static func late() async throws -> TestCounty {
        let county = try await TestCounty(onFile: true)
        try await county.call(bids: 1)
        county.clock.now = try instant("2026-04-08T09:00:00+08:00")
        return county
    }

    private static func reader(
        of county: TestCounty, term: WriterTerm = .command
    ) async throws -> LocalBoard {
        try await LocalBoard.open(
            path: county.folder.path + "/board.sqlite",
            settings: try TestCounty.settings(county.clock), term: term)
    }

    @Test("A reader finds the call closed at its deadline, not when somebody wrote again")
    func caughtUp() async throws {
        let county = try await Self.late()
        let reader = try await Self.reader(of: county)
        #expect(try await reader.foundCase(county.challenge).challenge.state == .open)
        #expect(try await reader.arrears() > 0)
        #expect(try await reader.catchUpToRead() == 0)
        #expect(try await reader.arrears() == 0)
        #expect(try await reader.foundCase(county.challenge).challenge.state == .closed)
        let closed = try #require(try await county.events().first { $0.type == .callClosed })
        #expect(closed.at == (try await county.found().challenge.deadline))
        // Looking again records nothing more.
        let head = try await reader.head()
        #expect(try await reader.catchUpToRead() == 0)
        #expect(try await reader.head() == head)
    }

    @Test("Where another process writes, the reader is told how much waits and reads what is there")
    func held() async throws {
        let county = try await Self.late()
        let holder = try await Self.reader(of: county, term: .life)
        let reader = try await Self.reader(of: county)
        let left = try await reader.catchUpToRead()
        #expect(left > 0)
        #expect(try await reader.arrears() == left)
        #expect(try await reader.foundCase(county.challenge).challenge.state == .open)
        try await holder.close()
    }

    @Test("A step that cannot be carried out keeps nobody from reading")
    func failingStep() async throws {
        let county = try await Self.late()
        var settings = try TestCounty.settings(county.clock)
        settings.policies = try PolicyBook([])
        let reader = try await LocalBoard.open(
            path: county.folder.path + "/board.sqlite", settings: settings, term: .command)
        let left = try await reader.catchUpToRead()
        #expect(left > 0)
        #expect(try await reader.arrears() == left)
        #expect(try await reader.foundCase(county.challenge).challenge.state == .open)
    }

    @Test("Where the board cannot be written, the reader is told how much waits")
    func readOnly() async throws {
        let county = try await Self.late()
        let reader = try await Self.reader(of: county, term: .never)
        let left = try await reader.catchUpToRead()
        #expect(left > 0)
        #expect(try await reader.arrears() == left)
    }

    @Test("A step that fails leaves the board readable, and is told as one that waits")
    func failing() async throws {
        let county = try await TestCounty()
        try await county.publish()
        county.clock.now = try instant("2026-04-08T09:00:00+08:00")
        // What is due has no rules to be judged by.
        var settings = try TestCounty.settings(county.clock)
        settings.policies = try PolicyBook([])
        let lawless = try await LocalBoard(log: county.log, settings: settings)
        let left = try await lawless.catchUpToRead()
        #expect(left > 0)
        #expect(try await lawless.cases(CaseQuery(), as: nil).map(\.state) == ["open"])
        #expect(try await lawless.statistics(year: nil, as: nil).total.cases == 1)
        // A projection that names no stream.
        let now = county.clock.now
        _ = try await county.log.append(
            AppendRequest(
                person: Event.clockName, commandID: "broken", body: digest("broken"), outcome: "{}",
                projections: [
                    StreamProjection(
                        stream: "nobody's", version: 1, nextDue: try instant(TestCounty.founding))
                ], recordedAt: now))
        #expect(try await county.board.catchUpToRead() == left + 1)
        #expect(try await county.board.cases(CaseQuery(), as: nil).map(\.state) == ["open"])
    }
}
