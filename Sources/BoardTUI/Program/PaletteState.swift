import TerminalKit

/// Something that the palette offers.
struct PaletteOffer: Sendable {
    enum Action: Sendable {
        case go(ScreenName)
        case key(KeyUse)
        /// What an identifier names, maybe with the command that is meant: `XC-2026-0007/bid/K7QM seal`.
        case target(String, command: String?)
        case work(DeskWork)
    }

    let title: SafeText
    /// How its key is called; empty where it has none.
    let key: SafeText
    /// Why it cannot be done now; nil where it can.
    let reason: SafeText?
    let action: Action

    init(_ title: SafeText, key: SafeText, _ action: Action) {
        self.title = title
        self.key = key
        self.action = action
        reason = nil
    }

    init(_ work: DeskWork, in setting: Setting) {
        title = setting.title(of: work.name)
        key = .empty
        reason = work.reason(in: setting)
        action = .work(work)
    }

    init(_ use: KeyUse) {
        title = use.action
        key = use.label
        reason = use.reason
        action = .key(use)
    }
}

/// The palette over a screen: what can be done there, and whatever an identifier that is typed may name.
struct PaletteState: Sendable {
    enum Outcome: Sendable {
        case chosen(PaletteOffer.Action)
        case refused(SafeText)
        case cancelled
    }

    private let offers: [PaletteOffer]
    /// How an identifier that was typed is offered.
    private let opening: @Sendable (String) -> SafeText
    private(set) var typed = CommandPaletteState<Int>()

    /// The entry of the identifier that is typed; the others are called by their places.
    private static let named = -1

    init(_ offers: [PaletteOffer], opening: @escaping @Sendable (String) -> SafeText) {
        self.offers = offers
        self.opening = opening
    }

    /// An identifier, where one is typed, then all that is offered.
    var entries: [PaletteEntry<Int>] {
        let named = target.map { _ in
            PaletteEntry(Self.named, opening(typed.query.text.string), key: "Enter")
        }
        return [named].compactMap { $0 }
            + offers.enumerated().map { place, offer in
                PaletteEntry(place, offer.title, key: offer.key, reason: offer.reason)
            }
    }

    private var target: PaletteOffer.Action? {
        let words = typed.query.text.string.split(separator: " ").map(String.init)
        guard let word = words.first, Self.isIdentifier(word) else { return nil }
        return .target(word, command: words.count > 1 ? words[1] : nil)
    }

    /// `XC-2026-0007`, `pool/JBGS-2026`, a unified code, `new`: what names something on a board.
    private static func isIdentifier(_ word: String) -> Bool {
        word.contains("/") || word == "new"
            || word.utf8.count >= 4
                && word.utf8.contains { ("0"..."9").contains(Unicode.Scalar($0)) }
    }

    /// - Parameter size: of the screen that it lies over.
    mutating func take(_ event: InputEvent, in size: Size) -> Outcome? {
        let entries = entries
        let height = CommandPalette<Int>.height(of: size)
        let outcome: CommandPaletteState<Int>.Outcome?
        switch event {
        case .key(let key): outcome = typed.handle(key, in: entries, height: height)
        case .paste(let text):
            typed.paste(text)
            outcome = nil
        case .mouse(let mouse): outcome = take(mouse, in: size, entries)
        default: outcome = nil
        }
        switch outcome {
        case nil: return nil
        case .cancelled: return .cancelled
        case .refused(let reason): return .refused(reason)
        case .chosen(let place):
            return (place == Self.named ? target : offers[place].action).map(Outcome.chosen)
        }
    }

    private mutating func take(
        _ mouse: MouseEvent, in size: Size, _ entries: [PaletteEntry<Int>]
    ) -> CommandPaletteState<Int>.Outcome? {
        let height = CommandPalette<Int>.height(of: size)
        switch mouse.kind {
        case .scrollDown: typed.scroll(by: 3, in: entries, height: height)
        case .scrollUp: typed.scroll(by: -3, in: entries, height: height)
        case .press(.left):
            return typed.click(
                Position(column: mouse.column, row: mouse.row), in: size, entries)
        default: break
        }
        return nil
    }
}
