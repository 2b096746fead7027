import TerminalKit

/// A line of the command palette.
struct PaletteEntry: Sendable {
    enum Action: Sendable {
        case go(ScreenName)
        case key(KeyUse)
        /// What an identifier names, maybe with the command that is meant: `XC-2026-0007/bid/K7QM seal`.
        case target(String, command: String?)
        case work(DeskWork)
    }

    let title: SafeText
    let label: SafeText
    /// Why it cannot be done now; nil where it can.
    let reason: SafeText?
    let action: Action

    init(_ title: SafeText, label: SafeText, _ action: Action) {
        self.title = title
        self.label = label
        self.action = action
        reason = nil
    }

    init(_ work: DeskWork, in setting: Setting) {
        title = setting.title(of: work.name)
        label = .empty
        reason = work.reason(in: setting)
        action = .work(work)
    }

    init(_ use: KeyUse) {
        title = use.action
        label = use.label
        reason = use.reason
        action = .key(use)
    }
}

/// The palette: what is typed, and which of the entries that match is chosen.
struct PaletteState: Sendable {
    enum Outcome: Sendable {
        case chosen(PaletteEntry)
        case cancelled
    }

    let entries: [PaletteEntry]
    /// How an identifier that was typed is offered.
    let opening: @Sendable (String) -> SafeText
    private(set) var query = TextEditor()
    private(set) var cursor = 0

    init(_ entries: [PaletteEntry], opening: @escaping @Sendable (String) -> SafeText) {
        self.entries = entries
        self.opening = opening
    }

    /// An identifier, where one was typed, then the entries that match.
    var found: [PaletteEntry] {
        let words = query.text.string.split(separator: " ").map(String.init)
        let named = words.first.flatMap { word -> PaletteEntry? in
            guard Self.isIdentifier(word) else { return nil }
            return PaletteEntry(
                opening(query.text.string), label: "Enter",
                .target(word, command: words.count > 1 ? words[1] : nil))
        }
        return [named].compactMap { $0 }
            + FuzzyFilter(query.text.string).filter(entries, by: \.title).map(\.element)
    }

    /// `XC-2026-0007`, `pool/JBGS-2026`, a unified code, `new`: what names something on a board.
    private static func isIdentifier(_ word: String) -> Bool {
        word.contains("/") || word == "new"
            || word.utf8.count >= 4
                && word.utf8.contains { ("0"..."9").contains(Unicode.Scalar($0)) }
    }

    mutating func take(_ event: InputEvent, in setting: Setting) -> Outcome? {
        switch event {
        case .mouse(let mouse): return take(mouse, in: setting)
        case .paste(let text):
            query.paste(text)
            cursor = 0
        case .key(let key):
            switch (key.key, key.modifiers) {
            case (.escape, _): return .cancelled
            case (.enter, _):
                let found = found
                return found.indices.contains(cursor) ? .chosen(found[cursor]) : .cancelled
            case (.down, []), (.character("n"), .control):
                cursor = min(cursor + 1, max(0, found.count - 1))
            case (.up, []), (.character("p"), .control): cursor = max(0, cursor - 1)
            default:
                if query.handle(key) { cursor = 0 }
            }
        default: break
        }
        return nil
    }

    /// A click on an entry chooses it, one beside the box closes it.
    private mutating func take(_ mouse: MouseEvent, in setting: Setting) -> Outcome? {
        let found = found
        switch mouse.kind {
        case .scrollDown: cursor = min(cursor + 3, max(0, found.count - 1))
        case .scrollUp: cursor = max(0, cursor - 3)
        case .press(.left):
            let place = Position(column: mouse.column, row: mouse.row)
            let (box, list) = PaletteBox.parts(of: Rect(setting.size))
            guard box.contains(place) else { return .cancelled }
            let index = PaletteBox.top(self, list) + mouse.row - list.row
            guard list.contains(place), found.indices.contains(index) else { return nil }
            return .chosen(found[index])
        default: break
        }
        return nil
    }
}
