import BoardDomain
import BoardService
import TerminalKit

/// 事件: one row of the log with all that its viewer may read of it, and its hash.
struct EventScreen: Screen {
    enum Message: Sendable {
        case loaded(Answer<EventContent>)
        case scroll(Int)
        case step(Int64)
        case copy
        case openFile
    }

    let name = ScreenName.event
    private(set) var position: Int64
    private(set) var content = Loaded<EventContent>()
    private(set) var top = 0

    init(at position: Int64) { self.position = position }

    func subject(in setting: Setting) -> SafeText { SafeText(position) }

    mutating func begin(in setting: Setting) -> [Step<Message>] {
        content.ask()
        let position = position
        return [.ask { .loaded(await $0.event(at: position)) }]
    }

    /// A row of the log never changes; only its words do.
    mutating func refresh(in setting: Setting) -> [Step<Message>] {
        content.value == nil ? begin(in: setting) : []
    }

    func message(for event: InputEvent, in setting: Setting) -> Message? {
        switch event {
        case .mouse(let mouse):
            switch mouse.kind {
            case .scrollDown: return .scroll(3)
            case .scrollUp: return .scroll(-3)
            default: return nil
            }
        case .key(let key):
            let page = max(1, setting.body.rows - 2)
            switch (key.key, key.modifiers) {
            case (.down, []), (.character("j"), []): return .scroll(1)
            case (.up, []), (.character("k"), []): return .scroll(-1)
            case (.pageDown, []), (.character(" "), []), (.character("d"), .control):
                return .scroll(page)
            case (.pageUp, []), (.character("u"), .control): return .scroll(-page)
            case (.right, []), (.character("l"), []): return .step(1)
            case (.left, []), (.character("h"), []): return .step(-1)
            case (.character("y"), []): return .copy
            case (.character("o"), []), (.enter, []): return .openFile
            default: return nil
            }
        default: return nil
        }
    }

    mutating func update(_ message: Message, in setting: Setting) -> [Step<Message>] {
        switch message {
        case .loaded(let answer):
            // The last row that there is stays in sight where one steps beyond it.
            if case .success(let value) = answer { position = value.entry.position }
            content.take(answer)
        case .scroll(let lines):
            let height = EventView.rows(in: Rect(setting.body)).rows
            let count = drawn(setting).count
            top = max(0, min(top + lines, FileLines.most(count, height: height)))
        case .step(let by):
            guard position + by >= 1 else { return [] }
            position += by
            top = 0
            return begin(in: setting)
        case .copy:
            guard let hash = content.value?.entry.hash.text else { return [] }
            return [
                .copy(SafeText(hash)), .tell(setting.text("tui.copied", ["text": hash]), .notice),
            ]
        case .openFile:
            guard let stream = content.value?.stream else { return [] }
            return [.open(Destination.file(of: stream))]
        }
        return []
    }

    func drawn(_ setting: Setting) -> [FileLine] {
        content.value.map {
            EventView.lines(of: $0, setting, columns: setting.body.columns - 4)
        } ?? []
    }

    func keys(in setting: Setting) -> [KeyUse] {
        [
            KeyUse(
                .character("o"), setting.text("tui.event.key.file"),
                reason: content.value?.stream == nil ? setting.text("cli.log.withheld") : nil),
            KeyUse(.left, setting.text("tui.event.key.previous")),
            KeyUse(.right, setting.text("tui.event.key.next")),
            KeyUse(.pageDown, setting.text("tui.key.scroll"), isInFooter: false),
            KeyUse(.character("y"), setting.text("tui.event.key.copy")),
        ]
    }

    func view(into frame: inout Frame, in setting: Setting) {
        frame.draw(EventView(screen: self, setting: setting), in: frame.bounds)
    }
}

/// A row of the log, and the hash of the one before it, to which it is chained.
struct EventContent: Sendable {
    let entry: LogEntry
    let previous: Digest?

    /// Nil where the viewer may not know what it is about.
    var stream: StreamID? { entry.stream.flatMap(StreamID.init(text:)) }
}

extension BoardDesk {
    func event(at position: Int64) async -> Answer<EventContent> {
        await answer {
            let last = try await board.head().position
            let place = max(1, min(position, last))
            let found = try await board.logEntries(
                after: place - 1, limit: 1, as: person, at: instant)
            guard let entry = found.first else { throw BoardFault.notFound(String(position)) }
            return EventContent(entry: entry, previous: try await board.hash(at: place - 1))
        }
    }
}
