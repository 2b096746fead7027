import BoardDomain
import TerminalKit

/// What may be opened beside a field: a list to choose from, a calendar.
enum FormOpener: Sendable {
    /// - isFiltered: typing opens it and filters it.
    case options([ChoiceOption<String>], isFiltered: Bool)
    case several([ChoiceOption<String>])
    case calendar

    /// The popup, standing at what is in the field already.
    fileprivate func open(_ node: FormNode?, _ reader: FormReader) -> FormPopup {
        switch self {
        case .options(let options, _):
            var choice = ChoiceFieldState(options, chosen: [node?.text].compactMap(\.self))
            choice.open()
            return .choice(choice)
        case .several(let options):
            var chosen: [String] = []
            if case .list(_, let items)? = node { chosen = items.compactMap(\.text) }
            var choice = ChoiceFieldState(options, chosen: chosen, allowsSeveral: true)
            choice.open()
            return .picks(choice)
        case .calendar:
            // Of an instant its day.
            let typed = node?.text?.split(separator: " ").first.map(String.init) ?? ""
            let day = reader.day(typed).map { CalendarDay(number: $0.number) }
            var field = DateFieldState(
                today: CalendarDay(number: reader.today.number), day: day)
            field.open()
            return .calendar(field)
        }
    }
}

extension FormState {
    /// What a field has to open; nil for one that is only typed.
    func opener(_ row: FormRow, _ setting: Setting) -> FormOpener? {
        let named = { (names: [String]) in
            names.map {
                ChoiceOption($0, SafeText(setting.wording.choice($0, of: row.label)))
            }
        }
        let options = options(of: row)
        switch (row.kind, content[row.path]) {
        case (.leaf, .choice(let names, _)?): return .options(named(names), isFiltered: true)
        case (.picks, .list(.choice(let names), _)?): return .several(named(names))
        case (.picks, _): return options.isEmpty ? nil : .several(options)
        case (.leaf, .line?):
            if !options.isEmpty {
                return .options(options, isFiltered: source(of: row)?.isFiltered ?? false)
            }
            let shape = content.shape(at: row.path)
            return shape == .day || shape == .instant ? .calendar : nil
        default: return nil
        }
    }

    /// What a key opens; nil where it opens nothing. Where one picks, typing opens the list and filters it;
    /// Enter opens only what is still blank, so that it leads on through a form that is filled.
    func opened(by key: KeyEvent, _ row: FormRow, _ setting: Setting) -> FormPopup? {
        guard let opener = opener(row, setting) else { return nil }
        let node = content[row.path]
        let isBlank = node?.isBlank ?? true
        let isPicked = isBlank || isPicked(row)
        let opens: Bool
        switch (opener, key.key, key.modifiers) {
        case (_, .down, .alt): opens = true
        // Between the day and the time of an instant stands a space.
        case (.calendar, .character(" "), []): opens = isBlank
        case (.calendar, _, _): opens = false
        case (.several, .enter, []): opens = isBlank
        case (.several, .character(" "), []): opens = true
        case (.options(_, let isFiltered), .enter, []): opens = isFiltered && isBlank
        case (.options(_, let isFiltered), .character(" "), []): opens = isFiltered && isPicked
        case (.options(_, let isFiltered), _, _):
            guard isFiltered, isPicked, let scalar = key.character else { return nil }
            var popup = opener.open(node, reader)
            _ = popup.paste(String(scalar))
            return popup
        case (.several, _, _): opens = false
        }
        return opens ? opener.open(node, reader) : nil
    }

    /// Whether what stands there is one of those that can be picked, and nothing that was typed.
    private func isPicked(_ row: FormRow) -> Bool {
        if case .choice? = content[row.path] { return true }
        guard let text = content[row.path]?.text else { return false }
        return reader.title(of: text, at: row.place()) != nil
    }
}
