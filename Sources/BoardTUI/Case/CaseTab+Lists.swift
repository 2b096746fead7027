import BoardDomain
import BoardService
import TerminalKit

/// The long lists of a file: documents, events, what may be done.
extension CaseTab {
    static let documentColumns: [CaseColumn] = [
        CaseColumn(title: "tui.case.column.document", width: .fill(2)) { entry, words in
            StyledText(entry.document.map(words.name) ?? .empty)
        },
        .object(18),
        CaseColumn(title: "tui.case.column.size", width: .length(12), align: .trailing) {
            entry, words in
            let size = entry.document?.size.map { "\($0)" }
            return StyledText(
                size.map { SafeText($0) } ?? words.setting.text("tui.case.document.absent"),
                style: size == nil ? words.setting.theme[.muted] : .plain)
        },
        CaseColumn(title: "tui.case.column.digest", width: .length(14)) { entry, _ in
            StyledText(SafeText(String(entry.document?.digest.text.prefix(12) ?? "")))
        },
    ]

    static let eventColumns: [CaseColumn] = [
        event("position", .length(7), align: .trailing) { event, _ in String(event.position) },
        event("at", .length(16)) { event, words in words.wording.instant(event.at) },
        event("what", .fill(3)) { event, words in words.wording.event(event.type) },
        event("object", .length(14), least: 90) { event, words in
            words.wording.object(event.object)
        },
        event("state", .length(10), least: 110) { event, words in
            let machine = ObjectReference(text: event.object)?.machine.rawValue ?? ""
            return event.state.map { words.wording.state($0, of: machine) } ?? ""
        },
        event("who", .fill(2)) { event, words in words.wording.signer(of: event) },
        event("rule", .length(10)) { event, _ in event.rule },
    ]

    private static func event(
        _ name: String, _ width: Constraint, align: Frame.Alignment = .leading, least: Int = 0,
        _ text: @escaping @Sendable (TimelineEntry, CaseWords) -> String
    ) -> CaseColumn {
        CaseColumn(title: "cli.timeline." + name, width: width, align: align, least: least) {
            entry, words in
            StyledText(entry.event.map { SafeText(text($0, words)) } ?? .empty)
        }
    }

    static let optionColumns: [CaseColumn] = [
        CaseColumn(title: "tui.case.column.may", width: .length(4)) { entry, words in
            entry.option.map { words.passed($0.isAllowed) } ?? StyledText(.empty)
        },
        CaseColumn(title: "tui.case.column.command", width: .fill(2)) { entry, words in
            StyledText(entry.option?.title(words.setting) ?? .empty)
        },
        CaseColumn(title: "tui.case.column.object", width: .length(18)) { entry, words in
            StyledText(SafeText(entry.object.map(words.wording.object) ?? ""))
        },
        CaseColumn(title: "cli.timeline.rule", width: .length(8)) { entry, _ in
            StyledText(SafeText(entry.option?.option.rule ?? ""))
        },
        CaseColumn(title: "tui.case.column.reason", width: .fill(3)) { entry, words in
            let refusal = entry.option?.option.refusal
            return StyledText(
                refusal.map { SafeText(words.wording.refusal($0)) } ?? .empty,
                style: words.setting.theme[.muted])
        },
    ]
}

extension CaseEntry {
    var document: CaseDocument? {
        if case .document(let document) = matter { document } else { nil }
    }

    var event: TimelineEntry? { if case .event(let event) = matter { event } else { nil } }

    var option: ActChoice? { if case .option(let choice) = matter { choice } else { nil } }
}

extension CaseWords {
    /// As it was called, or by the field that names it.
    func name(of document: CaseDocument) -> SafeText {
        if !document.name.isEmpty { return SafeText(document.name) }
        return SafeText(
            wording.label(document.field, in: document.object?.machine.rawValue ?? ""))
    }
}
