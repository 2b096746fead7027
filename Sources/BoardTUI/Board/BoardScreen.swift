import BoardDomain
import BoardService
import TerminalKit

/// 榜单: all cases that the viewer may see, by lane, sifted and sorted.
struct BoardScreen: Screen {
    enum Message: Sendable {
        case came(Answer<CasePage>, Question)
        case counted(Answer<BoardCounts>)
        case faceted(Answer<[CaseFacet: [CaseTally]]>)
        case table(InputEvent)
        case typed(InputEvent)
        case choosing(InputEvent)
        case lane(by: Int)
        case laneAt(Set<String>)
        case order(CaseSort?)
        case reverse
        case clear
        case search
        case choose(CaseFacet?)
        case copy
        case post
    }

    /// What is asked for of the list.
    enum Question: Hashable, Sendable {
        /// From its beginning, with the first row selected.
        case anew
        /// As much of it as is there, with the same row selected.
        case again
        /// What comes after the last row that is there.
        case more
    }

    let name = ScreenName.board
    private(set) var filter: BoardFilter
    private(set) var pages = CasePages()
    private(set) var counts = Loaded<BoardCounts>()
    private(set) var pane = RowPane<String>()
    /// The words that are looked for.
    private(set) var words = FilterLine()
    private(set) var picker: FacetPicker?
    /// Why there is no list; nil where there is one.
    private(set) var failure: SafeText?
    private(set) var isLoading = true
    /// Asked for while an answer was still to come: the strongest is asked then.
    private var waiting: Question?
    /// Whether somebody wants to stand at the end of the list.
    private var wantsEnd = false

    init(_ filter: BoardFilter = BoardFilter()) { self.filter = filter }

    var isTyping: Bool { words.isOpen || picker != nil }
    var isAsking: Bool { picker != nil }

    // MARK: What it knows

    mutating func begin(in setting: Setting) -> [Step<Message>] {
        isLoading = false
        return ask(.anew)
    }

    mutating func refresh(in setting: Setting) -> [Step<Message>] { ask(.again) }

    /// One question at a time; the list stays in sight until the answer is there.
    private mutating func ask(_ question: Question) -> [Step<Message>] {
        let counted = question == .more ? [] : [askCounts()]
        guard !isLoading else {
            if waiting != .anew, question != .more || waiting == nil { waiting = question }
            return counted
        }
        isLoading = true
        let (filter, cursor, limit) = (
            filter, question == .more ? pages.cursor(in: filter.order) : nil, limit(question)
        )
        return [
            .ask { .came(await $0.page(filter, after: cursor, limit: limit), question) }
        ] + counted
    }

    private func limit(_ question: Question) -> Int {
        switch question {
        case .anew: CasePages.page
        case .again: max(CasePages.page, pages.rows.count)
        case .more: wantsEnd ? CasePages.piece : CasePages.page
        }
    }

    private func askCounts() -> Step<Message> {
        let filter = filter
        return .ask { .counted(await $0.counts(filter)) }
    }

    func rows(in setting: Setting) -> BoardRows { BoardRows(pages: pages, setting: setting) }

    func selected(in setting: Setting) -> CaseRow? {
        pane.selected(in: rows(in: setting)).map { pages.rows[$0] }
    }

    func place(_ setting: Setting) -> RowPane<String>.Place {
        RowPane.Place(
            rect: BoardView.parts(of: Rect(setting.body), setting).table,
            columns: BoardColumn.columns(in: setting).map(\.width))
    }

    // MARK: Update

