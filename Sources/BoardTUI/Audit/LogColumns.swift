import BoardDomain
import BoardService
import TerminalKit

/// The columns of the log's browser.
enum LogColumn: CaseIterable, Sendable {
    case position, time, what, stream, who, hash

    static func columns(on width: Int) -> [LogColumn] {
        allCases.filter { width >= 100 || $0 != .hash }
    }

    func column(_ setting: Setting) -> TableColumn {
        switch self {
        case .position:
            TableColumn(setting.text("cli.timeline.position"), .length(8), align: .trailing)
        case .time: TableColumn(setting.text("cli.timeline.at"), .length(16))
        case .what: TableColumn(setting.text("cli.timeline.what"), .fill(3))
        case .stream: TableColumn(setting.text("cli.log.stream"), .length(20))
        case .who: TableColumn(setting.text("cli.timeline.who"), .fill(2))
        case .hash: TableColumn(setting.text("cli.log.hash"), .length(12))
        }
    }

    func cell(_ entry: LogEntry?, _ position: Int64, _ setting: Setting) -> StyledText {
        if self == .position { return StyledText(SafeText(position)) }
        let muted = setting.theme[.muted]
        guard let entry else { return StyledText(self == .what ? "…" : .empty, style: muted) }
        if self == .hash { return StyledText(SafeText(String(entry.hash.text.prefix(12)))) }
        guard let told = entry.entry else {
            return StyledText(
                self == .what ? setting.text("cli.log.withheld") : .empty, style: muted)
        }
        switch self {
        case .time: return StyledText(SafeText(setting.wording.instant(told.at)))
        case .what: return StyledText(SafeText(setting.wording.event(told.type)))
        case .stream:
            let id = entry.stream.flatMap(StreamID.init(text:))?.id ?? ""
            return StyledText(SafeText(id))
        case .who: return StyledText(SafeText(setting.wording.signer(of: told)))
        case .position, .hash: return StyledText(.empty)
        }
    }
}
