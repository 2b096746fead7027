import BoardDomain
import BoardService
import TerminalKit

/// 待办: what waits for the signed-in person, the most urgent first.
struct InboxScreen: Screen {
    enum Message: Sendable {
        case loaded(Answer<InboxContent>)
        case key(KeyEvent)
        case typed(InputEvent)
        case pressed(row: Int)
        case wheel(Int)
        case open
        case openCase
        case filter
        case begin
    }

    let name = ScreenName.inbox
    private(set) var content = Loaded<InboxContent>()
    /// Those that the filter lets through; made anew only when the duties or the filter change, since
    /// a key press must not go through a hundred thousand of them.
    private(set) var entries: [InboxEntry] = []
    private(set) var selection = RowSelection<String>()
    private(set) var filter = FilterLine()

    var isTyping: Bool { filter.isOpen }

    // MARK: What it knows

    mutating func begin(in setting: Setting) -> [Step<Message>] {
        content.ask()
        return [.ask { .loaded(await $0.inbox().map(InboxContent.init)) }]
    }

    private mutating func sift(_ setting: Setting) {
        entries = filter.matching(content.value?.entries ?? []) { entry in
            entry.what(setting) + " " + entry.title + " " + SafeText(entry.item.stream.id)
        }
    }

    func rows(in setting: Setting) -> ElementRows<InboxEntry> {
        ElementRows(entries) { entry, column in
            switch column {
            case 0: entry.left(setting)
            case 1: StyledText(entry.due(setting))
            case 2: StyledText(entry.what(setting))
            case 3: StyledText(entry.title)
            case 4: StyledText(entry.object(setting))
            default: StyledText(SafeText(entry.item.rule))
            }
        }
    }

    func selected(in setting: Setting) -> InboxEntry? {
        selection.placement(in: rows(in: setting), height: 1).selected.map { entries[$0] }
    }

    // MARK: Keys

    func message(for event: InputEvent, in setting: Setting) -> Message? {
        if filter.isOpen { return filter.takes(event) ? .typed(event) : nil }
        switch event {
        case .key(let key):
            switch (key.key, key.modifiers) {
            case (.enter, []): return .open
            case (.character("/"), []): return .filter
            case (.character("o"), []): return .openCase
            case (.character("n"), []): return .begin
            case (.escape, []) where filter.isActive: return .typed(event)
            default: break
            }
            var moved = selection
            let height = tableHeight(setting)
            return moved.handle(key, in: rows(in: setting), height: height) ? .key(key) : nil
        case .mouse(let mouse):
            switch mouse.kind {
            case .press(.left): return .pressed(row: mouse.row)
            case .scrollDown: return .wheel(3)
            case .scrollUp: return .wheel(-3)
            default: return nil
            }
        default: return nil
        }
    }

    mutating func update(_ message: Message, in setting: Setting) -> [Step<Message>] {
        let height = tableHeight(setting)
        switch message {
        case .loaded(let answer):
            content.take(answer)
            sift(setting)
            let rows = rows(in: setting)
            if selection.id == nil { selection.select(0, in: rows, height: height) }
            selection.settle(in: rows, height: height)
        case .key(let key): _ = selection.handle(key, in: rows(in: setting), height: height)
        case .typed(let event):
            filter.take(event)
            sift(setting)
            selection.select(0, in: rows(in: setting), height: height)
        case .filter: filter.open()
        case .begin: return [.open(BeginScreen())]
        case .pressed(let row): return press(row, setting)
        case .wheel(let rows): selection.move(by: rows, in: self.rows(in: setting), height: height)
        case .open: return open(setting)
        case .openCase:
            guard let stream = selected(in: setting)?.item.origin else { return [] }
            return [.open(Destination.file(of: stream))]
        }
        return []
    }

    private func open(_ setting: Setting) -> [Step<Message>] {
        guard let entry = selected(in: setting) else { return [] }
        return [
            .open(
                Destination.work(
                    on: entry.subject, of: entry.item.stream, toward: entry.item.command))
        ]
    }

    private mutating func press(_ row: Int, _ setting: Setting) -> [Step<Message>] {
        let rows = rows(in: setting)
        let table = InboxView.table(of: Rect(setting.body), setting)
        let place = Position(column: 0, row: row - table.row)
        let drawn = Table([], rows: rows, selection: selection, theme: setting.theme)
        guard let index = drawn.index(at: place, of: table.size) else { return [] }
        // A second click on the selected row opens it.
        let wasSelected = selection.id == rows.id(at: index)
        selection.select(index, in: rows, height: tableHeight(setting))
        return wasSelected ? open(setting) : []
    }

    private func tableHeight(_ setting: Setting) -> Int {
        let size = InboxView.table(of: Rect(setting.body), setting).size
        return Table<ElementRows<InboxEntry>>.height(of: size)
    }

    func keys(in setting: Setting) -> [KeyUse] {
        if filter.isOpen { return setting.filterKeys }
        let isEmpty = rows(in: setting).count == 0
        let nothing = isEmpty ? setting.text("tui.inbox.nothing") : nil
        return [
            KeyUse(.enter, setting.text("tui.inbox.key.open"), reason: nothing),
            KeyUse(.character("o"), setting.text("tui.inbox.key.case"), reason: nothing),
            KeyUse(.character("n"), setting.text("tui.inbox.key.begin")),
            KeyUse(.character("/"), setting.text("tui.key.filter")),
        ]
    }

    func view(into frame: inout Frame, in setting: Setting) {
        frame.draw(InboxView(screen: self, setting: setting), in: frame.bounds)
    }
}
