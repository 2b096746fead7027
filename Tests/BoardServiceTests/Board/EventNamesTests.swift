import Testing

@testable import BoardDomain
@testable import BoardService

@Suite("The names of events")
struct EventNamesTests {
    /// A signed step of an act named like a fact would be read back as that fact.
    @Test("No act gives a step the name of another event")
    func distinct() {
        let facts = Set(EventType.allCases.filter { $0.actSuffix == nil }.map(\.name))
        let signed = TransitionTable.standard.rows.map(\.act).filter { !$0.isEmpty }
        for act in Set(signed) {
            for suffix in EventType.actTypes.compactMap(\.actSuffix) {
                #expect(!facts.contains(act + suffix), "\(act + suffix)")
            }
        }
        for duty in Set(TransitionTable.standard.duties.map(\.act)) {
            #expect(!facts.contains(duty + "Overdue"), "\(duty)")
        }
    }
}
