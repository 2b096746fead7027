import BoardDomain
import BoardEventLog
import Testing

@Suite("Tampering with the file")
struct TamperingTests {
    /// A board of six events in two streams, checkpointed at the fourth; its anchor is at the end.
    private func board() async throws -> (TemporaryFolder, Anchor) {
        let folder = try TemporaryFolder()
        let log = try folder.newBoard(term: .life)
        for number in 1...6 {
            let stream = number.isMultiple(of: 2) ? Sample.stream : "pool/JBGS-2026"
            _ = try await log.append(
                Sample.request(
                    "c\(number)", events: [Sample.draft(stream)], at: Int64(number)))
            if number == 4 { _ = try await log.checkpoint(at: Sample.start) }
        }
        let newest = try await log.checkpoint(at: Sample.start)
        #expect(try await log.verify(anchor: nil).fault == nil)
        try await log.close()
        return (folder, Anchor(board: log.board.id, checkpoint: newest))
    }

    /// The columns after stream and version, of a row that is copied.
    private static let rest = """
        type, schema, occurred_at, recorded_at, actor, on_behalf_of, command_id, correlation, \
        causation, policy, payload, hash
        """

    private static let unguarded = """
        DROP TRIGGER events_are_never_changed; DROP TRIGGER events_are_never_deleted;
        DROP TRIGGER events_are_appended;
        """

    @Test(
        "The triggers refuse every way of changing an event",
        arguments: [
            "UPDATE events SET payload = '{}' WHERE position = 3",
            "UPDATE OR REPLACE events SET position = 7 WHERE position = 3",
            "DELETE FROM events WHERE position = 6",
            "INSERT INTO events SELECT 8, 'x', 1, \(rest) FROM events WHERE position = 1",
            "INSERT OR REPLACE INTO events SELECT * FROM events WHERE position = 3",
            """
            INSERT OR REPLACE INTO events
            SELECT 7, stream, version, \(rest) FROM events WHERE position = 3
            """,
            "INSERT INTO events SELECT NULL, 'x', 1, \(rest) FROM events WHERE position = 1",
        ])
    func triggers(_ sql: String) async throws {
        let (folder, anchor) = try await board()
        #expect(throws: EventLogError.self) { try folder.shell(sql) }
        let log = try folder.open(.never)
        #expect(try await log.verify(anchor: anchor).fault == nil)
        try await log.close()
    }

    @Test(
        "Without the triggers, verification names the first position that is wrong",
        arguments: [
            (
                "UPDATE events SET payload = '{\"note\":\"x\"}' WHERE position = 3",
                VerificationFault.hash(position: 3)
            ),
            ("UPDATE events SET actor = 'p-lin' WHERE position = 6", .hash(position: 6)),
            ("UPDATE events SET hash = zeroblob(32) WHERE position = 2", .hash(position: 2)),
            ("UPDATE events SET hash = x'00' WHERE position = 2", .hash(position: 2)),
            ("DELETE FROM events WHERE position = 3", .missing(position: 3)),
            (
                """
                DELETE FROM events WHERE position = 3;
                UPDATE events SET position = position - 1 WHERE position > 3
                """,
                .hash(position: 3)
            ),
            (
                """
                UPDATE events SET position = 0 - position WHERE position IN (2, 4);
                UPDATE events SET position = 6 + position WHERE position < 0
                """,
                .hash(position: 2)
            ),
            (
                "INSERT INTO events SELECT 7, 'x', 1, \(rest) FROM events WHERE position = 6",
                .hash(position: 7)
            ),
        ])
    func positions(_ sql: String, _ fault: VerificationFault) async throws {
        let (folder, _) = try await board()
        try folder.shell(Self.unguarded + sql)
        let log = try folder.open(.never)
        let verification = try await log.verify(anchor: nil)
        #expect(verification.fault == fault)
        #expect(verification.events == (fault.position ?? 0) - 1)
        try await log.close()
    }