    mutating func update(_ message: Message, in setting: Setting) -> [Step<Message>] {
        switch message {
        case .came(let answer, let question): return take(answer, question, setting)
        case .counted(let answer): counts.take(answer)
        case .faceted(.success(let facets)): picker?.take(facets, setting)
        case .faceted(.failure(let fault)): return [.tell(fault.words, .danger)]
        case .table(let event): return handle(event, setting)
        case .typed(let event):
            words.take(event)
            guard words.editor.text.string != filter.text else { return [] }
            filter.text = words.editor.text.string
            if filter.text.isEmpty, filter.sort == .relevance { filter.sort = nil }
            return ask(.anew)
        case .choosing(let event): return choose(event, setting)
        case .lane(let steps):
            filter.stepLane(by: steps)
            return ask(.anew)
        case .laneAt(let lanes):
            filter.lanes = filter.lanes == lanes ? [] : lanes
            return ask(.anew)
        case .order(let key):
            if let key { filter.order(by: key) } else { filter.stepOrder() }
            return ask(.anew)
        case .reverse:
            filter.isDescending.toggle()
            return ask(.anew)
        case .clear:
            filter = filter.cleared
            words = FilterLine()
            return ask(.anew)
        case .search: words.open()
        case .choose(let facet):
            picker = FacetPicker(filter, only: facet)
            let filter = filter
            return [.ask { .faceted(await $0.facets(filter)) }]
        case .copy:
            guard let id = selected(in: setting)?.id else { return [] }
            return [
                .copy(SafeText(id)), .tell(setting.text("tui.copied", ["text": id]), .notice),
            ]
        case .post: return Destination.screen(.post).map { [.open($0)] } ?? []
        }
        return []
    }

    private mutating func take(
        _ answer: Answer<CasePage>, _ question: Question, _ setting: Setting
    ) -> [Step<Message>] {
        isLoading = false
        // An answer to what is no longer asked changes nothing.
        let isStale = waiting == .anew && question != .anew
        switch answer {
        case .success(let page) where !isStale:
            failure = nil
            if question == .more { pages.append(page) } else { pages = CasePages(page) }
            let rows = rows(in: setting)
            if question == .anew { pane = RowPane() }
            pane.settle(in: rows, at: place(setting))
        case .success: break
        case .failure(let fault):
            // Of a page that has gone, the list is asked for anew.
            guard question != .more else { return ask(.again) }
            failure = fault.words
            pages = CasePages()
        }
        if let next = waiting {
            waiting = nil
            return ask(next)
        }
        return goOn(setting)
    }

    /// Asks for the next page before one stands at the end of what is there.
    private mutating func goOn(_ setting: Setting) -> [Step<Message>] {
        let rows = rows(in: setting)
        if pages.isComplete, wantsEnd {
            wantsEnd = false
            pane.select(rows.count - 1, in: rows, at: place(setting))
        }
        guard !pages.isComplete, !isLoading, failure == nil else { return [] }
        let index = pane.selected(in: rows) ?? 0
        let isNear = index + 2 * place(setting).height >= rows.count
        return isNear || wantsEnd ? ask(.more) : []
    }

    private mutating func handle(_ event: InputEvent, _ setting: Setting) -> [Step<Message>] {
        switch pane.take(event, in: rows(in: setting), at: place(setting)) {
        case .opened:
            guard let row = selected(in: setting) else { return [] }
            return [.open(Destination.file(of: StreamID(.challenge, row.id)))]
        case .head(let column):
            guard let key = BoardColumn.columns(in: setting)[column].sort else {
                return []
            }
            filter.order(by: key)
            return ask(.anew)
        case .moved, nil:
            wantsEnd = event.isToEnd
            return goOn(setting)
        }
    }

    private mutating func choose(_ event: InputEvent, _ setting: Setting) -> [Step<Message>] {
        switch picker?.take(event, in: setting) {
        case .done:
            picker = nil
            return []
        case .changed(let filter):
            self.filter = filter
            return ask(.anew)
        case nil: return []
        }
    }

    func view(into frame: inout Frame, in setting: Setting) {
        frame.draw(BoardView(screen: self, setting: setting), in: frame.bounds)
    }
}

extension InputEvent {
    fileprivate var isToEnd: Bool {
        guard case .key(let key) = self else { return false }
        return key.key == .end || key.key == .character("G")
    }
}
