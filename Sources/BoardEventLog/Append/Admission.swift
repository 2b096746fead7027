import BoardDomain

/// The rows that a request becomes after a given head: the rules every implementation shares.
struct Admission {
    let rows: [EventRow]
    let head: LogHead
    let versions: [String: Int]

    /// - Parameter version: the present version of a stream, 0 where it has no event.
    /// - Throws: `conflict`, `headMoved`, `badCausation`, `unknownEventType`, `newerEventSchema`.
    init(
        _ request: AppendRequest, after head: LogHead, vocabulary: EventVocabulary,
        version: (String) throws(EventLogError) -> Int
    ) throws(EventLogError) {
        if let expected = request.expectedHead, expected != head.hash {
            throw EventLogError.headMoved(expected: expected, actual: head.hash)
        }
        // Sorted, so that the same request always names the same stream first.
        for (stream, expected) in request.expecting.sorted(by: { $0.key < $1.key }) {
            let actual = try version(stream)
            guard actual == expected else {
                throw EventLogError.conflict(stream: stream, expected: expected, actual: actual)
            }
        }
        var (rows, versions): ([EventRow], [String: Int]) = ([], [:])
        rows.reserveCapacity(request.events.count)
        var (position, hash) = (head.position, head.hash)
        let recordedAt = head.recordedAt.map { max($0, request.recordedAt) } ?? request.recordedAt
        for (index, draft) in request.events.enumerated() {
            position += 1
            try vocabulary.check(type: draft.type, schema: draft.schema, position: position)
            let known = versions[draft.stream]
            let next = if let known { known + 1 } else { try version(draft.stream) + 1 }
            versions[draft.stream] = next
            let row = EventRow(
                draft, position: position, version: next, recordedAt: recordedAt,
                commandID: request.commandID,
                causation: try Self.causation(of: draft, index: index, after: head.position),
                previous: hash)
            hash = row.hash
            rows.append(row)
        }
        self.rows = rows
        self.versions = versions
        self.head = LogHead(
            position: position, hash: hash, recordedAt: rows.isEmpty ? head.recordedAt : recordedAt)
    }

    private static func causation(
        of draft: EventDraft, index: Int, after head: Int64
    ) throws(EventLogError) -> Int64 {
        switch draft.causation {
        case .none: return 0
        case .position(let position):
            guard position > 0, position <= head else { throw .badCausation(event: index) }
            return position
        case .inBatch(let earlier):
            guard earlier >= 0, earlier < index else { throw .badCausation(event: index) }
            return head + 1 + Int64(earlier)
        }
    }

    func receipt(outcome: String) -> AppendReceipt {
        AppendReceipt(
            outcome: outcome,
            positions: rows.isEmpty ? nil : rows[0].position...rows[rows.count - 1].position,
            head: head.hash, versions: versions, repeated: false)
    }
}
