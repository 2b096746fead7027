import TerminalKit

/// Rows under headings, aligned by the columns of the terminal that each cell takes.
package struct TextTable: Sendable {
    package enum Alignment: Sendable { case left, right }

    package struct Column: Sendable {
        package let title: String
        package let alignment: Alignment
        /// Gives way when the terminal is too narrow.
        package let yields: Bool
        /// Left out when giving way is not enough, the highest first; 0 stays.
        package let spare: Int

        package init(
            _ title: String, _ alignment: Alignment = .left, yields: Bool = false, spare: Int = 0
        ) {
            self.title = title
            self.alignment = alignment
            self.yields = yields
            self.spare = spare
        }
    }

    package let columns: [Column]
    private var cells: [[SafeText]] = []
    private let titles: [SafeText]

    /// Blank columns between two.
    static let gap = 2
    /// A column that yields keeps at least so much, and is not worth less.
    private static let least = 20
    /// So narrow a column can still be read down.
    private static let leastFolded = 10

    package init(_ columns: [Column]) {
        self.columns = columns
        titles = columns.map { ColumnText.line($0.title) }
    }

    package var isEmpty: Bool { cells.isEmpty }

    /// What the cells show.
    package var rows: [[String]] { cells.map { $0.map(\.string) } }

    package mutating func add(_ cells: [String]) {
        self.cells.append(cells.map(ColumnText.line))
    }

    /// The table in lines; no wider than `width` where columns that yield or can be spared make it
    /// so.
    ///
    /// - Parameter folding: cells that are too long go on below, instead of being cut.
    package func lines(width: Int? = nil, folding: Bool = false) -> [String] {
        var shown = Layout(self, limit: width, least: Self.least)
        if folding, let width, Layout.total(shown.widths) > width {
            shown = Layout(self, limit: width, least: Self.leastFolded)
        }
        let rule = shown.widths.map { ColumnText.line(String(repeating: "─", count: $0)) }
        return [line(titles, shown)]
            + [line(rule, shown, of: Array(shown.widths.indices))]
            + cells.flatMap { folding ? folded($0, shown) : [line($0, shown)] }
    }

    /// Whether all of it is seen at a width when cells are folded, nothing left out or cut.
    package func fits(_ width: Int?) -> Bool {
        guard let width else { return true }
        let shown = Layout(self, limit: width, least: Self.leastFolded)
        return shown.indices.count == columns.count && Layout.total(shown.widths) <= width
    }

    /// The table where all of it is seen at a width; its rows as cards under each other where not.
    package func linesOrCards(width: Int?) -> [String] {
        guard let width, !fits(width) else { return lines(width: width, folding: true) }
        let cards = cells.map { row in
            LabelledLines.lines(
                zip(columns, row).filter { !$1.string.isEmpty }.map { ($0.title, $1.string) },
                width: width)
        }
        return Array(cards.joined(separator: [""]))
    }

    /// Which columns are shown, and how wide.
    private struct Layout {
        let indices: [Int]
        let widths: [Int]

        init(_ table: TextTable, limit: Int?, least: Int) {
            var indices = Array(table.columns.indices)
            let natural = indices.map { index in
                table.cells.reduce(table.titles[index].columns()) {
                    index < $1.count ? max($0, $1[index].columns()) : $0
                }
            }
            var widths = Self.fitted(indices, natural, table.columns, limit, least)
            while let limit, Self.total(widths) > limit,
                let next = indices.filter({ table.columns[$0].spare > 0 })
                    .max(by: { table.columns[$0].spare < table.columns[$1].spare })
            {
                indices.removeAll { $0 == next }
                widths = Self.fitted(indices, natural, table.columns, limit, least)
            }
            self.indices = indices
            self.widths = widths
        }

        static func total(_ widths: [Int]) -> Int {
            widths.reduce(TextTable.gap * max(0, widths.count - 1), +)
        }

        private static func fitted(
            _ indices: [Int], _ natural: [Int], _ columns: [Column], _ limit: Int?, _ least: Int
        ) -> [Int] {
            var widths = indices.map { natural[$0] }
            guard let limit else { return widths }
            while total(widths) > limit {
                let yielding = widths.indices.filter {
                    columns[indices[$0]].yields && widths[$0] > least
                }
                guard let widest = yielding.max(by: { widths[$0] < widths[$1] }) else { break }
                widths[widest] -= 1
            }
            return widths
        }
    }

    private func folded(_ cells: [SafeText], _ shown: Layout) -> [String] {
        let parts = zip(shown.indices, shown.widths).map { index, width in
            ColumnText.wrapped(index < cells.count ? cells[index] : .empty, to: max(2, width))
        }
        let height = parts.map(\.count).max() ?? 1
        return (0..<height).map { row in
            line(
                parts.map { row < $0.count ? $0[row] : .empty }, shown,
                of: Array(shown.indices.indices))
        }
    }

    /// - Parameter places: where the cell of each shown column stands in `cells`.
    private func line(_ cells: [SafeText], _ shown: Layout, of places: [Int]? = nil) -> String {
        var line = ""
        for (place, width) in shown.widths.enumerated() {
            let index = (places ?? shown.indices)[place]
            let text = ColumnText.cut(index < cells.count ? cells[index] : .empty, to: width)
            let blank = String(repeating: " ", count: width - text.columns())
            if place > 0 { line += String(repeating: " ", count: Self.gap) }
            let alignment = columns[shown.indices[place]].alignment
            line += alignment == .left ? text.string + blank : blank + text.string
        }
        while line.last == " " { line.removeLast() }
        return line
    }
}
