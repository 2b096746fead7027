import BoardDomain
import Testing

@testable import BoardResources

@Suite("Embedded calendar")
struct EmbeddedCalendarTests {
    @Test(
        "The embedded years hold the vectors of the standard",
        arguments: [
            ("2026-02-13", "2026-02-27"), ("2026-02-14", "2026-02-28"),
            ("2026-04-30", "2026-05-11"), ("2026-06-18", "2026-06-26"),
            ("2026-09-24", "2026-10-09"), ("2026-09-30", "2026-10-13"),
            ("2025-01-24", "2025-02-07"),
        ])
    func vectors(start: String, last: String) throws {
        let calendar = try EmbeddedCalendar.calendar()
        let start = try #require(Day(text: start))
        let result = calendar.workdays(5, after: start, counting: .excluded)
        #expect(result.last.text == last)
        #expect(!result.provisional)
    }

    @Test("2023 to 2026 are known with their workdays, 2027 is provisional")
    func years() throws {
        let calendar = try EmbeddedCalendar.calendar()
        #expect(calendar.version == "2023.1+2024.1+2025.1+2026.1")
        for (year, count) in [(2023, 249), (2024, 251), (2025, 248), (2026, 248)] {
            let start = try #require(Day(year: year - 1, month: 12, day: 31))
            let end = try #require(Day(year: year, month: 12, day: 31))
            #expect(calendar.workdaysBetween(start, end) == count)
            #expect(calendar.isKnown(year: year))
        }
        #expect(!calendar.isKnown(year: 2027))
        #expect(try EmbeddedCalendar.years().map(\.year) == [2023, 2024, 2025, 2026, 2027])
    }
}
