import BoardDomain
import BoardService
import TerminalKit

/// 审计: the log, its verification, what was signed of it, who was shown what, and the board as it was.
struct AuditScreen: Screen {
    enum Tab: String, CaseIterable, Sendable { case log, verify, checkpoints, reads }

    enum Message: Sendable {
        case headed(Answer<Int64>)
        case rows(Answer<[LogEntry]>)
        case page(Answer<LogPage>, LogFilter, before: Int64)
        case checking(LongAnswer<LogVerdict>, LongAnswer<LogVerdict>.News?)
        case signed(Answer<[Anchor]>)
        case sealed(Answer<Anchor>)
        case read(Answer<[ObjectRead]>)
        case sifted(Answer<LogFilter>)
        case table(InputEvent)
        case typed(InputEvent)
        case prompting(InputEvent)
        case forming(InputEvent)
        case turn(by: Int)
        case turned(to: Tab)
        case ask(AuditPrompt.Purpose)
        case sift
        case check
        case seal
        case travelHome
        case copy
    }

    let name = ScreenName.audit
    private(set) var tab = Tab.log
    private(set) var log = LogBrowser()
    private(set) var check = LogCheck()
    private(set) var checkpoints = Loaded<[Anchor]>()
    private(set) var reads = Loaded<[ObjectRead]>()
    private(set) var readFilter = FilterLine()
    private(set) var checkpointPane = RowPane<Int64>()
    private(set) var readPane = RowPane<Int64>()
    private(set) var prompt: AuditPrompt?
    private(set) var form: LogFilterForm?

    var isTyping: Bool { prompt != nil || form != nil || readFilter.isOpen }
    var isAsking: Bool { prompt != nil || form != nil }

    func subject(in setting: Setting) -> SafeText { setting.text("tui.audit.tab." + tab.rawValue) }

    // MARK: What it knows

    mutating func begin(in setting: Setting) -> [Step<Message>] {
        [.ask { .headed(await $0.head()) }]
            + askLists()
    }

    private mutating func askLists() -> [Step<Message>] {
        switch tab {
        case .log, .verify: return []
        case .checkpoints:
            checkpoints.ask()
            return [.ask { .signed(await $0.checkpoints()) }]
        case .reads:
            reads.ask()
            return [.ask { .read(await $0.reads()) }]
        }
    }

    mutating func resized(in setting: Setting) -> [Step<Message>] {
        ask(log.wanted(at: place(setting)))
    }

    private func ask(_ question: LogBrowser.Question?) -> [Step<Message>] {
        switch question {
        case nil: return []
        case .rows(let after):
            return [.ask { .rows(await $0.log(after: after, limit: Int(LogBrowser.block))) }]
        case .search(let filter, let before, let limit, let most):
            return [
                .ask {
                    .page(
                        await $0.log(filter, before: before, limit: limit, scanning: most), filter,
                        before: before)
                }
            ]
        }
    }

    func checkpointRows(_ setting: Setting) -> ElementRows<CheckpointRow> {
        CheckpointRow.rows((checkpoints.value ?? []).reversed(), setting)
    }

    func readRows(_ setting: Setting) -> ElementRows<ReadRow> {
        let rows = (reads.value ?? []).reversed().map(ReadRow.init)
        let found = readFilter.matching(Array(rows)) { $0.line(setting) }
        return ElementRows(found) { row, column in row.cell(column, setting) }
    }

    func place(_ setting: Setting) -> RowPane<Int64>.Place {
        RowPane.Place(rect: AuditView.parts(of: Rect(setting.body), self, setting).table)
    }

    // MARK: Update

