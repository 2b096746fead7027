/// What all keys do, by heading, over the rest: made of the key map, so that it says what is so. What cannot be done stands in brackets, with the
/// reason.
public struct HelpOverlay<Action: Hashable & Sendable>: Widget, Sendable {
    /// In the border.
    public var title: SafeText
    /// What is explained.
    public var map: KeyMap<Action>
    /// Above the keys: what this screen is for.
    public var text: SafeText
    /// How far it is scrolled.
    public var state: ViewportState
    /// What scrolls and closes it.
    public var keys: [KeyHint]
    /// Its colours: `overlay`, `focus`, `title`, `accent`, `muted`.
    public var theme: Theme

    private static var mostColumns: Int { 104 }
    private static var groupColumns: Int { 46 }

    /// Of a key map.
    public init(
        _ title: SafeText, map: KeyMap<Action>, text: SafeText = .empty, state: ViewportState,
        keys: [KeyHint], theme: Theme
    ) {
        self.title = title
        self.map = map
        self.text = text
        self.state = state
        self.keys = keys
        self.theme = theme
    }

    /// What `ViewportState` wants to know, drawn on a part of this size.
    public func extent(of size: Size, _ ambiguous: AmbiguousWidth = .narrow) -> ViewportState.Extent
    {
        let content = Content(self, size, ambiguous)
        return ViewportState.Extent(count: content.rows, height: content.height)
    }

    /// In the middle of its part, as high as it needs.
    public func draw(on frame: inout Frame) {
        let content = Content(self, frame.size, frame.ambiguous)
        let overlay = theme[.overlay]
        frame.within(content.box) { frame in
            frame.fill(style: overlay)
            frame.drawBorder(
                overlay.merging(theme[.focus]), title: title,
                titleStyle: overlay.merging(theme[.title]))
            let extent = ViewportState.Extent(count: content.rows, height: content.height)
            let first = state.first(in: extent)
            frame.within(content.inside) { frame in
                for (number, lines) in content.parts.enumerated() {
                    frame.within(content.part(number)) { frame in
                        for (row, line) in lines.dropFirst(first).prefix(content.height)
                            .enumerated()
                        {
                            draw(line, row: row, content.keyColumns, &frame)
                        }
                    }
                }
            }
            frame.draw(
                ScrollBar(
                    first: first, visible: extent.height, count: extent.count, theme: theme,
                    style: overlay),
                in: Rect(
                    column: frame.size.columns - 2, row: 1, columns: 1, rows: content.height))
            frame.draw(
                KeyHints(keys, theme: theme, style: overlay),
                in: Rect(
                    column: 2, row: frame.size.rows - 2, columns: content.inside.columns, rows: 1))
        }
    }

    private func draw(_ line: Line, row: Int, _ keyColumns: Int, _ frame: inout Frame) {
        let overlay = theme[.overlay]
        let columns = frame.size.columns
        switch line {
        case .text(let text, let role):
            frame.writeField(
                text, column: 0, row: row, columns: columns, style: overlay.merging(theme[role]))
        case .key(let key, let title, let isEnabled):
            frame.writeField(
                key, column: 0, row: row, columns: keyColumns,
                style: overlay.merging(theme[isEnabled ? .accent : .muted]))
            frame.writeField(
                title, column: keyColumns + 2, row: row, columns: columns - keyColumns - 2,
                style: isEnabled ? overlay : overlay.merging(theme[.muted]))
        }
    }

    private enum Line {
        case text(SafeText, Theme.Role)
        case key(SafeText, SafeText, isEnabled: Bool)
    }

    /// What stands where.
    private struct Content {
        let box: Rect
        /// Where the columns of groups stand in the box.
        let inside: Rect
        let keyColumns: Int
        private(set) var parts: [[Line]]
        private let partColumns: Int

        init(_ help: HelpOverlay, _ size: Size, _ ambiguous: AmbiguousWidth) {
            let width = min(size.columns, HelpOverlay.mostColumns)
            let columns = max(0, width - 4)
            let count = max(1, columns / HelpOverlay.groupColumns)
            partColumns = max(0, (columns - (count - 1) * 2) / count)
            keyColumns = min(
                12, help.map.bindings.map { $0.keyLabel.columns(ambiguous) }.max() ?? 0)
            let heads = HelpOverlay.lines(of: help.text, columns: partColumns, ambiguous)
            let titleColumns = partColumns - keyColumns - 2
            let groups = help.map.groups.map {
                HelpOverlay.lines(of: $0, columns: titleColumns, ambiguous)
            }
            let all = (heads.isEmpty ? [] : [heads]) + groups
            parts = HelpOverlay.balanced(all, over: count)
            let rows = parts.map(\.count).max() ?? 0
            // The first and the last row stay in sight where there is room: they say where one is.
            let most = size.rows > 12 ? size.rows - 2 : size.rows
            box = Rect(size).centered(Size(columns: width, rows: min(rows + 4, most)))
            inside = Rect(column: 2, row: 1, columns: columns, rows: max(0, box.rows - 4))
        }

        var rows: Int { parts.map(\.count).max() ?? 0 }
        var height: Int { inside.rows }

        func part(_ number: Int) -> Rect {
            Rect(
                column: number * (partColumns + 2), row: 0, columns: partColumns, rows: height)
        }
    }

    private static func lines(
        of text: SafeText, columns: Int, _ ambiguous: AmbiguousWidth
    ) -> [Line] {
        guard !text.isEmpty else { return [] }
        return LineBreaker(columns: columns, ambiguous: ambiguous).lines(of: text)
            .map { .text($0, .text) } + [.text(.empty, .text)]
    }

    private static func lines(
        of group: KeyMap<Action>.Group, columns: Int, _ ambiguous: AmbiguousWidth
    ) -> [Line] {
        var lines: [Line] = group.title.isEmpty ? [] : [.text(group.title, .title)]
        for binding in group.bindings {
            let title =
                binding.reason.map { "(" + binding.title + ") " + $0 } ?? binding.title
            let broken = LineBreaker(columns: columns, ambiguous: ambiguous).lines(of: title)
            for (number, part) in broken.enumerated() {
                lines.append(
                    .key(
                        number == 0 ? binding.keyLabel : .empty, part,
                        isEnabled: binding.isEnabled))
            }
        }
        return lines + [.text(.empty, .text)]
    }

    /// One after the other into columns, the next begun where a column has its share.
    private static func balanced(_ groups: [[Line]], over count: Int) -> [[Line]] {
        let total = groups.reduce(0) { $0 + $1.count }
        var parts: [[Line]] = [[]]
        var filled = 0
        for group in groups {
            let share = (total * parts.count + count - 1) / count
            if let last = parts.last, !last.isEmpty, parts.count < count,
                filled + group.count / 2 >= share
            {
                parts.append([])
            }
            parts[parts.count - 1] += group
            filled += group.count
        }
        // A heading is parted from what stands above it; nothing stands below the last group.
        return parts.map { Array($0.dropLast()) }
    }
}
