import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// A column of the board, and what it sorts by.
struct BoardColumn: Sendable {
    enum Kind: Sendable { case id, title, enterprise, chain, budget, state, clock }

    let kind: Kind
    let title: String
    let width: Constraint
    var align = Frame.Alignment.leading
    /// Nil where nothing is sorted by it.
    var sort: CaseSort?
    /// Terminals with fewer columns go without it.
    var least = 0

    static func columns(in setting: Setting) -> [BoardColumn] {
        let columns = setting.size.columns
        // English takes more room for a state and for what is left of a time.
        let isEnglish = setting.texts.language == .en
        return all(
            state: isEnglish ? (columns >= 140 ? 20 : columns >= 100 ? 17 : 11) : 11,
            clock: isEnglish ? 21 : 19
        )
        .filter { $0.least <= columns }
    }

    private static func all(state: Int, clock: Int) -> [BoardColumn] {
        [
            BoardColumn(kind: .id, title: "cli.list.id", width: .length(15), sort: .id),
            BoardColumn(kind: .title, title: "cli.list.title", width: .fill(3)),
            BoardColumn(
                kind: .enterprise, title: "cli.list.enterprise", width: .fill(2), least: 100),
            BoardColumn(kind: .chain, title: "cli.list.chain", width: .length(9), least: 110),
            BoardColumn(
                kind: .budget, title: "tui.board.budget", width: .length(13), align: .trailing,
                sort: .budget),
            BoardColumn(kind: .state, title: "cli.list.state", width: .length(state)),
            BoardColumn(kind: .clock, title: "tui.board.clock", width: .length(clock)),
        ]
    }
}

/// The rows of the board, drawn as they come into sight.
struct BoardRows: TableRows {
    let pages: CasePages
    let setting: Setting
    private let columns: [BoardColumn]

    init(pages: CasePages, setting: Setting) {
        self.pages = pages
        self.setting = setting
        columns = BoardColumn.columns(in: setting)
    }

    var count: Int { pages.rows.count }
    func id(at index: Int) -> String { pages.rows[index].id }
    func index(of id: String) -> Int? { pages.place(of: id) }

    func cell(at index: Int, column: Int) -> StyledText {
        let row = pages.rows[index]
        switch columns[column].kind {
        case .id: return StyledText(SafeText(row.id))
        case .title: return StyledText(SafeText(row.title))
        case .enterprise: return StyledText(SafeText(row.enterpriseName))
        case .chain: return StyledText(SafeText(setting.wording.choice(row.chain)))
        case .budget: return StyledText(SafeText(setting.wording.figure(Money(fen: row.budget))))
        case .state:
            let words = setting.wording.state(row.state, of: Machine.challenge.rawValue)
            return StyledText(SafeText(words))
        case .clock:
            return pages.clocks[row.id]?.words(setting)
                ?? StyledText("–", style: setting.theme[.muted])
        }
    }
}

extension CaseClock {
    /// `11-27 五 剩3天`; whatever is late begins with `!`.
    func words(_ setting: Setting) -> StyledText {
        let (role, left): (Theme.Role, String) =
            switch (isOverdue, workdaysLeft) {
            case (true, let days) where days < 0:
                (.danger, setting.texts.text("tui.inbox.late", ["count": String(-days)]))
            case (true, _): (.danger, setting.texts.text("tui.inbox.lateToday"))
            case (_, let days) where days <= 0:
                (.warning, setting.texts.text("tui.inbox.today"))
            case (_, let days):
                (
                    days <= 5 ? .notice : .text,
                    setting.texts.text("tui.inbox.left", ["count": String(days)])
                )
            }
        let sign = isOverdue ? "! " : "  "
        return StyledText(
            SafeText(sign + setting.shortDay(due.day) + " " + left),
            style: setting.theme[role])
    }
}
