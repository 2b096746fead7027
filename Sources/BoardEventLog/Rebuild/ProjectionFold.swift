/// How events become projections: the log hands over every event in order, and asks for each
/// stream at the end.
///
/// The log owns the tables and how they are exchanged; what an event means it refuses to know. The
/// same events must always give the same projections (I3).
package protocol ProjectionFold: Sendable {
    /// Takes the next event of the log.
    mutating func evolve(_ row: EventRow) throws

    /// All that is projected for a stream after the events so far.
    func projection(of stream: String) throws -> StreamProjection
}