    mutating func update(_ message: Message, in setting: Setting) -> [Step<Message>] {
        let place = place(setting)
        switch message {
        case .headed(.success(let head)): return ask(log.take(head: head, at: place))
        case .headed(.failure(let fault)), .rows(.failure(let fault)),
            .page(.failure(let fault), _, _):
            log.fail(fault.words)
        case .rows(.success(let entries)): return ask(log.take(entries, at: place))
        case .page(.success(let page), let filter, let before):
            return ask(log.take(page, of: filter, before: before, at: place))
        case .checking(let question, let news):
            guard let news else { return [] }
            check.take(news)
            guard case .progress = news else { return [] }
            return [.ask { _ in .checking(question, await question.next()) }]
        case .signed(let answer):
            checkpoints.take(answer)
            checkpointPane.settle(in: checkpointRows(setting), at: place)
        case .read(let answer):
            reads.take(answer)
            readPane.settle(in: readRows(setting), at: place)
        case .sealed(.success(let anchor)):
            let words = setting.text(
                "tui.audit.sealed", ["position": String(anchor.checkpoint.position)])
            return [.tell(words, .success)] + askLists()
        case .sealed(.failure(let fault)): return [.tell(fault.words, .danger)]
        case .sifted(.success(let filter)):
            form = nil
            return ask(log.sift(filter, at: place))
        case .sifted(.failure(let fault)): form?.fail(fault.words)
        case .table(let event): return take(event, setting)
        case .typed(let event):
            readFilter.take(event)
            readPane.settle(in: readRows(setting), at: place)
        case .prompting(let event): return take(prompted: event, setting)
        case .forming(let event): return take(formed: event, setting)
        case .turn(let steps):
            let tabs = Tab.allCases
            let current = tabs.firstIndex(of: tab) ?? 0
            return turn(to: tabs[Tabs.step(current, by: steps, of: tabs.count)])
        case .turned(let tab): return turn(to: tab)
        case .ask(let purpose): prompt = AuditPrompt(purpose)
        case .sift:
            if tab == .reads { readFilter.open() } else { form = LogFilterForm() }
        case .check: return begin(check: nil)
        case .seal: return [.ask { .sealed(await $0.seal()) }]
        case .travelHome: return [.travel(nil)]
        case .copy: return copy(setting)
        }
        return []
    }

    private mutating func turn(to tab: Tab) -> [Step<Message>] {
        self.tab = tab
        return askLists()
    }

    private mutating func begin(check path: String?) -> [Step<Message>] {
        guard !check.isRunning else { return [] }
        tab = .verify
        check.begin(anchor: path)
        return [
            .ask { desk in
                let question = desk.check(anchor: path)
                return .checking(question, await question.next())
            }
        ]
    }

    private mutating func take(_ event: InputEvent, _ setting: Setting) -> [Step<Message>] {
        let place = place(setting)
        switch tab {
        case .verify: return []
        case .checkpoints:
            _ = checkpointPane.take(event, in: checkpointRows(setting), at: place)
            return []
        case .reads:
            let rows = readRows(setting)
            guard readPane.take(event, in: rows, at: place) == .opened,
                let index = readPane.selected(in: rows),
                let stream = StreamID(text: rows.elements[index].read.stream)
            else { return [] }
            return [.open(Destination.file(of: stream))]
        case .log:
            let (outcome, question) = log.take(event, at: place)
            guard outcome == .opened, let position = log.selectedPosition else {
                return ask(question)
            }
            return ask(question) + [.open(EventScreen(at: position))]
        }
    }

    private mutating func take(
        prompted event: InputEvent, _ setting: Setting
    ) -> [Step<Message>] {
        guard let outcome = prompt?.take(event, setting) else { return [] }
        prompt = nil
        switch outcome {
        case .cancelled: return []
        case .position(let position):
            tab = .log
            return ask(log.jump(to: position, at: place(setting)))
        case .anchor(let path): return begin(check: path)
        case .moment(let moment): return [.travel(moment)]
        }
    }

    private mutating func take(formed event: InputEvent, _ setting: Setting) -> [Step<Message>] {
        guard let form, let outcome = self.form?.take(event) else { return [] }
        switch outcome {
        case .cancelled: self.form = nil
        case .cleared:
            self.form = nil
            return ask(log.sift(LogFilter(), at: place(setting)))
        case .given:
            let types = form.types(setting)
            guard form.text(.type).isEmpty || !types.isEmpty else {
                self.form?.fail(setting.text("tui.palette.none"))
                return []
            }
            return [.ask { .sifted(await $0.filter(form, types: types)) }]
        }
        return []
    }

    private func copy(_ setting: Setting) -> [Step<Message>] {
        let text: String?
        switch tab {
        case .log: text = log.selected?.hash.text
        case .checkpoints:
            let rows = checkpointRows(setting)
            text = checkpointPane.selected(in: rows).map {
                rows.elements[$0].anchor.text
            }
        case .reads, .verify: text = nil
        }
        guard let text else { return [] }
        let first = text.split(separator: "\n").first.map(String.init) ?? text
        return [
            .copy(SafeText(text, form: .body)),
            .tell(setting.text("tui.copied", ["text": first]), .notice),
        ]
    }

    func view(into frame: inout Frame, in setting: Setting) {
        frame.draw(AuditView(screen: self, setting: setting), in: frame.bounds)
    }
}
