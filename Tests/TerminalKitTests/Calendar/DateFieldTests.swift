import TerminalKit
import Testing

@Suite("Dates are typed or stepped to")
struct DateFieldTests {
    private static let today = day(2026, 9, 29)

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay {
        CalendarDay(year: year, month: month, day: day) ?? CalendarDay(number: .max)
    }

    private func press(_ field: inout DateFieldState, _ key: Key, _ modifiers: Modifiers = [])
        -> FieldOutcome
    { field.handle(KeyEvent(key, modifiers)) }

    @Test("Every day of the calendar is its own number, weekday and name")
    func days() {
        var previous = CalendarDay(number: .min)
        #expect(previous.iso == "0001-01-01" && previous.weekday == 0)
        while previous < CalendarDay(number: .max) {
            let next = previous.adding(days: 1)
            let (year, month, day) = next.parts
            let isRight =
                CalendarDay(year: year, month: month, day: day) == next
                && next.weekday == (previous.weekday + 1) % 7
                && (day == previous.parts.day + 1
                    || day == 1 && previous.parts.day == previous.daysInMonth)
            guard isRight else {
                Issue.record("\(next.iso)")
                return
            }
            previous = next
        }
        #expect(previous.iso == "9999-12-31")
        #expect(CalendarDay(year: 2026, month: 2, day: 29) == nil)
        #expect(Self.day(2024, 1, 31).adding(months: 1) == Self.day(2024, 2, 29))
        #expect(Self.day(2026, 1, 15).adding(months: -13) == Self.day(2024, 12, 15))
        #expect(Self.day(2026, 10, 13).weekday == 1)
    }

    static let readings: [(String, DateReading)] = [
        ("", .empty), ("2026-10-13", .day(day(2026, 10, 13))),
        ("2026/1/2", .day(day(2026, 1, 2))), ("2026.10.13", .day(day(2026, 10, 13))),
        ("2026年10月13日", .day(day(2026, 10, 13))), ("20261013", .day(day(2026, 10, 13))),
        ("10-13", .day(day(2026, 10, 13))), ("10月13日", .day(day(2026, 10, 13))),
        ("+5", .day(day(2026, 10, 4))), ("-29d", .day(day(2026, 8, 31))),
        ("+2w", .day(day(2026, 10, 13))), ("+5m", .day(day(2027, 2, 28))),
        ("2", .unfinished), ("2026", .unfinished), ("2026-", .unfinished),
        ("2026-1", .unfinished), ("2026-10-", .unfinished), ("2026-10-0", .unfinished),
        ("+", .unfinished), ("10-", .unfinished), ("2026年10月13", .day(day(2026, 10, 13))),
        ("2026-13", .unreadable), ("2026-02-30", .unreadable), ("+w", .unreadable),
        ("2026-10-13-1", .unreadable), ("--1", .unreadable), ("123456789", .unreadable),
        ("202-10-13", .unreadable), ("2026-10-13-", .unreadable),
    ]

    @Test("What is written is read as people write it", arguments: readings)
    func reads(text: String, reading: DateReading) {
        #expect(DateReading(text, today: Self.today) == reading)
    }

    @Test("Steps go by days, weeks and months, and keep within the range")
    func steps() {
        var field = DateFieldState(
            today: Self.today, range: Self.day(2026, 9, 1)...Self.day(2026, 12, 31))
        #expect(press(&field, .up) == .changed)
        #expect(field.day == Self.today)
        _ = press(&field, .up)
        _ = press(&field, .up, .shift)
        #expect(field.field.text == "2026-10-07")
        _ = press(&field, .up, .control)
        _ = press(&field, .down)
        #expect(field.field.text == "2026-11-06")
        for _ in 0..<5 { _ = press(&field, .up, .control) }
        #expect(field.day == Self.day(2026, 12, 31))
        #expect(press(&field, .up) == .taken)
        #expect(press(&field, .left) == .taken)
        #expect(press(&field, .tab) == .ignored)
    }

