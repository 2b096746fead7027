import BoardDomain
import BoardEventLog
import BoardService

/// What a user waits for, on one board.
struct BoardBenchmark {
    let board: CopiedBoard
    let rounds: Int

    struct Unexpected: Error { let what: String }

    /// Each figure, and whether it should not grow with the board.
    func run() async throws -> [(comparison: Comparison, isFlat: Bool)] {
        let settings = try BoardSettings.embedded { SampleBoard.end }
        var found = [(try await rebuild(settings), false), (try await opening(settings), true)]
        let opened = try await LocalBoard.open(path: board.path, settings: settings)
        var list = CaseQuery()
        list.sort = .changedAt
        list.descending = true
        list.limit = 20
        found.append((try await asking("list", list, opened), true))
        var filter = CaseQuery()
        filter.states = [ChallengeState.concluded.rawValue]
        filter.chain = "轴承"
        filter.limit = 20
        found.append((try await asking("filter", filter, opened), true))
        var search = CaseQuery()
        search.text = "轴承"
        search.sort = .relevance
        search.limit = 20
        found.append((try await asking("search 轴承", search, opened), true))
        var rare = search
        guard let known = try await opened.cases(search, as: nil).last?.id else {
            throw Unexpected(what: "search 轴承")
        }
        rare.text = "轴承 " + known
        found.append((try await asking("search for two words", rare, opened), true))
        found.append((try await statistics(opened), false))
        found += try await deciding(opened).map { ($0, true) }
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

    private func asking(
        _ name: String, _ query: CaseQuery, _ opened: LocalBoard
    ) async throws -> Comparison {
        var result = Comparison(name, unit: "ms", aim: .atMost(20))
        for _ in 0..<rounds {
            let time = try await seconds {
                guard try await !opened.cases(query, as: nil).isEmpty else {
                    throw Unexpected(what: name)
                }
            }
            result.reached.add(time * 1000)
        }
        return result
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
    private func deciding(_ opened: LocalBoard) async throws -> [Comparison] {
        var cold = Comparison("a case loaded and decided", unit: "ms", aim: .atMost(1))
        var warm = Comparison("a case at hand decided", unit: "ms", aim: .atMost(1))
        let directory = try await opened.directory()
        let now = await opened.now
        guard let reviewer = directory.holders(of: .reviewer, at: now).first,
            let officer = directory.holders(of: .caseOfficer, at: now).last
        else { throw Unexpected(what: "officials") }
        var query = CaseQuery()
        query.limit = .max
        let ids = try await opened.cases(query, as: reviewer).map(\.id)
        let step = max(1, ids.count / rounds)
        for id in stride(from: 0, to: ids.count, by: step).map({ ids[$0] }) {
            let command = Command(
                stream: StreamID(.challenge, id), subject: ObjectReference(.challenge),
                name: "reassign",
                fields: Record {
                    $0[F.assignee] = officer
                    $0[F.reason] = "改派"
                }, person: reviewer)
            let request = CommandRequest(command, id: "bench-" + id)
            cold.reached.add(try await seconds { try await decide(request, opened) } * 1000)
            warm.reached.add(try await seconds { try await decide(request, opened) } * 1000)
        }
        return [cold, warm]
    }

    /// A refusal is a decision as well; nothing is recorded.
    private func decide(_ request: CommandRequest, _ opened: LocalBoard) async throws {
        do { _ = try await opened.dryRun(request) } catch is Refusal {}
    }
}
