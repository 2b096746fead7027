import BoardDomain

/// The rows that a request becomes after a given head: the rules every implementation shares.
struct Admission {
    /// What the log adds to a draft, and where its columns stand framed.
    struct Row {
        let position: Int64
        let version: Int
        let causation: Int64
        let hash: Digest
        /// The place in the buffer where the row's fields begin.
        let frame: Int
    }

    /// One for each event of the request, in order.
    let rows: [Row]
    let recordedAt: Instant
    let head: LogHead
    let versions: [String: Int]

    /// - Parameters:
    ///   - fields: gets the framed columns of all rows.
    ///   - version: the present version of a stream, 0 where it has no event.
    /// - Throws: `conflict`, `headMoved`, `badCausation`, `unknownEventType`, `newerEventSchema`.
    init(
        _ request: AppendRequest, after head: LogHead, vocabulary: EventVocabulary,
        fields: inout FieldBuffer, version: (String) throws(EventLogError) -> Int
    ) throws(EventLogError) {
        if let expected = request.expectedHead, expected != head.hash {
            throw EventLogError.headMoved(expected: expected, actual: head.hash)
        }
        // Sorted, so that the same request always names the same stream first.
        let expecting =
            request.expecting.isEmpty ? [] : request.expecting.sorted { $0.key < $1.key }
        for (stream, expected) in expecting {
            let actual = try version(stream)
            guard actual == expected else {
                throw EventLogError.conflict(stream: stream, expected: expected, actual: actual)
            }
        }
        var (rows, versions): ([Row], [String: Int]) = ([], [:])
        rows.reserveCapacity(request.events.count)
        var (position, hash) = (head.position, head.hash)
        let recordedAt = head.recordedAt.map { max($0, request.recordedAt) } ?? request.recordedAt
        fields.removeAll()
        for (index, draft) in request.events.enumerated() {
            position += 1
            try vocabulary.check(type: draft.type, schema: draft.schema, position: position)
            let known = versions[draft.stream]
            let next = if let known { known + 1 } else { try version(draft.stream) + 1 }
            versions[draft.stream] = next
            let causation = try Self.causation(of: draft, index: index, after: head.position)
            let frame = fields.count
            fields.append(
                draft, position: position, version: next, recordedAt: recordedAt,
                commandID: request.commandID, causation: causation)
            hash = Chain.next(previous: hash, digest: fields.digest(from: frame))
            rows.append(
                Row(
                    position: position, version: next, causation: causation, hash: hash,
                    frame: frame))
        }
        self.rows = rows
        self.recordedAt = recordedAt
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

    /// The rows as they are read back.
    func eventRows(of request: AppendRequest) -> [EventRow] {
        zip(request.events, rows).map { draft, row in
            EventRow(
                position: row.position, stream: draft.stream, version: row.version,
                type: draft.type, schema: draft.schema, occurredAt: draft.occurredAt,
                recordedAt: recordedAt, actor: draft.actor, onBehalfOf: draft.onBehalfOf,
                commandID: request.commandID, correlation: draft.correlation,
                causation: row.causation, policy: draft.policy, payload: draft.payload,
                hash: row.hash)
        }
    }

    private var positions: ClosedRange<Int64>? {
        rows.isEmpty ? nil : rows[0].position...rows[rows.count - 1].position
    }

    /// What is stored with the command; of one that says nothing and recorded nothing, nothing.
    func outcome(of request: AppendRequest) -> String {
        request.outcome ?? positions.map(StoredOutcome.text) ?? "{}"
    }

    func receipt(outcome: String) -> AppendReceipt {
        AppendReceipt(
            outcome: outcome, positions: positions, head: head.hash, versions: versions,
            repeated: false)
    }
}
