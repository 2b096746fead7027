import BoardDomain
import BoardService
import TerminalKit

/// 新办: what the person may begin that nobody has asked for: a challenge, a claim, a report, a pool, an opener's key.
struct BeginScreen: Screen {
    enum Message: Sendable {
        case loaded([ActChoice], hasKey: Bool)
        case key(KeyEvent)
        case pressed(row: Int)
        case open
    }

    /// A line of the menu.
    struct Entry: Identifiable, Sendable {
        enum Work: Sendable {
            case command(ActChoice)
            /// The opener's key, which no log knows of.
            case openerKey
        }

        let id: String
        let title: SafeText
        /// Why it cannot be begun now; nil where it can.
        let reason: SafeText?
        let work: Work
    }

    let name = ScreenName.begin
    private(set) var choices: [ActChoice]?
    private(set) var hasKey = true
    private(set) var selection = RowSelection<String>()

    mutating func begin(in setting: Setting) -> [Step<Message>] {
        [
            .ask { desk in
                let hasKey = desk.person.map { desk.ring.hasKey(of: $0) } ?? true
                return .loaded(await desk.beginnings(), hasKey: hasKey)
            }
        ]
    }

    func entries(_ setting: Setting) -> [Entry] {
        // Nothing is told of a key before it is known whether there is one.
        guard let choices else { return [] }
        var entries = choices.map { choice in
            Entry(
                id: choice.id, title: choice.title(setting),
                reason: choice.option.refusal.map { SafeText(setting.wording.refusal($0)) },
                work: .command(choice))
        }
        if !setting.roles.isDisjoint(with: [.caseOfficer, .supervisor]) {
            entries.append(
                Entry(
                    id: "key", title: setting.text("tui.begin.key"),
                    reason: hasKey ? setting.text("tui.begin.hasKey") : nil, work: .openerKey))
        }
        return entries
    }

    func rows(_ setting: Setting) -> ElementRows<Entry> {
        ElementRows(entries(setting)) { entry, _ in
            let mark: SafeText = entry.reason == nil ? "✓ " : "✗ "
            let words = entry.reason.map { entry.title + "  " + $0 } ?? entry.title
            return StyledText(
                mark + words, style: entry.reason == nil ? .plain : setting.theme[.muted])
        }
    }

    func message(for event: InputEvent, in setting: Setting) -> Message? {
        switch event {
        case .key(let key):
            if key == KeyEvent(.enter) { return .open }
            var moved = selection
            return moved.handle(key, in: rows(setting), height: height(setting)) ? .key(key) : nil
        case .mouse(let mouse): return mouse.isPress ? .pressed(row: mouse.row) : nil
        default: return nil
        }
    }

    mutating func update(_ message: Message, in setting: Setting) -> [Step<Message>] {
        let height = height(setting)
        switch message {
        case .loaded(let choices, let hasKey):
            self.choices = choices
            self.hasKey = hasKey
            if selection.id == nil { selection.select(0, in: rows(setting), height: height) }
            selection.settle(in: rows(setting), height: height)
        case .key(let key): _ = selection.handle(key, in: rows(setting), height: height)
        case .pressed(let row):
            let rows = rows(setting)
            let list = List(rows, selection: selection, theme: setting.theme)
            guard let index = list.index(at: row - 2, height: height) else { return [] }
            let wasSelected = selection.id == rows.id(at: index)
            selection.select(index, in: rows, height: height)
            return wasSelected ? open(setting) : []
        case .open: return open(setting)
        }
        return []
    }

    private func open(_ setting: Setting) -> [Step<Message>] {
        let rows = rows(setting)
        guard let place = selection.placement(in: rows, height: 1).selected else { return [] }
        let entry = rows.elements[place]
        if let reason = entry.reason { return [.tell(reason, .warning)] }
        switch entry.work {
        case .command(let choice):
            return [.replace(Destination.form(for: choice, evidence: nil))]
        case .openerKey: return [.replace(KeyScreen())]
        }
    }

    private func height(_ setting: Setting) -> Int { max(1, setting.body.rows - 2) }

    func keys(in setting: Setting) -> [KeyUse] {
        let isEmpty = entries(setting).isEmpty
        return [
            KeyUse(
                .enter, setting.text("tui.begin.key.open"),
                reason: isEmpty ? setting.text("tui.begin.nothing") : nil)
        ]
    }

    func view(into frame: inout Frame, in setting: Setting) {
        let parts = Layout.vertical(.length(2), .min(1)).split(frame.bounds.inset(columns: 1))
        frame.draw(
            Text(setting.text("tui.begin.title"), style: setting.theme[.title]), in: parts[0])
        frame.draw(
            List(
                rows(setting), selection: selection, theme: setting.theme,
                placeholder: setting.text(choices == nil ? "tui.loading" : "tui.begin.nothing")),
            in: parts[1])
    }
}
