import BoardDomain
import TerminalKit

/// What lies open beside the field of a form in which the caret stands, and takes the keys.
enum FormPopup: Hashable, Sendable {
    /// One of what there is to pick.
    case choice(ChoiceFieldState<String>)
    /// Several of it.
    case picks(ChoiceFieldState<String>)
    case calendar(DateFieldState)
    case paths(PathPopup)

    /// What a key in it comes to.
    enum Outcome: Hashable, Sendable {
        case open
        /// Closed; nothing has changed.
        case closed
        /// Closed, with a text for the field.
        case text(String)
        /// Closed, with these chosen.
        case chosen([String])
        /// The key is the form's.
        case ignored
    }

    mutating func take(_ event: KeyEvent) -> Outcome {
        switch self {
        case .choice(var state):
            let typed = state.query.text.string
            let hasMatches = state.matches.count > 0
            // What is called otherwise, or not on the list, is taken as it was typed.
            if event == KeyEvent(.enter), !hasMatches, !typed.isEmpty { return .text(typed) }
            guard state.handle(event) != .ignored else { return .ignored }
            self = .choice(state)
            guard !state.isOpen else { return .open }
            return event.key == .escape ? .closed : state.value.map(Outcome.text) ?? .closed
        case .picks(var state):
            guard state.handle(event) != .ignored else { return .ignored }
            self = .picks(state)
            guard !state.isOpen else { return .open }
            return event.key == .escape ? .closed : .chosen(state.chosen)
        case .calendar(var state):
            guard state.handle(event) != .ignored else { return .ignored }
            self = .calendar(state)
            guard !state.isOpen else { return .open }
            return event.key == .escape ? .closed : state.day.map { .text($0.iso) } ?? .closed
        case .paths(var popup):
            switch (event.key, event.modifiers) {
            case (.down, []): popup.move(by: 1)
            case (.up, []): popup.move(by: -1)
            case (.escape, _): return .closed
            case (.tab, []): return .text(popup.completed)
            case (.enter, []) where popup.selected != nil: return .text(popup.completed)
            default: return .ignored
            }
            self = .paths(popup)
            return .open
        }
    }

    /// What was typed in it when the caret goes elsewhere: the only match, otherwise the text as it stands.
    var left: Outcome {
        switch self {
        case .choice(let state):
            let typed = state.query.text.string
            guard !typed.isEmpty else { return .closed }
            return .text(state.matches.count == 1 ? state.matches.id(at: 0) : typed)
        case .picks(let state):
            guard !state.query.text.isEmpty, state.matches.count == 1 else { return .closed }
            let match = state.matches.id(at: 0)
            return .chosen(state.chosen.filter { $0 != match } + [match])
        case .calendar, .paths: return .closed
        }
    }

    /// A paste goes into the filter of what is open.
    mutating func paste(_ text: String) -> Bool {
        switch self {
        case .choice(var state):
            _ = state.paste(text)
            self = .choice(state)
        case .picks(var state):
            _ = state.paste(text)
            self = .picks(state)
        case .calendar, .paths: return false
        }
        return true
    }

    /// A click inside of it, in its own columns and rows.
    mutating func click(_ place: Position, in size: Size) -> Outcome {
        switch self {
        case .choice(var state):
            let before = state
            _ = state.clickList(place, in: size)
            self = .choice(state)
            return state.isOpen || state == before
                ? .open : state.value.map(Outcome.text) ?? .closed
        case .picks(var state):
            _ = state.clickList(place, in: size)
            self = .picks(state)
            return .open
        case .calendar(var state):
            _ = state.clickCalendar(place)
            self = .calendar(state)
            guard !state.isOpen else { return .open }
            return state.day.map { .text($0.iso) } ?? .closed
        case .paths(var popup):
            popup.select(popup.top + place.row - 1)
            return popup.selected == nil ? .open : .text(popup.completed)
        }
    }

    mutating func scroll(by rows: Int) {
        switch self {
        case .choice(var state):
            state.scroll(by: rows)
            self = .choice(state)
        case .picks(var state):
            state.scroll(by: rows)
            self = .picks(state)
        case .calendar: break
        case .paths(var popup):
            popup.move(by: rows)
            self = .paths(popup)
        }
    }
}
