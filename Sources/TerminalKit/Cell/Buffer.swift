/// A screen of cells, rows × columns, and the tables that its numbers are of.
///
/// A wide glyph is a cell of width 2 and a continuation; neither ever stands without the other. Writing either half blanks the other, and a wide
/// glyph that an edge would cut becomes a space. A reference, owned by one drawer at a time; what to draw on is a `Frame`.
public final class Buffer {
    /// Columns and rows.
    public let size: Size
    /// Its clusters.
    public let glyphs: GlyphTable
    /// Its styles.
    public let styles: StyleTable
    /// How ambiguous characters are written.
    public var ambiguous: AmbiguousWidth
    /// Whether widgets draw their lines and signs in ASCII.
    public var drawsASCII = false
    /// Row after row.
    let cells: UnsafeMutablePointer<Cell>

    /// All blank. Buffers to be compared share their tables.
    public init(
        size: Size, glyphs: GlyphTable = GlyphTable(), styles: StyleTable = StyleTable(),
        ambiguous: AmbiguousWidth = .narrow
    ) {
        self.size = size
        self.glyphs = glyphs
        self.styles = styles
        self.ambiguous = ambiguous
        cells = .allocate(capacity: max(1, size.columns * size.rows))
        cells.initialize(repeating: .blank, count: size.columns * size.rows)
    }

    deinit { cells.deallocate() }

    /// The whole of it.
    public var bounds: Rect { Rect(size) }

    /// A cell; blank outside.
    public subscript(column column: Int, row row: Int) -> Cell {
        guard bounds.contains(Position(column: column, row: row)) else { return .blank }
        return cells[row * size.columns + column]
    }

    /// What is shown in a row, without the blanks at its end.
    public func line(_ row: Int) -> String {
        guard row >= 0 && row < size.rows else { return "" }
        var line = ""
        var blanks = 0
        for cell in UnsafeBufferPointer(start: start(of: row), count: size.columns) {
            if cell.isContinuation { continue }
            if cell.isSpace {
                blanks += 1
            } else {
                line += String(repeating: " ", count: blanks) + glyphs.text(cell.glyph)
                blanks = 0
            }
        }
        return line
    }

    /// What is shown, a line a row.
    public var text: String { (0..<size.rows).map(line).joined(separator: "\n") }

    /// Blanks all of it.
    public func clear() { cells.update(repeating: .blank, count: size.columns * size.rows) }

    func start(of row: Int) -> UnsafeMutablePointer<Cell> { cells + row * size.columns }

    /// Fills what of a rectangle lies on the screen with spaces of a style.
    func fill(_ rect: Rect, style: StyleID) {
        let rect = rect.intersection(bounds)
        guard !rect.isEmpty else { return }
        for row in rect.row..<rect.endRow {
            let cells = start(of: row)
            open(cells, rect.column)
            (cells + rect.column).update(repeating: .space(style: style), count: rect.columns)
            close(cells, rect.endColumn)
        }
    }

    /// Gives cells another style. A wide glyph has that of its left half.
    func restyle(_ rect: Rect, _ style: (StyleID) -> StyleID) {
        let rect = rect.intersection(bounds)
        guard !rect.isEmpty else { return }
        for row in rect.row..<rect.endRow {
            let cells = start(of: row)
            var column = rect.column
            while column < rect.endColumn {
                let cell = cells[column]
                if !cell.isContinuation {
                    let styled = cell.restyled(style(cell.style))
                    cells[column] = styled
                    if cell.isWide { cells[column + 1] = .continuation(style: styled.style) }
                }
                column += 1
            }
        }
    }

    /// Writes text from a column on, possibly left of the clip, as far as the clip reaches. Gives the columns that it takes or would take;
    /// a line feed takes none.
    func write(_ text: SafeText, column: Int, row: Int, style: StyleID, clip: Rect) -> Int {
        let clip = clip.intersection(bounds)
        let columns = text.columns(ambiguous)
        guard columns > 0, row >= clip.row, row < clip.endRow, column < clip.endColumn,
            column + columns > clip.column
        else { return columns }
        var pen = Pen(
            cells: start(of: row), column: column, left: clip.column, right: clip.endColumn,
            style: style)
        open(pen.cells, max(column, clip.column))
        if text.isPlain {
            writePlain(text.string, with: &pen)
        } else {
            writeClusters(text.string, with: &pen)
        }
        close(pen.cells, max(min(pen.column, clip.endColumn), clip.column))
        return columns
    }

