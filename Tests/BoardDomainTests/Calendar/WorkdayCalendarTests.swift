import Testing

@testable import BoardDomain

@Suite("Workday calendar")
struct WorkdayCalendarTests {
    private let calendar = WorkdayCalendar(
        version: "test",
        years: [
            notice(
                2025,
                off: [
                    "01-01": 1, "01-28": 8, "04-04": 3, "05-01": 5, "05-31": 3, "10-01": 8,
                ], worked: ["01-26", "02-08", "04-27", "09-28", "10-11"]),
            notice(
                2026,
                off: [
                    "01-01": 3, "02-15": 9, "04-04": 3, "05-01": 5, "06-19": 3, "09-25": 3,
                    "10-01": 7,
                ], worked: ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"]),
            CalendarYear(year: 2027, papers: [], overrides: [:]),
        ])

    private static func notice(
        _ year: Int, off: [String: Int], worked: [String]
    ) -> CalendarYear {
        var overrides: [Day: Bool] = [:]
        for (start, length) in off {
            for offset in 0..<length { overrides[day("\(year)-\(start)").adding(offset)] = true }
        }
        for text in worked { overrides[day("\(year)-\(text)")] = false }
        return CalendarYear(year: year, papers: [], overrides: overrides)
    }

    private static func day(_ text: String) -> Day { Day(text: text)! }

    @Test(
        "Five workdays end where the standard says, the start day excluded or included",
        arguments: [
            ("2026-02-13", "2026-02-27", "2026-02-26"), ("2026-02-14", "2026-02-28", "2026-02-27"),
            ("2026-04-30", "2026-05-11", "2026-05-09"), ("2026-06-18", "2026-06-26", "2026-06-25"),
            ("2026-09-24", "2026-10-09", "2026-10-08"), ("2026-09-30", "2026-10-13", "2026-10-12"),
            ("2025-01-24", "2025-02-07", "2025-02-06"),
        ])
    func fiveWorkdays(start: String, excluded: String, included: String) {
        let start = Self.day(start)
        let without = calendar.workdays(5, after: start, counting: .excluded)
        #expect(without == (Self.day(excluded), false))
        let with = calendar.workdays(5, after: start, counting: .included)
        #expect(with == (Self.day(included), false))
    }

    @Test(
        "Three workdays end where the standard says",
        arguments: [("2026-02-13", "2026-02-25"), ("2026-09-30", "2026-10-10")])
    func threeWorkdays(start: String, last: String) {
        let result = calendar.workdays(3, after: Self.day(start), counting: .excluded)
        #expect(result == (Self.day(last), false))
    }

    @Test("Both known years have 248 workdays", arguments: [2025, 2026])
    func workdaysOfAYear(year: Int) {
        let before = Self.day("\(year - 1)-12-31")
        #expect(calendar.workdaysBetween(before, Self.day("\(year)-12-31")) == 248)
    }

    @Test("An included start on a day off counts from the first workday")
    func includedDayOff() {
        let start = Self.day("2026-10-01")
        #expect(calendar.firstCounted(from: start, counting: .included) == Self.day("2026-10-08"))
        #expect(
            calendar.workdays(1, after: start, counting: .included).last
                == calendar.workdays(1, after: start, counting: .excluded).last)
    }

    @Test("A period that reaches a year without a notice is provisional")
    func provisional() {
        let result = calendar.workdays(5, after: Self.day("2026-12-28"), counting: .excluded)
        #expect(result == (Self.day("2027-01-04"), true))
        let inside = calendar.workdays(3, after: Self.day("2026-12-28"), counting: .excluded)
        #expect(inside == (Self.day("2026-12-31"), false))
        #expect(calendar.isKnown(year: 2026))
        #expect(!calendar.isKnown(year: 2027))
        #expect(!calendar.isKnown(year: 2024))
        #expect(calendar.isProvisional(Self.day("2027-01-01")))
    }

