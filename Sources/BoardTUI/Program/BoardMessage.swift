import BoardDomain
import BoardService
import TerminalKit

/// All that can happen to the program.
enum BoardMessage: Sendable {
    case input(InputEvent)
    case resized(Size)
    /// The answer to a screen's question.
    case answered(screen: Int, any Sendable)
    /// Who is signed in, and where the board stands.
    case stood(Answer<BoardDesk.Standing>, signedIn: PersonID?)
    case header(Answer<BoardStatistics>)
    /// The log has gone on; nil where nothing more can be heard of it.
    case moved(Int64?, generation: Int)
    case ticked
    case toastGone(Int)
    /// What a screen that was left still had to keep is kept.
    case parted(Int)
    case persons([PersonEntry])
    /// How far the way to another time is, or that it is over.
    case travelled(Journey, LongAnswer<LocalBoard>.News?)
    /// What an identifier names, for the command that is meant.
    case named(Answer<Target>, command: String?)
}
