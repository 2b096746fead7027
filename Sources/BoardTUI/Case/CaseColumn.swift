import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// A column of one of the tabs of a file.
struct CaseColumn: Sendable {
    /// The key of its title.
    let title: String
    let width: Constraint
    var align = Frame.Alignment.leading
    /// Terminals with fewer columns go without it.
    var least = 0
    let cell: @Sendable (CaseEntry, CaseWords) -> StyledText

    /// A member of the object under its own wording.
    static func member(
        _ name: String, _ width: Constraint, align: Frame.Alignment = .leading, least: Int = 0
    ) -> CaseColumn {
        CaseColumn(
            title: "tui.case.column." + name, width: width, align: align, least: least
        ) { entry, words in words.value(name, of: entry) }
    }

    /// The object by its kind and number, marked where the viewer may do something about it.
    static func object(_ width: Int = 16) -> CaseColumn {
        CaseColumn(title: "tui.case.column.object", width: .length(width)) { entry, words in
            words.object(of: entry)
        }
    }

    static let state = CaseColumn(title: "cli.list.state", width: .length(12)) { entry, words in
        words.state(of: entry)
    }
}

/// The words in which the rows of a file are told.
struct CaseWords {
    let setting: Setting
    /// The objects about which there is something that the viewer may do.
    let doable: Set<ObjectReference>

    var wording: ValueWording { setting.wording }

    func value(_ name: String, of entry: CaseEntry) -> StyledText {
        guard let value = entry.json[name] else { return StyledText(.empty) }
        let context = entry.machine?.rawValue ?? ""
        return StyledText(SafeText(wording.value(value, of: name, in: context)))
    }

    /// A `▸` says without colour that it is the viewer's turn.
    func object(of entry: CaseEntry) -> StyledText {
        let isMine = entry.object.map(doable.contains) ?? false
        let name: SafeText
        if case .object(let reference, let json) = entry.matter {
            let text = wording.object(reference)
            name = SafeText(json["anonymous"] == nil ? text : anonymous(json, text))
        } else {
            name = SafeText(entry.object.map(wording.object) ?? "")
        }
        return StyledText(
            (isMine ? "❯ " : "  ") + name, style: isMine ? setting.theme[.accent] : .plain)
    }

    private func anonymous(_ json: JSON, _ text: String) -> String {
        let number = json["anonymous"]?.string ?? text
        return setting.texts.text("print.anonymous", ["number": number])
    }

    func state(of entry: CaseEntry) -> StyledText {
        guard let state = entry.json["state"]?.string, let machine = entry.machine else {
            return StyledText(.empty)
        }
        return StyledText(SafeText(wording.state(state, of: machine.rawValue)))
    }

    func money(_ json: JSON?) -> StyledText {
        StyledText(json?.integer.map { SafeText(wording.figure(Money(fen: $0))) } ?? .empty)
    }

    func day(_ json: JSON?) -> StyledText {
        guard let text = json?.string else { return StyledText(.empty) }
        let day = Instant(text: text)?.day ?? Day(text: text)
        return StyledText(SafeText(day.map(wording.day) ?? text))
    }

    /// `不低于 97 %`: never by a sign that some terminals draw wide.
    func target(_ json: JSON) -> SafeText {
        let comparator = json["comparator"]?.string ?? ""
        let bounds = [json["target"]?.string, json["upper"]?.string].compactMap(\.self)
        let figures = bounds.joined(separator: "–")
        let unit = json["unit"]?.string ?? ""
        return SafeText(
            [wording.choice(comparator, of: "comparator"), figures, unit].filter { !$0.isEmpty }
                .joined(separator: " "))
    }

    func passed(_ passed: Bool?) -> StyledText {
        switch passed {
        case true?: StyledText("✓", style: setting.theme[.success])
        case false?: StyledText("✗", style: setting.theme[.danger])
        case nil: StyledText("–", style: setting.theme[.muted])
        }
    }
}
