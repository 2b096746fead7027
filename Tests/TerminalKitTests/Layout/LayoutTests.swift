import TerminalKitTesting
import Testing

@testable import TerminalKit

@Suite("Layout")
struct LayoutTests {
    private func columns(_ whole: Int, _ constraints: [Constraint], spacing: Int = 0) -> [Int] {
        Layout(.horizontal, constraints, spacing: spacing)
            .split(Rect(column: 0, row: 0, columns: whole, rows: 1)).map(\.columns)
    }

    @Test(
        "Each part gets what it wants, and what is left is shared",
        arguments: [
            (20, [Constraint.length(5), .fill()], [5, 15]),
            (20, [.fill(1), .fill(3)], [5, 15]),
            (10, [.fill(), .fill(), .fill()], [3, 3, 4]),
            (20, [.percentage(25), .fill()], [5, 15]),
            (20, [.min(12), .fill()], [16, 4]),
            (20, [.max(4), .fill()], [4, 16]),
            (20, [.max(40), .fill()], [10, 10]),
            (20, [.length(3), .max(4), .fill(2)], [3, 4, 13]),
            (20, [.fill(0), .length(3)], [0, 3]),
            (100, [.max(100), .max(10)], [90, 10]),
            (100, [.max(10), .max(100)], [10, 90]),
            (20, [.length(-3), .fill()], [0, 20]),
            (20, [.percentage(300)], [20]),
            (20, [.length(.max), .length(.max)], [20, 0]),
            (20, [], []),
        ])
    func shares(_ whole: Int, _ constraints: [Constraint], _ wanted: [Int]) {
        #expect(columns(whole, constraints) == wanted)
    }

    @Test("Where there is too little, parts at the end go first, those with a minimum last")
    func tooLittle() {
        #expect(columns(10, [.length(6), .length(6)]) == [6, 4])
        #expect(columns(10, [.length(6), .min(6)]) == [4, 6])
        #expect(columns(10, [.length(6), .min(20), .fill()]) == [0, 10, 0])
        #expect(columns(0, [.length(6), .fill()]) == [0, 0])
    }

    @Test("Parts stand one after the other, with the spacing between them")
    func places() {
        let rects = Layout.vertical(.length(2), .fill(), .length(1), spacing: 1)
            .split(Rect(column: 3, row: 4, columns: 10, rows: 12))
        #expect(
            rects == [
                Rect(column: 3, row: 4, columns: 10, rows: 2),
                Rect(column: 3, row: 7, columns: 10, rows: 7),
                Rect(column: 3, row: 15, columns: 10, rows: 1),
            ])
        let narrow = Layout.horizontal(.length(2), .length(2), spacing: 3)
            .split(Rect(column: 1, row: 0, columns: 3, rows: 1))
        #expect(narrow.map(\.columns) == [0, 0])
    }

    @Test("Nothing leaves the whole, overlaps or is lost, whatever is asked for (seed 7)")
    func property() {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<2_000 {
            let constraints = (0..<1 + random.below(6)).map { _ -> Constraint in
                let number = random.below(40)
                return switch random.below(5) {
                case 0: .length(number)
                case 1: .min(number)
                case 2: .max(number)
                case 3: .percentage(number)
                default: .fill(number % 4)
                }
            }
            let spacing = random.below(3)
            let whole = Rect(
                column: random.below(5), row: 2, columns: random.below(120), rows: 3)
            let parts = Layout(.horizontal, constraints, spacing: spacing).split(whole)
            var end = whole.column
            for part in parts {
                #expect(part.column >= end || part.columns == 0)
                #expect(part.row == 2 && part.rows == 3)
                end = max(end, part.endColumn)
            }
            #expect(end <= whole.endColumn)
            let grows = constraints.contains { constraint in
                switch constraint {
                case .min: true
                case .fill(let weight): weight > 0
                default: false
                }
            }
            let room = max(0, whole.columns - spacing * (constraints.count - 1))
            let used = parts.reduce(0) { $0 + $1.columns }
            #expect(grows ? used == room : used <= room, "\(constraints) in \(whole.columns)")
        }
    }
}