    @Test("An excluded start on the last day of an unknown year does not make the rest provisional")
    func startInUnknownYear() {
        let start = Self.day("2024-12-31")
        #expect(!calendar.workdays(1, after: start, counting: .excluded).provisional)
        #expect(calendar.workdays(2, after: start, counting: .included).provisional)
    }

    @Test("A period ends at 23:59:59 +08:00, counted from the local day of its start")
    func end() throws {
        // 2026-09-29T16:30Z is already 30 September in Xinchang.
        let start = try #require(Instant(text: "2026-09-29T16:30:00.000Z"))
        let result = calendar.end(of: 5, after: start)
        #expect(result.end.text == "2026-10-13T15:59:59.000Z")
        #expect(!result.provisional)
    }

    @Test("A deadline on a day off moves to the next workday")
    func nextWorkday() {
        #expect(
            calendar.nextWorkday(onOrAfter: Self.day("2026-02-15")) == Self.day("2026-02-24"))
        #expect(
            calendar.nextWorkday(onOrAfter: Self.day("2026-02-14")) == Self.day("2026-02-14"))
    }

    @Test("The workdays left exclude today and include the last day")
    func left() {
        #expect(calendar.workdaysBetween(Self.day("2026-09-30"), Self.day("2026-10-13")) == 5)
        #expect(calendar.workdaysBetween(Self.day("2026-10-13"), Self.day("2026-10-13")) == 0)
        #expect(calendar.workdaysBetween(Self.day("2026-10-14"), Self.day("2026-10-13")) == 0)
    }

    @Test("A loaded notice replaces the provisional year")
    func replaced() {
        let newYear = CalendarYear(
            year: 2027, papers: [], overrides: [Self.day("2027-01-01"): true])
        let loaded = WorkdayCalendar(
            version: "later",
            years: [CalendarYear(year: 2027, papers: [], overrides: [:]), newYear]
        )
        #expect(loaded.isKnown(year: 2027))
        #expect(!loaded.isWorkday(Self.day("2027-01-01")))
    }

    @Test("A calendar's own version names the known years and the editions of their notices")
    func version() throws {
        let first = Self.notice(2025, off: ["01-01": 1], worked: [])
        let second = CalendarYear(
            year: 2026, edition: 2, papers: [], overrides: [Self.day("2026-01-01"): true])
        let unknown = CalendarYear(year: 2027, papers: [], overrides: [:])
        #expect(WorkdayCalendar(years: [second, unknown, first]).version == "2025.1+2026.2")
    }

    @Test("A year is read from the published form, a year without days is not known")
    func reading() throws {
        let json = try JSONReader.read(
            #"{"year":2026,"papers":["p"],"days":[{"name":"元旦","date":"2026-01-01","isOffDay":true}]}"#
        )
        let year = try CalendarYear(json: json)
        #expect(year.overrides == [Self.day("2026-01-01"): true])
        #expect(year.papers == ["p"])
        #expect(try !CalendarYear(json: ["year": 2027]).isKnown)
    }

    @Test(
        "A faulty year is refused and says where",
        arguments: [
            (#"{"days":[]}"#, CalendarFault.noYear),
            (#"{"year":2026,"days":[{"date":"2026-02-30","isOffDay":true}]}"#, .badEntry(0)),
            (#"{"year":2026,"days":[{"date":"2026-02-03"}]}"#, .badEntry(0)),
            (
                #"{"year":2026,"days":[{"date":"2028-01-01","isOffDay":true}]}"#,
                .outsideYear(day("2028-01-01"))
            ),
            (
                """
                {"year":2026,"days":[{"date":"2026-01-01","isOffDay":true},\
                {"date":"2026-01-01","isOffDay":false}]}
                """, .twice(day("2026-01-01"))
            ),
        ])
    func faults(text: String, fault: CalendarFault) throws {
        let json = try JSONReader.read(text)
        #expect(throws: fault) { try CalendarYear(json: json) }
    }
}
