import BoardDomain
import BoardEventLog
import Testing

@Suite("Upcasting on read, in every implementation")
struct UpcastingContractTests {
    @Test(
        "Payloads of every older schema are read in the newest one, and the rows stay as they were",
        arguments: Implementation.allCases)
    func newest(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            let events = (1...3).map {
                Sample.draft(type: "Moved", schema: $0, payload: #"{"n":\#($0)}"#)
            }
            let receipt = try await log.append(Sample.request("c1", events: events))
            let expected = [#"{"moved":[{"n":1}]}"#, #"{"moved":{"n":2}}"#, #"{"n":3}"#]
            for rows in [
                try await log.events(after: 0, limit: 9),
                try await log.stream(Sample.stream, after: 0),
            ] {
                #expect(rows.map(\.payload) == expected)
                #expect(rows.map(\.schema) == [3, 3, 3])
                #expect(rows[2].hash == receipt.head)
            }
            #expect(try await log.verify(anchor: nil).fault == nil)
        }
    }

    @Test(
        "A payload that its upcaster cannot read is named, never skipped",
        arguments: Implementation.allCases)
    func unreadable(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            let events = [Sample.draft(), Sample.draft(type: "Moved", payload: "nonsense")]
            _ = try await log.append(Sample.request("c1", events: events))
            await #expect(throws: EventLogError.corrupt(position: 2, column: "payload")) {
                try await log.events(after: 0, limit: 9)
            }
            #expect(try await log.events(after: 0, limit: 1).count == 1)
        }
    }
}
