import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// Every condition of something that may be done, or may not, each with ✓ or ✗ and why.
struct GuardSheet {
    let choice: ActChoice
    let setting: Setting
    let columns: Int

    init(_ choice: ActChoice, _ setting: Setting, columns: Int) {
        self.choice = choice
        self.setting = setting
        self.columns = columns
    }

    var lines: [FileLine] {
        var lines: [FileLine] = []
        if let refusal = choice.option.refusal,
            choice.option.guards.allSatisfy({ $0.breach == nil })
        {
            lines += condition("✗", .danger, SafeText(setting.wording.refusal(refusal)))
        }
        for (name, breach) in choice.option.guards {
            let words = setting.wording.guardName(name)
            if let breach {
                let why =
                    words + setting.texts.text("cli.colon") + setting.wording.breach(breach)
                lines += condition("✗", .danger, SafeText(why))
            } else {
                lines += condition("✓", .success, SafeText(words))
            }
        }
        if choice.isAllowed, !choice.option.completes {
            lines += condition("…", .notice, setting.text("cli.may.partial"))
        }
        if lines.isEmpty {
            lines = condition("✓", .success, setting.text("tui.act.unconditional"))
        }
        return lines + ruleLines
    }

    /// What the rule says, below what it asks for here.
    private var ruleLines: [FileLine] {
        guard let words = setting.wording.rule(choice.option.rule) else { return [] }
        let text = SafeText(choice.option.rule + "  " + words)
        return [.blank]
            + LineBreaker(columns: max(10, columns - 2)).lines(of: text).map {
                FileLine($0, setting.theme[.muted], indent: 1)
            }
    }

    private func condition(
        _ mark: SafeText, _ role: Theme.Role, _ words: SafeText
    ) -> [FileLine] {
        LineBreaker(columns: max(10, columns - 4)).lines(of: words).enumerated().map {
            place, line in
            FileLine(
                [
                    StyledText(place == 0 ? mark + " " : "  ", style: setting.theme[role]),
                    StyledText(line),
                ], indent: 1)
        }
    }
}
