import BoardDomain
import BoardResources
import TerminalKit

/// Contracts and their milestones on an axis of days: what is reached, what is under way, what is late.
struct MilestoneChart: Widget {
    let rows: [GanttRow<String>]
    let selected: String?
    let setting: Setting

    private static let labelColumns = 18

    /// - Parameters:
    ///   - entries: the whole leaf: where a milestone begins, the one before it tells.
    ///   - shown: the ids of those that get a row.
    init(
        _ entries: [CaseEntry], showing shown: Set<String>, selected: String?,
        in setting: Setting
    ) {
        self.selected = selected
        self.setting = setting
        var contract: CaseEntry?
        var start: Day?
        var rows: [GanttRow<String>] = []
        for entry in entries {
            switch entry.machine {
            case .contract:
                contract = entry
                start = entry.day("effectiveAt")
                let own = entries.filter { $0.isMilestone(of: entry) }.compactMap { $0.day("due") }
                guard shown.contains(entry.id), let start, let end = own.max() else { continue }
                rows.append(
                    GanttRow(
                        entry.id, Self.label(entry, " ", setting),
                        bars: [.init(start.onAxis, end.onAxis, role: .muted, isLight: true)]))
            case .milestone:
                if contract.map(entry.isMilestone(of:)) != true { start = nil }
                guard let end = entry.day("due") else { continue }
                defer { start = end }
                guard shown.contains(entry.id) else { continue }
                let state = entry.json["state"]?.string.flatMap(MilestoneState.init(rawValue:))
                let progress = Progress(state, end, setting.now.day)
                rows.append(
                    GanttRow(
                        entry.id, Self.label(entry, progress.sign, setting),
                        bars: [
                            .init(
                                (start ?? end).onAxis, end.onAxis, role: progress.role,
                                isLight: progress == .ahead)
                        ]))
            default: continue
            }
        }
        self.rows = rows
    }

    /// Rows that it takes with its axis.
    var height: Int { rows.count + 2 }

    func draw(on frame: inout Frame) {
        let today = setting.now.day.onAxis
        var state = GanttState(
            fitting: rows, today: today,
            columns: Gantt<String>.axisColumns(of: frame.size, labelColumns: Self.labelColumns))
        if let place = rows.firstIndex(where: { $0.id == selected }) {
            state.selection.select(
                place, in: ElementRows(rows) { row, _ in row.label },
                height: Gantt<String>.height(of: frame.size))
        }
        frame.draw(
            Gantt(
                rows, state: state, today: today, labelColumns: Self.labelColumns,
                theme: setting.theme), in: frame.bounds)
    }

    private static func label(
        _ entry: CaseEntry, _ sign: SafeText, _ setting: Setting
    ) -> StyledText {
        let name = entry.object.map { SafeText(setting.wording.object($0)) } ?? .empty
        return StyledText(sign + " " + name)
    }

    /// How a milestone stands to its deadline; told by a sign, not by colour alone.
    private enum Progress {
        case reached, missed, late, running, ahead

        init(_ state: MilestoneState?, _ due: Day, _ today: Day) {
            self =
                switch state {
                case .met, .partiallyMet: .reached
                case .notMet: .missed
                case .planned, .cancelled: .ahead
                default: due < today ? .late : .running
                }
        }

        var sign: SafeText {
            switch self {
            case .reached: "✓"
            case .missed: "✗"
            case .late: "!"
            case .running: "▸"
            case .ahead: " "
            }
        }

        var role: Theme.Role {
            switch self {
            case .reached: .success
            case .missed, .late: .danger
            case .running: .accent
            case .ahead: .muted
            }
        }
    }
}

extension CaseEntry {
    fileprivate func day(_ name: String) -> Day? {
        json[name]?.string.flatMap(Instant.init(text:))?.day
    }

    fileprivate func isMilestone(of contract: CaseEntry) -> Bool {
        machine == .milestone
            && json["id"]?.string?.hasPrefix("\(contract.object?.id ?? "").") == true
    }
}

extension Day {
    /// The same day for the library's charts.
    fileprivate var onAxis: CalendarDay { CalendarDay(number: number) }
}
