/// One item a row, of which those in sight are drawn; the selected one behind a pointer.
public struct List<Rows: ListRows>: Widget {
    /// What it shows.
    public var rows: Rows
    /// Where it stands.
    public var selection: RowSelection<Rows.ID>
    /// Its colours: `text`, `selection`, `muted`.
    public var theme: Theme
    /// What it says where there is no item.
    public var placeholder: SafeText

    /// Of rows.
    public init(
        _ rows: Rows, selection: RowSelection<Rows.ID>, theme: Theme,
        placeholder: SafeText = .empty
    ) {
        self.rows = rows
        self.selection = selection
        self.theme = theme
        self.placeholder = placeholder
    }

    /// The item at a row of its part; nil below the last.
    public func index(at row: Int, height: Int) -> Int? {
        guard row >= 0, row < height else { return nil }
        let index = selection.placement(in: rows, height: height).top + row
        return index < rows.count ? index : nil
    }

    /// Two columns before each item are the pointer's.
    public func draw(on frame: inout Frame) {
        let (columns, height) = (frame.size.columns, frame.size.rows)
        guard rows.count > 0 else {
            frame.writeField(placeholder, column: 0, columns: columns, style: theme[.muted])
            return
        }
        let placement = selection.placement(in: rows, height: height)
        for row in 0..<min(height, rows.count - placement.top) {
            let index = placement.top + row
            let isSelected = index == placement.selected
            let item = rows.item(at: index)
            let style = isSelected ? theme[.selection] : theme[.text].merging(item.style)
            frame.write(
                isSelected ? frame.symbols.pointer : " ", column: 0, row: row, columns: 2,
                style: style)
            frame.writeField(item.text, column: 2, row: row, columns: columns - 2, style: style)
        }
    }
}
