import BoardDomain
import TerminalKit

extension ScoreScreen {
    func message(for event: InputEvent, in setting: Setting) -> Message? {
        if confirmation != nil { return event.isQuit ? nil : .confirming(event) }
        switch event {
        case .key(let key): return message(for: key, event)
        case .paste(let text): return isTyping ? .paste(text) : nil
        case .mouse(let mouse):
            switch mouse.kind {
            case .press(.left): return .pressed(mouse)
            case .scrollDown: return .scroll(3)
            case .scrollUp: return .scroll(-3)
            default: return nil
            }
        default: return nil
        }
    }

    private func message(for key: KeyEvent, _ event: InputEvent) -> Message? {
        if event.isQuit { return nil }
        switch (key.key, key.modifiers) {
        case (.pageDown, _): return .scroll(8)
        case (.pageUp, _): return .scroll(-8)
        case (.tab, []): return .pane(next(1))
        case (.tab, .shift): return .pane(next(-1))
        case (.character("s"), .control), (.function(2), []): return .main
        default: break
        }
        if isTyping {
            if key.key == .escape { return .pane(.grid) }
            if case .function = key.key { return nil }
            return .key(key)
        }
        switch (key.key, key.modifiers) {
        case (.character("o"), []): return .file
        case (.character("m"), []): return .others
        case (.character("x"), []): return content.value?.refusal == nil ? nil : .refuse
        default: break
        }
        switch stage {
        case .confidentiality, .declaration:
            switch (key.key, key.modifiers) {
            case (.character("a"), []), (.enter, []): return .main
            case (.down, []), (.character("j"), []): return .scroll(1)
            case (.up, []), (.character("k"), []): return .scroll(-1)
            default: return nil
            }
        case .scoring, .locked, .consensus:
            if pane == .reading {
                switch (key.key, key.modifiers) {
                case (.down, []), (.character("j"), []): return .scroll(1)
                case (.up, []), (.character("k"), []): return .scroll(-1)
                case (.escape, []): return .pane(.grid)
                default: break
                }
            }
            return score(key)
        case .waiting, .closed: return nil
        }
    }

    private func score(_ key: KeyEvent) -> Message? {
        switch (key.key, key.modifiers) {
        case (.enter, []):
            return stage == .scoring ? .pane(.comment) : stage == .consensus ? .replace : nil
        case (.character("r"), []): return stage == .consensus ? .replace : nil
        case (.character("n"), []): return stage == .consensus ? .note : nil
        case (.character("c"), []): return stage == .consensus ? .main : nil
        case (.left, []), (.right, []), (.up, []), (.down, []), (.home, []), (.end, []):
            return .key(key)
        case (.character(let scalar), _) where "hjklgG".unicodeScalars.contains(scalar):
            return .key(key)
        case (.character(let scalar), _) where ScoreDraft.signs.contains(scalar):
            return stage == .scoring ? .key(key) : nil
        case (.backspace, []), (.delete, []): return stage == .scoring ? .key(key) : nil
        default: return nil
        }
    }

    private func next(_ steps: Int) -> Pane {
        let panes: [Pane] = stage == .scoring ? Pane.allCases : [.grid, .reading]
        let place = panes.firstIndex(of: pane) ?? 0
        return panes[(place + steps + panes.count) % panes.count]
    }

    func keys(in setting: Setting) -> [KeyUse] {
        guard confirmation == nil, let content = content.value else { return [] }
        var keys: [KeyUse] = []
        let refusal = { (choice: ActChoice?) in
            choice?.option.refusal.map { SafeText(setting.wording.refusal($0)) }
        }
        switch stage {
        case .confidentiality, .declaration:
            keys.append(
                KeyUse(
                    .character("a"), setting.text("tui.score.key.declare"),
                    reason: refusal(content.main)))
        case .scoring:
            keys.append(
                KeyUse(
                    .character("s"), .control, setting.text("tui.score.key.lock"),
                    reason: refusal(content.main)))
            if isTyping {
                keys.append(KeyUse(.escape, setting.text("tui.score.key.points")))
            } else {
                keys.append(KeyUse(.enter, setting.text("tui.score.key.comment")))
            }
            keys.append(KeyUse(.tab, setting.text("tui.score.key.pane")))
        case .consensus:
            keys.append(
                KeyUse(
                    .character("r"), setting.text("tui.score.key.replace"),
                    reason: refusal(content.choice("replace-score", of: .sheet))))
            if content.isChair {
                keys.append(
                    KeyUse(
                        .character("n"), setting.text("tui.score.key.note"),
                        reason: refusal(content.choice("note-divergence", of: .panel))))
                keys.append(
                    KeyUse(
                        .character("c"), setting.text("tui.score.key.close"),
                        reason: refusal(content.main)))
            }
            keys.append(KeyUse(.tab, setting.text("tui.score.key.pane")))
        case .locked: keys.append(KeyUse(.tab, setting.text("tui.score.key.pane")))
        case .waiting, .closed: break
        }
        if let choice = content.refusal {
            keys.append(
                KeyUse(.character("x"), choice.title(setting), reason: refusal(choice)))
        }
        keys.append(KeyUse(.pageDown, setting.text("tui.key.scroll"), isInFooter: false))
        keys.append(KeyUse(.character("o"), setting.text("tui.act.key.file"), isInFooter: false))
        keys.append(
            KeyUse(.character("m"), setting.text("tui.score.key.others"), isInFooter: false))
        return keys
    }
}
