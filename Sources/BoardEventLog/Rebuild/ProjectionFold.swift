/// How events become projections: the log hands over every event in order, and asks for each
/// stream at the end.
///
/// The log owns the tables and how they are exchanged; what an event means it refuses to know. The
/// same events must always give the same projections (I3).
package protocol ProjectionFold: Sendable {
    /// What a row says, made of it alone: rows to come are read while others are taken.
    associatedtype Read: Sendable

    static func read(_ row: EventRow) throws -> Read

    /// Takes the next event of the log.
    mutating func evolve(_ read: Read) throws

    /// All that is projected for a stream after the events so far.
    func projection(of stream: String) throws -> StreamProjection
}

extension ProjectionFold {
    /// Reads the next row of the log and takes it.
    mutating func evolve(row: EventRow) throws { try evolve(Self.read(row)) }
}

extension ProjectionFold where Read == EventRow {
    /// A fold that makes nothing of a row beforehand takes it as it is.
    package static func read(_ row: EventRow) -> EventRow { row }
}
