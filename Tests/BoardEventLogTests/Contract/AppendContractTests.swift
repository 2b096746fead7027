import BoardDomain
import BoardEventLog
import Testing

@Suite("Appending, in every implementation")
struct AppendContractTests {
    @Test(
        "Positions and stream versions are contiguous and the rows come back as written",
        arguments: Implementation.allCases)
    func contiguous(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            let first = try await log.append(
                Sample.request(
                    "c1",
                    events: [
                        Sample.draft(), Sample.draft("pool/JBGS-2026", schema: 2),
                        Sample.draft(causation: .inBatch(0)),
                    ], expecting: [Sample.stream: 0, "pool/JBGS-2026": 0]))
            #expect(first.positions == 1...3)
            #expect(first.versions == [Sample.stream: 2, "pool/JBGS-2026": 1])
            #expect(!first.repeated)
            let second = try await log.append(
                Sample.request(
                    "c2", events: [Sample.draft(causation: .position(2), payload: "\u{0}é\u{301}")],
                    expecting: [Sample.stream: 2]))
            #expect(second.positions == 4...4)
            let rows = try await log.events(after: 0, limit: 10)
            #expect(rows.map(\.position) == [1, 2, 3, 4])
            #expect(rows.map(\.version) == [1, 1, 2, 3])
            #expect(rows.map(\.causation) == [0, 0, 1, 2])
            #expect(rows.map(\.commandID) == ["c1", "c1", "c1", "c2"])
            #expect(rows[3].payload.unicodeScalars.elementsEqual("\u{0}é\u{301}".unicodeScalars))
            #expect(rows[3].hash == second.head)
            #expect(try await log.head().hash == second.head)
            #expect(try await log.stream(Sample.stream, after: 1).map(\.position) == [3, 4])
            #expect(try await log.events(after: 1, limit: 2).map(\.position) == [2, 3])
            #expect(try await log.verify(anchor: nil).fault == nil)
        }
    }

    @Test(
        "A stale version is refused with the actual one and leaves nothing",
        arguments: Implementation.allCases)
    func conflict(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            _ = try await log.append(Sample.request("c1", expecting: [Sample.stream: 0]))
            await #expect(
                throws: EventLogError.conflict(stream: Sample.stream, expected: 0, actual: 1)
            ) { try await log.append(Sample.request("c2", expecting: [Sample.stream: 0])) }
            #expect(try await log.head().position == 1)
            #expect(try await log.outcome(person: "p-zhou", commandID: "c2") == nil)
        }
    }

    @Test(
        "The same person, key and body again gets the first outcome and appends nothing",
        arguments: Implementation.allCases)
    func repetition(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            let first = try await log.append(Sample.request("c1", expecting: [Sample.stream: 0]))
            var again = Sample.request("c1", expecting: [Sample.stream: 0])
            again.outcome = "another"
            let second = try await log.append(again)
            #expect(second.repeated)
            #expect(second.outcome == first.outcome)
            #expect(second.positions == nil)
            #expect(try await log.head().position == 1)
            var other = Sample.request("c1")
            other.person = "p-lin"
            #expect(try await !log.append(other).repeated)
        }
    }

    @Test(
        "A refusal is stored without an event and repeated like any outcome",
        arguments: Implementation.allCases)
    func refusal(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            let receipt = try await log.append(Sample.request("c1", events: []))
            #expect(receipt.positions == nil)
            #expect(!receipt.repeated)
            #expect(receipt.head == Chain.genesis(board: Sample.board.id))
            // The repetition would append now, but the first outcome stands.
            let again = try await log.append(Sample.request("c1"))
            #expect(again.repeated)
            #expect(again.outcome == receipt.outcome)
            #expect(try await log.head().position == 0)
            #expect(
                try await log.outcome(person: "p-zhou", commandID: "c1")
                    == StoredOutcome(body: Sample.body("body"), outcome: receipt.outcome))
        }
    }

    @Test(
        "Where the events are the outcome, a repetition gets their positions",
        arguments: Implementation.allCases)
    func positionsAsOutcome(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            _ = try await log.append(Sample.request("c1"))
            var request = Sample.request("c2", events: [Sample.draft(), Sample.draft()])
            request.outcome = nil
            let first = try await log.append(request)
            #expect(first.positions == 2...3)
            let again = try await log.append(request)
            #expect(again.repeated)
            #expect(StoredOutcome.positions(in: again.outcome) == 2...3)
            #expect(
                try await log.outcome(person: "p-zhou", commandID: "c2")
                    == StoredOutcome(body: request.body, outcome: again.outcome))
            #expect(StoredOutcome.positions(in: #"{"refusal":{}}"#) == nil)
        }
    }

    @Test("Another body under the same key is refused", arguments: Implementation.allCases)
    func reuse(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            _ = try await log.append(Sample.request("c1"))
            await #expect(throws: EventLogError.commandReused(commandID: "c1")) {
                try await log.append(Sample.request("c1", body: "other"))
            }
            #expect(try await log.head().position == 1)
        }
    }

    @Test(
        "A batch that needs a certain head is refused once the head has moved",
        arguments: Implementation.allCases)
    func expectedHead(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            let head = try await log.head().hash
            let moved = try await log.append(Sample.request("c1")).head
            var call = Sample.request("c2", events: [Sample.draft(type: "Called")])
            call.expectedHead = head
            await #expect(throws: EventLogError.headMoved(expected: head, actual: moved)) {
                try await log.append(call)
            }
            call.expectedHead = moved
            #expect(try await log.append(call).positions == 2...2)
        }
    }

    @Test(
        "The recorded instant never goes back, whatever the server's clock does",
        arguments: Implementation.allCases)
    func recordedAt(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            _ = try await log.append(Sample.request("c1", at: 500))
            _ = try await log.append(Sample.request("c2", at: 100))
            _ = try await log.append(Sample.request("c3", at: 900))
            let recorded = try await log.events(after: 0, limit: 3).map {
                $0.recordedAt.milliseconds - Sample.start.milliseconds
            }
            #expect(recorded == [500, 500, 900])
        }
    }

    @Test(
        "A cause that does not precede its event is refused", arguments: Implementation.allCases,
        [EventDraft.Causation.inBatch(1), .position(1), .position(0)])
    func causation(_ implementation: Implementation, cause: EventDraft.Causation) async throws {
        try await implementation.withLog { log in
            let request = Sample.request(
                "c1", events: [Sample.draft(), Sample.draft(causation: cause)])
            await #expect(throws: EventLogError.badCausation(event: 1)) {
                try await log.append(request)
            }
            let head = try await log.head()
            #expect(head.position == 0)
        }
    }

    @Test(
        "An unknown event type and a newer schema are refused", arguments: Implementation.allCases)
    func vocabulary(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            await #expect(throws: EventLogError.unknownEventType(type: "Odd", position: 1)) {
                try await log.append(
                    Sample.request("c1", events: [Sample.draft(type: "Odd")]))
            }
            await #expect(
                throws: EventLogError.newerEventSchema(
                    type: "Noted", schema: 3, known: 2, position: 1)
            ) {
                try await log.append(Sample.request("c1", events: [Sample.draft(schema: 3)]))
            }
        }
    }

    @Test(
        "Streams are listed by prefix and numbered without gaps", arguments: Implementation.allCases
    )
    func numbers(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            let prefix = "challenge/XC-2026-"
            #expect(try await log.nextNumber(prefix: prefix) == 1)
            let names = ["0009", "0010", "0010-R2", "x"].map { prefix + $0 }
            let events = (names + ["challenge/XC-2027-0044", "pool/1"]).flatMap {
                [Sample.draft($0), Sample.draft($0)]
            }
            _ = try await log.append(Sample.request("c1", events: events))
            #expect(try await log.nextNumber(prefix: prefix) == 11)
            #expect(try await log.nextNumber(prefix: "challenge/XC-2027-") == 45)
            #expect(try await log.streams(prefix: prefix) == names)
            #expect(try await log.streams(prefix: "").count == 6)
            #expect(try await log.streams(prefix: "ticket/").isEmpty)
        }
    }

    @Test(
        "Wrapped keys are deposited, handed to a successor and erased",
        arguments: Implementation.allCases)
    func sealedKeys(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            var request = Sample.request("c1")
            request.keyDeposits = [
                SealedKey(bid: "b1", opener: "sup", wrapped: [1, 2]),
                SealedKey(bid: "b1", opener: "case", wrapped: [3]),
                SealedKey(bid: "b2", opener: "case", wrapped: []),
            ]
            _ = try await log.append(request)
            #expect(try await log.sealedKeys(bid: "b1").map(\.opener) == ["case", "sup"])
            var succession = Sample.request("c2")
            succession.keyErasures = [KeyErasure(bid: "b1", opener: "sup")]
            succession.keyDeposits = [
                SealedKey(bid: "b1", opener: "new", wrapped: [9]),
                SealedKey(bid: "b1", opener: "case", wrapped: [4]),
            ]
            _ = try await log.append(succession)
            #expect(
                try await log.sealedKeys(bid: "b1") == [
                    SealedKey(bid: "b1", opener: "case", wrapped: [4]),
                    SealedKey(bid: "b1", opener: "new", wrapped: [9]),
                ])
            var erasure = Sample.request("c3")
            erasure.keyErasures = [KeyErasure(bid: "b1")]
            _ = try await log.append(erasure)
            #expect(try await log.sealedKeys(bid: "b1").isEmpty)
            #expect(
                try await log.sealedKeys(bid: "b2")
                    == [SealedKey(bid: "b2", opener: "case", wrapped: [])])
        }
    }

    @Test(
        "Keys of persons are deposited, replaced and erased with the command that says so",
        arguments: Implementation.allCases)
    func personKeys(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            var request = Sample.request("c1")
            request.personKeys = [
                PersonKey(person: "p1", key: [1, 2]), PersonKey(person: "p2", key: [3]),
            ]
            _ = try await log.append(request)
            #expect(
                try await log.personKeys(of: ["p1", "p2", "p3"]) == ["p1": [1, 2], "p2": [3]])
            var refused = Sample.request("c2", expecting: [Sample.stream: 9])
            refused.personErasures = ["p1"]
            let refusal = Task { [refused] in try await log.append(refused) }
            await #expect(throws: EventLogError.self) { try await refusal.value }
            #expect(try await log.personKeys(of: ["p1"]) == ["p1": [1, 2]])
            var change = Sample.request("c3")
            change.personErasures = ["p1"]
            change.personKeys = [PersonKey(person: "p2", key: [4])]
            _ = try await log.append(change)
            #expect(try await log.personKeys(of: ["p1", "p2"]) == ["p2": [4]])
            #expect(try await log.verify(anchor: nil).fault == nil)
        }
    }

    @Test("A hundred commands at once all land, in one order", arguments: Implementation.allCases)
    func concurrent(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            try await withThrowingTaskGroup(of: ClosedRange<Int64>?.self) { group in
                for number in 0..<100 {
                    group.addTask { try await log.append(Sample.request("c\(number)")).positions }
                }
                let positions = try await group.reduce(into: Set<Int64>()) {
                    if let range = $1 { $0.formUnion(range) }
                }
                #expect(positions == Set(1...100))
            }
            let verification = try await log.verify(anchor: nil)
            #expect(verification.events == 100)
            #expect(verification.fault == nil)
        }
    }

    @Test("A closed log throws closed", arguments: Implementation.allCases)
    func closed(_ implementation: Implementation) async throws {
        try await implementation.withLog { log in
            try await log.close()
            await #expect(throws: EventLogError.closed) {
                try await log.append(Sample.request("c1"))
            }
            await #expect(throws: EventLogError.closed) { try await log.head() }
            await #expect(throws: EventLogError.closed) { try await log.verify(anchor: nil) }
        }
    }
}
