package import BoardDomain

/// The log in memory: for simulations and tests, gone with the process.
package actor InMemoryEventLog: EventLog {
    package nonisolated let board: BoardIdentity
    private let vocabulary: EventVocabulary
    private var rows: [EventRow] = []
    /// Indices into `rows`.
    private var streams: [String: [Int]] = [:]
    private var commands: [CommandKey: StoredOutcome] = [:]
    private var keys: [SealedKey] = []
    private var personKeys: [String: [UInt8]] = [:]
    private var signed: [Checkpoint] = []
    private var registered: [RegisteredKey] = []
    private var signingKey = SigningKey()
    private var isClosed = false
    var projections: [String: StreamProjection]
    private nonisolated let arrivals = Arrivals()

    private struct CommandKey: Hashable {
        let person: String
        let commandID: String
    }

    package init(board: BoardIdentity, vocabulary: EventVocabulary) {
        self.init(board: board, vocabulary: vocabulary, projections: [])
    }

    /// - Parameter projections: with no events behind them, they are to ask and never to append to.
    init(board: BoardIdentity, vocabulary: EventVocabulary, projections: [StreamProjection]) {
        self.board = board
        self.vocabulary = vocabulary
        self.projections = Dictionary(
            projections.map { ($0.stream, $0) }, uniquingKeysWith: { _, last in last })
        registered = [
            RegisteredKey(
                id: signingKey.id, publicKey: signingKey.publicKey, from: board.createdAt,
                until: nil)
        ]
    }

    func requireOpen() throws(EventLogError) { if isClosed { throw .closed } }

    package func append(_ request: AppendRequest) throws -> AppendReceipt {
        let head = try head()
        let key = CommandKey(person: request.person, commandID: request.commandID)
        if let known = commands[key] {
            guard known.body == request.body else {
                throw EventLogError.commandReused(commandID: request.commandID)
            }
            return AppendReceipt(
                outcome: known.outcome, positions: nil, head: head.hash, versions: [:],
                repeated: true)
        }
        var fields = FieldBuffer()
        let admission = try Admission(
            request, after: head, vocabulary: vocabulary, fields: &fields
        ) { streams[$0]?.count ?? 0 }
        // All that can fail comes first: nothing below throws.
        projections = try replacing(projections, with: request.projections)
        for row in admission.eventRows(of: request) {
            streams[row.stream, default: []].append(rows.count)
            rows.append(row)
        }
        let outcome = admission.outcome(of: request)
        commands[key] = StoredOutcome(body: request.body, outcome: outcome)
        for erasure in request.keyErasures {
            keys.removeAll { key in
                key.bid == erasure.bid && erasure.opener.map { $0 == key.opener } ?? true
            }
        }
        for deposit in request.keyDeposits {
            keys.removeAll { $0.bid == deposit.bid && $0.opener == deposit.opener }
            keys.append(deposit)
        }
        for person in request.personErasures { personKeys[person] = nil }
        for key in request.personKeys { personKeys[key.person] = key.key }
        arrivals.announce()
        return admission.receipt(outcome: outcome)
    }

    package func outcome(person: String, commandID: String) throws -> StoredOutcome? {
        try requireOpen()
        return commands[CommandKey(person: person, commandID: commandID)]
    }

    package func events(
        after position: Int64, through last: Int64, limit: Int
    ) throws -> [EventRow] {
        try recordedRows(after: position, through: last, limit: limit).map(vocabulary.understood)
    }

    package func recordedRows(
        after position: Int64, through last: Int64, limit: Int
    ) throws -> [EventRow] {
        try requireOpen()
        let start = Int(min(max(0, position), Int64(rows.count)))
        return Array(rows[start...].prefix(max(0, limit)).prefix { $0.position <= last })
    }

    package nonisolated func subscribe(after position: Int64) -> EventSubscription {
        EventSubscription(after: position, arrivals: arrivals) {
            try await self.events(after: $0, through: .max, limit: $1)
        }
    }

    package func stream(
        _ name: String, after version: Int, through last: Int64
    ) throws -> [EventRow] {
        try requireOpen()
        return try (streams[name] ?? []).dropFirst(max(0, version)).map { rows[$0] }
            .prefix { $0.position <= last }.map(vocabulary.understood)
    }

    package func streams(prefix: String, through last: Int64) throws -> [String] {
        try requireOpen()
        return streams.filter { name, places in
            name.utf8.starts(with: prefix.utf8) && rows[places[0]].position <= last
        }.map(\.key).sortedByBytes()
    }

    package func events(
        inStreams prefix: String, through last: Int64
    ) throws -> [EventRow] {
        try streams(prefix: prefix, through: last).flatMap {
            try stream($0, after: 0, through: last)
        }
    }

    package func nextNumber(prefix: String) throws -> Int {
        let numbers = try streams(prefix: prefix, through: .max).map {
            StreamNumber.number(in: $0, prefix: prefix)
        }
        return (numbers.max() ?? 0) + 1
    }

    package func head() throws -> LogHead { try head(asOf: .position(.max)) }

    package func head(asOf moment: AsOf) throws -> LogHead {
        try requireOpen()
        let last =
            switch moment {
            case .position(let position): rows.last { $0.position <= position }
            case .recorded(let instant): rows.last { $0.recordedAt <= instant }
            }
        guard let last else {
            return LogHead(position: 0, hash: Chain.genesis(board: board.id), recordedAt: nil)
        }
        return LogHead(position: last.position, hash: last.hash, recordedAt: last.recordedAt)
    }

    package func rebuildProjections(
        with fold: some ProjectionFold, progress: @Sendable (RebuildProgress) -> Void
    ) throws {
        try requireOpen()
        var fold = fold
        let last = Int64(rows.count)
        for row in rows {
            try fold.evolve(row: try vocabulary.understood(row))
            if row.position % RebuildProgress.step == 0 || row.position == last {
                progress(RebuildProgress(position: row.position, last: last))
            }
        }
        let news = try streams.keys.sortedByBytes().map { try fold.projection(of: $0) }
        projections = try replacing([:], with: news)
    }

    package func sealedKeys(bid: String) throws -> [SealedKey] {
        try requireOpen()
        return keys.filter { $0.bid == bid }.sorted {
            $0.opener.utf8.lexicographicallyPrecedes($1.opener.utf8)
        }
    }

    package func personKeys(of persons: Set<String>) throws -> [String: [UInt8]] {
        try requireOpen()
        return personKeys.filter { persons.contains($0.key) }
    }

    /// What memory lets go of is gone with it.
    package func owesErasure() -> Bool { false }

    package func checkpoint(at instant: Instant) throws -> Checkpoint {
        let head = try head()
        if let last = signed.last, last.position == head.position { return last }
        let checkpoint = Checkpoint(of: head, board: board.id, at: instant, key: signingKey)
        signed.append(checkpoint)
        return checkpoint
    }

    package func sign(
        _ text: @Sendable (_ keyID: String) -> String
    ) throws -> (keyID: String, signature: [UInt8]) {
        try requireOpen()
        return (signingKey.id, signingKey.sign(text(signingKey.id)))
    }

    package func rotateSigningKey(at instant: Instant) throws {
        try requireOpen()
        let old = registered.removeLast()
        signingKey = SigningKey()
        registered += [
            RegisteredKey(id: old.id, publicKey: old.publicKey, from: old.from, until: instant),
            RegisteredKey(
                id: signingKey.id, publicKey: signingKey.publicKey, from: instant, until: nil),
        ]
    }

    package func checkpoints() throws -> [Checkpoint] {
        try requireOpen()
        return signed
    }

    package func signingKeys() throws -> [RegisteredKey] {
        try requireOpen()
        return registered
    }

    package func verify(
        anchor: Anchor?, progress: @escaping @Sendable (RebuildProgress) -> Void
    ) throws -> LogAudit {
        try requireOpen()
        let wanted = Set(signed.map(\.position) + [anchor?.checkpoint.position ?? 0])
        var audit = ChainAudit(board: board.id, wanted: wanted)
        var fault: VerificationFault?
        for row in rows where fault == nil {
            fault = audit.advance(
                position: row.position, stream: row.stream, version: row.version,
                recordedAt: row.recordedAt.text, digest: Chain.digest(of: row),
                hash: row.hash)
            if row.position.isMultiple(of: RebuildProgress.step) {
                progress(RebuildProgress(position: row.position, last: Int64(rows.count)))
            }
        }
        if fault == nil {
            fault = audit.settle(
                checkpoints: signed, keys: registered, board: board.id, anchor: anchor)
        }
        return LogAudit(
            events: audit.position, head: audit.head, checkpoints: signed.count, fault: fault)
    }

    package func close() {
        isClosed = true
        arrivals.finish()
    }
}

extension Sequence<String> {
    /// As SQLite sorts: by bytes, where Swift compares canonical forms.
    func sortedByBytes() -> [String] {
        sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
