import BoardResources
import TerminalKit

/// Work at one's desk that is about no object of the board: the palette offers it everywhere.
enum DeskWork: CaseIterable, Sendable {
    /// The key with which one opens bids.
    case key
    /// Drafts out of a demand list.
    case demands

    var name: ScreenName {
        switch self {
        case .key: .key
        case .demands: .demands
        }
    }

    var screen: any Screen {
        switch self {
        case .key: KeyScreen()
        case .demands: DemandListScreen()
        }
    }

    /// Why it cannot be done; nil where it can. Who may record what is for the rules to say.
    func reason(in setting: Setting) -> SafeText? {
        if setting.person == nil { return setting.text("tui.unsigned") }
        return setting.isPast ? setting.text("tui.past.readOnly") : nil
    }
}
