/// The bytes that turn one screen into another.
struct FrameEncoder: ~Copyable {
    var styles: StyleEncoder
    private(set) var sink = ByteSink()
    private var cursor = CursorEncoder()
    private var search = ScrollSearch()
    private var changed: [Bool] = []
    /// Nil where it is not known whether the cursor is shown.
    private var showsCaret: Bool?

    init(depth: ColorDepth) { styles = StyleEncoder(depth: depth) }

    /// Leaves in `sink` what is to be written, and changes `old` where rows were moved or all was cleared. With `clearing`, nothing is taken
    /// for granted.
    mutating func encode(
        from old: Buffer, to new: Buffer, caret: Position?, clearing: Bool,
        options: Renderer.Options
    ) {
        sink.cut(to: 0)
        styles.begin(new.styles)
        if options.synchronized { sink.append("\u{1B}[?2026h") }
        let start = sink.count
        if clearing { clear(old) }
        let rows = findChanges(old, new)
        if rows > 0 {
            if showsCaret == true { show(caret: false) }
            if options.scrolls && !clearing && rows >= ScrollSearch.leastRows,
                let move = search.find(from: old, to: new, changed: changed)
            {
                scroll(move, old)
                _ = findChanges(old, new)
            }
            for row in 0..<new.size.rows where changed[row] { encode(row, old, new) }
        }
        if let caret {
            cursor.move(row: caret.row, column: caret.column, &sink)
            if showsCaret != true { show(caret: true) }
        } else if showsCaret != false {
            show(caret: false)
        }
        if sink.count == start {
            sink.cut(to: 0)
        } else if options.synchronized {
            sink.append("\u{1B}[?2026l")
        }
    }

    private mutating func show(caret isShown: Bool) {
        sink.append(isShown ? "\u{1B}[?25h" : "\u{1B}[?25l")
        showsCaret = isShown
    }

    /// Scroll region, wrapping, style and the cursor's being seen as well: nobody knows what another program left.
    private mutating func clear(_ old: Buffer) {
        sink.append("\u{1B}[r\u{1B}[?7l\u{1B}[m\u{1B}[H\u{1B}[2J")
        show(caret: false)
        styles.reset()
        cursor.isAt(row: 0, column: 0)
        old.clear()
    }

    private mutating func findChanges(_ old: Buffer, _ new: Buffer) -> Int {
        let rows = new.size.rows
        if changed.count != rows { changed = Array(repeating: false, count: rows) }
        var count = 0
        for row in 0..<rows {
            changed[row] = !Self.areEqual(
                old.start(of: row), new.start(of: row), new.size.columns)
            if changed[row] { count += 1 }
        }
        return count
    }

    private static func areEqual(
        _ left: UnsafePointer<Cell>, _ right: UnsafePointer<Cell>, _ count: Int
    ) -> Bool {
        var index = 0
        // Sixteen at a time without a branch, which the compiler turns into vector instructions.
        while index + 16 <= count {
            var difference: UInt64 = 0
            for place in index..<index + 16 {
                difference |= left[place].word ^ right[place].word
            }
            if difference != 0 { return false }
            index += 16
        }
        while index < count {
            if left[index].word != right[index].word { return false }
            index += 1
        }
        return true
    }

    /// By LF at the region's lower edge or RI at its upper one, which every terminal knows.
    private mutating func scroll(_ move: ScrollSearch.Move, _ old: Buffer) {
        if !styles.erasesToBlank { styles.set(0, old.styles, &sink) }
        let isWhole = move.top == 0 && move.bottom == old.size.rows
        if !isWhole {
            sink.append("\u{1B}[")
            if move.top > 0 { sink.append(decimal: move.top + 1) }
            sink.append(0x3B)
            sink.append(decimal: move.bottom)
            sink.append(0x72)
            cursor.isAt(row: 0, column: 0)
        }
        let columns = old.size.columns
        let distance = abs(move.distance)
        let kept = (move.bottom - move.top - distance) * columns
        if move.distance > 0 {
            cursor.move(row: move.bottom - 1, column: 0, &sink)
            for _ in 0..<distance { sink.append(0x0A) }
            old.start(of: move.top).update(
                from: old.start(of: move.top + distance), count: kept)
            old.start(of: move.bottom - distance).update(
                repeating: .blank, count: distance * columns)
        } else {
            cursor.move(row: move.top, column: 0, &sink)
            for _ in 0..<distance { sink.append("\u{1B}M") }
            old.start(of: move.top + distance).update(
                from: old.start(of: move.top), count: kept)
            old.start(of: move.top).update(repeating: .blank, count: distance * columns)
        }
        if !isWhole {
            sink.append("\u{1B}[r")
            cursor.isAt(row: 0, column: 0)
        }
    }

