/// All that can be done, found by typing some of its letters or of its pinyin's initials: a box over the upper part of the rest.
public struct CommandPalette<ID: Hashable & Sendable>: Widget, Sendable {
    /// In the border.
    public var title: SafeText
    /// What can be done, and what cannot with the reason.
    public var entries: [PaletteEntry<ID>]
    /// What is typed, and where the list stands.
    public var state: CommandPaletteState<ID>
    /// What it says where nothing is found.
    public var placeholder: SafeText
    /// Its colours: `overlay`, `focus`, `title`, `field`, `accent`, `muted`, `selection`, `match`.
    public var theme: Theme

    /// The first row of the list in the box.
    static var listRow: Int { 3 }
    private static var mostColumns: Int { 76 }
    private static var mostRows: Int { 20 }

    /// Of entries.
    public init(
        _ title: SafeText, entries: [PaletteEntry<ID>], state: CommandPaletteState<ID>,
        placeholder: SafeText, theme: Theme
    ) {
        self.title = title
        self.entries = entries
        self.state = state
        self.placeholder = placeholder
        self.theme = theme
    }

    /// Rows of its list in a part of this size: what `CommandPaletteState` wants to know.
    public static func height(of size: Size) -> Int { max(0, box(in: size).rows - listRow - 1) }

    /// It stays where it is while one types.
    static func box(in size: Size) -> Rect {
        let rows = min(size.rows, mostRows)
        let columns = min(size.columns, mostColumns)
        return Rect(
            column: (size.columns - columns) / 2, row: min(2, (size.rows - rows) / 2),
            columns: columns, rows: rows)
    }

    /// The caret stands where one types.
    public func draw(on frame: inout Frame) {
        let height = Self.height(of: frame.size)
        let overlay = theme[.overlay]
        let rows = state.matches(in: entries)
        frame.within(Self.box(in: frame.size)) { frame in
            frame.fill(style: overlay)
            frame.drawBorder(
                overlay.merging(theme[.focus]), title: title,
                titleStyle: overlay.merging(theme[.title]))
            let columns = frame.size.columns - 4
            let count = SafeText(rows.count) + "/" + SafeText(entries.count)
            let countColumns = count.columns(frame.ambiguous)
            frame.draw(
                TextField(state.query, isFocused: true, theme: theme),
                in: Rect(column: 2, row: 1, columns: columns - countColumns - 1, rows: 1))
            frame.write(
                count, column: 2 + columns - countColumns, row: 1,
                style: overlay.merging(theme[.muted]))
            frame.within(Rect(column: 2, row: Self.listRow, columns: columns, rows: height)) {
                frame in drawList(rows, &frame)
            }
            let top = state.selection.placement(in: rows, height: height).top
            frame.draw(
                ScrollBar(
                    first: top, visible: height, count: rows.count, theme: theme, style: overlay),
                in: Rect(
                    column: frame.size.columns - 1, row: Self.listRow, columns: 1, rows: height))
        }
    }

    private func drawList(
        _ rows: ElementRows<CommandPaletteState<ID>.Match>, _ frame: inout Frame
    ) {
        guard rows.count > 0 else {
            frame.writeField(
                placeholder, column: 0, columns: frame.size.columns,
                style: theme[.overlay].merging(theme[.muted]))
            return
        }
        let placement = state.selection.placement(in: rows, height: frame.size.rows)
        let current = placement.selected ?? 0
        for row in 0..<min(frame.size.rows, rows.count - placement.top) {
            let index = placement.top + row
            draw(rows.elements[index], row: row, isCurrent: index == current, &frame)
        }
    }

    /// Title, what else is known of it or why it cannot be done, and at the end the key.
    private func draw(
        _ match: CommandPaletteState<ID>.Match, row: Int, isCurrent: Bool, _ frame: inout Frame
    ) {
        let entry = match.entry
        let columns = frame.size.columns
        let plain = isCurrent ? theme[.selection] : theme[.overlay]
        let muted = isCurrent ? plain : plain.merging(theme[.muted])
        let isAble = entry.reason == nil
        frame.fill(Rect(column: 0, row: row, columns: columns, rows: 1), style: plain)
        frame.write(
            isCurrent ? frame.symbols.pointer : " ", column: 0, row: row, columns: 2, style: plain)
        let keyColumns = entry.key.columns(frame.ambiguous)
        let title = isAble ? entry.title : "(" + entry.title + ")"
        let room = columns - keyColumns - 3
        let shown = title.truncated(columns: room, frame.ambiguous)
        let end =
            2 + frame.write(shown, column: 2, row: row, style: isAble ? plain : muted)
        if isAble { frame.highlight(match.ranges, of: shown, column: 2, row: row, theme[.match]) }
        frame.writeField(
            entry.reason ?? entry.detail, column: end + 2, row: row,
            columns: columns - keyColumns - end - 3, style: muted)
        frame.write(
            entry.key, column: columns - keyColumns, row: row,
            style: isCurrent ? plain : plain.merging(theme[.accent]))
    }
}
