package import BoardDomain

/// A log as it was at a moment of its past: it answers everything from the rows up to then, and
/// takes nothing.
///
/// One stream costs what it always costs. The first question about the whole board (a list, an
/// inbox) folds the log up to the moment, in memory, with progress shown.
package actor PastLog: EventLog {
    package nonisolated let board: BoardIdentity
    /// The last row that it knows of.
    package nonisolated let end: LogHead
    private nonisolated let base: any EventLog
    private let fold: any ProjectionFold
    private let progress: @Sendable (RebuildProgress) -> Void
    private var building: Task<InMemoryEventLog, any Error>?

    /// - Parameters:
    ///   - fold: a fresh one, that has taken no event.
    ///   - progress: called while the whole board is built, after every few thousand events.
    package init(
        _ base: any EventLog, asOf moment: AsOf, fold: any ProjectionFold,
        progress: @escaping @Sendable (RebuildProgress) -> Void
    ) async throws {
        self.base = base
        self.fold = fold
        self.progress = progress
        board = base.board
        end = try await base.head(asOf: moment)
    }

    package nonisolated func append(_ request: AppendRequest) throws -> AppendReceipt {
        throw EventLogError.readOnly
    }

    package nonisolated func outcome(
        person: String, commandID: String
    ) async throws -> StoredOutcome? {
        try await base.outcome(person: person, commandID: commandID)
    }

    package nonisolated func events(
        after position: Int64, through last: Int64, limit: Int
    ) async throws -> [EventRow] {
        try await base.events(after: position, through: min(last, end.position), limit: limit)
    }

    package nonisolated func recordedRows(
        after position: Int64, through last: Int64, limit: Int
    ) async throws -> [EventRow] {
        try await base.recordedRows(
            after: position, through: min(last, end.position), limit: limit)
    }

    package nonisolated func subscribe(after position: Int64) -> EventSubscription {
        // The past gets no arrivals: it ends with its last row.
        let none = Arrivals()
        none.finish()
        return EventSubscription(after: position, arrivals: none) {
            try await self.events(after: $0, through: .max, limit: $1)
        }
    }

    package nonisolated func stream(
        _ name: String, after version: Int, through last: Int64
    ) async throws -> [EventRow] {
        try await base.stream(name, after: version, through: min(last, end.position))
    }

    package nonisolated func streams(prefix: String, through last: Int64) async throws -> [String] {
        try await base.streams(prefix: prefix, through: min(last, end.position))
    }

    package nonisolated func events(
        inStreams prefix: String, through last: Int64
    ) async throws -> [EventRow] {
        try await base.events(inStreams: prefix, through: min(last, end.position))
    }

    package nonisolated func nextNumber(prefix: String) async throws -> Int {
        let numbers = try await streams(prefix: prefix, through: .max).map {
            StreamNumber.number(in: $0, prefix: prefix)
        }
        return (numbers.max() ?? 0) + 1
    }

    package nonisolated func head() -> LogHead { end }

    package nonisolated func head(asOf moment: AsOf) async throws -> LogHead {
        let head = try await base.head(asOf: moment)
        return head.position <= end.position ? head : end
    }

    package nonisolated func rebuildProjections(
        with fold: some ProjectionFold, progress: @escaping @Sendable (RebuildProgress) -> Void
    ) throws {
        throw EventLogError.readOnly
    }

    package nonisolated func sealedKeys(bid: String) async throws -> [SealedKey] {
        try await base.sealedKeys(bid: bid)
    }

    /// What has been erased since is erased in the past too.
    package nonisolated func personKeys(
        of persons: Set<String>
    ) async throws -> [String: [UInt8]] {
        try await base.personKeys(of: persons)
    }

    package nonisolated func owesErasure() async throws -> Bool { try await base.owesErasure() }

    package nonisolated func checkpoint(at instant: Instant) throws -> Checkpoint {
        throw EventLogError.readOnly
    }

    package nonisolated func sign(
        _ text: @Sendable (_ keyID: String) -> String
    ) throws -> (keyID: String, signature: [UInt8]) {
        throw EventLogError.readOnly
    }

    package nonisolated func rotateSigningKey(at instant: Instant) throws {
        throw EventLogError.readOnly
    }

    package nonisolated func checkpoints() async throws -> [Checkpoint] {
        try await base.checkpoints().filter { $0.position <= end.position }
    }

    package nonisolated func signingKeys() async throws -> [RegisteredKey] {
        try await base.signingKeys()
    }

    package nonisolated func verify(
        anchor: Anchor?, progress: @escaping @Sendable (RebuildProgress) -> Void
    ) async throws -> LogAudit {
        try await base.verify(anchor: anchor, progress: progress)
    }

    package nonisolated func close() async throws { try await base.close() }

    // MARK: The whole board

    private func whole() async throws -> InMemoryEventLog {
        if let building { return try await building.value }
        let task = Task { [fold, base, end, progress] in
            try await Self.build(fold, from: base, through: end.position, progress)
        }
        building = task
        return try await task.value
    }

    private static func build(
        _ fresh: any ProjectionFold, from base: any EventLog, through last: Int64,
        _ progress: @Sendable (RebuildProgress) -> Void
    ) async throws -> InMemoryEventLog {
        var fold = fresh
        var streams: Set<String> = []
        var position: Int64 = 0
        while position < last {
            let page = try await base.events(
                after: position, through: last, limit: Int(RebuildProgress.step))
            guard let end = page.last else { break }
            for row in page {
                try fold.evolve(row: row)
                streams.insert(row.stream)
            }
            position = end.position
            progress(RebuildProgress(position: position, last: last))
        }
        return InMemoryEventLog(
            board: base.board, vocabulary: EventVocabulary([:]),
            projections: try streams.map { try fold.projection(of: $0) })
    }

    package func cases(_ query: CaseQuery) async throws -> [CaseRow] {
        try await whole().cases(query)
    }

    package func tally(_ query: CaseQuery, by facet: CaseFacet) async throws -> [CaseTally] {
        try await whole().tally(query, by: facet)
    }

    package func firstDuties(in streams: Set<String>) async throws -> [FirstDuty] {
        try await whole().firstDuties(in: streams)
    }

    package func caseRow(id: String) async throws -> CaseRow? {
        try await whole().caseRow(id: id)
    }

    package func duties(of holder: DutyHolder) async throws -> [StreamDuty] {
        try await whole().duties(of: holder)
    }

    package func streamsDue(by instant: Instant, limit: Int) async throws -> [StreamDue] {
        try await whole().streamsDue(by: instant, limit: limit)
    }

    package func firstDue() async throws -> Instant? { try await whole().firstDue() }

    package func holder(
        ofDocument number: String, kind: String
    ) async throws -> DocumentNumberHolder? {
        try await whole().holder(ofDocument: number, kind: kind)
    }

    package func streams(involving party: String) async throws -> [String] {
        try await whole().streams(involving: party)
    }

    package func dealings(of parties: Set<String>) async throws -> [DealingRow] {
        try await whole().dealings(of: parties)
    }

    package func stays(in scope: CaseScope) async throws -> [CaseStay] {
        try await whole().stays(in: scope)
    }

    package func overdueDuties(year: Int?) async throws -> [String: Int] {
        try await whole().overdueDuties(year: year)
    }

    /// None: to read one stream of the past, the whole board is not built.
    package nonisolated func snapshots(prefix: String) -> [StreamSnapshot]? { nil }

    package nonisolated func snapshot(of stream: String) -> StreamSnapshot? { nil }

    package func projection(of stream: String) async throws -> StreamProjection? {
        try await whole().projection(of: stream)
    }

    package func projectionDump() async throws -> [String] {
        try await whole().projectionDump()
    }
}
