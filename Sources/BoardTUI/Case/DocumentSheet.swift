import BoardDomain
import BoardService
import TerminalKit

/// A document as a file tells of it: its digest whole, and where it is kept.
struct DocumentSheet {
    let lines: [FileLine]

    init(_ document: CaseDocument, _ sheet: FileSheet, _ words: CaseWords) {
        let setting = words.setting
        var pairs: [(label: String, text: SafeText)] = [
            (setting.texts.text("tui.case.column.document"), words.name(of: document)),
            (
                setting.texts.text("tui.case.document.field"),
                SafeText(
                    words.wording.label(
                        document.field, in: document.object?.machine.rawValue ?? ""))
            ),
            (setting.texts.text("tui.case.column.digest"), SafeText(document.digest.text)),
        ]
        if let object = document.object {
            pairs.append(
                (
                    setting.texts.text("tui.case.column.object"),
                    SafeText(words.wording.object(object))
                ))
        }
        if let size = document.size {
            pairs += [
                (
                    setting.texts.text("tui.case.column.size"),
                    setting.text("tui.case.document.bytes", ["count": String(size)])
                ),
                (
                    setting.texts.text("tui.case.document.path"),
                    SafeText(document.path, form: .body)
                ),
            ]
        } else {
            pairs.append(
                (
                    setting.texts.text("tui.case.document.path"),
                    setting.text("tui.case.document.missing")
                ))
        }
        lines = sheet.labelled(pairs)
    }
}
