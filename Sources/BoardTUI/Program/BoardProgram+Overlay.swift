import BoardDomain
import TerminalKit

extension BoardProgram {
    func takeInOverlay(
        _ event: InputEvent, _ model: inout BoardModel
    ) -> [Effect<BoardMessage>] {
        switch model.overlay {
        case nil: return []
        case .help:
            // Any key closes it: it is only read.
            if case .key = event { model.overlay = nil }
            if case .mouse(let mouse) = event, mouse.isPress { model.overlay = nil }
            return []
        case .palette(var state):
            let outcome = state.take(event, in: model.setting)
            model.overlay = .palette(state)
            guard let outcome else { return [] }
            model.overlay = nil
            guard case .chosen(let entry) = outcome else { return [] }
            return run(entry, &model)
        case .persons(var state):
            let outcome = state.take(event, in: model.setting)
            model.overlay = .persons(state)
            guard let outcome else { return [] }
            model.overlay = nil
            guard case .chosen(let person) = outcome else { return [] }
            return signIn(person, &model)
        case .travelling:
            if event == .key(KeyEvent(.escape)) { model.overlay = nil }
            return []
        case .leaving(var state, let departure):
            guard case .key(let key) = event else { return [] }
            guard let outcome = state.handle(key) else { return [] }
            model.overlay = nil
            return outcome == .confirmed ? left(departure, &model) : []
        }
    }

    /// Every place of the program and every key of the screen.
    func entries(_ model: BoardModel) -> [PaletteEntry] {
        let setting = model.setting
        let keys = model.top?.screen.keys(in: setting) ?? []
        let work = DeskWork.allCases.map { PaletteEntry($0, in: setting) }
        return keys.map { PaletteEntry($0) }
            + Destination.all.map { destination in
                PaletteEntry(
                    setting.text(
                        "tui.palette.go", ["place": setting.title(of: destination.name).string]),
                    label: SafeText(String(Character(destination.key))), .go(destination.name))
            } + work + programKeys(model).map { PaletteEntry($0) }
    }

    /// The screen's own keys; while letters are text, those that are none.
    func screenKeys(_ model: BoardModel) -> [KeyUse] {
        guard let screen = model.top?.screen else { return [] }
        let keys = screen.keys(in: model.setting)
        return screen.isTyping ? keys.filter { $0.event.character == nil } : keys
    }

    /// The keys that work on every screen; while letters are text, those that are none.
    func programKeys(_ model: BoardModel) -> [KeyUse] {
        let setting = model.setting
        let redraw = KeyUse(
            .character("l"), .control, setting.text("tui.key.redraw"), isInFooter: false)
        if let screen = model.top?.screen, screen.isTyping || screen.isAsking {
            return [
                KeyUse(.function(1), setting.text("tui.key.help")), redraw,
                KeyUse(
                    .character("c"), .control, setting.text("tui.key.quit"), isInFooter: false),
            ]
        }
        var keys = [
            KeyUse(.character("?"), setting.text("tui.key.help")),
            KeyUse(.character(":"), setting.text("tui.key.palette")),
            KeyUse(.character("L"), setting.text("tui.key.language")),
            KeyUse(.character("T"), setting.text("tui.key.theme"), isInFooter: false),
        ]
        if setting.isPast, !opening.isPast {
            keys.append(KeyUse(.character("0"), setting.text("tui.audit.key.present")))
        }
        if opening.mayPickPerson {
            keys.append(
                KeyUse(.character("P"), setting.text("tui.key.person"), isInFooter: false))
        }
        keys.append(KeyUse(.escape, setting.text("tui.key.back"), isInFooter: false))
        keys.append(redraw)
        keys.append(KeyUse(.character("q"), setting.text("tui.key.quit")))
        return keys
    }

    private func run(
        _ entry: PaletteEntry, _ model: inout BoardModel
    ) -> [Effect<BoardMessage>] {
        switch entry.action {
        case .go(let name): return go(to: name, &model)
        case .target(let text, let command):
            let desk = desk(model)
            return [
                .perform {
                    .named(await desk.target(text, toward: command), command: command)
                }
            ]
        case .work(let work):
            guard let reason = work.reason(in: model.setting) else {
                return open(work.screen, &model)
            }
            return tell(reason, .warning, &model)
        case .key(let use):
            guard let reason = use.reason else { return take(.key(use.event), &model) }
            return tell(reason, .warning, &model)
        }
    }
}
