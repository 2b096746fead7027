package import BoardDomain

/// What the projections answer; they are written in the transaction that appends.
package protocol ProjectionQueries: Sendable {
    func cases(_ query: CaseQuery) async throws -> [CaseRow]
    /// Of the cases that a query asks for, by the value of a facet, in order of the values; the query's
    /// order and page have no part in it.
    func tally(_ query: CaseQuery, by facet: CaseFacet) async throws -> [CaseTally]
    func caseRow(id: String) async throws -> CaseRow?
    /// The first due instant among the duties of each of these streams that has one, by name.
    func firstDuties(in streams: Set<String>) async throws -> [FirstDuty]
    /// Overdue ones first, then by due instant (none comes last), stream and order inside it.
    func duties(of holder: DutyHolder) async throws -> [StreamDuty]
    /// The streams due at or before an instant, in the order the clock takes them: by due instant,
    /// then by name (I10).
    func streamsDue(by instant: Instant, limit: Int) async throws -> [StreamDue]
    /// The first instant at which the clock has something to do; nil for never.
    func firstDue() async throws -> Instant?
    func holder(ofDocument number: String, kind: String) async throws -> DocumentNumberHolder?
    /// In order of their names.
    func streams(involving party: String) async throws -> [String]
    /// The last contract between each two parties of whom one is named.
    func dealings(of parties: Set<String>) async throws -> [DealingRow]
    /// The stays of the cases in a scope, by id and order.
    func stays(in scope: CaseScope) async throws -> [CaseStay]
    /// How many duties are overdue, by the state of their case; '' where there is none.
    ///
    /// - Parameter year: of the case; nil for all.
    func overdueDuties(year: Int?) async throws -> [String: Int]
    /// Of the streams whose names begin so, in order of their names; nil where none are kept, as for
    /// a past: then the events tell.
    func snapshots(prefix: String) async throws -> [StreamSnapshot]?
    /// The stream as it stood at a version; nil where all its events have to tell.
    func snapshot(of stream: String) async throws -> StreamSnapshot?
    /// All that is projected for a stream.
    func projection(of stream: String) async throws -> StreamProjection?
    /// One line per projected row, in order: equal dumps are equal projections (I3).
    func projectionDump() async throws -> [String]
}
