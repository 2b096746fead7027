import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// The two lines at the top: where one is and who one is; the five lanes with what stands in each.
struct HeaderBar: Widget {
    let model: BoardModel
    let boardName: SafeText
    let kind: BoardIdentity.Kind

    private var setting: Setting { model.setting }

    func draw(on frame: inout Frame) {
        let columns = frame.size.columns
        let style = setting.theme[.header]
        frame.fill(Rect(column: 0, row: 0, columns: columns, rows: 1), style: style)
        let right = clock
        let rightColumns = right.columns(frame.ambiguous)
        frame.write(right, column: columns - rightColumns - 1, style: style)
        let room = max(0, columns - rightColumns - 4)
        // Whoever works on this board knows its name: it gives way to the object and the role.
        let place = place
        let left = max(Self.leastName, room - place.columns(frame.ambiguous))
        frame.writeField(
            boardName.truncated(columns: left) + place, column: 1, columns: room, style: style)
        drawLanes(on: &frame)
    }

    /// Fewer columns of the board's name tell nothing.
    private static let leastName = 7

    /// ` ▸ 审批 XC-2026-0007 里程碑 1.1 · 陈明 审核人`
    private var place: SafeText {
        var text: SafeText = " ▸ "
        if let screen = model.top?.screen {
            text = text + setting.title(of: screen.name)
            let subject = screen.subject(in: setting)
            if !subject.isEmpty { text = text + " " + subject }
        }
        let who = setting.person == nil ? setting.text("tui.header.public") : setting.personName
        text = text + " · " + who
        let roles = Role.pickingOrder.filter(setting.roles.contains).map {
            setting.wording.choice($0.rawValue, of: "role")
        }
        guard !roles.isEmpty else { return text }
        return text + " " + SafeText(setting.wording.list(roles))
    }

    private var clock: SafeText {
        let day = setting.now.day
        let time = String(setting.now.localText.dropFirst(11).prefix(5))
        let state =
            switch kind {
            case _ where setting.isPast: "tui.header.past"
            case .sample: "tui.header.sample"
            case .simulation: "tui.header.simulation"
            case .live: model.isLive ? "tui.header.live" : "tui.header.still"
            }
        return setting.text(state) + " "
            + setting.text(
                "tui.header.clock",
                [
                    "day": day.text, "weekday": setting.texts.text("cli.weekday.\(day.weekday)"),
                    "time": time,
                ])
    }

    private func drawLanes(on frame: inout Frame) {
        let theme = setting.theme
        frame.fill(
            Rect(column: 0, row: 1, columns: frame.size.columns, rows: 1), style: theme[.footer])
        var column = 1
        for (index, lane) in Lane.allCases.enumerated() {
            if index > 0 {
                column += frame.write(
                    " ❯ ", column: column, row: 1,
                    style: theme[.footer].merging(theme[.muted]))
            }
            let count = model.header.lanes[lane].map(String.init) ?? "·"
            let lower = setting.texts.text("lane." + lane.rawValue)
            let name = lower.prefix(1).uppercased() + lower.dropFirst()
            column += frame.write(
                SafeText(name + " "), column: column, row: 1, style: theme[.footer])
            column += frame.write(
                SafeText(count), column: column, row: 1,
                style: theme[.footer].merging(Style(.bold)))
        }
        guard let overdue = model.header.overdue else { return }
        let text = setting.text("tui.header.overdue", ["count": String(overdue)])
        let start = frame.size.columns - text.columns(frame.ambiguous) - 1
        guard start > column + 1 else { return }
        frame.write(
            text, column: start, row: 1,
            style: theme[.footer].merging(theme[overdue > 0 ? .danger : .muted]))
    }
}
