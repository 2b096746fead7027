import BoardDomain
import BoardService
import TerminalKit

/// A receipt or the bidder's own copy, to read and to take home as a file.
struct TakeHomeScreen: Screen {
    enum Paper: String, Sendable { case receipt, ownCopy }

    enum Message: Sendable {
        case loaded(Answer<String>)
        case typed(InputEvent)
        case paths(String, [PathEntry])
        case write
        case written(Answer<String>)
        case copy
        case scroll(Int)
    }

    let name = ScreenName.bid
    let paper: Paper
    let bid: ObjectReference
    let stream: StreamID
    private(set) var text = Loaded<String>()
    private(set) var path = TextEditor()
    private(set) var popup: PathPopup?
    private(set) var notice: (text: SafeText, role: Theme.Role)?
    private(set) var top = 0

    init(_ paper: Paper, of bid: ObjectReference, in stream: StreamID) {
        self.paper = paper
        self.bid = bid
        self.stream = stream
        let suffix = paper == .receipt ? "receipt.txt" : "own-copy.json"
        path.set("~/\(stream.id)-\(bid.id)-\(suffix)")
    }

    var isTyping: Bool { true }

    func subject(in setting: Setting) -> SafeText { setting.text("tui.takeHome." + paper.rawValue) }

    mutating func begin(in setting: Setting) -> [Step<Message>] {
        text.ask()
        let (paper, bid, stream) = (paper, bid, stream)
        return [.ask { .loaded(await $0.takeHome(paper, of: bid, in: stream)) }]
    }

    func message(for event: InputEvent, in setting: Setting) -> Message? {
        switch event {
        case .paste: return .typed(event)
        case .key(let key):
            switch (key.key, key.modifiers) {
            case (.escape, _): return popup == nil ? nil : .typed(event)
            case (.enter, []): return popup?.selected == nil ? .write : .typed(event)
            case (.character("t"), .control): return .copy
            case (.pageDown, _): return .scroll(8)
            case (.pageUp, _): return .scroll(-8)
            case (.function, _): return nil
            default: return event.isQuit ? nil : .typed(event)
            }
        default: return nil
        }
    }

    mutating func update(_ message: Message, in setting: Setting) -> [Step<Message>] {
        switch message {
        case .loaded(let answer): text.take(answer)
        case .typed(let event): return type(event)
        case .paths(let typed, let entries):
            guard typed == path.text.string else { return [] }
            let found = PathPopup(typed, entries)
            popup = found.isDone ? nil : found
        case .write:
            guard let text = text.value, !path.text.isEmpty else { return [] }
            let path = PathText.expanded(path.text.string)
            return [.ask { .written(await $0.write(text, to: path)) }]
        case .written(.success(let path)):
            return [.tell(setting.text("tui.takeHome.written", ["path": path]), .success), .close]
        case .written(.failure(let fault)): notice = (fault.words, .danger)
        case .copy: return text.value.map { [.copy(SafeText($0, form: .body))] } ?? []
        case .scroll(let rows): top = max(0, top + rows)
        }
        return []
    }

    private mutating func type(_ event: InputEvent) -> [Step<Message>] {
        notice = nil
        let before = path.text
        switch event {
        case .paste(let text): path.paste(text)
        case .key(let key):
            if let outcome = pressed(key) {
                if let text = outcome { path.set(text) }
                if outcome == nil { return [] }
            } else {
                _ = path.handle(key)
            }
        default: return []
        }
        guard path.text != before else { return [] }
        popup = nil
        let typed = path.text.string
        return [.ask { .paths(typed, $0.entries(for: typed)) }]
    }

    /// What the list of paths makes of a key: a path, nothing more to do, or nil where the key is not its.
    private mutating func pressed(_ key: KeyEvent) -> String?? {
        guard var open = popup else { return nil }
        switch (key.key, key.modifiers) {
        case (.down, []): open.move(by: 1)
        case (.up, []): open.move(by: -1)
        case (.escape, _):
            popup = nil
            return .some(nil)
        case (.tab, []), (.enter, []): return .some(open.completed)
        default: return nil
        }
        popup = open
        return .some(nil)
    }

    func keys(in setting: Setting) -> [KeyUse] {
        let nothing = text.value == nil ? text.failure ?? setting.text("tui.loading") : nil
        return [
            KeyUse(.enter, setting.text("tui.takeHome.key.write"), reason: nothing),
            KeyUse(
                .character("t"), .control, setting.text("tui.takeHome.key.copy"), reason: nothing),
            KeyUse(.pageDown, setting.text("tui.key.scroll"), isInFooter: false),
            KeyUse(.escape, setting.text("tui.confirm.back")),
        ]
    }

    func view(into frame: inout Frame, in setting: Setting) {
        let theme = setting.theme
        let rows = Layout.vertical(.length(2), .length(1), .length(2), .min(1)).split(
            frame.bounds.inset(columns: 1))
        frame.draw(
            Text(setting.text("tui.takeHome.\(paper.rawValue).text"), style: theme[.text]),
            in: rows[0])
        let parts = Layout.horizontal(.length(10), .min(1)).split(rows[1])
        frame.draw(Text(setting.text("tui.takeHome.path"), style: theme[.title]), in: parts[0])
        frame.draw(TextField(path, isFocused: true, theme: theme), in: parts[1])
        if let notice {
            frame.draw(Text(notice.text, style: theme[notice.role]), in: rows[2])
        }
        let words =
            text.value.map { SafeText($0, form: .body) }
            ?? text.failure ?? setting.text("tui.loading")
        frame.draw(Text(words, style: theme[.muted], top: top), in: rows[3])
        guard let popup else { return }
        let box = FormPopup.paths(popup)
        frame.draw(
            FormPopupBox(popup: box, material: FormMaterial(), setting: setting),
            in: frame.bounds.popup(
                FormPopupBox.size(box, parts[1].columns, setting), beside: parts[1]))
    }
}

extension BoardDesk {
    /// What a bidder may take home, as text.
    func takeHome(
        _ paper: TakeHomeScreen.Paper, of bid: ObjectReference, in stream: StreamID
    ) async -> Answer<String> {
        await answer {
            switch paper {
            case .receipt:
                return try await board.receipt(
                    of: bid.id, in: stream.id, as: person, at: instant
                ).text
            case .ownCopy:
                guard let copy = drafts.draft(BidForm.copyName(stream, bid)) else {
                    throw BoardFault.notFound(bid.text)
                }
                return copy.canonicalText + "\n"
            }
        }
    }

    /// Writes a file of the person's own; none is replaced.
    func write(_ text: String, to path: String) async -> Answer<String> {
        await answer {
            try TakeHome.write(text, to: path)
            return path
        }
    }
}
