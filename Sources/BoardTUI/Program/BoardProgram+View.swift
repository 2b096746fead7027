import BoardResources
import TerminalKit

extension BoardProgram {
    func view(_ model: BoardModel, into frame: inout Frame) {
        let setting = model.setting
        frame.fill(style: setting.theme[.text])
        guard setting.fits else { return drawTooSmall(setting, into: &frame) }
        let parts = Layout.vertical(
            .length(Setting.headerRows), .min(1), .length(1)
        ).split(frame.bounds)
        frame.draw(
            HeaderBar(
                model: model, boardName: SafeText(opening.board.identity.name),
                kind: opening.board.identity.kind), in: parts[0])
        if let top = model.top {
            frame.within(parts[1]) { top.screen.view(into: &$0, in: setting) }
        }
        frame.draw(ToastStack(model.toasts, theme: setting.theme), in: parts[1])
        frame.draw(
            KeyHints(hints(model), theme: setting.theme), in: parts[2])
        drawOverlay(model, into: &frame)
    }

    /// What the screen's keys do, then the program's own.
    private func hints(_ model: BoardModel) -> [KeyHint] {
        footerKeys(model).map { KeyHint($0.label, $0.action, isEnabled: $0.isEnabled) }
    }

    func footerKeys(_ model: BoardModel) -> [KeyUse] {
        (screenKeys(model) + programKeys(model)).filter(\.isInFooter)
    }

    /// The key that the footer names at a column.
    func footerKey(at column: Int, _ model: BoardModel) -> KeyUse? {
        KeyHints(hints(model), theme: model.setting.theme)
            .index(at: column, of: model.setting.size.columns).map { footerKeys(model)[$0] }
    }

    private func drawTooSmall(_ setting: Setting, into frame: inout Frame) {
        let text = setting.text(
            "tui.tooSmall",
            [
                "columns": String(Setting.least.columns), "rows": String(Setting.least.rows),
                "hasColumns": String(setting.size.columns), "hasRows": String(setting.size.rows),
            ])
        frame.draw(Text(text, style: setting.theme[.text]), in: frame.bounds)
    }

    // MARK: Overlays

    private func drawOverlay(_ model: BoardModel, into frame: inout Frame) {
        let setting = model.setting
        switch model.overlay {
        case nil: break
        case .help(let state): frame.draw(help(model, state), in: frame.bounds)
        case .palette(let state):
            frame.draw(
                CommandPalette(
                    setting.text("tui.palette.title"), entries: state.entries,
                    state: state.typed, placeholder: setting.text("tui.palette.none"),
                    theme: setting.theme), in: frame.bounds)
        case .persons(let state): frame.draw(PersonBox(state, setting), in: frame.bounds)
        case .travelling(let journey):
            frame.draw(JourneyBox(journey: journey, setting: setting), in: frame.bounds)
        case .leaving(let state, _):
            frame.draw(
                Dialog(
                    setting.text("tui.unsaved.title"), text: setting.text("tui.unsaved.text"),
                    keys: [
                        KeyHint("Enter", setting.text("tui.unsaved.leave")),
                        KeyHint("Esc", setting.text("tui.unsaved.stay")),
                    ], state: state, theme: setting.theme), in: frame.bounds)
        }
    }

    /// What the screen is for, its keys, and those that work everywhere.
    func help(_ model: BoardModel, _ state: ViewportState) -> HelpOverlay<KeyEvent> {
        let setting = model.setting
        let name = model.top?.screen.name
        let title = name.map { setting.title(of: $0) } ?? .empty
        let everywhere = setting.text("tui.help.everywhere")
        return HelpOverlay(
            setting.text("tui.help.title", ["screen": title.string]),
            map: KeyMap(
                screenKeys(model).map { $0.binding(under: title) }
                    + programKeys(model).map { $0.binding(under: everywhere) }
                    + placeKeys(model).map { $0.binding(under: setting.text("tui.help.places")) }),
            text: name.map { setting.text("tui.help." + $0.rawValue) } ?? .empty,
            state: state,
            keys: [
                KeyHint("PgDn", setting.text("tui.key.scroll")),
                KeyHint("Esc", setting.text("tui.help.close")),
            ], theme: setting.theme)
    }
}
