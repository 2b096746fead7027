/// One of the things that can be done, as a palette shows it.
public struct PaletteEntry<ID: Hashable & Sendable>: Hashable, Sendable, Identifiable {
    /// What is done, for the program.
    public var id: ID
    /// What is done, for people; the filter looks here.
    public var title: SafeText
    /// Where it belongs, or what else it is called; the filter looks here too.
    public var detail: SafeText
    /// How its key is called, where it has one.
    public var key: SafeText
    /// Why it cannot be done now; nil where it can.
    public var reason: SafeText?

    /// One that can be done, unless a reason says why not.
    public init(
        _ id: ID, _ title: SafeText, detail: SafeText = .empty, key: SafeText = .empty,
        reason: SafeText? = nil
    ) {
        self.id = id
        self.title = title
        self.detail = detail
        self.key = key
        self.reason = reason
    }
}

/// What is typed into a palette, and where its list stands. What there is to do is given anew each time: it changes while the palette is open.
public struct CommandPaletteState<ID: Hashable & Sendable>: Hashable, Sendable {
    /// What is looked for.
    public private(set) var query = TextEditor(limit: 64)
    /// Where the list stands.
    public private(set) var selection = RowSelection<ID>()

    /// Nothing typed.
    public init() {}

    /// How a palette is left, or that it is not.
    public enum Outcome: Hashable, Sendable {
        /// This is to be done.
        case chosen(ID)
        /// It cannot be done, for this reason; the palette stays open.
        case refused(SafeText)
        /// Nothing is to be done.
        case cancelled
    }

    /// An entry that the query finds, and where.
    public struct Match: Identifiable, Sendable {
        /// What can be done.
        public let entry: PaletteEntry<ID>
        /// Bytes of the title that matched.
        public let ranges: [Range<Int>]
        /// The entry's.
        public var id: ID { entry.id }
    }

    /// What the query finds, the best first; what can be done before what cannot, where they match alike.
    public func matches(in entries: [PaletteEntry<ID>]) -> ElementRows<Match> {
        let able = entries.filter { $0.reason == nil } + entries.filter { $0.reason != nil }
        let found = FuzzyFilter(query.text.string).filter(able) {
            $0.detail.isEmpty ? $0.title : $0.title + " " + $0.detail
        }
        return ElementRows(found.map { Match(entry: $0.element, ranges: $0.match.ranges) }) {
            match, _ in StyledText(match.entry.title)
        }
    }

    /// Typing filters, arrows and pages move, Enter chooses, Esc leaves. Nil while it goes on.
    /// - Parameter height: rows of the list, as `CommandPalette.height(of:)` has them.
    public mutating func handle(
        _ event: KeyEvent, in entries: [PaletteEntry<ID>], height: Int
    ) -> Outcome? {
        switch (event.key, event.modifiers) {
        case (.escape, _): return .cancelled
        case (.enter, _):
            let rows = matches(in: entries)
            let index = selection.placement(in: rows, height: height).selected ?? 0
            return index < rows.count ? outcome(rows.elements[index].entry) : nil
        case (.up, []), (.down, []), (.pageUp, []), (.pageDown, []):
            let rows = matches(in: entries)
            if selection.id == nil { selection.select(0, in: rows, height: height) }
            _ = selection.handle(event, in: rows, height: height)
        case (.character("p"), .control), (.character("n"), .control):
            return handle(
                KeyEvent(event.key == .character("p") ? .up : .down), in: entries, height: height)
        default:
            let before = query.text
            if query.handle(event), query.text != before { selection = RowSelection() }
        }
        return nil
    }

    /// What a paste brings is looked for.
    public mutating func paste(_ untrusted: String) {
        query.paste(untrusted)
        selection = RowSelection()
    }

    /// A click chooses, in columns and rows of the palette's part.
    public mutating func click(
        _ place: Position, in size: Size, _ entries: [PaletteEntry<ID>]
    ) -> Outcome? {
        let rows = matches(in: entries)
        let box = CommandPalette<ID>.box(in: size)
        let height = CommandPalette<ID>.height(of: size)
        let row = place.row - box.row - CommandPalette<ID>.listRow
        guard box.contains(place) else { return .cancelled }
        guard row >= 0, row < height else { return nil }
        let index = selection.placement(in: rows, height: height).top + row
        guard index < rows.count else { return nil }
        selection.select(index, in: rows, height: height)
        return outcome(rows.elements[index].entry)
    }

    /// The mouse's wheel.
    public mutating func scroll(by rows: Int, in entries: [PaletteEntry<ID>], height: Int) {
        selection.move(by: rows, in: matches(in: entries), height: height)
    }

    private func outcome(_ entry: PaletteEntry<ID>) -> Outcome {
        entry.reason.map(Outcome.refused) ?? .chosen(entry.id)
    }
}