    private mutating func encode(_ row: Int, _ old: Buffer, _ new: Buffer) {
        let columns = new.size.columns
        let before = old.start(of: row)
        let after = new.start(of: row)
        let end = endWorthWriting(before, after, columns)
        var column = 0
        // What a terminal draws wider than was reckoned stands over what comes after it.
        var isOverdrawn = false
        while column < end {
            if before[column].word == after[column].word, !isOverdrawn {
                column += 1
                continue
            }
            let blanks = blankRun(before, after, column, end)
            if blanks > 0 {
                isOverdrawn = false
                column = erase(blanks, row, column, end, new)
                continue
            }
            cursor.move(row: row, column: column, &sink)
            isOverdrawn = Self.isRisky(after[column].glyph)
            if isOverdrawn { clear(below: after[column], before + column, new) }
            column += write(after[column], new)
            column = bridge(before, after, column, end, new)
        }
        if end < columns {
            cursor.move(row: row, column: end, &sink)
            if !styles.erasesToBlank { styles.set(0, new.styles, &sink) }
            sink.append("\u{1B}[K")
        }
    }

    /// Where erasing to the end of the line is shorter than writing: the first of the blanks at its end; otherwise the line's end.
    private func endWorthWriting(
        _ before: UnsafePointer<Cell>, _ after: UnsafePointer<Cell>, _ columns: Int
    ) -> Int {
        var end = columns
        while end > 0 && after[end - 1].word == Cell.blankWord { end -= 1 }
        var inked = 0
        for column in end..<columns where before[column].word != Cell.blankWord {
            inked += 1
            if inked > 3 { return end }
        }
        return columns
    }

    /// How many blanks from here on have to be written, if they are so many that ECH and a movement are shorter; otherwise 0.
    private func blankRun(
        _ before: UnsafePointer<Cell>, _ after: UnsafePointer<Cell>, _ column: Int, _ end: Int
    ) -> Int {
        guard after[column].word == Cell.blankWord else { return 0 }
        var last = column
        var next = column
        while next < end && after[next].word == Cell.blankWord {
            if before[next].word != Cell.blankWord { last = next }
            next += 1
        }
        let run = last + 1 - column
        return run > 3 + digits(run) + CursorEncoder.cost(right: run) ? run : 0
    }

    private mutating func erase(
        _ blanks: Int, _ row: Int, _ column: Int, _ end: Int, _ new: Buffer
    ) -> Int {
        cursor.move(row: row, column: column, &sink)
        if !styles.erasesToBlank { styles.set(0, new.styles, &sink) }
        sink.append(control: 0x58, blanks)
        return column + blanks
    }

    /// What a terminal draws narrower than was reckoned would leave in sight what stood there.
    private mutating func clear(below cell: Cell, _ before: UnsafePointer<Cell>, _ new: Buffer) {
        let width = Int(cell.width)
        guard width > 1, (0..<width).contains(where: { before[$0].word != Cell.blankWord }) else {
            return
        }
        styles.set(cell.style, new.styles, &sink)
        sink.append(control: 0x58, width)
    }

    /// Writes a cell and gives its columns.
    @inline(__always)
    private mutating func write(_ cell: Cell, _ new: Buffer) -> Int {
        let glyph = cell.glyph
        let isRisky = Self.isRisky(glyph)
        if !(cell.isSpace && styles.showsSpace(cell.style, new.styles)) {
            styles.set(cell.style, new.styles, &sink)
        }
        if glyph & GlyphTable.clusterBit == 0 {
            sink.append(scalar: glyph)
        } else {
            append(cluster: new.glyphs.utf8(glyph))
        }
        let width = max(1, cell.width)
        cursor.advance(width, of: new.size.columns)
        if isRisky { cursor.loseColumn() }
        return width
    }

    /// Whether terminals may draw it over other columns than were reckoned.
    @inline(__always)
    private static func isRisky(_ glyph: UInt32) -> Bool {
        glyph >= ScalarClass.firstRisky && ScalarClass.isRisky(glyph)
    }

    private mutating func append(cluster: [UInt8]) {
        cluster.withUnsafeBufferPointer { utf8 in
            guard let bytes = utf8.baseAddress else { return }
            var offset = 0
            while offset < utf8.count {
                let (scalar, length) = decodeScalar(bytes + offset)
                sink.append(scalar: scalar)
                offset += length
            }
        }
    }

    /// Writes unchanged cells again where that is shorter than stepping over them to the next changed one. Gives the column to go on from.
    private mutating func bridge(
        _ before: UnsafePointer<Cell>, _ after: UnsafePointer<Cell>, _ column: Int, _ end: Int,
        _ new: Buffer
    ) -> Int {
        guard cursor.column == column, column < end, before[column].word == after[column].word
        else { return column }
        var next = column
        var cost = 0
        while next < end && before[next].word == after[next].word {
            let cell = after[next]
            let known =
                cell.isSpace
                ? styles.showsSpace(cell.style, new.styles)
                : styles.isCurrent(cell.style) && !ScalarClass.isRisky(cell.glyph)
            guard known else { return column }
            if !cell.isContinuation { cost += Self.bytes(cell.glyph) }
            next += 1
            if cost > 5 { return column }
        }
        guard next < end, cost <= CursorEncoder.cost(right: next - column) else { return column }
        var at = column
        while at < next { at += write(after[at], new) }
        return next
    }

    private static func bytes(_ glyph: UInt32) -> Int {
        glyph < 0x80 ? 1 : glyph < 0x800 ? 2 : glyph < 0x10000 ? 3 : 4
    }
}
