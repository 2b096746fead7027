import BoardDomain
import TerminalKit

/// A form with what it is about: the object beside it on a wide screen, notices above, the confirmation over it.
struct FormScreenView: Widget {
    let screen: FormScreen
    let setting: Setting

    func draw(on frame: inout Frame) {
        let theme = setting.theme
        let parts = FormScreen.parts(of: frame.bounds, setting)
        let place =
            SafeText(screen.choice.stream.id) + "  "
            + SafeText(setting.wording.object(screen.choice.option.subject.text))
        frame.writeField(
            screen.choice.title(setting) + "  " + place + "  "
                + SafeText(screen.choice.option.rule), column: 1, row: 0,
            columns: frame.size.columns - 2, style: theme[.title])
        if let notice = screen.notice {
            frame.draw(
                Text(notice.text, style: theme[notice.role]), in: parts.notice)
        } else if screen.isWaiting {
            frame.draw(
                Text(setting.text("tui.form.checking"), style: theme[.muted]), in: parts.notice)
        }
        frame.draw(
            FormView(
                state: screen.state, setting: setting, isFocused: screen.confirmation == nil),
            in: parts.form)
        if setting.isWide, let evidence = screen.evidence?.object {
            drawEvidence(evidence, in: parts.evidence, of: &frame)
        }
        if let confirmation = screen.confirmation {
            frame.draw(
                ConfirmationBox(confirmation: confirmation, setting: setting), in: frame.bounds)
        }
    }

    private func drawEvidence(_ evidence: [String: JSON], in rect: Rect, of frame: inout Frame) {
        let theme = setting.theme
        frame.within(rect) { frame in
            frame.drawBorder(
                theme[.border],
                title: SafeText(setting.wording.object(screen.choice.option.subject.text)),
                titleStyle: theme[.muted])
            let inside = frame.bounds.inset(columns: 2, rows: 1)
            let sheet = FileSheet(setting: setting, columns: inside.columns)
            frame.draw(
                FileLines(
                    lines: sheet.lines(evidence, of: screen.choice.option.subject.machine),
                    top: 0, theme: theme), in: inside)
        }
    }
}

extension FormScreen {
    /// Where the form stands in the body.
    static func form(of body: Rect, _ setting: Setting) -> Rect { parts(of: body, setting).form }

    static func parts(
        of body: Rect, _ setting: Setting
    ) -> (notice: Rect, form: Rect, evidence: Rect) {
        let rows = Layout.vertical(.length(1), .length(2), .min(1)).split(body)
        let columns = Layout.horizontal(
            .fill(3), setting.isWide ? .fill(2) : .length(0), spacing: setting.isWide ? 1 : 0
        ).split(rows[2])
        return (rows[1].inset(columns: 1), columns[0].inset(columns: 1), columns[1])
    }
}
