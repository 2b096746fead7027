package import BoardDomain
import BoardEventLog

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

/// Rows of the log, and how far the log was looked through for them.
package struct LogPage: Sendable {
    package let entries: [LogEntry]
    /// No row from here on downwards was looked at; 0 at the beginning of the log.
    package let reached: Int64
}

extension LocalBoard {
    /// The rows of the log after a position, each with as much of it as a person may see: the place
    /// and the hash of every row, so that nobody has to take the chain on trust. An auditor gets the
    /// rows themselves, column by column, as they were recorded and are hashed.
    package func logEntries(
        after position: Int64, limit: Int, as person: PersonID?, at instant: Instant? = nil
    ) async throws -> [LogEntry] {
        try await told(
            try await log.events(after: position, limit: limit), as: person, at: instant)
    }

    /// The rows before a position that a filter finds among what a person may see, the newest first.
    ///
    /// - Parameters:
    ///   - limit: how many are wanted.
    ///   - most: how many rows are looked through at the most; whoever wants more asks again.
    package func logEntries(
        matching filter: LogFilter, before position: Int64, limit: Int, scanning most: Int64,
        as person: PersonID?, at instant: Instant? = nil
    ) async throws -> LogPage {
        var found: [LogEntry] = []
        var end = position
        let least = max(1, position - most)
        while end > least, found.count < limit {
            let start = max(least, end - Self.step)
            let rows = try await log.events(
                after: start - 1, through: end - 1, limit: Int(end - start))
            found += try await told(
                rows.reversed().filter(filter.mayMatch), as: person, at: instant,
                limit: limit - found.count, where: filter.matches)
            end = found.count < limit ? start : found.last?.position ?? start
        }
        return LogPage(entries: found, reached: end - 1)
    }

    /// The hash of a row; nil where there is none.
    package func hash(at position: Int64) async throws -> Digest? {
        try await log.events(after: position - 1, through: position, limit: 1).first?.hash
    }

    private static var step: Int64 { 512 }

    /// Rows as a person may see them, of which only those that are told are put on record.
    private func told(
        _ rows: [EventRow], as person: PersonID?, at instant: Instant?, limit: Int = .max,
        where isWanted: (LogEntry) -> Bool = { _ in true }
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
        for row in rows {
            guard entries.count < limit else { break }
            guard let id = StreamID(text: row.stream) else {
                throw EventLogError.corrupt(position: row.position, column: "stream")
            }
            if sights[id] == nil {
                let world = try await world(with: id, at: now)
                // An auditor is shown every row whole.
                sights[id] =
                    isAuditor
                    ? { _ in .whole }
                    : sight(of: id, in: world, as: person, at: now) ?? { _ in .hidden }
                restrictions[id] = restriction(of: id, in: world, as: person, at: now)
                contacts[id] = contactSight(of: id, in: world, as: person, at: now)
            }
            let event = try Replay.event(of: row)
            var entry = sights[id].flatMap { sight in
                TimelineEntry(row, event, seen: sight, standing.directory)
            }
            var tellsContact = false
            if entry != nil, let sight = contacts[id] {
                let told = try await told(event, by: sight)
                entry?.fields = told.fields
                tellsContact = told.isRestricted
            }
            let recorded =
                isAuditor
                ? try await log.recordedRows(
                    after: row.position - 1, through: row.position, limit: 1
                ).first : nil
            let shown = LogEntry(
                position: row.position, hash: row.hash, stream: entry.map { _ in row.stream },
                entry: entry, row: recorded)
            guard isWanted(shown) else { continue }
            if entry != nil || isAuditor, let object = restrictions[id]?(event) {
                restricted[id, default: []].insert(object)
            }
            if tellsContact { restricted[id, default: []].insert(event.subject.text) }
            entries.append(shown)
        }
        try await note(restricted, .log, by: person, at: now)
        return entries
    }
}
