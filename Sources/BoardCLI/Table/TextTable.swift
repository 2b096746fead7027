/// Rows under headings, aligned by the columns of the terminal that each cell takes.
package struct TextTable: Sendable {
    package enum Alignment: Sendable { case left, right }

    package struct Column: Sendable {
        package let title: String
        package let alignment: Alignment
        /// Gives way when the terminal is too narrow.
        package let yields: Bool

        package init(_ title: String, _ alignment: Alignment = .left, yields: Bool = false) {
            self.title = title
            self.alignment = alignment
            self.yields = yields
        }
    }

    package let columns: [Column]
    package private(set) var rows: [[String]] = []

    /// Blank columns between two.
    private static let gap = 2
    /// A column that yields keeps at least so much.
    private static let least = 8

    package init(_ columns: [Column]) { self.columns = columns }

    package mutating func add(_ cells: [String]) {
        rows.append(cells.map(SafeText.oneLine))
    }

    /// The table in lines; no wider than `width` where columns that yield can make it so.
    package func lines(width: Int? = nil) -> [String] {
        let widths = fitted(to: width)
        let rule = widths.map { String(repeating: "─", count: $0) }
        return [line(columns.map(\.title), widths), line(rule, widths)]
            + rows.map { line($0, widths) }
    }

    private func fitted(to limit: Int?) -> [Int] {
        var widths = columns.indices.map { index in
            rows.reduce(DisplayWidth.of(columns[index].title)) {
                index < $1.count ? max($0, DisplayWidth.of($1[index])) : $0
            }
        }
        guard let limit else { return widths }
        let gaps = Self.gap * max(0, columns.count - 1)
        var excess = widths.reduce(gaps, +) - limit
        while excess > 0 {
            let yielding = columns.indices.filter { columns[$0].yields && widths[$0] > Self.least }
            guard let widest = yielding.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        var line = ""
        for (index, width) in widths.enumerated() {
            let text = DisplayWidth.cut(index < cells.count ? cells[index] : "", to: width)
            let blank = String(repeating: " ", count: width - DisplayWidth.of(text))
            if index > 0 { line += String(repeating: " ", count: Self.gap) }
            line += columns[index].alignment == .left ? text + blank : blank + text
        }
        while line.last == " " { line.removeLast() }
        return line
    }
}
