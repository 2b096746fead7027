import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// A duty as a row of the inbox.
struct InboxEntry: Sendable, Identifiable {
    let item: InboxItem

    /// The same duty keeps its id while the board moves on.
    var id: String { [item.origin.text, item.about, item.rule, item.act].joined(separator: " ") }

    /// The object that waits; a stream's own where the duty names none.
    var subject: ObjectReference {
        ObjectReference(text: item.object)
            ?? ObjectReference(type(of: Stream(item.stream).aggregate).machines[0])
    }

    /// How urgent it is, from the most urgent on: what the counts tell.
    enum Urgency: Int, CaseIterable, Sendable {
        case overdue, today, week, later, open
    }

    var urgency: Urgency {
        if item.isOverdue { return .overdue }
        guard let days = item.workdaysLeft else { return .open }
        return days <= 0 ? .today : days <= 5 ? .week : .later
    }

    func what(_ setting: Setting) -> SafeText { SafeText(setting.wording.duty(item.act)) }

    func object(_ setting: Setting) -> SafeText {
        SafeText(setting.wording.object(item.about))
    }

    /// The case by its title, every other stream by its number.
    var title: SafeText {
        SafeText(item.caseTitle.isEmpty ? item.stream.id : item.caseTitle)
    }

    func due(_ setting: Setting) -> SafeText {
        guard let due = item.due else { return .empty }
        return SafeText(setting.shortDay(due.day))
    }

    /// `逾期 3 日`, `今日`, `剩 2 日`: workdays.
    func left(_ setting: Setting) -> StyledText {
        let texts = setting.texts
        let role: Theme.Role =
            switch urgency {
            case .overdue: .danger
            case .today: .warning
            case .week: .notice
            case .later, .open: .text
            }
        let words: String
        switch (urgency, item.workdaysLeft) {
        case (.overdue, let days?) where days < 0:
            words = texts.text("tui.inbox.late", ["count": String(-days)])
        case (.overdue, _): words = texts.text("tui.inbox.lateToday")
        case (.today, _): words = texts.text("tui.inbox.today")
        case (_, let days?): words = texts.text("tui.inbox.left", ["count": String(days)])
        case (_, nil): words = "–"
        }
        // The sign says it where there is no colour.
        let sign = urgency == .overdue ? "! " : "  "
        return StyledText(SafeText(sign + words), style: setting.theme[role])
    }
}

/// All duties of a person, and how many there are of each urgency and kind.
struct InboxContent: Sendable {
    let entries: [InboxEntry]
    let urgencies: [InboxEntry.Urgency: Int]
    /// The most numerous first.
    let kinds: [(machine: Machine, count: Int)]

    init(_ items: [InboxItem]) {
        entries = items.map(InboxEntry.init).enumerated().sorted { left, right in
            let (one, other) = (left.element, right.element)
            if one.urgency == .overdue || other.urgency == .overdue, one.urgency != other.urgency {
                return one.urgency == .overdue
            }
            let dues = (one.item.due?.milliseconds ?? .max, other.item.due?.milliseconds ?? .max)
            return dues.0 == dues.1 ? left.offset < right.offset : dues.0 < dues.1
        }.map(\.element)
        urgencies = entries.reduce(into: [:]) { $0[$1.urgency, default: 0] += 1 }
        let counts = entries.reduce(into: [:]) { $0[$1.subject.machine, default: 0] += 1 }
        kinds = counts.map { ($0.key, $0.value) }.sorted {
            ($1.1, $0.0.rawValue) < ($0.1, $1.0.rawValue)
        }.map { (machine: $0.0, count: $0.1) }
    }
}

extension Setting {
    /// `10-13 二`, of another year than this `27-01-13`.
    func shortDay(_ day: Day) -> String {
        guard day.year == now.day.year else { return String(day.text.dropFirst(2)) }
        return day.text.dropFirst(5) + " " + texts.text("tui.weekday.\(day.weekday)")
    }
}
