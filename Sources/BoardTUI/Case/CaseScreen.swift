import BoardDomain
import BoardService
import TerminalKit

/// 榜题 and 档案: all of one stream that the viewer may see, leaf by leaf.
struct CaseScreen: Screen {
    enum Message: Sendable {
        case loaded(Answer<CaseContent>)
        case looked(Answer<CaseNews>)
        case told(Answer<[TimelineEntry]>, [CaseDocument])
        case table(InputEvent)
        case typed(InputEvent)
        case turn(by: Int)
        case turned(to: CaseTab)
        case scroll(Int)
        case act
        case copy
        case filter
        case chart
    }

    let stream: StreamID
    private(set) var content = Loaded<CaseContent>()
    private(set) var timeline = Loaded<[TimelineEntry]>()
    private(set) var tab: CaseTab
    /// Of every leaf that was looked at: what is selected there, and what else it has to say.
    private(set) var panes: [CaseTab: RowPane<String>] = [:]
    private(set) var filter = FilterLine()
    /// How far what the selected row is about is scrolled.
    private(set) var top = 0
    /// On a narrow screen: the milestones on their axis instead of what the row is about.
    private(set) var showsChart = false
    private(set) var entries: [CaseEntry] = []
    private var all: [CaseTab: [CaseEntry]] = [:]
    private var documents: [CaseDocument] = []

    init(of stream: StreamID, tab: CaseTab? = nil) {
        self.stream = stream
        self.tab = tab ?? (stream.kind == .challenge ? .terms : .file)
    }

    var name: ScreenName { stream.kind == .challenge ? .case : .file }

    var isTyping: Bool { filter.isOpen }

    func subject(in setting: Setting) -> SafeText { SafeText(stream.id) }

    var tabs: [CaseTab] { content.value.map(CaseTab.tabs) ?? [tab] }

    var pane: RowPane<String> { panes[tab] ?? RowPane() }

    // MARK: What it knows

    mutating func begin(in setting: Setting) -> [Step<Message>] {
        content.ask()
        let stream = stream
        return [.ask { .loaded(await $0.caseContent(of: stream)) }]
    }

    mutating func refresh(in setting: Setting) -> [Step<Message>] {
        guard let known = content.value else { return begin(in: setting) }
        let stream = stream
        return [.ask { .looked(await $0.caseNews(of: stream, after: known.version)) }]
    }

    /// The events are asked for when a leaf that shows them is opened: being shown them is on record.
    private mutating func askTimeline() -> [Step<Message>] {
        guard tab.needsTimeline, let file = content.value?.file else { return [] }
        timeline.ask()
        let stream = stream
        return [
            .ask { desk in
                let answer = await desk.timeline(stream)
                return .told(answer, desk.namedDocuments(file, (try? answer.get()) ?? []))
            }
        ]
    }

    /// Rows of a tab that have come anew, sifted by what is typed; the selection stays where it was.
    private mutating func take(_ value: CaseContent, in setting: Setting) {
        for tab in CaseTab.tabs(of: value) where !tab.needsTimeline {
            all[tab] = value.entries(of: tab)
        }
        all[.documents] = documents.map { CaseEntry(id: $0.digest.text, .document($0)) }
        all[.timeline] = (timeline.value ?? []).map {
            CaseEntry(id: String($0.position), .event($0))
        }
        if !tabs.contains(tab) { tab = tabs[0] }
        sift(setting)
    }

    private mutating func sift(_ setting: Setting) {
        let words = words(setting)
        let columns = tab.columns(on: Int.max)
        entries = filter.matching(all[tab] ?? []) { entry in
            columns.map { $0.cell(entry, words).text }.reduce(.empty) { $0 + " " + $1 }
        }
        var pane = pane
        if pane.id == nil, tab == .timeline, !entries.isEmpty {
            // The newest is what one looks for.
            pane.select(entries.count - 1, in: rows(in: setting), at: place(setting))
        }
        pane.settle(in: rows(in: setting), at: place(setting))
        panes[tab] = pane
    }

    func words(_ setting: Setting) -> CaseWords {
        CaseWords(setting: setting, doable: content.value?.doable ?? [])
    }

    func rows(in setting: Setting) -> ElementRows<CaseEntry> {
        let (words, columns) = (words(setting), tab.columns(on: setting.size.columns))
        return ElementRows(entries) { entry, column in columns[column].cell(entry, words) }
    }

