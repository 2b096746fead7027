/// The event types this program understands, each with the newest schema of its payload, and how
/// payloads of older schemas are read.
///
/// The log never skips what it does not understand: appending or reading anything else throws.
package struct EventVocabulary: Sendable {
    private let newest: [String: Int]
    /// By type; the one at index n takes schema n + 1.
    private let upcasters: [String: [Upcaster]]

    /// A step without an upcaster is a fault of the program, found as it starts.
    ///
    /// - Parameter upcasters: one for each schema of each type but the newest.
    package init(_ newest: [String: Int], upcasters: [Upcaster] = []) {
        self.newest = newest
        self.upcasters = Dictionary(grouping: upcasters, by: \.type).mapValues { steps in
            steps.sorted { $0.schema < $1.schema }
        }
        for (type, schema) in newest {
            precondition(
                (self.upcasters[type] ?? []).map(\.schema) == Array(1..<schema),
                "\(type) needs one upcaster for each schema before \(schema)")
        }
    }

    /// Throws `unknownEventType` or `newerEventSchema`, naming the position.
    package func check(type: String, schema: Int, position: Int64) throws(EventLogError) {
        guard let known = newest[type] else {
            throw .unknownEventType(type: type, position: position)
        }
        guard schema <= known else {
            throw .newerEventSchema(
                type: type, schema: schema, known: known, position: position)
        }
    }

    func understood(_ row: EventRow) throws(EventLogError) -> EventRow {
        var row = row
        try understand(&row)
        return row
    }

    /// Lifts the payload into the newest schema; the hash stays that of the row as written.
    func understand(_ row: inout EventRow) throws(EventLogError) {
        try check(type: row.type, schema: row.schema, position: row.position)
        guard !upcasters.isEmpty, let steps = upcasters[row.type], row.schema <= steps.count
        else { return }
        guard row.schema > 0 else { throw .corrupt(position: row.position, column: "schema") }
        for step in steps[(row.schema - 1)...] {
            guard let payload = step.payload(row.payload) else {
                throw .corrupt(position: row.position, column: "payload")
            }
            row.payload = payload
            row.schema = step.schema + 1
        }
    }
}
