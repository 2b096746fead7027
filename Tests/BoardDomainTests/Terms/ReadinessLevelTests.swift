import Testing

@testable import BoardDomain

@Suite("Readiness level")
struct ReadinessLevelTests {
    @Test("There are nine levels, in order")
    func levels() {
        #expect(ReadinessLevel.all.map(\.number) == Array(1...9))
        #expect(ReadinessLevel.all == ReadinessLevel.all.sorted())
        #expect(ReadinessLevel(0) == nil)
        #expect(ReadinessLevel(10) == nil)
    }

    @Test(
        "A level is read in the forms that lists use",
        arguments: ["4", "４", "TRL4", "trl 4", "TRL-4", "4级"])
    func reads(text: String) {
        #expect(ReadinessLevel(text: text)?.number == 4)
    }

    @Test("Anything else is no level", arguments: ["", "0", "10", "4.5", "TRL", "小试", "-4", "+4"])
    func refuses(text: String) {
        #expect(ReadinessLevel(text: text) == nil)
    }
}
