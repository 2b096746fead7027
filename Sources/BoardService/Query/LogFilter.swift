package import BoardDomain
import BoardEventLog

/// Which rows of the log are looked for; what is nil or empty asks for everything.
package struct LogFilter: Sendable, Hashable {
    /// Names of event types.
    package var types: Set<String> = []
    /// `challenge/XC-2026-0007`, or the beginning of such names.
    package var stream: String?
    package var actor: PersonID?
    /// Stands in the payload, word for word.
    package var text: String?

    package init() {}

    package var isEmpty: Bool {
        types.isEmpty && stream == nil && actor == nil && (text ?? "").isEmpty
    }

    /// Whether a row can be one of those, by its columns alone.
    func mayMatch(_ row: EventRow) -> Bool {
        (types.isEmpty || types.contains(row.type))
            && (stream.map(row.stream.hasPrefix) ?? true) && (actor.map { $0 == row.actor } ?? true)
            && (text.map { $0.isEmpty || row.payload.contains($0) } ?? true)
    }

    /// Whether a row is one of those by what its viewer is told of it.
    func matches(_ entry: LogEntry) -> Bool {
        guard !isEmpty else { return true }
        if let row = entry.row { return mayMatch(row) }
        guard let told = entry.entry, let stream = entry.stream else { return false }
        return (types.isEmpty || types.contains(told.type))
            && (self.stream.map(stream.hasPrefix) ?? true)
            && (actor.map { $0 == told.actor } ?? true)
            && (text.map { $0.isEmpty || told.fields.canonicalText.contains($0) } ?? true)
    }
}
