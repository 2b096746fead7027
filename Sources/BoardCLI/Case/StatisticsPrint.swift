import BoardDomain
import BoardResources
import BoardService

/// The board in numbers, as tables and for programs.
struct StatisticsPrint {
    let statistics: BoardStatistics

    /// Amounts in 分.
    var json: JSON {
        var members: [String: JSON] = [
            "total": statistics.total.json, "states": Self.json(statistics.states),
            "lanes": Self.json(statistics.lanes), "classes": Self.json(statistics.classes),
            "chains": Self.json(statistics.chains),
            "funnel": .array(statistics.funnel.map(\.json)),
            "months": .array(statistics.months.map(\.json)),
            "pools": .array(statistics.pools.map { .object($0.members) }),
        ]
        members["year"] = statistics.year.map { .integer(Int64($0)) }
        members["overdue"] = statistics.overdue.map { counts in
            .object(counts.mapValues { .integer(Int64($0)) })
        }
        return .object(members)
    }

    private static func json(_ shares: [String: BoardStatistics.Share]) -> JSON {
        .object(shares.mapValues(\.json))
    }

    /// Each with the key of its heading.
    func tables(_ wording: ValueWording) -> [(title: String, table: TextTable)] {
        let challenge = Machine.challenge.rawValue
        let order = ChallengeState.allCases.map(\.rawValue)
        let lanes = Lane.allCases.map(\.rawValue)
        let state = { wording.state($0, of: challenge) }
        return [
            (
                "cli.stats.states",
                shares(statistics.states, "cli.list.state", wording, in: order, state)
            ),
            (
                "cli.stats.lanes",
                shares(statistics.lanes, "cli.list.lane", wording, in: lanes) { name in
                    lane(name, wording)
                }
            ),
            (
                "cli.stats.classes",
                shares(statistics.classes, "cli.list.topicClass", wording) {
                    wording.choice($0, of: "topicClass")
                }
            ),
            (
                "cli.stats.chains",
                shares(statistics.chains, "cli.list.chain", wording) { wording.choice($0) }
            ),
            ("cli.stats.funnel", funnel(wording)), ("cli.stats.months", months(wording)),
            ("cli.stats.pools", pools(wording)), ("cli.stats.overdue", overdue(wording)),
        ]
    }

    private func lane(_ name: String, _ wording: ValueWording) -> String {
        name.isEmpty
            ? wording.texts.text("cli.stats.ended")
            : wording.texts.textIfPresent("lane." + name) ?? name
    }

    /// - Parameter order: of the names; those not in it come last.
    private func shares(
        _ shares: [String: BoardStatistics.Share], _ title: String, _ wording: ValueWording,
        in order: [String] = [], _ word: (String) -> String
    ) -> TextTable {
        var table = TextTable([
            .init(wording.texts.text(title), yields: true),
            .init(wording.texts.text("cli.stats.cases"), .right),
            .init(wording.texts.text("cli.list.budget"), .right),
        ])
        let sorted = shares.sorted { left, right in
            let places = [left.key, right.key].map { order.firstIndex(of: $0) ?? order.count }
            return (places[0], left.key) < (places[1], right.key)
        }
        for (name, share) in sorted {
            table.add([word(name), String(share.cases), wording.figure(share.budget)])
        }
        return table
    }

    private func funnel(_ wording: ValueWording) -> TextTable {
        let titles = ["reached", "present", "medianDays"].map { "cli.stats." + $0 }
        var table = TextTable(
            [.init(wording.texts.text("cli.list.lane"))]
                + titles.map { .init(wording.texts.text($0), .right) })
        for passage in statistics.funnel {
            table.add([
                lane(passage.lane.rawValue, wording), String(passage.reached),
                String(passage.present), passage.medianDays.map { String($0) } ?? "",
            ])
        }
        return table
    }

    private func months(_ wording: ValueWording) -> TextTable {
        var table = TextTable(
            [.init(wording.texts.text("cli.stats.month"))]
                + Lane.allCases.map { .init(lane($0.rawValue, wording), .right) })
        for month in statistics.months {
            table.add(
                [month.name] + Lane.allCases.map { month.entered[$0].map { String($0) } ?? "" })
        }
        return table
    }

    private func pools(_ wording: ValueWording) -> TextTable {
        let amounts = ["allotted", "reserved", "committed", "paid", "recovered", "free"]
        var table = TextTable(
            [.init(wording.texts.text("cli.list.id"))]
                + amounts.map { .init(wording.texts.text("cli.pool." + $0), .right) })
        for pool in statistics.pools {
            table.add(
                [pool.name]
                    + amounts.map { pool.amount($0).map { wording.figure($0) } ?? "" })
        }
        return table
    }

    private func overdue(_ wording: ValueWording) -> TextTable {
        var table = TextTable([
            .init(wording.texts.text("cli.list.state")),
            .init(wording.texts.text("cli.stats.duties"), .right),
        ])
        for (state, count) in (statistics.overdue ?? [:]).sorted(by: { $0.key < $1.key }) {
            table.add([
                state.isEmpty
                    ? wording.texts.text("cli.stats.elsewhere")
                    : wording.state(state, of: Machine.challenge.rawValue), String(count),
            ])
        }
        return table
    }
}

extension BoardStatistics.Share {
    fileprivate var json: JSON { ["cases": .integer(Int64(cases)), "budget": budget.json] }
}

extension BoardStatistics.Passage {
    fileprivate var json: JSON {
        var members: [String: JSON] = [
            "lane": .string(lane.rawValue), "reached": .integer(Int64(reached)),
            "present": .integer(Int64(present)),
        ]
        members["medianDays"] = medianDays.map { .integer(Int64($0)) }
        return .object(members)
    }
}

extension BoardStatistics.Month {
    fileprivate var json: JSON {
        var members: [String: JSON] = ["month": .string(name)]
        for (lane, count) in entered { members[lane.rawValue] = .integer(Int64(count)) }
        return .object(members)
    }
}