    func selected(in setting: Setting) -> CaseEntry? {
        pane.selected(in: rows(in: setting)).map { entries[$0] }
    }

    func chart(_ setting: Setting) -> MilestoneChart {
        MilestoneChart(
            all[.contract] ?? [], showing: Set(entries.map(\.id)), selected: pane.id, in: setting)
    }

    func place(_ setting: Setting) -> RowPane<String>.Place {
        RowPane.Place(
            rect: CaseView.parts(of: Rect(setting.body), self, setting).table,
            columns: tab.columns(on: setting.size.columns).map(\.width))
    }

    // MARK: Update

    mutating func update(_ message: Message, in setting: Setting) -> [Step<Message>] {
        switch message {
        case .loaded(let answer):
            content.take(answer)
            guard case .success(let value) = answer else { return [] }
            take(value, in: setting)
            return askTimeline()
        case .looked(.success(.same(let options))):
            guard var value = content.value else { return [] }
            value.options = options
            content = Loaded(value)
            take(value, in: setting)
        case .looked(.success(.changed(let value))):
            content = Loaded(value)
            take(value, in: setting)
            return timeline.value == nil ? [] : askTimeline()
        case .looked(.failure(let fault)):
            // It is not there for this viewer, or not yet: nothing of it stays in sight.
            content = Loaded()
            content.take(.failure(fault))
        case .told(let answer, let documents):
            timeline.take(answer)
            self.documents = documents
            if let value = content.value { take(value, in: setting) }
        case .table(let event):
            var pane = pane
            let before = pane.id
            let outcome = pane.take(event, in: rows(in: setting), at: place(setting))
            panes[tab] = pane
            if pane.id != before { top = 0 }
            if outcome == .opened { return open(setting) }
        case .typed(let event):
            filter.take(event)
            sift(setting)
        case .turn(let steps):
            let current = tabs.firstIndex(of: tab) ?? 0
            return turn(to: tabs[Tabs.step(current, by: steps, of: tabs.count)], setting)
        case .turned(let tab): return turn(to: tab, setting)
        case .scroll(let lines): scroll(by: lines, setting)
        case .act: return [.open(work(on: selected(in: setting)))]
        case .copy: return [.copy(copied(setting)), told(copied(setting), setting)]
        case .filter: filter.open()
        case .chart: showsChart.toggle()
        }
        return []
    }

    private mutating func turn(to tab: CaseTab, _ setting: Setting) -> [Step<Message>] {
        self.tab = tab
        top = 0
        filter = FilterLine()
        sift(setting)
        return timeline.value == nil ? askTimeline() : []
    }

    private mutating func scroll(by lines: Int, _ setting: Setting) {
        let detail = CaseView.parts(of: Rect(setting.body), self, setting).detail
        let count = CaseDetail(self, setting, columns: detail.columns).lines.count
        top = max(0, min(top + lines, FileLines.most(count, height: detail.rows - 1)))
    }

    // MARK: What opens

    private func open(_ setting: Setting) -> [Step<Message>] {
        guard let entry = selected(in: setting) else { return [] }
        switch entry.matter {
        case .event(let event): return [.open(EventScreen(at: event.position))]
        case .option(let choice):
            return [
                .open(
                    Destination.work(
                        on: choice.option.subject, of: stream, toward: choice.option.command))
            ]
        case .document: return []
        case .object, .part: return [.open(work(on: entry))]
        }
    }

    private func work(on entry: CaseEntry?) -> any Screen {
        let own = ObjectReference(type(of: Stream(stream).aggregate).machines[0])
        return Destination.work(on: entry?.object ?? own, of: stream, toward: nil)
    }

    private func copied(_ setting: Setting) -> SafeText {
        guard let entry = selected(in: setting) else { return SafeText(stream.id) }
        switch entry.matter {
        case .document(let document): return SafeText(document.digest.text)
        case .event(let event): return SafeText(event.hash.text)
        case .object(let reference, _): return SafeText(stream.id + "/" + reference.text)
        case .part, .option: return SafeText(stream.id)
        }
    }

    private func told(_ text: SafeText, _ setting: Setting) -> Step<Message> {
        .tell(setting.text("tui.copied", ["text": text.string]), .notice)
    }
}
