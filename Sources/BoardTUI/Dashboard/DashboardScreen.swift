import BoardDomain
import BoardService
import TerminalKit

/// 驾驶舱: the county's cases in figures, each of which opens what lies behind it.
struct DashboardScreen: Screen {
    enum Message: Sendable {
        case loaded(Answer<DashboardContent>)
        case move(by: Int)
        case side(by: Int)
        case end(last: Bool)
        case section(by: Int)
        case pressed(Position)
        case open
        case year
    }

    let name = ScreenName.dashboard
    private(set) var content = Loaded<DashboardContent>()
    /// The selected figure's id.
    private(set) var selected: String?
    private(set) var year: Int?

    func subject(in setting: Setting) -> SafeText {
        year.map { SafeText($0) } ?? .empty
    }

    mutating func begin(in setting: Setting) -> [Step<Message>] {
        content.ask()
        let year = year
        return [.ask { .loaded(await $0.dashboard(year: year)) }]
    }

    // MARK: Where things stand

    func columns(_ setting: Setting) -> [[DashboardSection]] {
        content.value.map {
            DashboardSections(content: $0, setting: setting).columns(on: setting.size.columns)
        } ?? []
    }

    /// The figures column by column.
    func figures(_ setting: Setting) -> [[DashboardFigure]] {
        columns(setting).map { $0.flatMap(\.figures) }
    }

    /// Column and place in it; the first figure where the selected one has gone.
    func cursor(_ figures: [[DashboardFigure]]) -> (column: Int, place: Int)? {
        for (column, those) in figures.enumerated() {
            if let place = those.firstIndex(where: { $0.id == selected }) { return (column, place) }
        }
        return figures.first?.isEmpty == false ? (0, 0) : nil
    }

    // MARK: Keys

    func message(for event: InputEvent, in setting: Setting) -> Message? {
        switch event {
        case .mouse(let mouse):
            switch mouse.kind {
            case .press(.left): return .pressed(Position(column: mouse.column, row: mouse.row))
            case .scrollDown: return .move(by: 3)
            case .scrollUp: return .move(by: -3)
            default: return nil
            }
        case .key(let key):
            let page = max(1, setting.body.rows - 3)
            switch (key.key, key.modifiers) {
            case (.down, []), (.character("j"), []): return .move(by: 1)
            case (.up, []), (.character("k"), []): return .move(by: -1)
            case (.pageDown, []): return .move(by: page)
            case (.pageUp, []): return .move(by: -page)
            case (.home, []), (.character("g"), []): return .end(last: false)
            case (.end, []), (.character("G"), _): return .end(last: true)
            case (.right, []), (.character("l"), []): return .side(by: 1)
            case (.left, []), (.character("h"), []): return .side(by: -1)
            case (.tab, []): return .section(by: 1)
            case (.tab, .shift): return .section(by: -1)
            case (.enter, []): return .open
            case (.character("t"), []): return .year
            default: return nil
            }
        default: return nil
        }
    }

    mutating func update(_ message: Message, in setting: Setting) -> [Step<Message>] {
        let figures = figures(setting)
        switch message {
        case .loaded(let answer): content.take(answer)
        case .year:
            let years = content.value?.years ?? []
            let next = year.flatMap(years.firstIndex).map { $0 + 1 } ?? 0
            year = next < years.count ? years[next] : nil
            return begin(in: setting)
        case .pressed(let position):
            guard let figure = DashboardView(screen: self, setting: setting).figure(at: position)
            else { return [] }
            let wasSelected = figure.id == selected
            selected = figure.id
            return wasSelected ? open(figure) : []
        default:
            guard let (column, place) = cursor(figures) else { return [] }
            if case .open = message { return open(figures[column][place]) }
            selected = moved(message, from: column, place, in: figures, setting)
        }
        return []
    }

    private func moved(
        _ message: Message, from column: Int, _ place: Int, in figures: [[DashboardFigure]],
        _ setting: Setting
    ) -> String? {
        let here = figures[column]
        switch message {
        case .move(let steps): return here[max(0, min(here.count - 1, place + steps))].id
        case .end(let last): return (last ? here.last : here.first)?.id
        case .side(let steps):
            let other = figures[max(0, min(figures.count - 1, column + steps))]
            return other.isEmpty ? here[place].id : other[min(place, other.count - 1)].id
        case .section(let steps):
            let sections = columns(setting).flatMap(\.self).map(\.figures).filter { !$0.isEmpty }
            let id = here[place].id
            let current = sections.firstIndex { $0.contains { $0.id == id } } ?? 0
            return sections[Tabs.step(current, by: steps, of: sections.count)].first?.id
        default: return here[place].id
        }
    }

    private func open(_ figure: DashboardFigure) -> [Step<Message>] {
        switch figure.target {
        case .board(let filter): [.open(BoardScreen(filter))]
        case .file(let stream): [.open(Destination.file(of: stream))]
        case .inbox: [.open(InboxScreen())]
        }
    }

    func keys(in setting: Setting) -> [KeyUse] {
        let isOneColumn = columns(setting).count < 2
        return [
            KeyUse(.enter, setting.text("tui.dashboard.key.open")),
            KeyUse(.tab, setting.text("tui.dashboard.key.section")),
            KeyUse(
                .right, setting.text("tui.dashboard.key.side"),
                reason: isOneColumn ? setting.text("tui.dashboard.narrow") : nil,
                isInFooter: !isOneColumn),
            KeyUse(.character("t"), setting.text("tui.dashboard.key.year")),
        ]
    }

    func view(into frame: inout Frame, in setting: Setting) {
        frame.draw(DashboardView(screen: self, setting: setting), in: frame.bounds)
    }
}
