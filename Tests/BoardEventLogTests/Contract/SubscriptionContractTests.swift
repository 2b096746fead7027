import BoardDomain
import BoardEventLog
import Testing

@Suite("Subscribing, in every implementation")
struct SubscriptionContractTests {
    @Test(
        "It catches up and goes on live, while others append, every event once and in order",
        arguments: Implementation.allCases)
    func live(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            for number in 1...300 { _ = try await log.append(Sample.request("a\(number)")) }
            let subscription = log.subscribe(after: 10)
            async let writing: Void = withThrowingTaskGroup(of: Void.self) { group in
                for number in 1...100 {
                    group.addTask { _ = try await log.append(Sample.request("b\(number)")) }
                }
                try await group.waitForAll()
            }
            var positions: [Int64] = []
            for try await row in subscription {
                positions.append(row.position)
                if row.position == 400 { break }
            }
            #expect(positions == Array(11...400))
            try await writing
        }
    }

    @Test("Whoever waits is told of what comes", arguments: Implementation.allCases)
    func waiting(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            let reading = Task {
                var iterator = log.subscribe(after: 0).makeAsyncIterator()
                return [try await iterator.next()?.commandID, try await iterator.next()?.commandID]
            }
            _ = try await log.append(Sample.request("c1"))
            _ = try await log.append(Sample.request("c2"))
            #expect(try await reading.value == ["c1", "c2"])
        }
    }

    @Test("It ends with the log and with the task", arguments: Implementation.allCases)
    func ending(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            let cancelled = Task {
                for try await _ in log.subscribe(after: 0) {}
                return Task.isCancelled
            }
            cancelled.cancel()
            #expect(try await cancelled.value)
            let closed = Task {
                var count = 0
                for try await _ in log.subscribe(after: 0) { count += 1 }
                return count
            }
            try await log.close()
            #expect(try await closed.value == 0)
        }
    }

    @Test(
        "It stops at an event that the program does not understand",
        arguments: Implementation.allCases)
    func notUnderstood(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            let events = [Sample.draft(type: "Moved", payload: "nonsense")]
            _ = try await log.append(Sample.request("c1", events: events))
            var iterator = log.subscribe(after: 0).makeAsyncIterator()
            await #expect(throws: EventLogError.corrupt(position: 1, column: "payload")) {
                try await iterator.next()
            }
        }
    }
}
