import Testing

@testable import BoardDomain

@Suite("The period of a notice")
struct NoticePeriodTests {
    private func calendar() throws -> WorkdayCalendar {
        try DomainBoard().calendar
    }

    @Test(
        "Five workdays from 2026-09-30 pass over National Day and count the make-up Saturday",
        arguments: [(Counting.excluded, "2026-10-13"), (.included, "2026-10-12")])
    func nationalDay(counting: Counting, last: String) throws {
        let period = NoticePeriod(
            start: try #require(Day(text: "2026-09-30")), workdays: 5, counting: counting,
            calendar: try calendar())
        #expect(period.end == .at(last + "T23:59:59+08:00"))
        #expect(!period.isProvisional)
        #expect(period.calendarVersion == "test")
    }

    @Test("A period into a year without a notice of its holidays is provisional")
    func provisional() throws {
        let period = NoticePeriod(
            start: try #require(Day(text: "2026-12-28")), workdays: 5, counting: .excluded,
            calendar: try calendar())
        #expect(period.isProvisional)
    }
}
