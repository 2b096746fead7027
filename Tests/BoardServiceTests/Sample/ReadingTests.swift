import BoardDomain
import Testing

@testable import BoardService

@Suite("Readings of the sample")
struct ReadingTests {
    @Test(
        "A margin makes a value better in the sense of its comparator",
        arguments: [
            ("28", Comparator.atMost, "dB", 5, "26.6"), ("120", .atLeast, "套/min", 5, "126"),
            ("98.5", .atLeast, "%", 6, "99"), ("0.6", .atMost, "μm", 0, "0.6"),
            ("0", .equal, "次", 3, "0"), ("0", .equal, "次", -9, "1"),
            ("28", .atMost, "dB", -10, "30.8"), ("5000", .atLeast, "h", -10, "4500"),
        ])
    func margins(
        target: String, comparator: Comparator, unit: String, margin: Int, text: String
    ) throws {
        let reading = try #require(
            Reading(target: target, comparator: comparator, unit: unit, margin: margin))
        #expect(reading.text == text)
    }

    @Test("What is no number has no reading")
    func refusesText() {
        #expect(Reading(target: "√", comparator: .fulfilled, unit: "", margin: 1) == nil)
    }
}

@Suite("Rests of a road")
struct RoadRestTests {
    @Test("A rest names a machine, perhaps a number, and a state")
    func parses() throws {
        let rest = try #require(RoadRest(text: "milestone 2 approving"))
        #expect(rest.machine == .milestone)
        #expect(rest.number == 2)
        #expect(rest.state == "approving")
        #expect(RoadRest(text: "gate ready")?.number == nil)
    }

    @Test("Anything else is none", arguments: ["", "gate", "nothing ready", "gate x ready"])
    func refuses(text: String) { #expect(RoadRest(text: text) == nil) }
}
