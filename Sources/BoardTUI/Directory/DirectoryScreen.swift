import BoardDomain
import BoardService
import TerminalKit

/// 名录: people, organisations, pools, sanctions and policy payouts, and where a new one begins.
struct DirectoryScreen: Screen {
    enum Message: Sendable {
        case loaded(Answer<DirectoryContent>)
        case more(Answer<StreamPage>, DirectoryTab)
        case named(Answer<StreamID>)
        case table(InputEvent)
        case typed(InputEvent)
        case naming(InputEvent)
        case turn(by: Int)
        case turned(to: DirectoryTab)
        case filter
        case work
        case begin
        case copy
    }

    let name = ScreenName.directory
    private(set) var content = Loaded<DirectoryContent>()
    private(set) var tab = DirectoryTab.persons
    private(set) var panes: [DirectoryTab: RowPane<String>] = [:]
    private(set) var filter = FilterLine()
    /// Those that the filter lets through.
    private(set) var entries: [DirectoryEntry] = []
    /// The id of a new person or organisation, while it is typed.
    private(set) var naming: NewStreamPrompt?
    private var isAskingMore = false

    var isTyping: Bool { filter.isOpen || naming != nil }
    var isAsking: Bool { naming != nil }

    func subject(in setting: Setting) -> SafeText {
        setting.text("tui.directory.tab." + tab.rawValue)
    }

    var pane: RowPane<String> { panes[tab] ?? RowPane() }

    // MARK: What it knows

    mutating func begin(in setting: Setting) -> [Step<Message>] {
        content.ask()
        return [.ask { .loaded(await $0.directory()) }]
    }

    private mutating func sift(_ setting: Setting) {
        let columns = DirectoryColumns(tab: tab, setting: setting)
        entries = filter.matching(content.value?.entries[tab] ?? [], columns.text)
        var pane = pane
        pane.settle(in: rows(in: setting), at: place(setting))
        panes[tab] = pane
    }

    func rows(in setting: Setting) -> ElementRows<DirectoryEntry> {
        let columns = DirectoryColumns(tab: tab, setting: setting)
        return ElementRows(entries) { columns.cell($0, $1) }
    }

    func selected(in setting: Setting) -> DirectoryEntry? {
        pane.selected(in: rows(in: setting)).map { entries[$0] }
    }

    func place(_ setting: Setting) -> RowPane<String>.Place {
        RowPane.Place(rect: DirectoryView.parts(of: Rect(setting.body)).table)
    }

    // MARK: Update

    mutating func update(_ message: Message, in setting: Setting) -> [Step<Message>] {
        switch message {
        case .loaded(let answer):
            content.take(answer)
            sift(setting)
        case .more(let answer, let tab):
            isAskingMore = false
            guard case .success(let page) = answer, var value = content.value else { return [] }
            value.append(page, to: tab)
            content = Loaded(value)
            sift(setting)
        case .named(.success(let stream)): return [.open(work(on: stream, toward: tab.beginning))]
        case .named(.failure(let fault)): return [.tell(fault.words, .danger)]
        case .table(let event):
            var pane = pane
            let outcome = pane.take(event, in: rows(in: setting), at: place(setting))
            panes[tab] = pane
            guard outcome == .opened, let entry = selected(in: setting) else {
                return more(setting)
            }
            return [.open(Destination.file(of: entry.stream))]
        case .typed(let event):
            filter.take(event)
            sift(setting)
        case .naming(let event): return name(event, setting)
        case .turn(let steps):
            let tabs = DirectoryTab.allCases
            let current = tabs.firstIndex(of: tab) ?? 0
            turn(to: tabs[Tabs.step(current, by: steps, of: tabs.count)], setting)
        case .turned(let tab): turn(to: tab, setting)
        case .filter: filter.open()
        case .work:
            guard let entry = selected(in: setting) else { return [] }
            return [.open(work(on: entry.stream, toward: nil))]
        case .begin:
            guard !tab.isNamed else {
                naming = NewStreamPrompt(tab)
                return []
            }
            let kind = tab.kind
            return [.ask { .named(await $0.newStream(kind)) }]
        case .copy:
            guard let id = selected(in: setting)?.stream.id else { return [] }
            return [
                .copy(SafeText(id)), .tell(setting.text("tui.copied", ["text": id]), .notice),
            ]
        }
        return []
    }

    private mutating func turn(to tab: DirectoryTab, _ setting: Setting) {
        self.tab = tab
        filter = FilterLine()
        sift(setting)
    }

    /// Long lists go on before one stands at their end.
    private mutating func more(_ setting: Setting) -> [Step<Message>] {
        let index = pane.selected(in: rows(in: setting)) ?? 0
        guard !isAskingMore, let last = content.value?.next[tab],
            index + place(setting).height >= entries.count
        else { return [] }
        isAskingMore = true
        let tab = tab
        return [.ask { .more(await $0.directory(tab, after: last), tab) }]
    }

    private mutating func name(_ event: InputEvent, _ setting: Setting) -> [Step<Message>] {
        switch naming?.take(event, setting) {
        case .named(let stream):
            naming = nil
            return [.open(work(on: stream, toward: tab.beginning))]
        case .cancelled: naming = nil
        case nil: break
        }
        return []
    }

    private func work(on stream: StreamID, toward command: String?) -> any Screen {
        let own = ObjectReference(type(of: Stream(stream).aggregate).machines[0])
        return Destination.work(on: own, of: stream, toward: command)
    }

    func view(into frame: inout Frame, in setting: Setting) {
        frame.draw(DirectoryView(screen: self, setting: setting), in: frame.bounds)
    }
}

/// The id under which a new person or organisation is to be known.
struct NewStreamPrompt: Sendable {
    enum Outcome: Sendable {
        case named(StreamID)
        case cancelled
    }

    let tab: DirectoryTab
    private(set) var editor = TextEditor(limit: 64)
    private(set) var fault: SafeText?

    init(_ tab: DirectoryTab) { self.tab = tab }

    mutating func take(_ event: InputEvent, _ setting: Setting) -> Outcome? {
        switch event {
        case .paste(let text): editor.paste(text)
        case .key(let key) where key.key == .escape: return .cancelled
        case .key(let key) where key.key == .enter: return given(setting)
        case .key(let key):
            if editor.handle(key) { fault = nil }
        default: break
        }
        return nil
    }

    private mutating func given(_ setting: Setting) -> Outcome? {
        let typed = editor.text.string
        switch tab {
        case .organisations:
            guard let code = try? UnifiedCode(typed) else {
                fault = setting.text("tui.directory.code.misread")
                return nil
            }
            return .named(StreamID(.organisation, code.text))
        default:
            let isName = !typed.isEmpty && !typed.contains("/") && !typed.contains(" ")
            guard isName else {
                fault = setting.text("tui.directory.person.misread")
                return nil
            }
            return .named(StreamID(tab.kind, typed))
        }
    }
}