    @Test("The last rows cut: the chain passes, only the outside anchor finds it")
    func tailCut() async throws {
        let (folder, anchor) = try await board()
        try folder.shell(
            """
            \(Self.unguarded)
            DELETE FROM events WHERE position > 4;
            DELETE FROM checkpoints WHERE position > 4;
            \(Self.guards())
            """)
        let log = try folder.open(.never)
        #expect(try await log.verify(anchor: nil).fault == nil)
        #expect(
            try await log.verify(anchor: anchor).fault == .anchorBeyondEnd(position: 6, last: 4))
        try await log.close()
    }

    @Test("A chain rewritten to its end fits itself, but not the checkpoints")
    func rewritten() async throws {
        let (folder, anchor) = try await board()
        let log = try folder.open(.never, vocabulary: Sample.asWritten)
        let rows = try await log.events(after: 0, limit: 10)
        try await log.close()
        var sql = Self.unguarded
        var hash = rows[1].hash
        for row in rows[2...] {
            let forged = EventRow(
                position: row.position, stream: row.stream, version: row.version, type: row.type,
                schema: row.schema, occurredAt: row.occurredAt, recordedAt: row.recordedAt,
                actor: "p-lin", onBehalfOf: row.onBehalfOf, commandID: row.commandID,
                correlation: row.correlation, causation: row.causation, policy: row.policy,
                payload: row.payload, hash: row.hash)
            hash = Chain.next(previous: hash, digest: Chain.digest(of: forged))
            sql += """
                UPDATE events SET actor = 'p-lin', hash = x'\(hash.text)'
                WHERE position = \(row.position);
                """
        }
        try folder.shell(sql + Self.guards())
        let forged = try folder.open(.never)
        #expect(try await forged.verify(anchor: nil).fault == .checkpointHash(position: 4))
        try folder.shell("DELETE FROM checkpoints")
        #expect(try await forged.verify(anchor: nil).fault == nil)
        #expect(try await forged.verify(anchor: anchor).fault == .anchorHash(position: 6))
        try await forged.close()
    }

    @Test(
        "A forged checkpoint is named",
        arguments: [
            (
                "UPDATE checkpoints SET signature = zeroblob(64) WHERE position = 4",
                VerificationFault.checkpointSignature(position: 4)
            ),
            (
                "UPDATE checkpoints SET at = '2026-03-01T09:00:00.001Z' WHERE position = 6",
                .checkpointSignature(position: 6)
            ),
            (
                "UPDATE checkpoints SET key_id = 'k' WHERE position = 4",
                .checkpointKey(position: 4, keyID: "k")
            ),
            (
                "UPDATE checkpoints SET position = 9 WHERE position = 6",
                .checkpointBeyondEnd(position: 9, last: 6)
            ),
            (
                "UPDATE checkpoints SET hash = zeroblob(32) WHERE position = 4",
                .checkpointHash(position: 4)
            ),
        ])
    func checkpoints(_ sql: String, _ fault: VerificationFault) async throws {
        let (folder, _) = try await board()
        try folder.shell(sql)
        let log = try folder.open(.never)
        #expect(try await log.verify(anchor: nil).fault == fault)
        try await log.close()
    }

    @Test("Rows that another program chained wrongly are found by their versions and instants")
    func wronglyChained() async throws {
        for (version, instant, fault) in [
            (
                5, "2026-03-01T09:00:00.006Z",
                VerificationFault.streamVersion(
                    position: 7, stream: Sample.stream, expected: 4, found: 5)
            ),
            (4, "2026-03-01T08:00:00.000Z", .recordedBackwards(position: 7)),
        ] {
            let (folder, _) = try await board()
            let log = try folder.open(.never)
            let last = try await log.events(after: 5, limit: 1)[0]
            let row = EventRow(
                position: 7, stream: Sample.stream, version: version, type: "Noted", schema: 1,
                occurredAt: Sample.start, recordedAt: Instant(text: instant)!, actor: "p",
                onBehalfOf: "", commandID: "c7", correlation: "c", causation: 0, policy: "p",
                payload: "{}", hash: last.hash)
            let hash = Chain.next(previous: last.hash, digest: Chain.digest(of: row))
            try folder.shell(
                """
                INSERT INTO events VALUES (7, '\(Sample.stream)', \(version), 'Noted', 1,
                '2026-03-01T09:00:00.000Z', '\(instant)', 'p', '', 'c7', 'c', 0, 'p', '{}',
                x'\(hash.text)')
                """)
            #expect(try await log.verify(anchor: nil).fault == fault)
            try await log.close()
        }
    }

    @Test("A file without its triggers is verified but never written to")
    func triggersMissing() async throws {
        let (folder, _) = try await board()
        try folder.shell("DROP TRIGGER events_are_never_changed")
        let altered = "events_are_never_changed"
        #expect(throws: EventLogError.schemaAltered(name: altered)) { try folder.open(.life) }
        let log = try folder.open(.command)
        await #expect(throws: EventLogError.schemaAltered(name: altered)) {
            try await log.append(Sample.request("c7"))
        }
        #expect(try await log.verify(anchor: nil).fault == .schemaAltered(name: altered))
        try await log.close()
    }

    /// The triggers as the program makes them, put back by somebody who hides the traces.
    private static func guards() -> String {
        """
        CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
        BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
        CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
        BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
        CREATE TRIGGER events_are_appended BEFORE INSERT ON events
        WHEN NEW.position IS NOT (SELECT ifnull(max(position), 0) + 1 FROM events)
          OR EXISTS (SELECT 1 FROM events WHERE stream = NEW.stream AND version = NEW.version)
        BEGIN SELECT RAISE(ABORT, 'events are appended, one position after the other'); END;
        """
    }
}
