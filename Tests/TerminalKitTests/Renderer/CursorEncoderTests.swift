import Testing

@testable import TerminalKit

@Suite("Movements of the cursor")
struct CursorEncoderTests {
    private static let vectors: [((Int, Int), (Int, Int), String)] = [
        ((3, 5), (3, 5), ""),
        // Along the row.
        ((3, 5), (3, 6), "^[C"), ((3, 5), (3, 9), "^[4C"), ((3, 5), (3, 4), "<BS>"),
        ((3, 5), (3, 2), "<BS><BS><BS>"), ((3, 90), (3, 80), "^[81G"), ((3, 5), (3, 0), "<CR>"),
        ((3, 95), (3, 89), "^[6D"), ((3, 5), (3, 99), "^[94C"), ((3, 90), (3, 8), "^[9G"),
        ((3, 120), (3, 1), "<CR>^[C"),
        // Down and up.
        ((3, 5), (4, 0), "<CR><LF>"), ((3, 5), (5, 0), "<CR><LF><LF>"), ((3, 5), (4, 5), "^[B"),
        ((3, 5), (2, 5), "^[A"), ((9, 5), (2, 5), "^[7A"), ((3, 5), (4, 1), "<CR><LF>^[C"),
        ((3, 5), (20, 0), "^[21H"), ((3, 50), (20, 50), "^[17B"),
        // Anywhere.
        ((3, 5), (0, 0), "^[H"), ((3, 5), (1, 0), "^[2H"), ((3, 5), (0, 7), "^[1;8H"),
        ((3, 5), (9, 40), "^[10;41H"),
        // From a column that nobody knows.
        ((3, -1), (3, 7), "^[8G"), ((3, -1), (3, 0), "<CR>"), ((3, -1), (4, 0), "<CR><LF>"),
        ((3, -1), (2, 7), "^[3;8H"),
    ]

    @Test("Each is the shortest", arguments: vectors)
    func move(_ from: (Int, Int), _ to: (Int, Int), _ wanted: String) {
        var cursor = CursorEncoder()
        cursor.isAt(row: from.0, column: from.1)
        #expect(written { cursor.move(row: to.0, column: to.1, &$0) } == wanted)
        #expect(cursor.row == to.0 && cursor.column == to.1)
    }

    @Test("At the right edge nobody knows the column")
    func edge() {
        var cursor = CursorEncoder()
        cursor.isAt(row: 0, column: 7)
        cursor.advance(2, of: 10)
        #expect(cursor.column == 9)
        cursor.advance(1, of: 10)
        #expect(cursor.column == -1)
    }
}