    /// As `write`, in each of several rows.
    func write(_ text: SafeText, column: Int, rows: Range<Int>, style: StyleID, clip: Rect) {
        let clip = clip.intersection(bounds)
        let rows = rows.clamped(to: clip.row..<max(clip.row, clip.endRow))
        guard let first = rows.first else { return }
        let columns = write(text, column: column, row: first, style: style, clip: clip)
        guard column >= clip.column, column + columns <= clip.endColumn else {
            for row in rows.dropFirst() {
                _ = write(text, column: column, row: row, style: style, clip: clip)
            }
            return
        }
        let source = start(of: first) + column
        for row in rows.dropFirst() {
            let cells = start(of: row)
            open(cells, column)
            (cells + column).update(from: source, count: columns)
            close(cells, column + columns)
        }
    }

    private func writePlain(_ string: String, with pen: inout Pen) {
        let wideAmbiguous = ambiguous == .wide
        let table = ScalarClass.table
        _ = string.utf8.withContiguousStorageIfAvailable { utf8 in
            guard let bytes = utf8.baseAddress else { return }
            var offset = 0
            while offset < utf8.count && pen.column < pen.right {
                let (scalar, length) = decodeScalar(bytes + offset)
                offset += length
                if scalar < 0x7F {
                    if scalar != 0x0A { pen.putNarrow(scalar) }
                    continue
                }
                let width = table[Int(scalar)] & ScalarClass.widthMask
                if width == ScalarClass.wide || width == ScalarClass.ambiguous && wideAmbiguous {
                    pen.putWide(scalar)
                } else {
                    pen.putNarrow(scalar)
                }
            }
        }
    }

    private func writeClusters(_ string: String, with pen: inout Pen) {
        _ = string.utf8.withContiguousStorageIfAvailable { utf8 in
            Clusters.forEach(in: string) { cluster in
                guard pen.column < pen.right, cluster.scalar != 0x0A else { return }
                let glyph =
                    cluster.scalar
                    ?? glyphs.glyph(
                        UnsafeBufferPointer(rebasing: utf8[cluster.start..<cluster.end]))
                let isWide = cluster.width.columns(ambiguous) == 2
                if isWide && glyph != GlyphTable.excess {
                    pen.putWide(glyph)
                } else {
                    pen.putNarrow(glyph)
                    if isWide { pen.putNarrow(0x20) }
                }
            }
        }
    }

    /// Before cells from `column` on are overwritten: the left half of a glyph that would lose its right one.
    private func open(_ cells: UnsafeMutablePointer<Cell>, _ column: Int) {
        if column > 0, column < size.columns, cells[column].isContinuation {
            cells[column - 1] = .space(style: cells[column - 1].style)
        }
    }

    /// After cells up to `column` were overwritten: the right half of a glyph that has lost its left one.
    private func close(_ cells: UnsafeMutablePointer<Cell>, _ column: Int) {
        if column > 0, column < size.columns, cells[column].isContinuation,
            !cells[column - 1].isWide
        {
            cells[column] = .space(style: cells[column].style)
        }
    }

    /// Where the next glyph of a row goes, between the edges of a clip.
    private struct Pen {
        let cells: UnsafeMutablePointer<Cell>
        var column: Int
        let left: Int
        let right: Int
        let style: StyleID

        @inline(__always)
        mutating func putNarrow(_ glyph: UInt32) {
            if column >= left && column < right {
                cells[column] = Cell(glyph: glyph, style: style, width: 1)
            }
            column += 1
        }

        @inline(__always)
        mutating func putWide(_ glyph: UInt32) {
            if column >= left && column + 1 < right {
                cells[column] = Cell(glyph: glyph, style: style, width: 2)
                cells[column + 1] = .continuation(style: style)
            } else if column >= left && column < right {
                cells[column] = .space(style: style)
            } else if column + 1 >= left && column + 1 < right {
                cells[column + 1] = .space(style: style)
            }
            column += 2
        }
    }
}
