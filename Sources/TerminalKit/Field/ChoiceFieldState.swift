/// A field that is filled by choosing, and the list that may lie open beside it, which typing filters.
public struct ChoiceFieldState<ID: Hashable & Sendable>: Hashable, Sendable {
    /// What there is to choose from.
    public private(set) var options: [ChoiceOption<ID>]
    /// Whether several may be chosen.
    public let allowsSeveral: Bool
    /// What is chosen, in the order of the options.
    public private(set) var chosen: [ID]
    /// Whether the list lies open.
    public private(set) var isOpen = false
    /// What is typed to filter the list.
    public private(set) var query = TextEditor(limit: 64)
    /// Where the list stands.
    public private(set) var selection = RowSelection<ID>()
    private var chosenBefore: [ID] = []

    /// The most rows of options that a list shows at once.
    static var mostRows: Int { 8 }

    /// With what is chosen from the start.
    public init(
        _ options: [ChoiceOption<ID>], chosen: [ID] = [], allowsSeveral: Bool = false
    ) {
        self.options = options
        self.allowsSeveral = allowsSeveral
        self.chosen = []
        set(chosen)
    }

    /// The one that is chosen; the first of several.
    public var value: ID? { chosen.first }

    /// Other options; what is chosen stays so as long as it is among them.
    public mutating func setOptions(_ options: [ChoiceOption<ID>]) {
        self.options = options
        set(chosen)
        settle()
    }

    /// Chooses these and nothing else.
    public mutating func set(_ ids: [ID]) {
        let wanted = Set(ids)
        let found = options.map(\.id).filter(wanted.contains)
        chosen = allowsSeveral ? found : Array(found.prefix(1))
    }

    /// The caret goes elsewhere: the list closes, with what is chosen in it.
    public mutating func leave() { isOpen = false }

    /// Closed, Enter, Space and Down open the list, and so does typing, which filters it. Open, arrows and pages move, Enter chooses; where several may
    /// be chosen, Space chooses or no longer, and Enter closes. Esc empties the filter, then closes the list with what was chosen before.
    public mutating func handle(_ event: KeyEvent) -> FieldOutcome {
        if isOpen { return handleOpen(event) }
        switch (event.key, event.modifiers) {
        case (.enter, []), (.character(" "), []), (.down, []), (.down, .alt):
            open()
            return .taken
        default:
            guard let scalar = event.character else { return .ignored }
            open()
            query.insert(String(scalar))
            settle()
            return .taken
        }
    }

    /// What a paste brings goes into the filter.
    public mutating func paste(_ untrusted: String) -> FieldOutcome {
        if !isOpen { open() }
        query.paste(untrusted)
        settle()
        return .taken
    }

    /// A click into the field opens and closes the list.
    public mutating func click() -> FieldOutcome {
        if isOpen { isOpen = false } else { open() }
        return .taken
    }

    /// A click into the open list, in columns and rows of it at the size at which it is drawn.
    public mutating func clickList(_ place: Position, in size: Size) -> FieldOutcome {
        let rows = matches
        let height = ChoicePopup<ID>.height(of: size)
        let row = place.row - 1
        guard isOpen, row >= 0, row < height else { return .taken }
        let index = selection.placement(in: rows, height: height).top + row
        guard index < rows.count else { return .taken }
        selection.select(index, in: rows, height: height)
        return choose(rows.elements[index].option)
    }

    /// The mouse's wheel, over the open list.
    public mutating func scroll(by rows: Int) {
        selection.move(by: rows, in: matches, height: Self.mostRows)
    }

    /// Opens the list at what is chosen.
    public mutating func open() {
        isOpen = true
        chosenBefore = chosen
        query = TextEditor(limit: 64)
        selection = RowSelection()
        let first = options.firstIndex { chosen.contains($0.id) } ?? 0
        selection.select(first, in: matches, height: Self.mostRows)
    }

    /// An option that the filter lets through, and where it matched.
    public struct Match: Identifiable, Sendable {
        /// The option.
        public let option: ChoiceOption<ID>
        /// Bytes of the title that matched.
        public let ranges: [Range<Int>]
        /// The option's.
        public var id: ID { option.id }
    }

    /// What the filter lets through, the best first.
    public var matches: ElementRows<Match> {
        let filter = FuzzyFilter(query.text.string)
        let found = filter.filter(options) { $0.title + " " + $0.detail }.map {
            Match(option: $0.element, ranges: $0.match.ranges)
        }
        return ElementRows(found) { match, _ in StyledText(match.option.title) }
    }

    private mutating func handleOpen(_ event: KeyEvent) -> FieldOutcome {
        let rows = matches
        switch (event.key, event.modifiers) {
        case (.up, []), (.down, []), (.pageUp, []), (.pageDown, []):
            _ = selection.handle(event, in: rows, height: Self.mostRows)
        case (.escape, _):
            guard query.text.isEmpty else {
                query = TextEditor(limit: 64)
                settle()
                return .taken
            }
            isOpen = false
            let isSame = chosen == chosenBefore
            chosen = chosenBefore
            return isSame ? .taken : .changed
        case (.character(" "), []) where allowsSeveral:
            return current(in: rows).map { choose($0) } ?? .taken
        case (.enter, []):
            guard !allowsSeveral else {
                isOpen = false
                return .taken
            }
            return current(in: rows).map { choose($0) } ?? .taken
        default:
            // Tab and its like are the form's, which closes the list by `leave`.
            let before = query.text
            guard query.handle(event) else { return .ignored }
            if query.text != before { settle() }
        }
        return .taken
    }

    private func current(in rows: ElementRows<Match>) -> ChoiceOption<ID>? {
        selection.placement(in: rows, height: Self.mostRows).selected
            .map { rows.elements[$0].option }
    }

    private mutating func choose(_ option: ChoiceOption<ID>) -> FieldOutcome {
        guard option.reason == nil else { return .taken }
        if allowsSeveral {
            let isChosen = chosen.contains(option.id)
            set(isChosen ? chosen.filter { $0 != option.id } : chosen + [option.id])
            return .changed
        }
        isOpen = false
        defer { chosen = [option.id] }
        return chosen == [option.id] ? .taken : .changed
    }

    /// The first of what the filter lets through.
    private mutating func settle() {
        selection = RowSelection()
        selection.select(0, in: matches, height: Self.mostRows)
    }
}
