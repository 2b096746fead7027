import BoardDomain
import BoardResources
import TerminalKit

/// What all screens share: who looks, when, in which language, on how much room.
struct Setting: Sendable {
    /// The signed-in person; nil is the public.
    var person: PersonID?
    /// How the person is called, and as what it acts.
    var personName: SafeText
    /// The roles that the person holds now.
    var roles: Set<Role>
    var wording: ValueWording
    var theme: Theme
    /// The board's time, when it was last looked at.
    var now: Instant
    /// The whole terminal.
    var size: Size
    /// A question of the past: nothing can be recorded.
    var isPast: Bool

    var texts: Texts { wording.texts }

    /// Rows and columns between header and footer.
    var body: Size { Size(columns: size.columns, rows: size.rows - Self.headerRows - 1) }

    /// Board and person; the five lanes.
    static let headerRows = 2
    /// Fewer are too few for every screen.
    static let least = Size(columns: 80, rows: 24)
    /// From here on master and detail stand side by side.
    static let wideColumns = 120

    var isWide: Bool { size.columns >= Self.wideColumns }

    /// A text of the board's own, through the gate like all others.
    func text(_ key: String, _ values: [String: String] = [:]) -> SafeText {
        SafeText(texts.text(key, values))
    }

    func title(of name: ScreenName) -> SafeText { text("tui.screen." + name.rawValue) }
}
