/// One line that shows what is chosen, with a sign at its end that there is a list; while that is open, what is typed to filter it.
public struct ChoiceField<ID: Hashable & Sendable>: Widget, Sendable {
    /// What is chosen.
    public var state: ChoiceFieldState<ID>
    /// Whether it takes the keys: then the caret stands in it.
    public var isFocused: Bool
    /// What it says while nothing is chosen.
    public var placeholder: SafeText
    /// Its colours: `field`, `muted`, `accent`.
    public var theme: Theme

    /// Of a choice.
    public init(
        _ state: ChoiceFieldState<ID>, isFocused: Bool, placeholder: SafeText = .empty,
        theme: Theme
    ) {
        self.state = state
        self.isFocused = isFocused
        self.placeholder = placeholder
        self.theme = theme
    }

    /// On the first row; the list is a widget of its own, which is drawn last.
    public func draw(on frame: inout Frame) {
        let parts = Layout.horizontal(.min(1), .length(2)).split(frame.bounds)
        if state.isOpen {
            frame.draw(TextField(state.query, isFocused: isFocused, theme: theme), in: parts[0])
        } else {
            let text = chosenText
            let style = theme[.field]
            frame.writeField(
                text.isEmpty ? placeholder : text, column: 0, columns: parts[0].columns,
                style: text.isEmpty ? style.merging(theme[.muted]) : style)
            if isFocused { frame.placeCaret(column: 0, row: 0) }
        }
        frame.drawOpener(isOpen: state.isOpen, in: parts[1], theme: theme)
    }

    private var chosenText: SafeText {
        let titles = state.options.filter { state.chosen.contains($0.id) }.map(\.title)
        guard var text = titles.first else { return .empty }
        for title in titles.dropFirst() { text = text + ", " + title }
        return text
    }
}

/// The options that a filter lets through, to choose from: what lies open beside a `ChoiceField`.
public struct ChoicePopup<ID: Hashable & Sendable>: Widget, Sendable {
    /// What is chosen, and where the list stands.
    public var state: ChoiceFieldState<ID>
    /// What it says where the filter lets nothing through.
    public var placeholder: SafeText
    /// Its colours: `overlay`, `focus`, `selection`, `muted`, `match`.
    public var theme: Theme

    /// Of a field whose list is open; nil where it is not.
    public init?(_ state: ChoiceFieldState<ID>, placeholder: SafeText, theme: Theme) {
        guard state.isOpen else { return nil }
        self.state = state
        self.placeholder = placeholder
        self.theme = theme
    }

    /// Columns and rows that it would take beside a field of so many columns. They do not change while one filters.
    public func size(columns: Int, _ ambiguous: AmbiguousWidth = .narrow) -> Size {
        let widest =
            state.options.map { option in
                option.title.columns(ambiguous) + 2
                    + max(option.detail.columns(ambiguous), option.reason?.columns(ambiguous) ?? 0)
            }.max() ?? 0
        let rows = min(max(1, state.options.count), ChoiceFieldState<ID>.mostRows)
        return Size(columns: max(columns, widest + 8), rows: rows + 2)
    }

    /// Rows of options in a list of this size.
    static func height(of size: Size) -> Int { max(0, size.rows - 2) }

    /// In a border; what cannot be chosen stands in brackets, with the reason.
    public func draw(on frame: inout Frame) {
        let overlay = theme[.overlay]
        frame.fill(style: overlay)
        frame.drawBorder(overlay.merging(theme[.focus]))
        let inside = Rect(
            column: 2, row: 1, columns: frame.size.columns - 4,
            rows: Self.height(of: frame.size))
        let rows = state.matches
        guard rows.count > 0 else {
            frame.writeField(
                placeholder, column: 2, row: 1, columns: inside.columns,
                style: overlay.merging(theme[.muted]))
            return
        }
        let placement = state.selection.placement(in: rows, height: inside.rows)
        frame.within(inside) { frame in
            for row in 0..<min(inside.rows, rows.count - placement.top) {
                let index = placement.top + row
                draw(
                    rows.elements[index], row: row, isCurrent: index == placement.selected, &frame)
            }
        }
        frame.draw(
            ScrollBar(
                first: placement.top, visible: inside.rows, count: rows.count, theme: theme,
                style: overlay),
            in: Rect(
                column: frame.size.columns - 1, row: 1, columns: 1, rows: inside.rows))
    }

    private func draw(
        _ match: ChoiceFieldState<ID>.Match, row: Int, isCurrent: Bool, _ frame: inout Frame
    ) {
        let option = match.option
        let isChosen = state.chosen.contains(option.id)
        let style =
            isCurrent
            ? theme[.selection]
            : theme[.overlay].merging(option.reason == nil ? .plain : theme[.muted])
        let mark: SafeText =
            state.allowsSeveral
            ? (isChosen ? "[x] " : "[ ] ") : (isChosen ? "* " : "  ")
        frame.fill(Rect(column: 0, row: row, columns: frame.size.columns, rows: 1), style: style)
        let indent = frame.write(mark, column: 0, row: row, style: style)
        let title = option.reason == nil ? option.title : "(" + option.title + ")"
        let end = indent + frame.write(title, column: indent, row: row, style: style)
        if option.reason == nil {
            frame.highlight(match.ranges, of: option.title, column: indent, row: row, theme[.match])
        }
        let detail = option.reason ?? option.detail
        frame.writeField(
            detail, column: end + 2, row: row, columns: frame.size.columns - end - 2,
            align: .trailing, style: isCurrent ? style : style.merging(theme[.muted]))
    }
}
