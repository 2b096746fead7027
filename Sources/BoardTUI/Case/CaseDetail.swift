import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// What the selected row of a file is about, as lines; the whole file's head where no row is.
struct CaseDetail {
    let title: SafeText
    let lines: [FileLine]

    init(_ screen: CaseScreen, _ setting: Setting, columns: Int) {
        let sheet = FileSheet(setting: setting, columns: max(20, columns - 2))
        let entry = screen.selected(in: setting)
        let words = screen.words(setting)
        guard let content = screen.content.value else {
            (title, lines) = (.empty, [])
            return
        }
        let isEmpty = entry == nil
        switch screen.tab {
        case .terms:
            title =
                entry.map { words.value("name", of: $0).text } ?? setting.text("tui.case.tab.terms")
            lines = Self.terms(entry?.json, content.file, sheet)
        case .file:
            title = entry.map { words.object(of: $0).text } ?? SafeText(content.title)
            lines =
                (entry.map { sheet.lines($0.json.object ?? [:], of: $0.machine) + [.blank] } ?? [])
                + Self.head(content, sheet)
        case .documents, .timeline:
            let waits = screen.timeline.value == nil
            title = setting.text("tui.case.tab." + screen.tab.rawValue)
            lines =
                entry.map { Self.lines(of: $0, content, sheet, words) }
                ?? [
                    FileLine(
                        screen.timeline.failure
                            ?? setting.text(waits ? "tui.loading" : "tui.case.none"),
                        setting.theme[.muted])
                ]
        default:
            title = entry.map { words.object(of: $0).text } ?? .empty
            lines =
                isEmpty
                ? [FileLine(setting.text("tui.case.none"), setting.theme[.muted])]
                : entry.map { Self.lines(of: $0, content, sheet, words) } ?? []
        }
    }

    /// The indicator that is selected, where the case stands, then all other terms.
    private static func terms(
        _ indicator: JSON?, _ file: JSON, _ sheet: FileSheet
    ) -> [FileLine] {
        var lines: [FileLine] = []
        if let members = indicator?.object {
            lines += sheet.lines(members, of: nil, in: "indicators") + [.blank]
        }
        var head = (file.object ?? [:]).filter { name, value in
            CaseSection.machines[name] == nil && !["terms", "waiting"].contains(name)
        }
        head["title"] = nil
        lines += sheet.lines(head, of: .challenge)
        if var terms = file["terms"]?.object {
            terms["indicators"] = nil
            let heading = sheet.label("terms", in: "")
            lines += [.blank, sheet.heading(heading)] + sheet.lines(terms, of: .challenge)
        }
        return lines
    }

    private static func head(_ content: CaseContent, _ sheet: FileSheet) -> [FileLine] {
        let machine = type(of: Stream(content.stream).aggregate).machines[0]
        return sheet.lines(
            (content.file.object ?? [:]).filter { CaseSection.machines[$0.key] == nil },
            of: machine)
    }

    private static func lines(
        of entry: CaseEntry, _ content: CaseContent, _ sheet: FileSheet, _ words: CaseWords
    ) -> [FileLine] {
        switch entry.matter {
        case .document(let document): DocumentSheet(document, sheet, words).lines
        case .event(let event): EventSheet(sheet: sheet).lines(event)
        case .option(let choice): GuardSheet(choice, sheet.setting, columns: sheet.columns).lines
        case .part(let json) where json["scores"] != nil,
            .object(ObjectReference(.sheet, entry.object?.id ?? ""), let json):
            ScoreSheet(json, content.file, sheet).lines
        case .object(let reference, let json) where reference.machine == .verification:
            RunSheet(json, sheet, words).lines
        case .object(let reference, let json):
            sheet.lines(json.object ?? [:], of: reference.machine)
        case .part(let json):
            sheet.lines(
                (json.object ?? [:]).filter { $0.key != "object" }, of: nil,
                in: entry.object?.machine.rawValue ?? "")
        }
    }
}
