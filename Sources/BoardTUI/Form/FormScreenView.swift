import BoardDomain
import BoardResources
import TerminalKit

/// A form with what it is about: steps and notices above, beside it what is to be read and what speaks
/// against it so far, the confirmation over it.
struct FormScreenView: Widget {
    let screen: FormScreen
    let setting: Setting

    private var theme: Theme { setting.theme }

    func draw(on frame: inout Frame) {
        let parts = screen.parts(of: frame.bounds, setting)
        drawTitle(in: parts.title, of: &frame)
        drawNotice(in: parts.notice, of: &frame)
        if screen.isAtPreview {
            drawPreview(in: parts.form, of: &frame)
        } else if screen.showsBeside, !setting.isWide {
            drawBeside(in: parts.form, of: &frame)
        } else {
            let view = FormView(
                screen: screen, setting: setting, isFocused: screen.confirmation == nil)
            frame.draw(view, in: parts.form)
        }
        if setting.isWide {
            drawBeside(in: parts.beside, of: &frame)
            drawChecks(in: parts.checks, of: &frame)
        }
        drawPopup(parts.form, of: &frame)
        if let confirmation = screen.confirmation {
            frame.draw(
                ConfirmationBox(confirmation: confirmation, setting: setting), in: frame.bounds)
        }
    }

    private func drawPopup(_ form: Rect, of frame: inout Frame) {
        guard screen.confirmation == nil, !screen.isAtPreview else { return }
        let view = FormView(screen: screen, setting: setting, isFocused: true)
        guard let (popup, rect) = view.popup(in: form, of: frame.bounds) else { return }
        frame.draw(
            FormPopupBox(popup: popup, material: screen.material, setting: setting), in: rect)
    }

    // MARK: Above

    /// What is given, to what; where it goes by steps, the steps.
    private func drawTitle(in rect: Rect, of frame: inout Frame) {
        frame.within(rect) { frame in
            guard screen.plan.layout == .steps else {
                let option = screen.choice.option
                let stream = screen.choice.isNew ? "" : screen.choice.stream.id
                let place =
                    SafeText(stream) + "  " + SafeText(setting.wording.object(option.subject.text))
                frame.writeField(
                    screen.choice.title(setting) + "  " + place + "  " + SafeText(option.rule),
                    column: 1, row: 0, columns: frame.size.columns - 2, style: theme[.title])
                return
            }
            drawSteps(on: &frame)
        }
    }

    /// `1 基本  2 需求与指标 …`; where there is no room for all of them, only the one at hand by its name.
    private func drawSteps(on frame: inout Frame) {
        let keys = screen.state.outline.sections.map(\.key) + ["preview"]
        let names = keys.enumerated().map { index, key in
            SafeText(index + 1) + " " + setting.text("tui.section." + key)
        }
        let whole = names.reduce(1) { $0 + $1.columns(frame.ambiguous) + 3 }
        var column = 1
        for (index, name) in names.enumerated() {
            let isHere = index == screen.stepIndex
            let words = isHere || whole < frame.size.columns ? name : SafeText(index + 1)
            column += frame.write(
                " " + words + " ", column: column, row: 0,
                style: theme[isHere ? .selection : .muted])
            column += 1
        }
    }

    private func drawNotice(in rect: Rect, of frame: inout Frame) {
        let (text, role) = notice
        frame.draw(Text(text, style: theme[role]), in: rect)
    }

    /// What went wrong; otherwise how much still speaks against it.
    private var notice: (text: SafeText, role: Theme.Role) {
        if let notice = screen.notice { return notice }
        if screen.isWaiting { return (setting.text("tui.form.checking"), .muted) }
        let broken = screen.judgement.checks.filter { $0.fault != nil }
        guard let first = broken.first else { return (follows, .muted) }
        return ("✗ " + told(first) + more(broken.count), .warning)
    }

    private func told(_ check: FormCheck) -> SafeText {
        check.words + setting.text("cli.colon") + (check.fault ?? .empty)
    }

