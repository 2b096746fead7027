import BoardDomain
import Testing

@testable import BoardService

@Suite("The sample county")
struct CountyTests {
    private let county: County

    init() throws { county = try County.embedded() }

    @Test("Every organisation has a code of its own that both checks accept")
    func codesAreValid() throws {
        var seen: Set<String> = []
        for organisation in county.organisations + county.passers.map(\.organisation) {
            let code = try UnifiedCode(organisation.code)
            #expect(code.organisationCodeWarning == nil, "\(organisation.key)")
            #expect(seen.insert(code.text).inserted, "\(organisation.key)")
        }
    }

    @Test("It has fifteen enterprises, twenty bidders, twenty experts, and thirty challenges")
    func isLargeEnough() {
        let cast = BoardService.Cast(county)
        #expect(cast.organisations(with: .enterprise).count >= 15)
        #expect(cast.organisations(with: .bidder).count >= 20)
        #expect(cast.all(.panelExpert).count >= 20)
        #expect(cast.all(.administrator).count == 2)
        #expect(county.challenges.count >= 30)
    }

    @Test("Every challenge has three to five indicators whose weights are a hundred")
    func challengesAreMeasurable() {
        for challenge in county.challenges {
            let indicators = challenge.terms[F.indicators]
            #expect((3...5).contains(indicators.count), "\(challenge.key)")
            #expect(indicators.map(\.weight).reduce(0, +) == 100, "\(challenge.key)")
            #expect(indicators.contains { $0.isMust && $0.isMeasurable }, "\(challenge.key)")
        }
        #expect(Set(county.challenges.map(\.key)).count == county.challenges.count)
    }

    @Test("Whoever comes in simulations alone is nobody of the county")
    func passersAreStrangers() {
        let people = county.passers.flatMap(\.people)
        let ids = Set(county.people.map(\.id))
        let names = Set(county.people.map(\.name))
        #expect(!people.isEmpty)
        #expect(people.allSatisfy { !ids.contains($0.id) && !names.contains($0.name) })
        #expect((0..<6).allSatisfy { !names.contains(county.phrase("deputy.\($0)")) })
    }

    @Test("A phrase takes its values in its gaps")
    func phrasesTakeValues() {
        #expect(county.phrase("edition", ["year": "2026", "quarter": "Q2"]) == "XC-2026Q2")
        #expect(!county.phrase("channel").isEmpty)
    }
}
