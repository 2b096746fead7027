package import BoardDomain
package import BoardResources
import BoardService

/// A case file on the command line: what stands alone as labelled lines, what repeats as tables.
package struct CaseFileText {
    private let wording: ValueWording
    private let width: Int
    /// Nil in a pipe, where no table is cut.
    private let tableWidth: Int?
    /// Wider cells than an instant or a unified code give way.
    private static let firm = 20

    package init(_ texts: Texts, naming names: [String: String] = [:], terminal: Int?) {
        wording = ValueWording(texts, naming: names)
        width = terminal ?? 100
        tableWidth = terminal
    }

    /// - Parameter machine: whose object it is.
    package func lines(_ file: JSON, of machine: Machine = .challenge) -> [String] {
        let members = file.object ?? [:]
        var lines: [String] = []
        if let id = members["id"]?.string {
            let title = members["title"]?.string ?? ""
            lines = ColumnText.wrapped(
                ColumnText.line(title.isEmpty ? id : id + " " + title).string, to: width)
            lines.append("")
        }
        let outline = FileOutline(
            members.filter { !["id", "title"].contains($0.key) }, of: machine, wording: wording)
        for (place, block) in outline.blocks.enumerated() {
            switch block {
            case .heading(let title, let row, let depth):
                if place > 0 { lines.append("") }
                let mark = depth == 0 ? "■" : "□"
                lines.append("\(mark) \(title)" + (row.map { " (\($0))" } ?? ""))
            case .pairs(let pairs, _): lines += labelled(pairs)
            case .table(let table, _): lines += self.lines(of: table)
            }
        }
        return lines
    }

    private func labelled(_ pairs: [FileOutline.Pair]) -> [String] {
        LabelledLines.lines(pairs.map { ($0.label, $0.text) }, width: width)
    }

    private func lines(of rows: FileOutline.Table) -> [String] {
        var table = TextTable(
            rows.columns.enumerated().map { index, column in
                let widest = rows.rows.map { ColumnText.width(of: $0[index]) }.max() ?? 0
                return TextTable.Column(
                    column.title, column.isMoney ? .right : .left, yields: widest > Self.firm)
            })
        for row in rows.rows { table.add(row) }
        guard !table.fits(tableWidth) else {
            return table.lines(width: tableWidth, folding: true)
        }
        // Too many columns for the terminal: one under the other.
        return Array(rows.rows.map { labelled(rows.pairs(ofRow: $0)) }.joined(separator: [""]))
    }
}
