import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// The values by which the board can be sifted, with how many cases each leaves; typing finds one, by its
/// characters or by the initials of its pinyin.
struct FacetPicker: Sendable {
    enum Outcome: Sendable {
        case changed(BoardFilter)
        case done
    }

    struct Entry: Sendable, Identifiable {
        let facet: CaseFacet
        let value: String
        let words: SafeText
        let cases: Int

        var id: String { facet.rawValue + "/" + value }
    }

    private(set) var filter: BoardFilter
    /// The one facet that is chosen from; nil for all.
    let facet: CaseFacet?
    private(set) var entries: [Entry] = []
    private(set) var query = TextEditor()
    private(set) var selection = RowSelection<String>()
    private(set) var isLoading = true

    static let rows = 14

    init(_ filter: BoardFilter, only facet: CaseFacet?) {
        self.filter = filter
        self.facet = facet
    }

    mutating func take(_ facets: [CaseFacet: [CaseTally]], _ setting: Setting) {
        isLoading = false
        entries = CaseFacet.allCases.filter { facet == nil || facet == $0 }.flatMap { facet in
            let tallies = facets[facet] ?? []
            // The newest edition and year first, lanes and states as the road runs.
            let ordered =
                [.listEdition, .year].contains(facet)
                ? tallies.reversed()
                : tallies.sorted { facet.rank($0.value) < facet.rank($1.value) }
            return ordered.map { tally in
                Entry(
                    facet: facet, value: tally.value,
                    words: facet.words(tally.value, setting), cases: tally.cases)
            }
        }
        selection.settle(in: found, height: Self.rows)
    }

    var found: ElementRows<Entry> {
        ElementRows(
            FuzzyFilter(query.text.string).filter(entries, by: \.words).map(\.element)
        ) { entry, _ in StyledText(entry.words) }
    }

    mutating func take(_ event: InputEvent, in setting: Setting) -> Outcome? {
        switch event {
        case .mouse(let mouse): return take(mouse, in: setting)
        case .paste(let text): query.paste(text)
        case .key(let key):
            switch (key.key, key.modifiers) {
            case (.escape, _), (.tab, _): return .done
            case (.enter, _), (.character(" "), []):
                let found = found
                guard found.count > 0 else { return nil }
                let place = selection.placement(in: found, height: Self.rows).selected ?? 0
                return toggle(place, of: found)
            case (.character, []): _ = query.handle(key)
            default:
                if !selection.handle(key, in: found, height: Self.rows) { _ = query.handle(key) }
            }
        default: break
        }
        return nil
    }

    private mutating func toggle(_ place: Int, of found: ElementRows<Entry>) -> Outcome {
        let entry = found.elements[place]
        selection.select(place, in: found, height: Self.rows)
        filter.toggle(entry.value, of: entry.facet)
        return .changed(filter)
    }

    /// A click on a value chooses it or lets it go, one beside the box closes it.
    private mutating func take(_ mouse: MouseEvent, in setting: Setting) -> Outcome? {
        let found = found
        switch mouse.kind {
        case .scrollDown: selection.move(by: 3, in: found, height: Self.rows)
        case .scrollUp: selection.move(by: -3, in: found, height: Self.rows)
        case .press(.left):
            let place = Position(column: mouse.column, row: mouse.row)
            let (box, list) = FacetBox.parts(of: Rect(setting.body))
            guard box.contains(place) else { return .done }
            let top = selection.placement(in: found, height: Self.rows).top
            let index = top + mouse.row - list.row
            guard list.contains(place), found.elements.indices.contains(index) else { return nil }
            return toggle(index, of: found)
        default: break
        }
        return nil
    }
}

extension CaseFacet {
    /// The facet and one of its values: `环节 · 平台答题`.
    func words(_ value: String, _ setting: Setting) -> SafeText {
        setting.text("cli.list." + label) + " · " + SafeText(valueWords(value, setting))
    }

    private var label: String { self == .listEdition ? "edition" : rawValue }

    func valueWords(_ value: String, _ setting: Setting) -> String {
        guard !value.isEmpty else {
            return setting.texts.text(self == .lane ? "cli.stats.ended" : "tui.board.none")
        }
        let wording = setting.wording
        return switch self {
        case .lane: setting.texts.textIfPresent("lane." + value) ?? value
        case .state: wording.state(value, of: Machine.challenge.rawValue)
        case .topicClass: wording.choice(value, of: "topicClass")
        case .mode: wording.choice(value, of: "mode")
        case .chain: wording.choice(value)
        case .listEdition, .year: value
        }
    }

    /// Where a value stands on the road; by name where there is no road.
    fileprivate func rank(_ value: String) -> Int {
        switch self {
        case .lane: Lane(rawValue: value).flatMap(Lane.allCases.firstIndex) ?? .max
        case .state:
            ChallengeState(rawValue: value).flatMap(ChallengeState.allCases.firstIndex) ?? .max
        default: 0
        }
    }
}
