import TerminalKit

extension FormScreen {
    func keys(in setting: Setting) -> [KeyUse] {
        guard confirmation == nil else { return [] }
        var keys = [
            KeyUse(
                .character("s"), .control,
                setting.text(plan.layout == .steps ? "tui.form.key.submit" : "tui.form.key.give"))
        ]
        if let later = plan.later {
            keys.append(KeyUse(.function(3), later.title(setting)))
        }
        if plan.layout == .steps {
            if !isAtPreview {
                keys.append(KeyUse(.function(8), setting.text("tui.form.key.nextStep")))
            }
            keys.append(
                KeyUse(
                    .function(7), setting.text("tui.form.key.previousStep"),
                    isInFooter: isAtPreview))
        }
        // While all is read there is no field to work in.
        if !isAtPreview {
            keys += itemKeys(setting) + openKeys(setting)
            keys.append(KeyUse(.tab, setting.text("tui.form.key.next"), isInFooter: false))
            keys.append(
                KeyUse(.tab, .shift, setting.text("tui.form.key.previous"), isInFooter: false))
            keys.append(
                KeyUse(
                    .function(4), setting.text(besideKey), isInFooter: !setting.isWide))
        }
        keys.append(KeyUse(.escape, setting.text("tui.form.key.later")))
        return keys
    }

    private var besideKey: String {
        switch plan.beside {
        case .evidence: "tui.form.key.evidence"
        case .terms: "tui.form.key.terms"
        case .verdict: "tui.form.key.verdict"
        }
    }

    private func openKeys(_ setting: Setting) -> [KeyUse] {
        guard let row = state.row, let opener = state.opener(row, setting) else { return [] }
        switch opener {
        case .calendar: return [KeyUse(.down, .alt, setting.text("tui.form.key.calendar"))]
        case .options, .several:
            return [KeyUse(.down, .alt, setting.text("tui.form.key.options"))]
        }
    }

    /// What can be done with the item in which the caret stands, or with the list.
    private func itemKeys(_ setting: Setting) -> [KeyUse] {
        var keys: [KeyUse] = []
        if case .list? = state.row?.kind {
            keys.append(KeyUse(.enter, setting.text("tui.form.key.add")))
        }
        guard let item = state.cursor.item,
            state.content.field(at: item.parent).map({
                !state.outline.fixed.contains($0.use.name)
            }) ?? true
        else { return keys }
        return keys + [
            KeyUse(.character("n"), .control, setting.text("tui.form.key.another")),
            KeyUse(.character("o"), .control, setting.text("tui.form.key.duplicate")),
            KeyUse(.character("x"), .control, setting.text("tui.form.key.remove")),
            KeyUse(
                .up, .control, setting.text("tui.form.key.moveUp"), isInFooter: false),
            KeyUse(
                .down, .control, setting.text("tui.form.key.moveDown"), isInFooter: false),
        ]
    }
}
