import BoardDomain
import TerminalKit

extension DirectoryScreen {
    func message(for event: InputEvent, in setting: Setting) -> Message? {
        if naming != nil { return event.isQuit ? nil : .naming(event) }
        if filter.isOpen, filter.takes(event) { return .typed(event) }
        if case .mouse(let mouse) = event, mouse.isPress {
            let rect = DirectoryView.parts(of: Rect(setting.body)).tabs
            if rect.contains(Position(column: mouse.column, row: mouse.row)) {
                let index = DirectoryView.tabs(self, setting).index(
                    at: mouse.column - rect.column, of: rect.size)
                return index.map { .turned(to: DirectoryTab.allCases[$0]) }
            }
        }
        if case .key(let key) = event, let message = message(for: key, setting) { return message }
        var pane = pane
        return pane.take(event, in: rows(in: setting), at: place(setting)) == nil
            ? nil : .table(event)
    }

    private func message(for key: KeyEvent, _ setting: Setting) -> Message? {
        switch (key.key, key.modifiers) {
        case (.tab, []), (.right, []), (.character("l"), []): return .turn(by: 1)
        case (.tab, .shift), (.left, []), (.character("h"), []): return .turn(by: -1)
        case (.character("/"), []): return .filter
        case (.escape, []) where filter.isActive: return .typed(.key(key))
        case (.character("m"), []): return .work
        case (.character("n"), []): return beginningRefusal(setting) == nil ? .begin : nil
        case (.character("y"), []): return .copy
        default: return nil
        }
    }

    /// Why nothing new can be begun here by this person; whether it may, the next screen says rule by rule.
    private func beginningRefusal(_ setting: Setting) -> SafeText? {
        if setting.isPast { return setting.text("tui.past.readOnly") }
        return setting.person == nil ? setting.text("tui.unsigned") : nil
    }

    func keys(in setting: Setting) -> [KeyUse] {
        guard naming == nil else { return [] }
        if filter.isOpen { return setting.filterKeys }
        let nothing = entries.isEmpty ? setting.text("tui.filter.none") : nil
        return [
            KeyUse(.enter, setting.text("tui.event.key.file"), reason: nothing),
            KeyUse(.tab, setting.text("tui.case.key.next")),
            KeyUse(.character("/"), setting.text("tui.key.filter")),
            KeyUse(.character("m"), setting.text("tui.case.key.may"), reason: nothing),
            KeyUse(
                .character("n"), setting.text("tui.directory.begin." + tab.rawValue),
                reason: beginningRefusal(setting)),
            KeyUse(.character("y"), setting.text("tui.key.copy"), isInFooter: false),
        ]
    }
}
