import Testing

@testable import TerminalKit

@Suite("Frame")
struct FrameTests {
    private let buffer = Buffer(size: Size(columns: 10, rows: 4))

    @Test("A part has its own columns and rows, and nothing leaves it")
    func part() {
        var frame = Frame(buffer)
        frame.within(Rect(column: 2, row: 1, columns: 4, rows: 2)) { part in
            #expect(part.size == Size(columns: 4, rows: 2))
            #expect(part.bounds == Rect(column: 0, row: 0, columns: 4, rows: 2))
            part.write("abcdefgh", column: -1)
            part.write("甲乙丙", column: 1, row: 1)
            part.write("no", column: 0, row: 2)
            part.write("no", column: 0, row: -1)
        }
        #expect(buffer.text == "\n  bcde\n   甲\n")
        frame.write("whole", column: 0)
        #expect(buffer.line(0) == "whole")
    }

    @Test("A part of a part is cut by both")
    func nested() {
        var frame = Frame(buffer)
        frame.within(Rect(column: 2, row: 1, columns: 4, rows: 2)) { outer in
            outer.within(Rect(column: 2, row: -1, columns: 6, rows: 6)) { inner in
                #expect(inner.size == Size(columns: 6, rows: 6))
                for row in 0..<6 { inner.write("12345678", column: 0, row: row) }
            }
            outer.fill(Rect(column: -5, row: 1, columns: 6, rows: 9), style: Style(.reverse))
        }
        #expect(buffer.text == "\n    12\n    12\n")
        let reversed = (0..<4).map { row in
            (0..<10).filter { buffer[column: $0, row: row].style != 0 }
        }
        #expect(reversed == [[], [], [2], []])
    }

    @Test("A part that lies outside draws nothing")
    func empty() {
        var frame = Frame(buffer)
        frame.within(Rect(column: 12, row: 0, columns: 4, rows: 2)) { part in
            part.write("甲", column: 0)
            part.write("甲", column: -4)
            part.fill(style: Style(.reverse))
        }
        #expect(buffer.text == "\n\n\n")
    }

    @Test("The clip that cuts a wide glyph leaves a space inside, and none of it outside")
    func cutGlyph() {
        var frame = Frame(buffer)
        frame.write("----------", column: 0)
        frame.within(Rect(column: 3, row: 0, columns: 3, rows: 1)) { part in
            part.write("甲乙丙", column: -1)
        }
        #expect(buffer.line(0) == "--- 乙----")
    }

    @Test(
        "A field is filled, aligned and cut",
        arguments: [
            ("12", Frame.Alignment.leading, "|12    |"), ("12", .center, "|  12  |"),
            ("12", .trailing, "|    12|"), ("万元", .trailing, "|  万元|"),
            ("12345678", .leading, "|123456|"), ("12345678", .trailing, "|123456|"),
            ("一二三四", .center, "|一二三|"), ("a一二三", .leading, "|a一二 |"), ("", .leading, "|      |"),
        ])
    func field(_ text: String, _ align: Frame.Alignment, _ wanted: String) {
        let frame = Frame(buffer)
        frame.write("|xxxxxx|", column: 0)
        frame.write(
            SafeText(text), column: 1, columns: 6, align: align, style: Style(.underline))
        #expect(buffer.line(0) == wanted)
        let styled = (0..<10).filter { buffer[column: $0, row: 0].style != 0 }
        #expect(styled == Array(1...6))
    }

    @Test("The caret is on the whole screen's places, hidden where nothing may be drawn")
    func caret() {
        var frame = Frame(buffer)
        #expect(frame.caret == nil)
        frame.within(Rect(column: 2, row: 1, columns: 4, rows: 2)) { part in
            part.placeCaret(column: 3, row: 1)
        }
        #expect(frame.caret == Position(column: 5, row: 2))
        frame.within(Rect(column: 2, row: 1, columns: 4, rows: 2)) { part in
            part.placeCaret(column: 4, row: 1)
        }
        #expect(frame.caret == nil)
    }

    @Test("What a drawing throws comes through, and the frame is the whole again")
    func throwing() {
        struct Refused: Error {}
        var frame = Frame(buffer)
        #expect(throws: Refused.self) {
            try frame.within(Rect(column: 2, row: 1, columns: 4, rows: 2)) { _ throws(Refused) in
                throw Refused()
            }
        }
        #expect(frame.size == buffer.size)
    }
}
