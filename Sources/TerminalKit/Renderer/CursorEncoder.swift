/// Where the terminal's cursor is, and the shortest way to another place.
///
/// A bare LF is never used: it would go to the first column on a terminal that is not raw.
struct CursorEncoder {
    private(set) var row = 0
    /// -1 where it is not known: after a cluster whose width terminals disagree about, and at the right edge, where some have moved on and
    /// others have not.
    private(set) var column = 0

    /// The terminal was told to go there, or did so by itself.
    mutating func isAt(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// Glyphs were written.
    @inline(__always)
    mutating func advance(_ columns: Int, of width: Int) {
        column += columns
        if column >= width { column = -1 }
    }

    /// Nobody knows how far the last glyph moved it.
    mutating func loseColumn() { column = -1 }

    /// Bytes of going right by so many columns.
    @inline(__always)
    static func cost(right columns: Int) -> Int {
        columns == 0 ? 0 : columns == 1 ? 3 : 3 + digits(columns)
    }

    mutating func move(row newRow: Int, column newColumn: Int, _ sink: inout ByteSink) {
        if newRow == row && newColumn == column { return }
        var best = Way.absolute
        var least =
            newColumn == 0
            ? (newRow == 0 ? 3 : 3 + digits(newRow + 1))
            : 4 + digits(newRow + 1) + digits(newColumn + 1)
        let down = newRow - row
        if down >= 0 {
            let cost = 1 + down + Self.cost(right: newColumn)
            if cost <= least { (best, least) = (.start, cost) }
        }
        if down == 0 {
            let cost = 3 + digits(newColumn + 1)
            if cost < least { (best, least) = (.column, cost) }
            if column >= 0 {
                let cost =
                    newColumn > column
                    ? Self.cost(right: newColumn - column)
                    : min(column - newColumn, Self.cost(right: column - newColumn))
                if cost < least { (best, least) = (.along, cost) }
            }
        } else if newColumn == column {
            let cost = abs(down) == 1 ? 3 : 3 + digits(abs(down))
            if cost < least { best = .vertical }
        }
        go(best, row: newRow, column: newColumn, &sink)
        row = newRow
        column = newColumn
    }

    private enum Way {
        /// CUP.
        case absolute
        /// CR, then LF as often as there are rows, then CUF.
        case start
        /// CHA.
        case column
        /// CUF, CUB or BS.
        case along
        /// CUU or CUD.
        case vertical
    }

    private func go(_ way: Way, row newRow: Int, column newColumn: Int, _ sink: inout ByteSink) {
        switch way {
        case .absolute:
            sink.append(0x1B)
            sink.append(0x5B)
            if newRow > 0 || newColumn > 0 { sink.append(decimal: newRow + 1) }
            if newColumn > 0 {
                sink.append(0x3B)
                sink.append(decimal: newColumn + 1)
            }
            sink.append(0x48)
        case .start:
            sink.append(0x0D)
            for _ in row..<newRow { sink.append(0x0A) }
            if newColumn > 0 { sink.append(control: 0x43, newColumn) }
        case .column: sink.append(control: 0x47, newColumn + 1)
        case .along:
            let back = column - newColumn
            if back < 0 {
                sink.append(control: 0x43, -back)
            } else if back <= Self.cost(right: back) {
                for _ in 0..<back { sink.append(0x08) }
            } else {
                sink.append(control: 0x44, back)
            }
        case .vertical:
            sink.append(control: newRow < row ? 0x41 : 0x42, abs(newRow - row))
        }
    }
}
