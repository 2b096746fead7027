import BoardDomain
import BoardService
import TerminalKit

extension BoardScreen {
    func message(for event: InputEvent, in setting: Setting) -> Message? {
        if picker != nil { return event.isQuit ? nil : .choosing(event) }
        if words.isOpen, words.takes(event) { return .typed(event) }
        if let message = keyMessage(for: event, setting) { return message }
        if case .mouse(let mouse) = event, mouse.isPress,
            let lanes = BoardView.ribbon(self, setting).lanes(at: mouse, in: setting)
        {
            return .laneAt(lanes)
        }
        var pane = pane
        return pane.take(event, in: rows(in: setting), at: place(setting)) == nil
            ? nil : .table(event)
    }

    private func keyMessage(for event: InputEvent, _ setting: Setting) -> Message? {
        guard case .key(let key) = event else { return nil }
        switch (key.key, key.modifiers) {
        case (.character("/"), []): return .search
        case (.character("f"), []): return .choose(nil)
        case (.character("e"), []): return .choose(.listEdition)
        case (.right, []), (.character("l"), []), (.tab, []): return .lane(by: 1)
        case (.left, []), (.character("h"), []), (.tab, .shift): return .lane(by: -1)
        case (.character("s"), []): return .order(nil)
        case (.character("S"), _): return .reverse
        case (.character("x"), []): return filter.isNarrow ? .clear : nil
        case (.character("y"), []): return .copy
        case (.character("n"), []): return postRefusal(setting) == nil ? .post : nil
        case (.escape, []) where words.isActive: return .typed(event)
        default: return nil
        }
    }

    /// Why nothing can be posted by this person here; nil where it can.
    private func postRefusal(_ setting: Setting) -> SafeText? {
        if setting.isPast { return setting.text("tui.past.readOnly") }
        let may = !setting.roles.isDisjoint(with: [.enterprise, .caseOfficer])
        guard may, Destination.screen(.post) != nil else {
            return setting.text("tui.board.notPosting")
        }
        return nil
    }

    func keys(in setting: Setting) -> [KeyUse] {
        if picker != nil {
            return [
                KeyUse(.enter, setting.text("tui.board.key.toggle")),
                KeyUse(.escape, setting.text("tui.board.key.done")),
            ]
        }
        if words.isOpen { return setting.filterKeys }
        let nothing = pages.rows.isEmpty ? setting.text("tui.filter.none") : nil
        return [
            KeyUse(.enter, setting.text("tui.board.key.open"), reason: nothing),
            KeyUse(.character("/"), setting.text("tui.board.key.search")),
            KeyUse(.character("f"), setting.text("tui.key.filter")),
            KeyUse(.right, setting.text("tui.board.key.lane")),
            KeyUse(.character("e"), setting.text("tui.board.key.edition"), isInFooter: false),
            KeyUse(.character("s"), setting.text("tui.board.key.sort")),
            KeyUse(.character("S"), setting.text("tui.board.key.reverse"), isInFooter: false),
            KeyUse(
                .character("x"), setting.text("tui.board.key.clear"),
                reason: filter.isNarrow ? nil : setting.text("tui.board.allShown"),
                isInFooter: filter.isNarrow),
            KeyUse(
                .character("n"), setting.text("tui.board.key.post"), reason: postRefusal(setting),
                isInFooter: postRefusal(setting) == nil),
            KeyUse(.character("y"), setting.text("tui.key.copy"), isInFooter: false),
        ]
    }
}
