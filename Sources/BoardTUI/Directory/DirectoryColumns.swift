import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// The columns of the directory's leaves.
struct DirectoryColumns {
    let tab: DirectoryTab
    let setting: Setting

    private enum Kind { case id, title, state, kind, roles, people, amount(String) }

    private var kinds: [(Kind, TableColumn)] {
        let title = TableColumn(setting.text("tui.directory.name." + tab.rawValue), .fill(2))
        let state = TableColumn(setting.text("cli.list.state"), .length(12))
        switch tab {
        case .persons:
            return [
                (.title, TableColumn(setting.text("cli.person.name"), .length(12))),
                (.roles, TableColumn(setting.text("cli.person.roles"), .fill())), (.state, state),
                (.id, TableColumn(setting.text("cli.person.id"), .length(16))),
            ]
        case .organisations:
            return [
                (.title, title), (.kind, TableColumn(setting.text("cli.org.kind"), .length(14))),
                (
                    .people,
                    TableColumn(
                        setting.text("tui.directory.people"), .length(6), align: .trailing)
                ), (.state, state),
                (.id, TableColumn(setting.text("cli.org.code"), .length(19))),
            ]
        case .pools:
            let names = ["allotted", "reserved", "committed", "paid", "free"]
            let amounts = names.filter { setting.size.columns >= 90 || $0 != "committed" }
            // A pool's states are short words; its amounts are never cut.
            let state = TableColumn(setting.text("cli.list.state"), .length(8))
            return [(.title, title), (.state, state)]
                + amounts.map { name in
                    (
                        Kind.amount(name),
                        TableColumn(
                            setting.text("cli.pool." + name), .length(14), align: .trailing)
                    )
                }
        case .sanctions, .claims:
            return [
                (.id, TableColumn(setting.text("cli.list.id"), .length(14))), (.title, title),
                (.state, state),
            ]
        }
    }

    var columns: [TableColumn] { kinds.map(\.1) }

    func cell(_ entry: DirectoryEntry, _ column: Int) -> StyledText {
        let wording = setting.wording
        switch kinds[column].0 {
        case .id: return StyledText(SafeText(entry.stream.id))
        case .title:
            guard entry.title.isEmpty else { return StyledText(SafeText(entry.title)) }
            return StyledText(
                setting.text("tui.directory.inFile"), style: setting.theme[.muted])
        case .state:
            return StyledText(SafeText(wording.state(entry.state, of: tab.machine.rawValue)))
        case .kind: return StyledText(SafeText(wording.choice(entry.kind)))
        case .people: return StyledText(SafeText(entry.people))
        case .roles:
            let roles = entry.appointments.map { wording.role($0.role) + " · " + $0.organisation }
            return StyledText(SafeText(wording.list(roles)))
        case .amount(let name):
            let amount = entry.pool?.amount(name)
            return StyledText(SafeText(amount.map(wording.figure) ?? "–"))
        }
    }

    /// What a line is looked for by.
    func text(_ entry: DirectoryEntry) -> SafeText {
        kinds.indices.map { cell(entry, $0).text }.reduce(SafeText(entry.stream.id)) {
            $0 + " " + $1
        }
    }
}
