import BoardDomain
import BoardService
import TerminalKit

/// 需求清单导入: a list as bureaus keep it becomes drafts on behalf of the enterprises (C1); what would come of
/// it is shown before anything is recorded.
struct DemandListScreen: Screen {
    enum Message: Sendable {
        case input(InputEvent)
        case read
        case answered(Answer<DemandOutcome>)
        case scroll(Int)
        case record
        case back
    }

    let name = ScreenName.demands
    private(set) var path = TextEditor(limit: 400)
    /// What would come of the list, or came of it; nil while its path is typed.
    private(set) var outcome: DemandOutcome?
    private(set) var notice: (text: SafeText, role: Theme.Role)?
    private(set) var isWaiting = false
    private(set) var top = 0

    var isTyping: Bool { outcome == nil }

    mutating func begin(in setting: Setting) -> [Step<Message>] { [] }

    // MARK: Keys

    func message(for event: InputEvent, in setting: Setting) -> Message? {
        guard !event.isQuit else { return nil }
        guard let outcome else {
            switch event {
            case .key(let key):
                // There is one line to fill in: Enter is enough.
                if key.isSubmit || key.key == .enter { return .read }
                return key.key == .escape ? nil : .input(event)
            case .paste: return .input(event)
            default: return nil
            }
        }
        switch event {
        case .key(let key):
            switch (key.key, key.modifiers) {
            case (.enter, []) where outcome.isDryRun: return .record
            case (.escape, []) where outcome.isDryRun: return .back
            case (.down, []), (.character("j"), []): return .scroll(1)
            case (.up, []), (.character("k"), []): return .scroll(-1)
            case (.pageDown, []), (.character(" "), []): return .scroll(10)
            case (.pageUp, []): return .scroll(-10)
            default: return nil
            }
        case .mouse(let mouse):
            switch mouse.kind {
            case .scrollDown: return .scroll(3)
            case .scrollUp: return .scroll(-3)
            default: return nil
            }
        default: return nil
        }
    }

    mutating func update(_ message: Message, in setting: Setting) -> [Step<Message>] {
        switch message {
        case .input(let event):
            notice = nil
            if case .paste(let text) = event { path.paste(text) }
            if case .key(let key) = event { _ = path.handle(key) }
        case .read:
            guard !path.text.isEmpty else {
                notice = (setting.text("tui.form.missing"), .danger)
                return []
            }
            return ask(setting, isDryRun: true)
        case .record: return ask(setting, isDryRun: false)
        case .answered(let answer):
            isWaiting = false
            switch answer {
            case .success(let outcome):
                self.outcome = outcome
                top = 0
                guard !outcome.isDryRun else { return [] }
                return [.tell(SafeText(outcome.words(setting).summary), .success), .recorded]
            case .failure(let fault): notice = (fault.words, .danger)
            }
        case .scroll(let lines):
            let height = DemandListView.parts(of: Rect(setting.body)).list.rows
            let count = DemandListView(screen: self, setting: setting).lines(setting.size.columns)
                .count
            top = max(0, min(top + lines, FileLines.most(count, height: height)))
        case .back: outcome = nil
        }
        return []
    }

    private mutating func ask(_ setting: Setting, isDryRun: Bool) -> [Step<Message>] {
        guard !isWaiting, !setting.isPast || isDryRun else { return [] }
        notice = nil
        isWaiting = true
        let path = path.text.string
        let year = setting.now.day.year
        return [.ask { .answered(await $0.demands(at: path, year: year, isDryRun: isDryRun)) }]
    }

    func keys(in setting: Setting) -> [KeyUse] {
        guard let outcome else {
            return [
                KeyUse(.enter, setting.text("tui.demands.key.read")),
                KeyUse(.escape, setting.text("tui.key.back")),
            ]
        }
        guard outcome.isDryRun else {
            return [KeyUse(.pageDown, setting.text("tui.key.scroll"))]
        }
        return [
            KeyUse(
                .enter, setting.text("tui.demands.key.record"),
                reason: setting.isPast ? setting.text("tui.past.readOnly") : nil),
            KeyUse(.pageDown, setting.text("tui.key.scroll")),
        ]
    }

    func view(into frame: inout Frame, in setting: Setting) {
        frame.draw(DemandListView(screen: self, setting: setting), in: frame.bounds)
    }
}

/// What came of a demand list, or would come of it.
struct DemandOutcome: Sendable {
    let report: DemandReport
    let rows: [ImportedRow]
    let isDryRun: Bool

    func words(_ setting: Setting) -> ImportWording {
        ImportWording(report, rows, isDryRun: isDryRun, setting.wording)
    }
}

extension BoardDesk {
    func demands(at path: String, year: Int, isDryRun: Bool) async -> Answer<DemandOutcome> {
        await answer {
            guard let person else { throw UnsignedAct() }
            let report = DemandImport.read(bytes: try LocalFile.read(path), year: year)
            guard report.isReadable else {
                let words = ImportWording.unreadable(report, at: path, in: texts)
                throw Fault(words: SafeText(words), isConflict: false)
            }
            let rows = try await board.importDemands(
                report, as: person, isDryRun: isDryRun, at: instant)
            return DemandOutcome(report: report, rows: rows, isDryRun: isDryRun)
        }
    }
}
