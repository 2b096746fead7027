import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// The board as it looks: the lanes with their counts, the table, and on a wide screen the selected case.
struct BoardView: Widget {
    let screen: BoardScreen
    let setting: Setting

    private var theme: Theme { setting.theme }

    static func parts(
        of body: Rect, _ setting: Setting
    ) -> (lanes: Rect, status: Rect, table: Rect, detail: Rect) {
        let rows = Layout.vertical(.length(1), .length(1), .min(1)).split(body)
        // Below that the table needs all there is.
        let hasDetail = setting.size.columns >= 140
        let columns = Layout.horizontal(
            .fill(3), hasDetail ? .max(56) : .length(0), spacing: hasDetail ? 1 : 0
        ).split(rows[2])
        return (
            rows[0].inset(columns: 1), rows[1].inset(columns: 1), columns[0],
            hasDetail ? columns[1] : Rect(column: 0, row: 0, columns: 0, rows: 0)
        )
    }

    static func ribbon(_ screen: BoardScreen, _ setting: Setting) -> LaneFilter {
        LaneFilter(
            counts: screen.counts.value, chosen: screen.filter.lanes, setting: setting)
    }

    func draw(on frame: inout Frame) {
        let parts = Self.parts(of: frame.bounds, setting)
        frame.draw(Self.ribbon(screen, setting), in: parts.lanes)
        frame.within(parts.status) { drawStatus(on: &$0) }
        frame.draw(table, in: parts.table)
        if parts.detail.columns > 0, let row = screen.selected(in: setting) {
            frame.draw(
                BoardDetail(
                    row: row, clock: screen.pages.clocks[row.id], setting: setting),
                in: parts.detail)
        }
        if let picker = screen.picker {
            frame.draw(FacetBox(picker: picker, setting: setting), in: frame.bounds)
        }
    }

    private var table: Table<BoardRows> {
        let filter = screen.filter
        let order = TableColumn.Order.self
        let placeholder =
            screen.failure
            ?? (screen.isLoading
                ? setting.text("tui.loading")
                : setting.text(filter.isNarrow ? "tui.filter.none" : "cli.list.empty"))
        return Table(
            BoardColumn.columns(in: setting).map { column in
                TableColumn(
                    setting.text(column.title), column.width, align: column.align,
                    order: column.sort == nil || column.sort != filter.order
                        ? nil : filter.isDescending ? order.descending : order.ascending)
            }, rows: screen.rows(in: setting), selection: screen.pane.selection, theme: theme,
            hasLines: false, placeholder: placeholder)
    }

    /// What is typed; otherwise how many cases, what they ask for, in which order and sifted by what.
    private func drawStatus(on frame: inout Frame) {
        let total = screen.counts.value?.total(of: screen.filter.lanes)
        if screen.words.isOpen || screen.words.isActive {
            frame.draw(
                FilterBar(screen.words, count: total?.cases ?? 0, setting: setting),
                in: frame.bounds)
            return
        }
        var pieces: [String] = []
        if let total {
            pieces.append(
                setting.texts.text(
                    "tui.board.total",
                    [
                        "cases": String(total.cases),
                        "budget": setting.wording.money(total.budget),
                    ]))
        }
        pieces.append(
            setting.texts.text(
                screen.filter.isDescending ? "tui.board.descending" : "tui.board.ascending",
                ["key": setting.texts.text("tui.board.sort." + screen.filter.order.rawValue)]))
        pieces += screen.filter.words(setting)
        frame.writeField(
            SafeText(pieces.joined(separator: " · ")), column: 0, columns: frame.size.columns,
            style: theme[.muted])
    }
}

extension BoardFilter {
    /// What it admits, in words; the lanes stand in the ribbon.
    func words(_ setting: Setting) -> [String] {
        var words: [String] = []
        let values: [(CaseFacet, [String])] = [
            (.state, states.sorted()), (.topicClass, [topicClass].compactMap(\.self)),
            (.chain, [chain].compactMap(\.self)), (.mode, [mode].compactMap(\.self)),
            (.listEdition, [edition].compactMap(\.self)),
            (.year, [year.map(String.init)].compactMap(\.self)),
        ]
        for (facet, chosen) in values where !chosen.isEmpty {
            words.append(
                setting.wording.list(chosen.map { facet.valueWords($0, setting) }))
        }
        if isOverdue { words.append(setting.texts.text("tui.board.overdue")) }
        if let deadlines {
            words.append(
                setting.texts.text(
                    "tui.board.deadlines",
                    [
                        "from": setting.shortDay(deadlines.lowerBound.day),
                        "to": setting.shortDay(deadlines.upperBound.day),
                    ]))
        }
        return words
    }
}

/// The lanes with how many cases are in each, one or none of them chosen.
struct LaneFilter: Widget {
    let counts: BoardCounts?
    let chosen: Set<String>
    let setting: Setting

    private struct Stop {
        let lanes: Set<String>
        let text: SafeText
        var separator: SafeText
    }

    /// Close together where they would not all fit.
    private func stops(in columns: Int) -> [Stop] {
        var stops = stops
        let width = stops.reduce(2) { $0 + $1.separator.columns() + $1.text.columns() }
        guard width > columns else { return stops }
        for place in stops.indices.dropFirst() {
            stops[place].separator = stops[place].separator == " ❯ " ? "❯" : " "
        }
        return stops
    }

    private var stops: [Stop] {
        let count = { (lanes: Set<String>) in
            counts.map { String($0.total(of: lanes).cases) } ?? "·"
        }
        let all = Stop(
            lanes: [], text: setting.text("tui.board.all", ["count": count([])]), separator: "")
        let lanes = Lane.allCases.enumerated().map { place, lane in
            Stop(
                lanes: [lane.rawValue],
                text: SafeText(
                    setting.texts.text("lane." + lane.rawValue) + " " + count([lane.rawValue])),
                separator: place == 0 ? "  " : " ❯ ")
        }
        let ended = Stop(
            lanes: [""],
            text: SafeText(setting.texts.text("cli.stats.ended") + " " + count([""])),
            separator: "  ")
        return [all] + lanes + [ended]
    }

    func draw(on frame: inout Frame) {
        let theme = setting.theme
        var column = 0
        for stop in stops(in: frame.size.columns) {
            column += frame.write(stop.separator, column: column, style: theme[.muted])
            let isChosen =
                stop.lanes == chosen || stop.lanes.count == 1 && stop.lanes.isSubset(of: chosen)
            let text = isChosen ? "[" + stop.text + "]" : stop.text
            column += frame.write(
                text, column: column, style: theme[isChosen ? .accent : .text])
        }
    }

    /// What a click on it chooses; nil beside it.
    func lanes(at mouse: MouseEvent, in setting: Setting) -> Set<String>? {
        let rect = BoardView.parts(of: Rect(setting.body), setting).lanes
        guard mouse.row == rect.row else { return nil }
        var column = rect.column
        for stop in stops(in: rect.columns) {
            column += stop.separator.columns()
            let isChosen = stop.lanes == chosen
            let width = stop.text.columns() + (isChosen ? 2 : 0)
            if mouse.column >= column, mouse.column < column + width { return stop.lanes }
            column += width
        }
        return nil
    }
}
