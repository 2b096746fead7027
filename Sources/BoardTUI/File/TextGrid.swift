import TerminalKit

/// Cells side by side below a head, as lines of a file. What does not fit goes on in a further block below,
/// behind the first column once more.
struct TextGrid {
    struct Column {
        let title: SafeText
        var isTrailing = false
    }

    let columns: [Column]
    let rows: [[StyledText]]
    let theme: Theme

    /// - Parameter room: columns of the screen that the lines may take.
    func lines(room: Int, indent: Int = 0) -> [FileLine] {
        let widths = columns.indices.map { place in
            max(
                columns[place].title.columns(),
                rows.map { $0[place].text.columns() }.max() ?? 0)
        }
        return blocks(widths, room - indent).enumerated().flatMap { number, block in
            (number > 0 ? [FileLine.blank] : [])
                + [line(block, widths, indent) { StyledText(columns[$0].title) }.underlined(theme)]
                + rows.map { row in line(block, widths, indent) { row[$0] } }
        }
    }

    /// Which columns stand beside each other.
    private func blocks(_ widths: [Int], _ room: Int) -> [[Int]] {
        guard let first = widths.first else { return [] }
        var blocks: [[Int]] = [[0]]
        var used = first
        for place in widths.indices.dropFirst() {
            if used + 2 + widths[place] > room, blocks[blocks.count - 1].count > 1 {
                blocks.append([0])
                used = first
            }
            blocks[blocks.count - 1].append(place)
            used += 2 + widths[place]
        }
        return blocks
    }

    private func line(
        _ block: [Int], _ widths: [Int], _ indent: Int, _ cell: (Int) -> StyledText
    ) -> FileLine {
        FileLine(
            block.flatMap { place in
                let cell = cell(place)
                let free = max(0, widths[place] - cell.text.columns())
                let blank = StyledText(SafeText(String(repeating: " ", count: free)))
                let gap = StyledText("  ")
                return columns[place].isTrailing ? [blank, cell, gap] : [cell, blank, gap]
            }, indent: indent)
    }
}

extension FileLine {
    fileprivate func underlined(_ theme: Theme) -> FileLine {
        var line = self
        for place in line.pieces.indices {
            line.pieces[place].style = theme[.muted].merging(Style(.underline))
        }
        return line
    }
}
