import BoardService
import TerminalKit

/// An opener's key under a passphrase that is typed twice: there is no way back to a forgotten one.
struct KeyScreen: Screen {
    enum Message: Sendable {
        case typed(InputEvent)
        case make
        case made(Answer<String>)
    }

    let name = ScreenName.key
    private(set) var fields = [
        TextFieldState(limit: 200, isSecret: true), TextFieldState(limit: 200, isSecret: true),
    ]
    private(set) var focused = 0
    private(set) var notice: SafeText?
    private(set) var isMaking = false

    var isTyping: Bool { true }
    /// A passphrase is kept nowhere.
    var isUnsaved: Bool { !isMaking && fields.contains { !$0.text.isEmpty } }

    mutating func begin(in setting: Setting) -> [Step<Message>] { [] }

    func message(for event: InputEvent, in setting: Setting) -> Message? {
        guard !isMaking else { return nil }
        switch event {
        case .paste: return .typed(event)
        case .key(let key):
            if key.key == .escape || event.isQuit { return nil }
            if case .function = key.key { return nil }
            return key == KeyEvent(.enter) && focused == 1 ? .make : .typed(event)
        default: return nil
        }
    }

    mutating func update(_ message: Message, in setting: Setting) -> [Step<Message>] {
        switch message {
        case .typed(let event): type(event)
        case .make:
            let passphrase = fields[0].text.string
            guard passphrase == fields[1].text.string else {
                notice = setting.text("tui.key.differ")
                return []
            }
            isMaking = true
            notice = nil
            return [.ask { .made(await $0.makeKey(passphrase)) }]
        case .made(.success(let key)):
            return [.tell(setting.text("tui.key.made", ["key": key]), .success), .close]
        case .made(.failure(let fault)):
            isMaking = false
            notice = fault.words
        }
        return []
    }

    private mutating func type(_ event: InputEvent) {
        notice = nil
        switch event {
        case .paste(let text): _ = fields[focused].paste(text)
        case .key(let key):
            switch (key.key, key.modifiers) {
            case (.enter, []), (.tab, _), (.down, []), (.up, []): focused = 1 - focused
            default: _ = fields[focused].handle(key)
            }
        default: break
        }
    }

    func keys(in setting: Setting) -> [KeyUse] {
        [
            KeyUse(.enter, setting.text("tui.key.make")),
            KeyUse(.escape, setting.text("tui.confirm.back")),
        ]
    }

    func view(into frame: inout Frame, in setting: Setting) {
        let theme = setting.theme
        let rows = Layout.vertical(
            .length(4), .length(2), .length(2), .length(2), .min(0)
        ).split(frame.bounds.inset(columns: 2, rows: 1))
        frame.draw(Text(setting.text("tui.key.text"), style: theme[.text]), in: rows[0])
        for (place, key) in ["tui.key.passphrase", "tui.key.again"].enumerated() {
            frame.draw(
                FieldRow(
                    setting.text(key),
                    field: TextField(
                        fields[place], isFocused: place == focused, theme: theme),
                    isFocused: place == focused, labelColumns: 20, theme: theme),
                in: rows[place + 1])
        }
        let words = isMaking ? setting.text("tui.key.making") : notice ?? .empty
        frame.draw(
            Text(words, style: theme[isMaking ? .muted : .danger]), in: rows[3])
    }
}

extension BoardDesk {
    /// Makes the person's key file; its public key, which a publication names (C9).
    func makeKey(_ passphrase: String) async -> Answer<String> {
        await answer {
            guard let person else { throw UnsignedAct() }
            return try ring.create(for: person, passphrase: passphrase).publicKey.text
        }
    }
}
