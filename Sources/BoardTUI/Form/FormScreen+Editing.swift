import BoardDomain
import TerminalKit

/// Typing, clicking, turning the pages of a form.
extension FormScreen {
    mutating func edit(_ event: InputEvent, _ setting: Setting) -> [Step<Message>] {
        if turnsPage(event) { return [] }
        // While all is read there is nothing to type.
        guard !isAtPreview, !showsBeside || setting.isWide else { return [] }
        let form = self.form(of: Rect(setting.body), setting)
        let before = state.content
        guard
            state.take(
                event, columns: FormView.fieldColumns(form.columns) - 1, in: setting)
        else { return [] }
        guard state.content != before else { return completion() }
        notice = nil
        return keep() + judge(setting) + completion()
    }

    mutating func press(_ mouse: MouseEvent, _ setting: Setting) -> [Step<Message>] {
        let body = Rect(setting.body)
        let place = Position(column: mouse.column, row: mouse.row)
        let form = self.form(of: body, setting)
        let view = FormView(screen: self, setting: setting, isFocused: true)
        if let popup = view.popup(in: form, of: body) {
            if popup.rect.contains(place) {
                let inside = Position(
                    column: place.column - popup.rect.column, row: place.row - popup.rect.row)
                let outcome = state.popup?.click(inside, in: popup.rect.size) ?? .ignored
                let before = state.content
                state.settle(outcome, setting)
                return state.content == before ? [] : keep() + judge(setting)
            }
            state.close()
            return []
        }
        guard form.contains(place), let row = view.row(at: place.row - form.row, of: form.size)
        else { return [] }
        let wasHere = row.path == state.cursor
        state.focus(row.path)
        // A second click opens what there is to open.
        return wasHere ? edit(.key(KeyEvent(.down, .alt)), setting) : []
    }

    mutating func wheel(_ rows: Int) {
        if state.popup != nil {
            state.popup?.scroll(by: rows)
        } else {
            besideTop = max(0, besideTop + rows)
        }
    }

    mutating func go(to step: Int) {
        stepIndex = max(0, min(state.outline.sections.count, step))
        besideTop = 0
        if !isAtPreview { state.go(to: stepIndex) }
    }

    /// Tab after a step's last field leads to the next step, Shift-Tab before its first one back.
    private mutating func turnsPage(_ event: InputEvent) -> Bool {
        guard plan.layout == .steps, case .key(let key) = event, key.key == .tab,
            state.popup == nil, !showsBeside
        else { return false }
        let isBack = key.modifiers == .shift
        guard isAtPreview ? isBack : state.isAtEdge(ofFirst: isBack) else { return false }
        guard !isBack || stepIndex > 0 else { return true }
        go(to: stepIndex + (isBack ? -1 : 1))
        if isBack { state.goToLast() }
        return true
    }

    /// What the path may become that is being typed, if it is one.
    private mutating func completion() -> [Step<Message>] {
        if case .paths? = state.popup { state.popup = nil }
        guard state.popup == nil, let typed = state.pathTyped, typed != state.quietPath else {
            return []
        }
        return [.ask { .paths(typed, $0.entries(for: typed)) }]
    }

    mutating func offer(_ entries: [PathEntry], for typed: String) {
        guard state.popup == nil, state.pathTyped == typed else { return }
        let popup = PathPopup(typed, entries)
        if !popup.isDone { state.popup = .paths(popup) }
    }
}

extension FormState {
    /// The path that stands in the field with the caret; nil where that names no file.
    var pathTyped: String? {
        guard let row, case .line(let editor)? = content[row.path] else { return nil }
        let text = editor.text.string
        let isDocument =
            content.shape(at: row.path) == .digest && row.label != FormReader.identity
            && Digest(text: text) == nil
        guard isDocument || source(of: row) == .files else { return nil }
        let path = text.hasPrefix("@") ? String(text.dropFirst()) : text
        return path.isEmpty ? nil : path
    }
}
