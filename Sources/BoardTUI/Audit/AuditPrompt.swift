import BoardDomain
import BoardService
import TerminalKit

/// A line that is asked for over the audit: a position, a file, a moment.
struct AuditPrompt: Sendable {
    enum Purpose: String, Sendable {
        case position, anchor, moment
    }

    enum Outcome: Sendable {
        case position(Int64)
        case anchor(String)
        case moment(AsOf)
        case cancelled
    }

    let purpose: Purpose
    private(set) var editor = TextEditor()
    /// Why what is typed cannot be taken.
    private(set) var fault: SafeText?

    init(_ purpose: Purpose) { self.purpose = purpose }

    mutating func take(_ event: InputEvent, _ setting: Setting) -> Outcome? {
        switch event {
        case .paste(let text): editor.paste(text)
        case .key(let key):
            switch key.key {
            case .escape: return .cancelled
            case .enter: return given(setting)
            default:
                if editor.handle(key) { fault = nil }
            }
        default: break
        }
        return nil
    }

    private mutating func given(_ setting: Setting) -> Outcome? {
        let text = editor.text.string
        switch purpose {
        case .position:
            if let position = Int64(text), position > 0 { return .position(position) }
            fault = setting.text("tui.audit.position.misread")
        case .anchor:
            if !text.isEmpty { return .anchor(text) }
            fault = setting.text("tui.form.missing")
        case .moment:
            if let moment = AsOf(typed: text) { return .moment(moment) }
            fault = setting.text("tui.audit.moment.misread")
        }
        return nil
    }
}

/// The question as it looks.
struct AuditPromptBox: Widget {
    let prompt: AuditPrompt
    let setting: Setting

    func draw(on frame: inout Frame) {
        let theme = setting.theme
        let key = "tui.audit." + prompt.purpose.rawValue
        let size = Size(columns: min(70, frame.size.columns - 4), rows: 7)
        frame.within(frame.bounds.centered(size)) { frame in
            let inside = frame.box(setting.text(key + ".title"), theme)
            let rows = Layout.vertical(.length(1), .length(1), .min(1), .length(1)).split(inside)
            frame.draw(
                TextField(prompt.editor, isFocused: true, theme: theme), in: rows[0])
            let note = prompt.fault ?? setting.text(key + ".hint")
            frame.draw(
                Text(
                    note,
                    style: theme[.overlay].merging(
                        theme[prompt.fault == nil ? .muted : .danger])), in: rows[2])
            frame.draw(
                KeyHints(
                    [
                        KeyHint("Enter", setting.text("tui.audit.key.go")),
                        KeyHint("Esc", setting.text("tui.key.back")),
                    ], theme: theme, style: theme[.overlay]), in: rows[3])
        }
    }
}
