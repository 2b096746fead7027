import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// Why an object stands as it does, in the words of whoever put it there or sent it back.
struct RemarkWords {
    private let remark: JSON
    private let setting: Setting

    /// - Parameter object: as the person was shown it; nil where nobody gave reasons.
    init?(on object: JSON?, _ setting: Setting) {
        guard let remark = object?["remark"] else { return nil }
        self.remark = remark
        self.setting = setting
    }

    /// `退回补正 · 郭安澜 · 2026-11-20 17:00`.
    private var title: String {
        let at = remark["at"]?.string.flatMap(Instant.init(text:)).map(setting.wording.instant)
        return [
            remark["what"]?.string.map(setting.wording.event), remark["who"]?.string, at,
        ].compactMap(\.self).joined(separator: " · ")
    }

    /// The reasons, the items with theirs.
    private var reasons: [String] {
        let rows = (remark[F.items.name]?.array ?? []) + (remark[F.corrections.name]?.array ?? [])
        let items = rows.map { row in
            (row.object ?? [:]).sorted { $0.key < $1.key }.compactMap { name, value in
                name == Correction.field.name
                    ? value.string.map { setting.wording.label($0, in: Machine.challenge.rawValue) }
                    : value.string
            }.joined(separator: setting.texts.text("cli.colon"))
        }
        let share = remark[F.acceptedBasisPoints.name].map {
            setting.wording.label(F.acceptedBasisPoints.name, in: Machine.milestone.rawValue) + " "
                + setting.wording.value($0, shape: .basisPoints)
        }
        let whole = [remark[F.reason.name]?.string, share].compactMap(\.self)
        // The reason of a milestone that was sent back repeats its items.
        let own = items.isEmpty ? whole : whole.filter { !items.contains($0) } + items
        return own + [remark[F.clause.name]?.string].compactMap(\.self)
    }

    /// Above what it is about.
    func lines(columns: Int) -> [FileLine] {
        let theme = setting.theme
        let breaker = LineBreaker(columns: max(10, columns - 2))
        return [FileLine(SafeText(title), theme[.warning])]
            + reasons.flatMap { breaker.lines(of: SafeText($0)) }.map {
                FileLine($0, theme[.warning], indent: 2)
            } + [.blank]
    }

    /// On one line, above a form.
    var line: SafeText {
        SafeText(
            title + setting.texts.text("cli.colon")
                + reasons.map { reason in
                    reason.last.map("。；.;".contains) ?? false ? String(reason.dropLast()) : reason
                }.joined(separator: setting.texts.text("cli.semicolon")))
    }
}
