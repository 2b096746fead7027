import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// An object with its evidence on one side, and what may be done about it, with every condition, on the other.
struct ActView: Widget {
    let screen: ActScreen
    let setting: Setting

    private var theme: Theme { setting.theme }

    struct Parts {
        let title: Rect
        let notice: Rect
        let evidence: Rect
        let choices: Rect
        let guards: Rect
    }

    static func parts(of body: Rect, _ screen: ActScreen, _ setting: Setting) -> Parts {
        let notice = screen.notice.map {
            min(4, Text($0.text).rows(columns: max(1, body.columns - 2)))
        }
        let rows = Layout.vertical(.length(1), .length(notice ?? 0), .min(1)).split(body)
        let choiceRows = min(max(3, screen.choices.count + 1), setting.isWide ? 12 : 6)
        if setting.isWide {
            let columns = Layout.horizontal(.fill(5), .fill(4), spacing: 1).split(rows[2])
            let right = Layout.vertical(.length(choiceRows + 1), .min(1)).split(columns[1])
            return Parts(
                title: rows[0], notice: rows[1], evidence: columns[0], choices: right[0],
                guards: right[1])
        }
        let parts = Layout.vertical(.min(4), .length(choiceRows), .max(6)).split(rows[2])
        return Parts(
            title: rows[0], notice: rows[1], evidence: parts[0], choices: parts[1],
            guards: parts[2])
    }

    static func list(_ screen: ActScreen, _ setting: Setting) -> List<ElementRows<ActChoice>> {
        let theme = setting.theme
        let rows = ElementRows(screen.choices) { choice, _ in
            let mark: SafeText = choice.isAllowed ? "✓ " : "✗ "
            let key: SafeText =
                switch choice.verb {
                case .approve where screen.choice(of: .approve)?.id == choice.id: "[a] "
                case .sendBack where screen.choice(of: .sendBack)?.id == choice.id: "[r] "
                case .reject where screen.choice(of: .reject)?.id == choice.id: "[x] "
                default: "    "
                }
            let object =
                choice.option.subject == screen.object
                ? SafeText.empty
                : "  " + SafeText(setting.wording.object(choice.option.subject))
            return StyledText(
                mark + key + choice.title(setting) + object
                    + (choice.isProposed ? "  " + setting.text("tui.act.proposed") : "")
                    + "  " + SafeText(choice.option.rule),
                style: choice.isAllowed ? .plain : theme[.muted])
        }
        return List(
            rows, selection: screen.selection, theme: theme,
            placeholder: setting.text("tui.act.nothing"))
    }

    func draw(on frame: inout Frame) {
        let parts = Self.parts(of: frame.bounds, screen, setting)
        frame.writeField(
            title, column: 1, row: parts.title.row, columns: frame.size.columns - 2,
            style: theme[.title])
        if let notice = screen.notice {
            frame.draw(
                Text(notice.text, style: theme[notice.role]), in: parts.notice.inset(columns: 1))
        }
        guard let content = screen.content.value else {
            frame.draw(
                Text(screen.content.failure ?? setting.text("tui.loading"), style: theme[.muted]),
                in: parts.evidence.inset(columns: 1))
            return
        }
        let inside = parts.evidence.inset(columns: 1)
        frame.draw(
            FileLines(
                lines: screen.sheet.lines(
                    content, screen.object, setting, columns: inside.columns),
                top: screen.top, theme: theme), in: inside)
        frame.within(parts.choices) { drawChoices(on: &$0) }
        frame.within(parts.guards) { drawGuards(on: &$0) }
        if let confirmation = screen.confirmation {
            frame.draw(
                ConfirmationBox(confirmation: confirmation, setting: setting), in: frame.bounds)
        }
    }

    private var title: SafeText {
        let file = screen.content.value?.file
        let name = file?["title"]?.string ?? ""
        let state = screen.content.value?.evidence["state"]?.string
        let words = state.map {
            "  " + setting.wording.state($0, of: screen.object.machine.rawValue)
        }
        return SafeText(
            setting.wording.object(screen.object) + (words ?? "") + "  "
                + (name.isEmpty ? screen.stream.id : name))
    }

    /// The object, what waits to be signed, and what else of its case bears on it.
    static func evidence(
        _ content: ActContent, _ object: ObjectReference, _ setting: Setting, columns: Int
    ) -> [FileLine] {
        let sheet = FileSheet(setting: setting, columns: columns - 2)
        var members = content.evidence.object ?? [:]
        members["remark"] = nil
        return above(content, object, setting, columns: columns)
            + sheet.lines(members, of: object.machine)
            + argued(content, object, setting, sheet)
    }

    /// Who declares or votes on a need reads the need, not his seat alone.
    private static func argued(
        _ content: ActContent, _ object: ObjectReference, _ setting: Setting, _ sheet: FileSheet
    ) -> [FileLine] {
        guard object.machine == .argumentSeat, let terms = content.file["terms"]?.object else {
            return []
        }
        var members = terms
        members["enterpriseName"] = content.file["enterpriseName"]
        return [.blank, sheet.heading(setting.texts.text("cli.case.terms"))]
            + sheet.lines(members, of: .challenge)
    }

    /// Why an object stands as it does, and the texts that wait for signatures on it.
    static func above(
        _ content: ActContent, _ object: ObjectReference, _ setting: Setting, columns: Int
    ) -> [FileLine] {
        (RemarkWords(on: content.evidence, setting)?.lines(columns: columns) ?? [])
            + waiting(content, object, setting, columns: columns)
    }

    private static func waiting(
        _ content: ActContent, _ object: ObjectReference, _ setting: Setting, columns: Int
    ) -> [FileLine] {
        let sheet = FileSheet(setting: setting, columns: columns - 2)
        return content.waiting.flatMap { step -> [FileLine] in
            var members = step.object ?? [:]
            members["object"] = nil
            return [sheet.heading(setting.texts.text("cli.case.waiting"))]
                + sheet.lines(members, of: nil, in: object.machine.rawValue) + [.blank]
        }
    }

    private func drawChoices(on frame: inout Frame) {
        let parts = Layout.vertical(.length(1), .min(1)).split(frame.bounds)
        frame.drawRule(setting.text("tui.act.choices"), theme)
        frame.draw(Self.list(screen, setting), in: parts[1])
    }

    /// Every condition of the selected choice, with its rule.
    private func drawGuards(on frame: inout Frame) {
        guard let choice = screen.selected else { return }
        frame.drawRule(setting.text("tui.act.guards"), theme)
        let lines = GuardSheet(choice, setting, columns: frame.size.columns).lines
        frame.draw(
            FileLines(lines: lines, top: 0, theme: theme),
            in: Rect(
                column: 0, row: 1, columns: frame.size.columns, rows: frame.size.rows - 1))
    }
}

extension Frame {
    /// A line across the first row with a heading in it.
    func drawRule(_ title: SafeText, _ theme: Theme) {
        let symbols = symbols
        for column in 0..<size.columns {
            write(symbols.horizontal, column: column, row: 0, style: theme[.border])
        }
        write(" " + title + " ", column: 1, row: 0, style: theme[.title])
    }
}
