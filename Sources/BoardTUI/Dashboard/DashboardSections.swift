import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// The dashboard's figures in words, section by section.
struct DashboardSections {
    let content: DashboardContent
    let setting: Setting

    private var statistics: BoardStatistics { content.statistics }
    private var texts: Texts { setting.texts }

    /// The board as it is counted here, to be narrowed.
    private func filter(_ change: (inout BoardFilter) -> Void = { _ in }) -> BoardFilter {
        var filter = BoardFilter()
        filter.year = statistics.year
        change(&filter)
        return filter
    }

    /// What waits for the viewer; absent for the public.
    var mine: DashboardSection? {
        guard setting.person != nil else { return nil }
        let inbox = InboxContent(content.duties)
        return DashboardSection(
            title: setting.title(of: .inbox),
            figures: InboxEntry.Urgency.allCases.map { urgency in
                let count = inbox.urgencies[urgency] ?? 0
                let words = texts.text("tui.inbox.count.\(urgency)", ["count": ""])
                return DashboardFigure(
                    id: "mine/\(urgency)",
                    label: SafeText(words.split(separator: " ").joined(separator: " ")),
                    figure: SafeText(count),
                    role: count == 0 ? .text : urgency == .overdue ? .danger : .text, target: .inbox
                )
            })
    }

    var funnel: DashboardSection {
        let most = max(1, statistics.funnel.map(\.reached).max() ?? 1)
        var figures = statistics.funnel.map { passage in
            DashboardFigure(
                id: "lane/" + passage.lane.rawValue,
                label: setting.text("lane." + passage.lane.rawValue),
                measure: .bar(Double(passage.reached) / Double(most)),
                figure: setting.text(
                    "tui.dashboard.passage",
                    [
                        "reached": String(passage.reached), "present": String(passage.present),
                        "days": passage.medianDays.map(String.init) ?? "–",
                    ]), target: .board(filter { $0.lanes = [passage.lane.rawValue] }))
        }
        let ended = statistics.lanes[""]?.cases ?? 0
        figures.append(
            DashboardFigure(
                id: "lane/", label: setting.text("cli.stats.ended"), figure: SafeText(ended),
                target: .board(filter { $0.lanes = [""] })))
        figures.append(
            DashboardFigure(
                id: "total", label: setting.text("tui.dashboard.total"),
                figure: setting.text(
                    "tui.board.total",
                    [
                        "cases": String(statistics.total.cases),
                        "budget": setting.wording.money(statistics.total.budget),
                    ]), target: .board(filter())))
        return DashboardSection(title: setting.text("tui.dashboard.funnel"), figures: figures)
    }

    /// Absent for whoever may not know what is late.
    var overdue: DashboardSection? {
        guard let overdue = statistics.overdue else { return nil }
        let ordered = overdue.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return DashboardSection(
            title: setting.text("cli.stats.overdue"),
            emptiness: setting.text("tui.dashboard.nothingLate"),
            figures: ordered.map { state, count in
                DashboardFigure(
                    id: "late/" + state,
                    label: state.isEmpty
                        ? setting.text("cli.stats.elsewhere")
                        : SafeText(
                            setting.wording.state(state, of: Machine.challenge.rawValue)),
                    measure: .bar(Double(count) / Double(max(1, ordered[0].value))),
                    figure: SafeText("! \(count)"), role: .danger,
                    target: state.isEmpty
                        ? .inbox
                        : .board(
                            filter {
                                $0.isOverdue = true
                                $0.states = [state]
                            }))
            })
    }

