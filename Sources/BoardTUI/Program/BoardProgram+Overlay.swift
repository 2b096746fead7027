import BoardDomain
import TerminalKit

extension BoardProgram {
    func takeInOverlay(
        _ event: InputEvent, _ model: inout BoardModel
    ) -> [Effect<BoardMessage>] {
        switch model.overlay {
        case nil: return []
        case .help(var state):
            let extent = help(model, state).extent(of: model.setting.size)
            // What does not scroll closes it: it is only read.
            switch event {
            case .key(let key):
                model.overlay = state.handle(key, in: extent) ? .help(state) : nil
            case .mouse(let mouse) where mouse.isPress: model.overlay = nil
            case .mouse(let mouse):
                if mouse.kind == .scrollDown { state.scroll(by: 3, in: extent) }
                if mouse.kind == .scrollUp { state.scroll(by: -3, in: extent) }
                model.overlay = .help(state)
            default: break
            }
            return []
        case .palette(var state):
            let outcome = state.take(event, in: model.setting.size)
            model.overlay = .palette(state)
            switch outcome {
            case nil: return []
            case .refused(let reason): return tell(reason, .warning, &model)
            case .cancelled:
                model.overlay = nil
                return []
            case .chosen(let action):
                model.overlay = nil
                return run(action, &model)
            }
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
    func offers(_ model: BoardModel) -> [PaletteOffer] {
        let setting = model.setting
        let keys = model.top?.screen.keys(in: setting) ?? []
        let work = DeskWork.allCases.map { PaletteOffer($0, in: setting) }
        return keys.map { PaletteOffer($0) }
            + Destination.all.map { destination in
                PaletteOffer(
                    setting.text(
                        "tui.palette.go", ["place": setting.title(of: destination.name).string]),
                    key: SafeText(String(Character(destination.key))), .go(destination.name))
            } + work + programKeys(model).map { PaletteOffer($0) }
    }

    /// The screen's own keys; while letters are text, those that are none.
    func screenKeys(_ model: BoardModel) -> [KeyUse] {
        guard let screen = model.top?.screen else { return [] }
        let keys = screen.keys(in: model.setting)
        return screen.isTyping ? keys.filter { $0.event.character == nil } : keys
    }

    /// How one moves in a list, and the digits that lead to the places; none while letters are text.
    func placeKeys(_ model: BoardModel) -> [KeyUse] {
        guard let screen = model.top?.screen, !screen.isTyping, !screen.isAsking else { return [] }
        let setting = model.setting
        let places = Destination.all.map {
            KeyUse(.character($0.key), setting.title(of: $0.name))
        }
        return places + [KeyUse(.down, setting.text("tui.key.move"))]
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
        _ action: PaletteOffer.Action, _ model: inout BoardModel
    ) -> [Effect<BoardMessage>] {
        switch action {
        case .go(let name): return go(to: name, &model)
        case .target(let text, let command):
            let desk = desk(model)
            return [
                .perform {
                    .named(await desk.target(text, toward: command), command: command)
                }
            ]
        case .work(let work): return open(work.screen, &model)
        case .key(let use): return take(.key(use.event), &model)
        }
    }
}