    private func more(_ count: Int) -> SafeText {
        guard count > 1 else { return .empty }
        // Where they do not stand beside the form, F4 tells them all.
        return setting.text(
            setting.isWide ? "tui.form.more" : "tui.form.moreBeside", ["count": String(count - 1)])
    }

    private var follows: SafeText {
        let gaps = screen.state.gaps
        guard gaps == 0 else {
            return "✗ " + setting.text("tui.form.gaps", ["count": String(gaps)])
        }
        if let first = screen.judgement.later.first {
            return "⚠ " + setting.text("tui.form.later") + " " + told(first)
                + more(screen.judgement.later.count)
        }
        let follows = screen.judgement.follows
        guard let first = follows.first else {
            return screen.judgement.checks.isEmpty
                ? .empty : "✓ " + setting.text("tui.form.clear")
        }
        let rest = follows.dropFirst().reduce(first) { $0 + setting.text("cli.semicolon") + $1 }
        return setting.text("tui.confirm.follows") + " " + rest
    }

    // MARK: Beside

    private func drawBeside(in rect: Rect, of frame: inout Frame) {
        let lines = FormBeside(screen: screen, setting: setting)
        frame.within(rect) { frame in
            frame.drawBorder(theme[.border], title: lines.title, titleStyle: theme[.muted])
            let inside = frame.bounds.inset(columns: 2, rows: 1)
            frame.draw(
                FileLines(
                    lines: lines.lines(columns: inside.columns), top: screen.besideTop,
                    theme: theme), in: inside)
        }
    }

    private func drawChecks(in rect: Rect, of frame: inout Frame) {
        guard !screen.judgement.checks.isEmpty || !screen.judgement.later.isEmpty else { return }
        frame.within(rect) { frame in
            frame.drawRule(setting.text("tui.act.guards"), theme)
            let broken = screen.judgement.checks.filter { $0.fault != nil }
            let met = screen.judgement.checks.filter { $0.fault == nil }
            let checks = broken + screen.judgement.later + met
            frame.draw(
                FileLines(
                    lines: FormCheck.lines(checks, columns: frame.size.columns, setting),
                    top: 0, theme: theme),
                in: Rect(
                    column: 0, row: 1, columns: frame.size.columns, rows: frame.size.rows - 1))
        }
    }

    /// All that was filled in, as it will be read.
    private func drawPreview(in rect: Rect, of frame: inout Frame) {
        let sheet = FileSheet(setting: setting, columns: rect.columns - 2)
        var lines = FormCheck.lines(
            screen.judgement.checks.filter { $0.fault != nil }, columns: rect.columns, setting)
        if !lines.isEmpty { lines.append(.blank) }
        lines += sheet.lines(
            screen.state.understood.members, of: screen.choice.option.subject.machine)
        frame.draw(FileLines(lines: lines, top: screen.besideTop, theme: theme), in: rect)
    }
}

extension FormScreen {
    struct Parts {
        let title: Rect
        let notice: Rect
        let form: Rect
        let beside: Rect
        let checks: Rect
    }

    /// Where the form stands in the body.
    func form(of body: Rect, _ setting: Setting) -> Rect { parts(of: body, setting).form }

    /// What came of giving it has as many rows as it takes, but leaves the form two thirds; what is told
    /// while one types has two, so that the form stays where it is.
    func parts(of body: Rect, _ setting: Setting) -> Parts {
        let told = notice.map {
            Text($0.text).rows(columns: body.columns - 2, ambiguous: .narrow)
        }
        let rows = Layout.vertical(
            .length(1), .length(max(2, min(told ?? 2, body.rows / 3))), .min(1)
        ).split(body)
        let columns = Layout.horizontal(
            .fill(3), setting.isWide ? .fill(2) : .length(0), spacing: setting.isWide ? 1 : 0
        ).split(rows[2])
        let side = Layout.vertical(.fill(3), .fill(2)).split(columns[1])
        return Parts(
            title: rows[0], notice: rows[1].inset(columns: 1), form: columns[0].inset(columns: 1),
            beside: side[0], checks: side[1])
    }
}
