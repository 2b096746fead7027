import BoardDomain
import BoardResources
import TerminalKit

extension BoardProgram {
    /// What an event of the terminal does: the overlay takes it first, then the screen, then the
    /// program's own keys.
    func take(_ event: InputEvent, _ model: inout BoardModel) -> [Effect<BoardMessage>] {
        guard model.setting.fits else { return quitsAnyway(event) ? [.end] : [] }
        if case .key(let key) = event, let effects = pressAlways(key, &model) { return effects }
        if model.overlay != nil { return takeInOverlay(event, &model) }
        if case .mouse(let mouse) = event, mouse.row < Setting.headerRows, mouse.isPress {
            return model.top?.screen.isAsking ?? false ? [] : headerPressed(mouse, &model)
        }
        if case .mouse(let mouse) = event, mouse.row == model.setting.size.rows - 1 {
            guard mouse.isPress, let use = footerKey(at: mouse.column, model) else { return [] }
            return use.reason.map { tell($0, .warning, &model) } ?? take(.key(use.event), &model)
        }
        guard let top = model.top else { return [.end] }
        let inside = event.movedUp(rows: Setting.headerRows)
        if let message = top.message(for: inside, in: model.setting) {
            let steps = model.screens[model.screens.count - 1].update(message, in: model.setting)
            return carryOut(steps, of: top.number, &model)
        }
        guard case .key(let key) = event else { return [] }
        return press(key, &model)
    }

    private func quitsAnyway(_ event: InputEvent) -> Bool {
        event == .key(KeyEvent(.character("q")))
            || event == .key(KeyEvent(.character("c"), .control))
    }

    /// The keys that neither a screen nor what lies over it takes for itself.
    private func pressAlways(
        _ key: KeyEvent, _ model: inout BoardModel
    ) -> [Effect<BoardMessage>]? {
        switch (key.key, key.modifiers) {
        case (.character("c"), .control):
            // Pressed again at the question whether to leave, it is the answer.
            if case .leaving = model.overlay { return left(.program, &model) }
            model.overlay = nil
            return leave(.program, &model)
        case (.character("l"), .control): return [.redraw]
        case (.function(1), []) where model.overlay == nil:
            model.overlay = .help(ViewportState())
            return []
        default: return nil
        }
    }

    private func press(_ key: KeyEvent, _ model: inout BoardModel) -> [Effect<BoardMessage>] {
        let isTyping = model.top?.screen.isTyping ?? false
        switch (key.key, key.modifiers) {
        case (.escape, []): return leave(.screen, &model)
        case _ where isTyping: return []
        case (.character("q"), []):
            return leave(model.screens.count > 1 ? .screen : .program, &model)
        case (.character("?"), _): model.overlay = .help(ViewportState())
        case (.character(":"), _):
            let setting = model.setting
            model.overlay = .palette(
                PaletteState(offers(model)) { text in
                    setting.text("tui.palette.open", ["id": text])
                })
        case (.character("L"), _): return changeLanguage(&model)
        case (.character("T"), _):
            model.setting.theme = model.setting.theme.next
        case (.character("P"), _) where opening.mayPickPerson: return [persons(model)]
        case (.character("0"), []) where model.past != nil: return travel(to: nil, &model)
        case (.character(let scalar), []):
            guard let name = Destination.name(of: scalar) else { return [] }
            return go(to: name, &model)
        default: break
        }
        return []
    }

    /// Back to a place that every person has: the screens above it are closed.
    func go(to name: ScreenName, _ model: inout BoardModel) -> [Effect<BoardMessage>] {
        if let place = model.screens.firstIndex(where: { $0.screen.name == name }) {
            guard !model.screens[(place + 1)...].contains(where: \.screen.isUnsaved) else {
                return tell(model.setting.text("tui.unsaved.first"), .warning, &model)
            }
            let kept = Set(model.screens[...place].map(\.number))
            return close(where: { !kept.contains($0.number) }, &model)
        }
        guard let screen = Destination.screen(name) else { return [] }
        return open(screen, &model)
    }

    // MARK: Leaving

    private func leave(
        _ departure: Overlay.Departure, _ model: inout BoardModel
    ) -> [Effect<BoardMessage>] {
        let isUnsaved =
            departure == .screen
            ? model.top?.screen.isUnsaved ?? false
            : model.screens.contains { $0.screen.isUnsaved }
        guard !isUnsaved else {
            model.overlay = .leaving(DialogState(), departure)
            return []
        }
        return left(departure, &model)
    }

    func left(
        _ departure: Overlay.Departure, _ model: inout BoardModel
    ) -> [Effect<BoardMessage>] {
        switch departure {
        case .program: return [.end]
        case .screen:
            guard model.screens.count > 1, let top = model.top?.number else { return [] }
            return close(where: { $0.number == top }, &model)
        }
    }

    // MARK: Language and person

    private func changeLanguage(_ model: inout BoardModel) -> [Effect<BoardMessage>] {
        let other: Language = model.setting.texts.language == .zhHans ? .en : .zhHans
        model.setting.wording = model.setting.wording.speaking(Texts(other, namingFields: false))
        return refresh(&model)
    }

    func signIn(_ person: PersonID, _ model: inout BoardModel) -> [Effect<BoardMessage>] {
        let kept = close(where: { _ in true }, &model)
        model.generation += 1
        model.setting.person = person
        model.setting.personName = .empty
        model.setting.roles = []
        return kept + [standing(model), header(model)] + hear(after: model.position, model)
            + open(InboxScreen(), &model)
    }

    /// A click on a lane shows its cases; on the name, the persons.
    private func headerPressed(
        _ mouse: MouseEvent, _ model: inout BoardModel
    ) -> [Effect<BoardMessage>] {
        guard mouse.row == 0, opening.mayPickPerson else { return go(to: .board, &model) }
        return [persons(model)]
    }
}

extension InputEvent {
    /// A mouse's place counted from a lower row; everything else as it is.
    func movedUp(rows: Int) -> InputEvent {
        guard case .mouse(var mouse) = self else { return self }
        mouse.row -= rows
        return .mouse(mouse)
    }
}

extension MouseEvent {
    var isPress: Bool { kind == .press(.left) }
}

extension Setting {
    var fits: Bool {
        size.columns >= Self.least.columns && size.rows >= Self.least.rows
    }
}

extension Theme {
    /// The one after it, round.
    var next: Theme {
        let place = Theme.all.firstIndex { $0.name == name } ?? 0
        return Theme.all[(place + 1) % Theme.all.count]
    }
}
