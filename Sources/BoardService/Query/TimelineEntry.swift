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
    package fileprivate(set) var fields: JSON
    package let hash: Digest
}

extension LocalBoard {
    /// The events of a stream that a person may see, oldest first.
    ///
    /// Before the opening the log hides who sealed and what; before a notice it hides scores: an
    /// entry whose object the viewer may not see is left out.
    ///
    /// - Throws: `BoardFault.notFound`, also where the person may not know that it exists.
    package func timeline(
        _ stream: StreamID, as person: PersonID?, at instant: Instant? = nil
    ) async throws -> [TimelineEntry] {
        let now = instant ?? settings.now()
        let world = try await world(with: stream, at: now)
        guard world[stream].version > 0,
            let sight = sight(of: stream, in: world, as: person, at: now)
        else { throw BoardFault.notFound(stream.id) }
        let restriction = restriction(of: stream, in: world, as: person, at: now)
        let contacts = contactSight(of: stream, in: world, as: person, at: now)
        var (entries, restricted) = ([TimelineEntry](), Set<String>())
        for row in try await log.stream(stream.text, after: 0) {
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

    /// The rows of the log after a position, each with as much of it as a person may see: the place
    /// and the hash of every row, so that nobody has to take the chain on trust. An auditor gets the
    /// rows themselves, column by column, as they were recorded and are hashed.
    package func logEntries(
        after position: Int64, limit: Int, as person: PersonID?, at instant: Instant? = nil
    ) async throws -> [LogEntry] {
        let now = instant ?? settings.now()
        try await refreshStanding()
        let held = person.map { standing.directory.appointments(of: $0, at: now) } ?? []
        let isAuditor = held.contains { $0.role == .auditor }
        var sights: [StreamID: (Event) -> EventSight] = [:]
        var restrictions: [StreamID: (Event) -> String?] = [:]
        var contacts: [StreamID: ContactSight] = [:]
        var restricted: [StreamID: Set<String>] = [:]
        var entries: [LogEntry] = []
        let rows = try await log.events(after: position, limit: limit)
        let recorded =
            isAuditor
            ? try await log.recordedRows(after: position, through: .max, limit: rows.count) : []
        for (index, row) in rows.enumerated() {
            guard let id = StreamID(text: row.stream) else {
                throw EventLogError.corrupt(position: row.position, column: "stream")
            }
            if sights[id] == nil {
                let world = try await world(with: id, at: now)
                sights[id] = sight(of: id, in: world, as: person, at: now) ?? { _ in .hidden }
                restrictions[id] = restriction(of: id, in: world, as: person, at: now)
                contacts[id] = contactSight(of: id, in: world, as: person, at: now)
            }
            let event = try Replay.event(of: row)
            var entry = sights[id].flatMap { sight in
                TimelineEntry(row, event, seen: sight, standing.directory)
            }
            // An auditor is shown every row whole.
            if entry != nil || isAuditor, let object = restrictions[id]?(event) {
                restricted[id, default: []].insert(object)
            }
            if entry != nil, let sight = contacts[id] {
                let told = try await told(event, by: sight)
                entry?.fields = told.fields
                if told.isRestricted { restricted[id, default: []].insert(event.subject.text) }
            }
            entries.append(
                LogEntry(
                    position: row.position, hash: row.hash, stream: entry.map { _ in row.stream },
                    entry: entry, row: isAuditor ? recorded[index] : nil))
        }
        try await note(restricted, .log, by: person, at: now)
        return entries
    }
}

/// A row of the log as somebody may see it.
package struct LogEntry: Sendable {
    package let position: Int64
    package let hash: Digest
    /// Nil where the viewer may not know what was recorded.
    package let stream: String?
    package let entry: TimelineEntry?
    /// Every column as it was recorded, for an auditor; contacts are encrypted in it.
    package let row: EventRow?
}

extension TimelineEntry {
    /// Nil where the viewer may not see the event.
    fileprivate init?(
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
