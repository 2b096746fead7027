package import BoardDomain

/// Everything that is projected for one stream; it replaces what was projected before.
package struct StreamProjection: Sendable, Equatable {
    /// The shape of what is projected; another number in the file asks for a rebuild.
    package static let version = 9

    package var stream: String
    /// The stream's version that this is the projection of.
    package var version: Int
    /// When the clock has something to do in the stream; nil for never.
    package var nextDue: Instant?
    package var caseRow: CaseRow?
    package var duties: [DutyRow]
    package var documentNumbers: [DocumentNumberRow]
    package var involvements: [InvolvementRow]
    package var dealings: [DealingRow]
    package var stays: [StayRow]
    package var searchText: SearchText?
    /// So that the stream need not be replayed; `kept` only on the way into the log.
    package var snapshot: SnapshotChange

    package init(
        stream: String, version: Int, nextDue: Instant? = nil, caseRow: CaseRow? = nil,
        duties: [DutyRow] = [], documentNumbers: [DocumentNumberRow] = [],
        involvements: [InvolvementRow] = [], dealings: [DealingRow] = [], stays: [StayRow] = [],
        searchText: SearchText? = nil, snapshot: SnapshotChange = .absent
    ) {
        self.stream = stream
        self.version = version
        self.nextDue = nextDue
        self.caseRow = caseRow
        self.duties = duties
        self.documentNumbers = documentNumbers
        self.involvements = involvements
        self.dealings = dealings
        self.stays = stays
        self.searchText = searchText
        self.snapshot = snapshot
    }

    /// Throws `documentNumberInUse` where the stream itself uses a number twice (I24).
    func refuseRepeatedNumbers() throws(EventLogError) {
        for (place, row) in documentNumbers.enumerated() {
            let isRepeated = documentNumbers[..<place].contains {
                $0.kind == row.kind && $0.number == row.number
            }
            guard !isRepeated else {
                throw .documentNumberInUse(kind: row.kind, number: row.number, stream: stream)
            }
        }
    }
}
