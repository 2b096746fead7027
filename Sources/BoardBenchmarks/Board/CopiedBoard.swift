import BoardDomain
import BoardEventLog
import BoardService

/// A board of any size: some challenges run by real commands, and copies of their streams.
///
/// All copies of a row come at the row's own instant, so that the cases lie scattered over the log
/// as they do where a county works on many at once. Twenty-four copies are a county's years: they
/// share people, organisations and pools, which the next twenty-four have of their own. Every tenth
/// copy, and the last, has come no further than to three fifths of its events: those cases are under
/// way.
struct CopiedBoard {
    let path: String
    let events: Int
    let challenges: Int
    /// Where the cases under way stand.
    let now: Instant
    private static let groupSize = 24

    /// The rows of a board that real commands have made.
    static func base(challenges: Int, at path: String) async throws -> [EventRow] {
        let (board, _) = try await Simulation.create(path: path, challenges: challenges, seed: 1)
        let rows = try await board.events(after: 0, limit: .max)
        try await board.close()
        BoardFolder.remove(path)
        return rows
    }

    /// - Parameter events: about so many.
    static func make(
        _ events: Int, from base: [EventRow], at path: String
    ) async throws -> CopiedBoard {
        let copies = max(1, (events + base.count / 2) / base.count)
        let rows = Self.commands(base)
        try SQLiteEventLog.create(
            path: path, name: "bench", kind: .simulation, id: BenchmarkFolder.board,
            at: base[0].recordedAt)
        let log = try SQLiteEventLog(
            path: path, term: .life, vocabulary: Replay.vocabulary, at: base[0].recordedAt)
        let cut = rows.count * 3 / 5
        for (place, command) in rows.enumerated() {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for copy in 0..<copies {
                    let isCut = copy % 10 == 9 || copy == copies - 1 && copy % groupSize > 0
                    guard !isCut || place < cut else { continue }
                    guard let request = command.request(copy, Self.groupSize) else { continue }
                    group.addTask { _ = try await log.append(request) }
                }
                try await group.waitForAll()
            }
        }
        let head = try await log.head().position
        let challenges = try await log.streams(prefix: "challenge/").count
        try await log.close()
        return CopiedBoard(
            path: path, events: Int(head), challenges: challenges,
            now: rows[cut].events[0].row.recordedAt)
    }

    /// The events that one command recorded, ready to be copied.
    private struct CopiedCommand {
        let events: [(row: EventRow, texts: [CopiedText])]
        let id: CopiedText
        let person: CopiedText
        /// Whether only a case's own streams are touched: what makes a group's people and pools comes
        /// once in each group.
        let isCase: Bool

        func request(_ copy: Int, _ groupSize: Int) -> AppendRequest? {
            let group = copy / groupSize
            guard isCase || copy % groupSize == 0 else { return nil }
            let drafts = events.map { row, texts in
                let named = texts.map { $0.text(copy: copy, group: group) }
                return EventDraft(
                    stream: named[0], type: row.type, schema: row.schema,
                    occurredAt: row.occurredAt, actor: named[1], onBehalfOf: named[2],
                    correlation: named[3], causation: .none, policy: row.policy,
                    payload: named[4])
            }
            let mark = copy == 0 ? "" : "+\(copy)"
            return AppendRequest(
                person: person.text(copy: copy, group: group),
                commandID: id.text(copy: copy, group: group) + mark, body: Workload.body,
                outcome: Workload.outcome, events: drafts, recordedAt: events[0].row.recordedAt)
        }
    }

    private static func commands(_ base: [EventRow]) -> [CopiedCommand] {
        let names = names(Set(base.map(\.stream)))
        let titles = Set(
            base.compactMap { row in
                row.stream.hasPrefix("challenge/")
                    ? try? JSONReader.read(row.payload)["fields"]?["title"]?.string : nil
            })
        var commands: [[EventRow]] = []
        for row in base {
            if let last = commands.last?.last, last.commandID == row.commandID,
                last.actor == row.actor
            {
                commands[commands.count - 1].append(row)
            } else {
                commands.append([row])
            }
        }
        return commands.map { rows in
            let copied = rows.map { row in
                let columns = [
                    row.stream, row.actor, row.onBehalfOf, row.correlation, row.payload,
                ]
                return (row, columns.map { CopiedText($0, names: names, titles: titles) })
            }
            let kinds = rows.compactMap { StreamID(text: $0.stream)?.kind }
            return CopiedCommand(
                events: copied,
                id: CopiedText(rows[0].commandID, names: names, titles: titles),
                person: CopiedText(rows[0].actor, names: names, titles: titles),
                isCase: kinds.contains { [.challenge, .claim, .sanction].contains($0) })
        }
    }

    private static func names(_ streams: Set<String>) -> [String: CopiedName] {
        let ids = streams.compactMap(StreamID.init(text:))
        var highest: [String: Int] = [:]
        var names: [String: CopiedName] = [:]
        let numbered = ids.filter { [.challenge, .claim, .sanction].contains($0.kind) }.map { id in
            let parts = id.id.split(separator: "-", maxSplits: 3).map(String.init)
            let prefix = "\(parts[0])-\(parts[1])-"
            let suffix = parts.count > 3 ? "-" + parts[3] : ""
            return (id: id.id, prefix: prefix, number: Int(parts[2]) ?? 0, suffix: suffix)
        }
        for name in numbered {
            highest[name.prefix] = max(highest[name.prefix] ?? 0, name.number)
        }
        for name in numbered {
            names[name.id] = .numbered(
                prefix: name.prefix, number: name.number, suffix: name.suffix,
                stride: highest[name.prefix] ?? 1)
        }
        for id in ids where [.person, .pool].contains(id.kind) { names[id.id] = .shared(id.id) }
        for id in ids where id.kind == .organisation { names[id.id] = .coded(id.id) }
        return names
    }
}
