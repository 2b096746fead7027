/// Nodes below each other, a row each, with a sign before those that can be unfolded.
public struct Tree<ID: Hashable & Sendable>: Widget, Sendable {
    /// What it shows.
    public var roots: [TreeNode<ID>]
    /// What is unfolded, and where it stands.
    public var state: TreeState<ID>
    /// Its colours: `text`, `selection`, `muted`, `accent`.
    public var theme: Theme
    /// What it says where there is no node.
    public var placeholder: SafeText

    /// Columns from one depth to the next.
    static var indent: Int { 2 }

    /// Of nodes.
    public init(
        _ roots: [TreeNode<ID>], state: TreeState<ID>, theme: Theme,
        placeholder: SafeText = .empty
    ) {
        self.roots = roots
        self.state = state
        self.theme = theme
        self.placeholder = placeholder
    }

    /// Those in sight.
    public func draw(on frame: inout Frame) {
        let (columns, height) = (frame.size.columns, frame.size.rows)
        let rows = state.rows(of: roots)
        guard rows.count > 0 else {
            frame.writeField(placeholder, column: 0, columns: columns, style: theme[.muted])
            return
        }
        let placement = state.selection.placement(in: rows, height: height)
        for line in 0..<min(height, rows.count - placement.top) {
            let index = placement.top + line
            let row = rows.rows[index]
            let isSelected = index == placement.selected
            let style = isSelected ? theme[.selection] : theme[.text].merging(row.node.item.style)
            let indent = row.depth * Self.indent
            frame.fill(Rect(column: 0, row: line, columns: columns, rows: 1), style: style)
            if !row.node.children.isEmpty {
                frame.write(
                    frame.symbols.folds[row.isOpen ? 1 : 0], column: indent, row: line,
                    style: isSelected ? style : style.merging(theme[.accent]))
            }
            frame.writeField(
                row.node.item.text, column: indent + Self.indent, row: line,
                columns: columns - indent - Self.indent, style: style)
        }
    }
}
