package import BoardDomain
import BoardEventLog

/// One event of a stream as it is told: who, when, under which rule, with its hash.
package struct TimelineEntry: Sendable {
    package let position: Int64
    package let at: Instant
    package let recordedAt: Instant
    package let type: String
    package let rule: String
    package let object: String
    package let state: String?
    /// Empty where the viewer may not know who it was.
    package let actor: String
    package let actorName: String
    package let capacity: Capacity
    package let organisation: String
    package let policy: String
    package internal(set) var fields: JSON
    package let hash: Digest
}

extension LocalBoard {
    /// The events of a stream that a person may see, oldest first.
    ///
    /// Before the opening the log hides who sealed and what; before a notice it hides scores: an
    /// entry whose object the viewer may not see is left out.
    ///
    /// - Parameter version: of the stream, from where on.
    /// - Throws: `BoardFault.notFound`, also where the person may not know that it exists.
    package func timeline(
        _ stream: StreamID, after version: Int = 0, as person: PersonID?,
        at instant: Instant? = nil
    ) async throws -> [TimelineEntry] {
        let now = instant ?? settings.now()
        let world = try await world(with: stream, at: now)
        guard world[stream].version > 0,
            let sight = sight(of: stream, in: world, as: person, at: now)
        else { throw BoardFault.notFound(stream.id) }
        let restriction = restriction(of: stream, in: world, as: person, at: now)
        let contacts = contactSight(of: stream, in: world, as: person, at: now)
        var (entries, restricted) = ([TimelineEntry](), Set<String>())
        for row in try await log.stream(stream.text, after: version) {
            let event = try Replay.event(of: row)
            guard var entry = TimelineEntry(row, event, seen: sight, world.directory) else {
                continue
            }
            let told = try await told(event, by: contacts)
            entry.fields = told.fields
            entries.append(entry)
            if let object = restriction(event) { restricted.insert(object) }
            if told.isRestricted { restricted.insert(event.subject.text) }
        }
        try await note([stream: restricted], .timeline, by: person, at: now)
        return entries
    }
}

extension TimelineEntry {
    /// Nil where the viewer may not see the event.
    init?(
        _ row: EventRow, _ event: Event, seen sight: (Event) -> EventSight, _ directory: Directory
    ) {
        let seen = sight(event)
        guard seen != .hidden else { return nil }
        let actor = seen == .whole ? row.actor : ""
        self.init(
            position: row.position, at: row.occurredAt, recordedAt: row.recordedAt, type: row.type,
            rule: event.rule, object: event.subject.text, state: event.state, actor: actor,
            actorName: directory.persons[actor]?.name ?? actor, capacity: event.by.capacity,
            organisation: seen == .whole ? row.onBehalfOf : "", policy: row.policy,
            fields: event.fields.json, hash: row.hash)
    }
}
