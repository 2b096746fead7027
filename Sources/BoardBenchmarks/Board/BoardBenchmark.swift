import BoardDomain
import BoardEventLog
import BoardService

/// What a user waits for, on one board.
struct BoardBenchmark {
    let board: CopiedBoard
    /// The board of the first size, where this is another one.
    let first: CopiedBoard?
    let rounds: Int

    struct Unexpected: Error { let what: String }

    /// Each figure, and whether it should not grow with the board.
    func run() async throws -> [(comparison: Comparison, isFlat: Bool)] {
        let now = board.now
        let settings = try BoardSettings.embedded { now }
        var found = [(try await rebuild(settings), false), (try await opening(settings), true)]
        found.append((try await standing(settings), false))
        let opened = try await LocalBoard.open(path: board.path, settings: settings)
        found += try await asking(opened, settings)
        found.append((try await statistics(opened), false))
        found += try await deciding(opened, settings).map { ($0, true) }
        try await opened.close()
        return found
    }

    private func rebuild(_ settings: BoardSettings) async throws -> Comparison {
        var result = Comparison("rebuild", unit: "events/s", aim: .atLeast(60_000))
        let fresh = try await LocalBoard.openForRebuild(path: board.path, settings: settings)
        let time = try await seconds { try await fresh.rebuild { _, _ in } }
        result.reached.add(Double(board.events) / time)
        try await fresh.close()
        return result
    }

    /// From the path to a board that answers.
    private func opening(_ settings: BoardSettings) async throws -> Comparison {
        var result = Comparison("opening", unit: "ms", aim: .atMost(100))
        for _ in 0..<rounds {
            var opened: LocalBoard?
            let time = try await seconds {
                opened = try await LocalBoard.open(path: board.path, settings: settings)
            }
            result.reached.add(time * 1000)
            try await opened?.close()
        }
        return result
    }

    /// What the first command of a program reads beside its case: the directory, the pools, the
    /// sanctions in force. It grows with the people, not with the events.
    private func standing(_ settings: BoardSettings) async throws -> Comparison {
        var result = Comparison("directory and pools read", unit: "ms", aim: .atMost(100))
        for _ in 0..<rounds {
            let opened = try await LocalBoard.open(path: board.path, settings: settings)
            result.reached.add(try await seconds { _ = try await opened.directory() } * 1000)
            try await opened.close()
        }
        return result
    }

    private func asking(
        _ opened: LocalBoard, _ settings: BoardSettings
    ) async throws -> [(comparison: Comparison, isFlat: Bool)] {
        var small: LocalBoard?
        if let first { small = try await LocalBoard.open(path: first.path, settings: settings) }
        var found: [(comparison: Comparison, isFlat: Bool)] = []
        for ((name, query), other) in zip(
            try await queries(of: opened), try await queries(of: small ?? opened))
        {
            found += try await asking(name, query, opened, small.map { ($0, other.query) })
        }
        try await small?.close()
        return found
    }

    /// What is asked of a board, the same of each but for a case that it has.
    private func queries(
        of opened: LocalBoard
    ) async throws -> [(name: String, query: CaseQuery)] {
        var list = CaseQuery()
        list.sort = .changedAt
        list.descending = true
        list.limit = 20
        var filter = CaseQuery()
        filter.states = [ChallengeState.concluded.rawValue]
        filter.chain = "轴承"
        // The smallest board has few such cases: as many rows from each.
        filter.limit = 3
        var search = CaseQuery()
        search.text = "轴承"
        search.sort = .relevance
        search.limit = 20
        var rare = search
        guard let known = try await opened.cases(search, as: nil).last?.id else {
            throw Unexpected(what: "search 轴承")
        }
        rare.text = "轴承 " + known
        return [
            ("list", list), ("filter", filter), ("search 轴承", search),
            ("search for two words", rare),
        ]
    }

    /// A question, and by turns with it the same to the first board: of times so short, those of
    /// another minute tell more of the machine than of the board.
    private func asking(
        _ name: String, _ query: CaseQuery, _ opened: LocalBoard,
        _ beside: (board: LocalBoard, query: CaseQuery)?
    ) async throws -> [(comparison: Comparison, isFlat: Bool)] {
        var result = Comparison(name, unit: "ms", aim: .atMost(20))
        var growth = Comparison(
            name + ", by turns with the first board", unit: "ms", aim: .atMost(1.2))
        for _ in 0..<rounds * 20 {
            let time = try await milliseconds(asking: query, of: opened)
            result.reached.add(time)
            guard let beside else { continue }
            growth.reached.add(time)
            growth.baseline.add(try await milliseconds(asking: beside.query, of: beside.board))
        }
        return [(result, false)] + (beside == nil ? [] : [(growth, false)])
    }

