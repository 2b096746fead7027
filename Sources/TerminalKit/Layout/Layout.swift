/// How much of a row or column a part wants.
public enum Constraint: Hashable, Sendable {
    /// Exactly so much.
    case length(Int)
    /// At least so much, and its share of what is left.
    case min(Int)
    /// Its share of what is left, at most so much.
    case max(Int)
    /// So many hundredths of the whole.
    case percentage(Int)
    /// Its share, by weight, of what is left.
    case fill(Int = 1)
}

/// Divides a rectangle among parts that stand side by side or one below the other, in one pass.
///
/// Lengths, minimums and percentages are given first, in order; the parts that may grow share what is left, the remainder of each division
/// going on to the next, so that nothing is lost. Where there is too little, parts at the end go without first, those with a minimum last.
public struct Layout: Hashable, Sendable {
    /// Side by side, or one below the other.
    public enum Direction: Sendable {
        /// Side by side.
        case horizontal
        /// One below the other.
        case vertical
    }

    private let direction: Direction
    private let constraints: [Constraint]
    private let spacing: Int

    /// With so many empty cells between every two parts.
    public init(_ direction: Direction, _ constraints: [Constraint], spacing: Int = 0) {
        self.direction = direction
        self.constraints = constraints
        self.spacing = Swift.max(0, spacing)
    }

    /// Side by side.
    public static func horizontal(_ constraints: Constraint..., spacing: Int = 0) -> Layout {
        Layout(.horizontal, constraints, spacing: spacing)
    }

    /// One below the other.
    public static func vertical(_ constraints: Constraint..., spacing: Int = 0) -> Layout {
        Layout(.vertical, constraints, spacing: spacing)
    }

    /// The parts' rectangles, as many as there are constraints; those without room are empty.
    public func split(_ rect: Rect) -> [Rect] {
        let whole = direction == .horizontal ? rect.columns : rect.rows
        var start = direction == .horizontal ? rect.column : rect.row
        let end = start + whole
        return lengths(whole).map { length in
            let from = Swift.min(start, end)
            let size = Swift.min(length, end - from)
            start += length + spacing
            return switch direction {
            case .horizontal:
                Rect(column: from, row: rect.row, columns: size, rows: rect.rows)
            case .vertical:
                Rect(column: rect.column, row: from, columns: rect.columns, rows: size)
            }
        }
    }

    private func lengths(_ whole: Int) -> [Int] {
        let room = Swift.max(0, whole - spacing * Swift.max(0, constraints.count - 1))
        var lengths = constraints.map { constraint in
            switch constraint {
            case .length(let length), .min(let length): Swift.min(room, Swift.max(0, length))
            case .percentage(let part): room * Swift.min(100, Swift.max(0, part)) / 100
            case .max, .fill: 0
            }
        }
        let left = room - lengths.reduce(0, +)
        if left >= 0 { grow(&lengths, by: left) } else { shrink(&lengths, by: -left) }
        return lengths
    }

    private func grow(_ lengths: inout [Int], by left: Int) {
        var left = left
        var weights = constraints.reduce(0) { $0 + Self.weight($1) }
        // Those with the smallest limits first: what they may not take is there for the others.
        let order = constraints.indices.sorted {
            (Self.limit(constraints[$0]) ?? .max, $0) < (Self.limit(constraints[$1]) ?? .max, $1)
        }
        for index in order {
            let weight = Self.weight(constraints[index])
            guard weight > 0 else { continue }
            let share = Swift.min(
                Self.limit(constraints[index]) ?? left, left * weight / weights)
            lengths[index] += share
            left -= share
            weights -= weight
        }
    }

    private func shrink(_ lengths: inout [Int], by excess: Int) {
        var excess = excess
        for hasMinimum in [false, true] {
            for (index, constraint) in constraints.enumerated().reversed() {
                var isMinimum = false
                if case .min = constraint { isMinimum = true }
                guard isMinimum == hasMinimum else { continue }
                let cut = Swift.min(excess, lengths[index])
                lengths[index] -= cut
                excess -= cut
            }
        }
    }

    private static func weight(_ constraint: Constraint) -> Int {
        switch constraint {
        case .length, .percentage: 0
        case .min, .max: 1
        case .fill(let weight): Swift.max(0, weight)
        }
    }

    private static func limit(_ constraint: Constraint) -> Int? {
        if case .max(let most) = constraint { return Swift.max(0, most) }
        return nil
    }
}