    /// What is held and what is free is told only where the viewer may know it.
    var pools: DashboardSection {
        DashboardSection(
            title: setting.text("cli.stats.pools"), emptiness: setting.text("cli.pool.empty"),
            figures: statistics.pools.reversed().map { pool in
                let spent = pool.allotted - (pool.free ?? (pool.allotted - pool.paid))
                let share = Double(spent.fen) / Double(max(1, pool.allotted.fen))
                var pieces = [("allotted", pool.allotted), ("paid", pool.paid)]
                if pool.free == nil { pieces.append(("committed", pool.committed)) }
                if let reserved = pool.reserved { pieces.append(("reserved", reserved)) }
                if let free = pool.free { pieces.append(("free", free)) }
                let words = pieces.map { name, amount in
                    texts.text("tui.dashboard.pool." + name) + " " + setting.wording.figure(amount)
                }
                return DashboardFigure(
                    id: "pool/" + pool.name, label: SafeText(pool.name),
                    measure: .bar(max(0, min(1, share))),
                    figure: SafeText(words.joined(separator: "  ")),
                    target: .file(StreamID(.pool, pool.name)))
            })
    }

    /// Each call with the share of the thirty days that is left of it.
    var deadlines: DashboardSection {
        let span = DashboardContent.span(from: content.now)
        let all = DashboardFigure(
            id: "deadlines",
            label: setting.text("tui.dashboard.within", ["days": String(DashboardContent.days)]),
            figure: setting.text(
                "tui.dashboard.count", ["count": String(content.deadlines.count)]),
            target: .board(
                filter {
                    $0.deadlines = span
                    $0.toggle(ChallengeState.open.rawValue, of: .state)
                    $0.sort = .deadline
                }))
        let calls = content.deadlines.map { row in
            let left = (row.deadline?.milliseconds ?? 0) - content.now.milliseconds
            let whole = Double(DashboardContent.days) * Double(Instant.millisecondsPerDay)
            return DashboardFigure(
                id: "call/" + row.id,
                label: SafeText(row.deadline.map { setting.shortDay($0.day) } ?? ""),
                measure: .bar(Double(left) / whole),
                figure: SafeText(row.id + " " + row.title),
                target: .file(StreamID(.challenge, row.id)))
        }
        return DashboardSection(
            title: setting.text("tui.dashboard.deadlines"), figures: [all] + calls)
    }

    /// How many cases came into each lane, month by month, the newest at the right.
    var months: DashboardSection {
        let months = statistics.months.suffix(24)
        return DashboardSection(
            title: setting.text("tui.dashboard.months"),
            figures: Lane.allCases.map { lane in
                let course = months.map { Double($0.entered[lane] ?? 0) }
                return DashboardFigure(
                    id: "month/" + lane.rawValue,
                    label: setting.text("lane." + lane.rawValue), measure: .course(course),
                    figure: setting.text(
                        "tui.dashboard.month",
                        [
                            "month": months.last?.name ?? "–",
                            "count": String(Int(course.last ?? 0)),
                        ]), target: .board(filter { $0.lanes = [lane.rawValue] }))
            })
    }

    var chains: DashboardSection {
        let ordered = statistics.chains.sorted {
            ($1.value.cases, $0.key) < ($0.value.cases, $1.key)
        }
        let most = max(1, ordered.first?.value.cases ?? 1)
        return DashboardSection(
            title: setting.text("cli.stats.chains"),
            figures: ordered.map { chain, share in
                DashboardFigure(
                    id: "chain/" + chain,
                    label: SafeText(
                        chain.isEmpty
                            ? texts.text("tui.board.none") : setting.wording.choice(chain)),
                    measure: .bar(Double(share.cases) / Double(most)),
                    figure: setting.text(
                        "tui.dashboard.share",
                        [
                            "count": String(share.cases),
                            "budget": setting.wording.figure(share.budget),
                        ]), target: .board(filter { $0.chain = chain }))
            })
    }

    /// From left to right, each from top to bottom.
    func columns(on width: Int) -> [[DashboardSection]] {
        let (mine, overdue) = ([mine].compactMap(\.self), [overdue].compactMap(\.self))
        if width >= 180 {
            return [mine + [funnel] + overdue, [pools, months], [deadlines, chains]]
        }
        if width >= 120 {
            return [mine + [funnel] + overdue + [months], [deadlines, pools, chains]]
        }
        return [mine + [funnel, deadlines] + overdue + [pools, months, chains]]
    }
}
