import BoardDomain
import BoardEventLog
import BoardResources
import Testing

@testable import BoardCLI

@Suite("Which past is asked for")
struct AsOfTests {
    private static let texts = Texts(.en)
    private static let day = Day(year: 2026, month: 4, day: 8)!

    @Test(
        "A day stands for its end, however it is written", arguments: ["2026-04-08", "2026年4月8日"])
    func day(text: String) throws {
        #expect(try Session.moment(text, Self.texts) == .recorded(by: Self.day.end))
    }

    @Test("A time of the day is that time, a number is a position")
    func others() throws {
        #expect(
            try Session.moment("2026-04-08 17:00", Self.texts)
                == .recorded(by: Self.day.at(hour: 17)))
        #expect(try Session.moment("17", Self.texts) == .position(17))
        let fault = #expect(throws: Complaint.self) { try Session.moment("abc", Self.texts) }
        #expect(fault?.message.contains("end") == true)
        #expect(fault?.message.contains("midnight") == false)
    }
}
