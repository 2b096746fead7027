package import BoardResources
import TerminalKit

/// Why the terminal program was not opened.
package enum TerminalFault: Error, Hashable, Sendable {
    /// No screen of that name can be opened first; these can.
    case noScreen(given: String, known: [String])
    /// No theme of that name; these there are.
    case noTheme(given: String, known: [String])

    /// In the reader's words.
    package func message(in texts: Texts) -> String {
        let (key, given, known) =
            switch self {
            case .noScreen(let given, let known): ("tui.fault.noScreen", given, known)
            case .noTheme(let given, let known): ("tui.fault.noTheme", given, known)
            }
        return texts.text(
            key, ["given": given, "known": known.joined(separator: texts.text("cli.comma"))])
    }
}

/// What is opened first and how it looks, by the names of the command line.
package struct TerminalNames: Sendable {
    /// Nil where nothing was named.
    let screen: ScreenName?
    let theme: Theme?

    /// - Throws: `TerminalFault` where something has no such name.
    package init(screen: String?, theme: String?) throws(TerminalFault) {
        if let theme {
            guard let known = Theme.all.first(where: { $0.name == theme }) else {
                throw TerminalFault.noTheme(given: theme, known: Theme.all.map(\.name))
            }
            self.theme = known
        } else {
            self.theme = nil
        }
        if let screen {
            guard let known = ScreenName(rawValue: screen), Destination.screen(known) != nil else {
                throw TerminalFault.noScreen(
                    given: screen, known: Destination.all.map(\.name.rawValue))
            }
            self.screen = known
        } else {
            self.screen = nil
        }
    }
}
