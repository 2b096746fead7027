import BoardDomain
import BoardResources
import BoardService
import TerminalKit

extension BoardDesk {
    /// What was signed of the log, each as the text that is kept elsewhere.
    func checkpoints() async -> Answer<[Anchor]> {
        await answer {
            try await board.checkpoints().map {
                Anchor(board: board.identity.id, checkpoint: $0)
            }
        }
    }

    /// Signs the log's head.
    func seal() async -> Answer<Anchor> {
        await answer { try await board.checkpoint(at: instant) }
    }

    /// The position of the log's last row.
    func head() async -> Answer<Int64> { await answer { try await board.head().position } }

    func reads() async -> Answer<[ObjectRead]> {
        await answer { try await board.reads(as: person, at: instant) }
    }

    func log(after position: Int64, limit: Int) async -> Answer<[LogEntry]> {
        await answer {
            try await board.logEntries(after: position, limit: limit, as: person, at: instant)
        }
    }

    func log(
        _ filter: LogFilter, before position: Int64, limit: Int, scanning most: Int64
    ) async -> Answer<LogPage> {
        await answer {
            try await board.logEntries(
                matching: filter, before: position, limit: limit, scanning: most, as: person,
                at: instant)
        }
    }
}

/// A signature over the log's head.
struct CheckpointRow: Sendable, Identifiable {
    let anchor: Anchor

    var id: Int64 { anchor.checkpoint.position }

    static func rows(_ anchors: [Anchor], _ setting: Setting) -> ElementRows<CheckpointRow> {
        ElementRows(anchors.map(CheckpointRow.init)) { row, column in
            let checkpoint = row.anchor.checkpoint
            let text =
                switch column {
                case 0: String(checkpoint.position)
                case 1: setting.wording.instant(checkpoint.at)
                case 2: checkpoint.hash.text
                default: String(checkpoint.keyID.prefix(12))
                }
            return StyledText(SafeText(text))
        }
    }

    static func columns(_ setting: Setting) -> [TableColumn] {
        [
            TableColumn(setting.text("cli.timeline.position"), .length(8), align: .trailing),
            TableColumn(setting.text("cli.timeline.at"), .length(16)),
            TableColumn(setting.text("cli.log.hash"), .fill()),
            TableColumn(setting.text("tui.audit.key"), .length(12)),
        ]
    }
}

/// That somebody was shown something restricted.
struct ReadRow: Sendable, Identifiable {
    let read: ObjectRead

    var id: Int64 { read.position }

    static func columns(_ setting: Setting) -> [TableColumn] {
        let isWide = setting.size.columns >= 100
        let columns = [
            TableColumn(setting.text("cli.timeline.at"), .length(16)),
            TableColumn(setting.text("cli.timeline.who"), .length(isWide ? 12 : 8)),
            TableColumn(setting.text("cli.reads.as"), .length(isWide ? 14 : 10)),
            TableColumn(setting.text("cli.list.id"), .length(14)),
            TableColumn(setting.text("cli.reads.objects"), .fill()),
            TableColumn(setting.text("cli.reads.question"), .length(8)),
        ]
        // Few look at a past; what was looked at is more.
        let past = TableColumn(setting.text("cli.reads.asOf"), .length(8), align: .trailing)
        return isWide ? columns + [past] : columns
    }

    func cell(_ column: Int, _ setting: Setting) -> StyledText {
        StyledText(SafeText(text(column, setting)))
    }

    private func text(_ column: Int, _ setting: Setting) -> String {
        let wording = setting.wording
        return switch column {
        case 0: wording.instant(read.at)
        case 1:
            read.person.map { wording.value(.string($0), shape: .text(64)) }
                ?? wording.capacity(Capacity.publicReader)
        case 2: wording.list(read.capacities.map(wording.capacity))
        case 3: StreamID(text: read.stream)?.id ?? read.stream
        case 4: wording.list(read.objects.map(wording.object))
        case 5: setting.texts.textIfPresent("tui.audit.question." + read.question) ?? read.question
        default: read.asOf.map(String.init) ?? ""
        }
    }

    func line(_ setting: Setting) -> SafeText {
        SafeText((0..<6).map { text($0, setting) }.joined(separator: " "))
    }
}