    private func milliseconds(
        asking query: CaseQuery, of opened: LocalBoard
    ) async throws -> Double {
        try await seconds {
            guard try await !opened.cases(query, as: nil).isEmpty else {
                throw Unexpected(what: "\(query)")
            }
        } * 1000
    }

    private func statistics(_ opened: LocalBoard) async throws -> Comparison {
        var result = Comparison("statistics", unit: "ms", aim: .atMost(1000))
        for _ in 0..<max(1, rounds / 3) {
            let time = try await seconds { _ = try await opened.statistics(year: nil, as: nil) }
            result.reached.add(time * 1000)
        }
        return result
    }

    /// A command on a case that nobody has read yet, and the same once more.
    private func deciding(
        _ opened: LocalBoard, _ settings: BoardSettings
    ) async throws -> [Comparison] {
        let (underWay, over) = try await lengths(opened)
        var warm = Comparison("the same case again", unit: "ms", aim: .atMost(1))
        _ = try await opened.directory()
        var cold = Comparison(
            "a case under way loaded and decided", unit: "ms", aim: .atMost(1))
        for id in Self.some(underWay.keys.sorted(), rounds) {
            cold.reached.add(try await milliseconds(deciding: id, opened))
            warm.reached.add(try await milliseconds(deciding: id, opened))
        }
        var ended = Comparison("a case that is over", unit: "ms", aim: .atMost(10))
        for id in Self.some(over.keys.sorted(), rounds) {
            ended.reached.add(try await milliseconds(deciding: id, opened))
        }
        let all = underWay.merging(over) { one, _ in one }
        let near = all.sorted { (abs($0.value - 50), $0.key) < (abs($1.value - 50), $1.key) }
        // Somebody else, who has read none of them.
        let fresh = try await LocalBoard.open(path: board.path, settings: settings)
        _ = try await fresh.directory()
        var short = Comparison("a case of some 50 events", unit: "ms", aim: .atMost(1))
        for (id, _) in near.prefix(rounds) {
            short.reached.add(try await milliseconds(deciding: id, fresh))
        }
        try await fresh.close()
        return [cold, warm, short, ended]
    }

    /// How many events each case has, of those under way and of those that are over.
    private func lengths(
        _ opened: LocalBoard
    ) async throws -> (underWay: [String: Int], over: [String: Int]) {
        var query = CaseQuery()
        query.limit = .max
        let log = try SQLiteEventLog(
            path: board.path, term: .never, vocabulary: Replay.vocabulary, at: board.now)
        var (underWay, over): ([String: Int], [String: Int]) = ([:], [:])
        for row in try await log.cases(query) {
            let events = try await log.projection(of: "challenge/" + row.id)?.version
            if ChallengeState(rawValue: row.state)?.isOver == true {
                over[row.id] = events
            } else {
                underWay[row.id] = events
            }
        }
        try await log.close()
        for (name, lengths) in [("under way", underWay), ("over", over)] {
            let usual = lengths.values.reduce(0, +) / max(1, lengths.count)
            print("\(lengths.count) cases \(name), \(usual) events on average")
        }
        return (underWay, over)
    }

    private static func some(_ ids: [String], _ count: Int) -> [String] {
        stride(from: 0, to: ids.count, by: max(1, ids.count / count)).map { ids[$0] }
    }

    private func milliseconds(deciding id: String, _ opened: LocalBoard) async throws -> Double {
        let directory = try await opened.directory()
        let now = await opened.now
        guard let reviewer = directory.holders(of: .reviewer, at: now).first,
            let officer = directory.holders(of: .caseOfficer, at: now).last
        else { throw Unexpected(what: "officials") }
        let command = Command(
            stream: StreamID(.challenge, id), subject: ObjectReference(.challenge),
            name: "reassign",
            fields: Record {
                $0[F.assignee] = officer
                $0[F.reason] = "改派"
            }, person: reviewer)
        let request = CommandRequest(command, id: "bench-" + id)
        return try await seconds { try await decide(request, opened) } * 1000
    }

    /// A refusal is a decision as well; nothing is recorded.
    private func decide(_ request: CommandRequest, _ opened: LocalBoard) async throws {
        do { _ = try await opened.dryRun(request) } catch is Refusal {}
    }
}
