import Testing

@testable import BoardDomain

@Suite("The names of steps in the log")
struct StepNameTests {
    @Test("No step of a signed act has the name of a fact, which would be read back in its place")
    func stepsAreNoFacts() {
        let suffixes = ["Proposed", "Signed", "SentBack", "Lapsed"]
        for row in TransitionTable.standard.rows where !row.act.isEmpty {
            for suffix in suffixes {
                #expect(
                    EventType.byName[row.act + suffix] == nil, "\(row.key): \(row.act)\(suffix)")
            }
        }
    }
}
