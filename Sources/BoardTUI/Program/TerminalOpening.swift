package import BoardDomain
package import BoardResources
package import BoardService
import TerminalKit

/// How the terminal program is opened: on which board, as whom, in which language.
package struct TerminalOpening: Sendable {
    package let board: LocalBoard
    /// The path of the board's file.
    package let database: String
    /// Nil looks on as the public, until somebody is picked.
    package let person: PersonID?
    package let language: Language
    /// Given by `--at`, where the board's time may be set.
    package let instant: Instant?
    /// Whether the board is looked at as it was: nothing can be recorded.
    package let isPast: Bool
    let theme: Theme
    /// The board's time and the log's end when it was opened.
    package let now: Instant
    package let position: Int64
    /// What is opened first; the inbox unless told otherwise.
    let screen: ScreenName?
    let pacing: Pacing

    /// - Parameters:
    ///   - theme: as `--theme` names it; dark unless told otherwise.
    ///   - screen: as `--screen` names it.
    /// - Throws: `TerminalFault`.
    package init(
        board: LocalBoard, database: String, person: PersonID?, language: Language,
        instant: Instant? = nil, isPast: Bool = false, theme: String? = nil,
        screen: String? = nil, pacing: Pacing = .live
    ) async throws {
        self.board = board
        self.database = database
        self.person = person
        self.language = language
        self.instant = instant
        self.isPast = isPast
        let names = try TerminalNames(screen: screen, theme: theme)
        self.theme = names.theme ?? .dark
        self.screen = names.screen
        self.pacing = pacing
        now = await board.now
        position = try await board.head().position
    }

    /// A board that was made up is everybody's to look at from every side.
    var mayPickPerson: Bool { board.identity.kind != .live }
}

/// What the program does by itself, and when: injected, so that a test decides.
package struct Pacing: Sendable {
    /// Waits between two looks at the clock; nil never looks again.
    var pause: (@Sendable () async -> Void)?
    /// Waits while a message is in sight; nil leaves it there.
    var toast: (@Sendable () async -> Void)?
    /// Whether what others record is heard of.
    var hears: Bool

    /// The clock shows minutes; what others record is heard of at once.
    package static let live = Pacing(
        pause: { try? await Task.sleep(for: .seconds(20)) },
        toast: { try? await Task.sleep(for: .seconds(5)) }, hears: true)

    /// Nothing happens that was not asked for.
    package static let still = Pacing(pause: nil, toast: nil, hears: false)
}
