import BoardDomain
package import BoardEventLog

/// Turns rows of the log back into the state of a stream.
package enum Replay {
    /// The state of a stream after its events; an empty one where it has none.
    ///
    /// - Parameter fromStart: replays every event, whether a snapshot stands for some of them or not.
    /// - Throws: `EventLogError.corrupt` where a payload is not what the program wrote.
    static func stream(
        _ id: StreamID, from log: some EventLog, fromStart: Bool = false
    ) async throws -> BoardDomain.Stream {
        let snapshot = fromStart ? nil : try await log.snapshot(of: id.text)
        var stream = try snapshot.map(stream(of:)) ?? BoardDomain.Stream(id)
        for row in try await log.stream(id.text, after: stream.version) {
            stream.evolve(try event(of: row))
        }
        return stream
    }

    /// The streams of rows that come stream by stream.
    static func streams(
        _ rows: [EventRow]
    ) throws -> [(id: StreamID, stream: BoardDomain.Stream)] {
        var streams: [(id: StreamID, stream: BoardDomain.Stream)] = []
        var name = ""
        for row in rows {
            if row.stream != name {
                guard let id = StreamID(text: row.stream) else {
                    throw EventLogError.corrupt(position: row.position, column: "stream")
                }
                name = row.stream
                streams.append((id, BoardDomain.Stream(id)))
            }
            streams[streams.count - 1].stream.evolve(try event(of: row))
        }
        return streams
    }

    static func event(of row: EventRow) throws -> Event {
        let payload: JSON
        do {
            payload = try JSONReader.read(row.payloadBytes)
        } catch {
            throw EventLogError.corrupt(position: row.position, column: "payload")
        }
        guard
            let event = Event(
                name: row.type, payload: payload, actor: row.actor, organisation: row.onBehalfOf,
                at: row.occurredAt)
        else { throw EventLogError.corrupt(position: row.position, column: "payload") }
        return event
    }

    /// Every event type that the log may hold, each with the newest shape of its payload.
    package static let vocabulary = EventVocabulary(
        Dictionary(
            TransitionTable.standard.eventNames.map { ($0, schema(of: $0)) },
            uniquingKeysWith: { one, _ in one }),
        upcasters: ContactUpcast.all)

    /// The newest shape of an event's payload.
    static func schema(of type: String) -> Int {
        ContactUpcast.types.contains(type) ? 2 : 1
    }
}
