/// Looks for rows that stand elsewhere now, so that the terminal can move them instead of drawing them anew.
struct ScrollSearch: ~Copyable {
    /// Rows `top..<bottom` move by `distance`: up where it is above 0, down where it is below.
    struct Move: Equatable {
        var top: Int
        var bottom: Int
        var distance: Int
    }

    /// Fewer changed rows are not worth a search.
    static let leastRows = 4
    /// A move costs about 20 bytes; it must save more cells than that.
    static let leastCells = 32

    private var oldHashes: [UInt64] = []
    private var newHashes: [UInt64] = []
    /// Open addressing by hash: a row of the old screen + 1, 0 for nothing, negative where several rows are equal.
    private var slots: [Int32] = []
    private var votes: [Int32] = []

    /// The move that saves most, if any does. `changed` tells for each row whether it differs.
    mutating func find(from old: Buffer, to new: Buffer, changed: [Bool]) -> Move? {
        let rows = new.size.rows
        let columns = new.size.columns
        prepare(rows)
        for row in 0..<rows where changed[row] {
            oldHashes[row] = Self.hash(old.start(of: row), columns)
            newHashes[row] = Self.hash(new.start(of: row), columns)
            enter(oldHashes[row], row)
        }
        for row in 0..<rows where changed[row] {
            if let from = find(newHashes[row]), from != row { votes[from - row + rows] += 1 }
        }
        guard let best = votes.indices.max(by: { votes[$0] < votes[$1] }), votes[best] > 1 else {
            return nil
        }
        let distance = best - rows
        var first = rows
        var last = -1
        for row in 0..<rows where changed[row] && find(newHashes[row]) == row + distance {
            first = min(first, row)
            last = row
        }
        let move = Move(
            top: min(first, first + distance), bottom: max(last, last + distance) + 1,
            distance: distance)
        return saved(by: move, old, new) >= Self.leastCells ? move : nil
    }

    private mutating func prepare(_ rows: Int) {
        var wanted = 16
        while wanted < rows * 4 { wanted *= 2 }
        if slots.count != wanted || oldHashes.count != rows {
            slots = Array(repeating: 0, count: wanted)
            oldHashes = Array(repeating: 0, count: rows)
            newHashes = oldHashes
            votes = Array(repeating: 0, count: 2 * rows + 1)
        } else {
            for index in slots.indices { slots[index] = 0 }
            for index in votes.indices { votes[index] = 0 }
        }
    }

    private mutating func enter(_ hash: UInt64, _ row: Int) {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            if oldHashes[Int(abs(slots[slot])) - 1] == hash {
                slots[slot] = -abs(slots[slot])
                return
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(row) + 1
    }

    private func find(_ hash: UInt64) -> Int? {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let row = Int(abs(slots[slot])) - 1
            if oldHashes[row] == hash { return slots[slot] > 0 ? row : nil }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// How many cells fewer would have to be drawn.
    private func saved(by move: Move, _ old: Buffer, _ new: Buffer) -> Int {
        var saved = 0
        let columns = new.size.columns
        for row in move.top..<move.bottom {
            let wanted = new.start(of: row)
            saved += Self.difference(old.start(of: row), wanted, columns)
            let from = row + move.distance
            saved -=
                from >= move.top && from < move.bottom
                ? Self.difference(old.start(of: from), wanted, columns)
                : Self.inked(wanted, columns)
        }
        return saved
    }

    private static func difference(
        _ left: UnsafePointer<Cell>, _ right: UnsafePointer<Cell>, _ count: Int
    ) -> Int {
        var different = 0
        for index in 0..<count where left[index].word != right[index].word { different &+= 1 }
        return different
    }

    private static func inked(_ cells: UnsafePointer<Cell>, _ count: Int) -> Int {
        var inked = 0
        for index in 0..<count where cells[index].word != Cell.blankWord { inked &+= 1 }
        return inked
    }

    /// Four lanes, so that the multiplications need not wait for each other.
    private static func hash(_ cells: UnsafePointer<Cell>, _ count: Int) -> UInt64 {
        let prime: UInt64 = 0x9E37_79B9_7F4A_7C15
        var a: UInt64 = 1
        var b: UInt64 = 2
        var c: UInt64 = 3
        var d: UInt64 = 4
        var index = 0
        while index + 4 <= count {
            a = (a ^ cells[index].word) &* prime
            b = (b ^ cells[index + 1].word) &* prime
            c = (c ^ cells[index + 2].word) &* prime
            d = (d ^ cells[index + 3].word) &* prime
            a ^= a >> 32
            b ^= b >> 32
            c ^= c >> 32
            d ^= d >> 32
            index += 4
        }
        while index < count {
            a = (a ^ cells[index].word) &* prime
            a ^= a >> 32
            index += 1
        }
        var hash = a &* 3 ^ b &* 5 ^ c &* 7 ^ d &* 11
        hash = (hash ^ hash >> 31) &* prime
        return hash ^ hash >> 29
    }
}
