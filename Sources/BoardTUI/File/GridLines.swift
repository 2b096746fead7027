import TerminalKit

/// Rows side by side as lines of a file: columns as wide as what stands in them, the widest cut where all are too wide.
struct GridLines {
    private let titles: [SafeText]
    private let rows: [[StyledText]]
    /// Columns whose texts stand at their end: figures.
    private let trailing: Set<Int>

    private static let gap = 2

    init(_ titles: [SafeText], _ rows: [[StyledText]], trailing: Set<Int> = []) {
        self.titles = titles
        self.rows = rows
        self.trailing = trailing
    }

    func lines(columns: Int, indent: Int = 0, _ theme: Theme) -> [FileLine] {
        let widths = widths(columns - indent)
        let head = titles.map { StyledText($0, style: theme[.muted].merging(Style(.underline))) }
        return ([head] + rows).map { cells in
            FileLine(
                cells.enumerated().map { column, cell in
                    let text = cell.text.truncated(columns: widths[column])
                    let free = SafeText(
                        String(repeating: " ", count: max(0, widths[column] - text.columns())))
                    let padded = trailing.contains(column) ? free + text : text + free
                    return StyledText(padded + "  ", style: cell.style)
                }, indent: indent)
        }
    }

    private func widths(_ columns: Int) -> [Int] {
        var widths = titles.indices.map { column in
            max(titles[column].columns(), rows.map { $0[column].text.columns() }.max() ?? 0)
        }
        var excess = widths.reduce(0, +) + Self.gap * widths.count - columns
        while excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
            widths[widest] > 6
        {
            let second = widths.filter { $0 < widths[widest] }.max() ?? 6
            let cut = min(excess, max(1, widths[widest] - max(6, second)))
            widths[widest] -= cut
            excess -= cut
        }
        return widths
    }
}