    @Test("A distance becomes the day that it means when the field is done")
    func settles() {
        var field = DateFieldState(today: Self.today)
        for key in "+2w".unicodeScalars { _ = press(&field, .character(key)) }
        #expect(field.field.text == "+2w")
        #expect(press(&field, .enter) == .submitted)
        #expect(field.field.text == "2026-10-13")
        field.set(nil)
        _ = field.paste("今天是 10月1日")
        field.leave()
        #expect(field.field.text == "2026-10-01")
    }

    @Test("The calendar opens at the day, moves as it looks, and gives back a day or nothing")
    func calendar() throws {
        var field = DateFieldState(today: Self.today, day: Self.day(2026, 10, 13))
        #expect(press(&field, .character(" ")) == .taken)
        for (key, expected) in [
            (Key.right, "2026-10-14"), (.down, "2026-10-21"), (.up, "2026-10-14"),
            (.left, "2026-10-13"), (.pageUp, "2026-09-13"), (.end, "2026-09-30"),
            (.pageDown, "2026-10-30"), (.home, "2026-10-01"), (.character(">"), "2027-10-01"),
            (.character("<"), "2026-10-01"), (.character("t"), "2026-09-29"),
        ] {
            #expect(press(&field, key) == .taken)
            #expect(field.cursor?.iso == expected)
        }
        #expect(press(&field, .escape) == .taken)
        #expect(field.day == Self.day(2026, 10, 13) && !field.isOpen)
        field.open()
        _ = press(&field, .right)
        #expect(press(&field, .enter) == .changed)
        #expect(field.field.text == "2026-10-14")
        field.open()
        #expect(field.clickCalendar(Position(column: 15, row: 3)) == .changed)
        #expect(field.field.text == "2026-10-01")
        field.open()
        #expect(field.clickCalendar(Position(column: 3, row: 3)) == .taken)
        #expect(field.isOpen)
    }

    @Test("A month with its marks, today underlined, the caret on the cursor, and a hint")
    func looks() throws {
        var field = DateFieldState(today: Self.today, day: Self.day(2026, 9, 25))
        field.open()
        let popup = try #require(
            CalendarPopup(
                field, words: .chinese,
                marks: { $0.parts.day == 20 ? DayMark("*", .warning) : nil },
                hint: { _ in "中秋节" }, theme: .mono))
        let shown = drawn(popup, columns: 32, rows: 12)
        #expect(
            shown.text == """
                ┌──────────────────────────────┐
                │          2026年9月           │
                │ 一  二  三  四  五  六  日   │
                │      1   2   3   4   5   6   │
                │  7   8   9  10  11  12  13   │
                │ 14  15  16  17  18  19  20*  │
                │ 21  22  23  24  25  26  27   │
                │ 28  29  30                   │
                │                              │
                │ 中秋节                       │
                │                              │
                └──────────────────────────────┘
                """)
        #expect(shown.caret == Position(column: 19, row: 6))
        #expect(shown.buffer.style(column: 6, row: 7).attributes.contains(.underline))
        #expect(shown.buffer.style(column: 18, row: 6) == Theme.mono[.selection])
        #expect(
            CalendarPopup(DateFieldState(today: Self.today), words: .english, theme: .mono) == nil)
    }

    @Test("The field shows that there is a calendar; a click on the sign opens it")
    func field() {
        var field = DateFieldState(today: Self.today)
        let size = Size(columns: 14, rows: 1)
        #expect(
            screen(
                DateField(field, isFocused: true, placeholder: "年-月-日", theme: .mono),
                columns: 14, rows: 1) == "年-月-日     ▾")
        #expect(field.click(Position(column: 13, row: 0), in: size) == .taken)
        #expect(field.cursor == Self.today)
        #expect(field.click(Position(column: 2, row: 0), in: size) == .taken)
        #expect(!field.isOpen)
    }
}
