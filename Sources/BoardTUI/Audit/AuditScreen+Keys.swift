import BoardDomain
import TerminalKit

extension AuditScreen {
    func message(for event: InputEvent, in setting: Setting) -> Message? {
        if prompt != nil { return event.isQuit ? nil : .prompting(event) }
        if form != nil { return event.isQuit ? nil : .forming(event) }
        if readFilter.isOpen, readFilter.takes(event) { return .typed(event) }
        if case .mouse(let mouse) = event, mouse.isPress {
            let rect = AuditView.parts(of: Rect(setting.body), self, setting).tabs
            if rect.contains(Position(column: mouse.column, row: mouse.row)) {
                let index = AuditView.tabs(self, setting).index(
                    at: mouse.column - rect.column, of: rect.size)
                return index.map { .turned(to: Tab.allCases[$0]) }
            }
        }
        if case .key(let key) = event, let message = message(for: key, setting) { return message }
        return takes(event, setting) ? .table(event) : nil
    }

    private func message(for key: KeyEvent, _ setting: Setting) -> Message? {
        switch (key.key, key.modifiers) {
        case (.tab, []), (.right, []), (.character("l"), []): return .turn(by: 1)
        case (.tab, .shift), (.left, []), (.character("h"), []): return .turn(by: -1)
        case (.character("/"), []) where tab == .log || tab == .reads: return .sift
        case (.escape, []) where readFilter.isActive && tab == .reads: return .typed(.key(key))
        case (.character("#"), _): return .ask(.position)
        case (.character("v"), []): return .check
        case (.character("V"), _): return .ask(.anchor)
        case (.character("c"), []) where tab == .checkpoints && sealRefusal(setting) == nil:
            return .seal
        case (.character("a"), []): return .ask(.moment)
        case (.character("b"), []) where setting.isPast: return .travelHome
        case (.character("y"), []): return .copy
        default: return nil
        }
    }

    private func takes(_ event: InputEvent, _ setting: Setting) -> Bool {
        let place = place(setting)
        switch tab {
        case .verify: return false
        case .log:
            var log = log
            return log.take(event, at: place).outcome != nil
        case .checkpoints:
            var pane = checkpointPane
            return pane.take(event, in: checkpointRows(setting), at: place) != nil
        case .reads:
            var pane = readPane
            return pane.take(event, in: readRows(setting), at: place) != nil
        }
    }

    /// Why the head cannot be signed now; nil where it can.
    func sealRefusal(_ setting: Setting) -> SafeText? {
        if setting.isPast { return setting.text("tui.past.readOnly") }
        return setting.person == nil ? setting.text("tui.unsigned") : nil
    }

    func keys(in setting: Setting) -> [KeyUse] {
        guard prompt == nil, form == nil else { return [] }
        if readFilter.isOpen { return setting.filterKeys }
        var keys: [KeyUse] = []
        switch tab {
        case .log:
            keys = [
                KeyUse(
                    .enter, setting.text("tui.case.key.event"),
                    reason: log.rows.count == 0 ? setting.text("cli.log.empty") : nil),
                KeyUse(.character("/"), setting.text("tui.key.filter")),
                KeyUse(.character("#"), setting.text("tui.audit.key.jump")),
            ]
        case .reads:
            keys = [
                KeyUse(.enter, setting.text("tui.event.key.file")),
                KeyUse(.character("/"), setting.text("tui.key.filter")),
            ]
        case .checkpoints:
            keys = [
                KeyUse(
                    .character("c"), setting.text("tui.audit.key.seal"),
                    reason: sealRefusal(setting))
            ]
        case .verify: break
        }
        let isRunning = check.isRunning ? setting.text("cli.verify.progress") : nil
        keys += [
            KeyUse(.tab, setting.text("tui.case.key.next")),
            KeyUse(.character("v"), setting.text("tui.audit.key.verify"), reason: isRunning),
            KeyUse(
                .character("V"), setting.text("tui.audit.key.anchor"), reason: isRunning,
                isInFooter: tab == .verify),
            KeyUse(.character("a"), setting.text("tui.audit.key.moment")),
        ]
        if setting.isPast {
            keys.append(KeyUse(.character("b"), setting.text("tui.audit.key.present")))
        }
        keys.append(
            KeyUse(
                .character("y"), setting.text("tui.event.key.copy"),
                isInFooter: tab == .checkpoints))
        return keys
    }
}
