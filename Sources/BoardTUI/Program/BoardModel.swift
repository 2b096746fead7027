import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// All that the program knows.
struct BoardModel: Sendable {
    var setting: Setting
    /// The one on top is shown.
    var screens: [StackedScreen] = []
    var overlay: Overlay?
    var toasts = ToastState()
    var header = HeaderFigures()
    /// Where the log stood when the screens were last told.
    var position: Int64 = 0
    /// The board as it was at another time, while that is looked at.
    var past: LocalBoard?
    /// Whether changes by others are heard of.
    var isLive = true
    /// Counts the persons who have signed in: what was asked for an earlier one is no answer.
    var generation = 0
    /// Counts the times that another time was set out for.
    var journeys = 0
    /// What screens that were left still had to keep, until it is kept.
    private(set) var partings: [Int: @Sendable () -> Void] = [:]
    private var screensOpened = 0

    init(setting: Setting) { self.setting = setting }

    var top: StackedScreen? { screens.last }

    mutating func push(_ screen: any Screen) -> Int {
        screensOpened += 1
        screens.append(StackedScreen(screen, number: screensOpened))
        return screensOpened
    }

    /// Closes those screens whose places are given; gives the numbers of those that still have something to keep.
    mutating func close(_ places: some Sequence<Int>, _ desk: BoardDesk) -> [Int] {
        let closed = Set(places)
        let parted = closed.sorted().filter { place in
            guard let parting = screens[place].screen.parting else { return false }
            partings[screens[place].number] = { parting(desk) }
            return true
        }.map { screens[$0].number }
        screens = screens.enumerated().filter { !closed.contains($0.offset) }.map(\.element)
        return parted
    }

    /// What a screen that was left had to keep is kept.
    mutating func parted(_ number: Int) { partings[number] = nil }

    /// Keeps what nothing has kept yet: the program is over.
    func part(_ desk: BoardDesk) {
        for parting in partings.values { parting() }
        for screen in screens { screen.screen.parting?(desk) }
    }
}

/// What lies over the screen and takes the keys.
enum Overlay: Sendable {
    case help(ViewportState)
    case palette(PaletteState)
    case persons(PersonPickerState)
    /// Leaving would lose what was typed.
    case leaving(DialogState, Departure)
    /// The board of another time is being put together.
    case travelling(Journey)

    enum Departure: Sendable { case screen, program }
}

/// What the header counts.
struct HeaderFigures: Sendable {
    /// Cases in each lane; empty before the board has answered.
    var lanes: [Lane: Int] = [:]
    /// Late duties of the whole board; nil where the viewer may not know.
    var overdue: Int?
}
