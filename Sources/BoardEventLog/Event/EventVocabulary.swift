/// The event types this program understands, each with the newest schema of its payload.
///
/// The log never skips what it does not understand: appending or reading anything else throws.
package struct EventVocabulary: Sendable {
    private let newest: [String: Int]

    package init(_ newest: [String: Int]) { self.newest = newest }

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
}
