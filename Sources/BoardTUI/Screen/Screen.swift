import BoardService
import TerminalKit

/// One of the program's screens: a value that takes messages and draws itself, nothing else.
///
/// What takes time or reaches outside is asked of the desk in a `Step`; the answer comes back as a
/// message. A screen below others on the stack keeps its state, and is told to refresh when the
/// board has moved on.
protocol Screen: Sendable {
    /// All that can happen on it.
    associatedtype Message: Sendable

    /// By which it is known: in the header, the palette, `--screen`.
    var name: ScreenName { get }

    /// What the header says beside the screen's own name: the case, the object.
    func subject(in setting: Setting) -> SafeText

    /// What it has to know first.
    mutating func begin(in setting: Setting) -> [Step<Message>]

    /// The board has moved on, or the language or the person has changed: what it has to know anew.
    /// Selection, scroll and what is being typed stay.
    mutating func refresh(in setting: Setting) -> [Step<Message>]

    /// There is more room, or less: what has to be known that was not in sight.
    mutating func resized(in setting: Setting) -> [Step<Message>]

    /// What an event means on it now; nil where it means nothing, and the program's own keys apply.
    func message(for event: InputEvent, in setting: Setting) -> Message?

    /// What a message changes, and what is to be done about it.
    mutating func update(_ message: Message, in setting: Setting) -> [Step<Message>]

    /// The keys that work now, the most important first: the footer, the help and the palette.
    func keys(in setting: Setting) -> [KeyUse]

    /// Draws it on the body: all between header and footer.
    func view(into frame: inout Frame, in setting: Setting)

    /// Whether letters are text now: then the program's own letter keys are not keys.
    var isTyping: Bool { get }

    /// Whether a question of its own lies over it, which takes every key and click.
    var isAsking: Bool { get }

    /// Whether something was typed that is neither recorded nor kept: leaving then asks first.
    var isUnsaved: Bool { get }

    /// What still has to be kept when the screen is left or the program ends; nil where all is.
    var parting: (@Sendable (BoardDesk) -> Void)? { get }
}

extension Screen {
    func subject(in setting: Setting) -> SafeText { .empty }
    mutating func refresh(in setting: Setting) -> [Step<Message>] { begin(in: setting) }
    mutating func resized(in setting: Setting) -> [Step<Message>] { [] }
    var isTyping: Bool { false }
    var isAsking: Bool { false }
    var isUnsaved: Bool { false }
    var parting: (@Sendable (BoardDesk) -> Void)? { nil }
}

/// What a screen is called. The raw value is what `--screen` takes and the key of its title.
enum ScreenName: String, CaseIterable, Sendable {
    case inbox, board, `case`, act, form, post, bid, score, verify, evaluate, dashboard, audit
    case event, directory, file, begin, key, demands
}

/// What a screen wants done.
enum Step<Message: Sendable>: Sendable {
    /// A question to the board; its answer comes as a message. Errors are answers too.
    case ask(@Sendable (BoardDesk) async -> Message)
    /// Another screen on top of this one.
    case open(any Screen)
    /// Another screen in the place of this one.
    case replace(any Screen)
    /// Back to the screen below.
    case close
    /// A short message that passes.
    case tell(SafeText, Theme.Role)
    /// To the clipboard, at a key of the user's.
    case copy(SafeText)
    /// Something was recorded: every screen has to know anew.
    case recorded
    /// The whole program to a past of the board, or back to its present.
    case travel(AsOf?)
}

extension Step {
    /// With its messages as those of any screen.
    var erased: Step<any Sendable> {
        switch self {
        case .ask(let question): .ask { desk in await question(desk) }
        case .open(let screen): .open(screen)
        case .replace(let screen): .replace(screen)
        case .close: .close
        case .tell(let text, let role): .tell(text, role)
        case .copy(let text): .copy(text)
        case .recorded: .recorded
        case .travel(let moment): .travel(moment)
        }
    }
}
