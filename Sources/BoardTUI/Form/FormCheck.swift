import BoardDomain
import BoardResources
import TerminalKit

/// A condition of what is being filled in, and whether it is met so far.
struct FormCheck: Hashable, Sendable {
    /// What speaks against it; nil where it is met.
    let fault: SafeText?
    let words: SafeText
    /// The field that it is about, `indicators[2].target`; nil where it is about the whole.
    var path: String?

    init(_ words: SafeText, fault: SafeText? = nil, path: String? = nil) {
        self.words = words
        self.fault = fault
        self.path = path
    }

    /// A guard of the table with what speaks against it.
    init(_ name: String, _ breach: Breach?, _ wording: ValueWording) {
        self.init(
            SafeText(wording.guardName(name)),
            fault: breach.map { SafeText(wording.breach($0), form: .body) })
    }

    static func lines(_ checks: [FormCheck], columns: Int, _ setting: Setting) -> [FileLine] {
        let (theme, colon) = (setting.theme, setting.text("cli.colon"))
        return checks.flatMap { check -> [FileLine] in
            let isMet = check.fault == nil
            let words = check.fault.map { check.words + colon + $0 } ?? check.words
            let mark: SafeText = isMet ? "✓ " : "✗ "
            // The mark before it, the bar of what scrolls behind it.
            return LineBreaker(columns: max(8, columns - 4)).lines(of: words).enumerated().map {
                place, line in
                FileLine(
                    [
                        StyledText(
                            place == 0 ? mark : "  ", style: theme[isMet ? .success : .danger]),
                        StyledText(line, style: isMet ? theme[.muted] : .plain),
                    ], indent: 1)
            }
        }
    }
}

/// What speaks against a form so far, and what would follow if nothing did.
struct FormJudgement: Sendable {
    var checks: [FormCheck] = []
    /// What would be recorded beside the act itself, in words.
    var follows: [SafeText] = []
    /// What would still speak against the act that comes next.
    var later: [FormCheck] = []

    var isClear: Bool { checks.allSatisfy { $0.fault == nil } }
}
