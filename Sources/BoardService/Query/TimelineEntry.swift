package import BoardDomain
import BoardEventLog

/// One event of a stream as it is told: who, when, under which rule, with its hash.
package struct TimelineEntry: Sendable {
    package let position: Int64
    package let version: Int
    package let at: Instant
    package let recordedAt: Instant
    package let type: String
    package let rule: String
    package let object: String
    package let state: String?
    package let actor: String
    package let actorName: String
    package let capacity: Capacity
    package let organisation: String
    package let policy: String
    package let fields: JSON
    package let hash: Digest
}

extension LocalBoard {
    /// The events of a stream that a person may see, oldest first.
    ///
    /// Before the opening the log hides who sealed and what; before a notice it hides scores: an
    /// entry whose object the viewer may not see is left out, and its position tells that it is.
    package func timeline(
        _ stream: StreamID, as person: PersonID?, at instant: Instant? = nil
    ) async throws -> [TimelineEntry] {
        let now = instant ?? settings.now()
        let world = try await world(with: stream, at: now)
        guard world[stream].version > 0 else { throw BoardFault.notFound(stream.id) }
        let sight = try sight(of: stream, in: world, as: person, at: now)
        return try await log.stream(stream.text, after: 0).compactMap { row in
            let event = try Replay.event(of: row)
            guard sight(event) else { return nil }
            let name = world.directory.persons[row.actor]?.name ?? row.actor
            return TimelineEntry(
                position: row.position, version: row.version, at: row.occurredAt,
                recordedAt: row.recordedAt, type: row.type, rule: event.rule,
                object: event.subject.text, state: event.state, actor: row.actor, actorName: name,
                capacity: event.by.capacity, organisation: row.onBehalfOf, policy: row.policy,
                fields: event.fields.json, hash: row.hash)
        }
    }

    private func sight(
        of stream: StreamID, in world: World, as person: PersonID?, at now: Instant
    ) throws -> (Event) -> Bool {
        guard let found = world[stream].aggregate as? Case else { return { _ in true } }
        let viewer = viewer(person, of: found, at: now)
        guard CaseSight.sees(found, viewer) else { throw BoardFault.notFound(stream.id) }
        return { event in EventSight.sees(event, in: found, viewer) }
    }
}
