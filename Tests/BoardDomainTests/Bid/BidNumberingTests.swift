import BoardDomain
import Testing

@Suite("Numbers of bids")
struct BidNumberingTests {
    private func number(_ text: String, taken: Set<String> = []) -> String {
        let digest = DomainBoard.digest(Array(text.utf8))
        return BidNumbering.drawn(by: digest).number(besides: taken)
    }

    @Test("One digest gives one number, so that a dry run shows what is recorded")
    func isRepeatable() { #expect(number("one") == number("one")) }

    @Test("Numbers do not follow the order in which bids are begun")
    func tellsNoOrder() {
        let numbers = (1...100).map { number("command \($0)") }
        #expect(numbers != numbers.sorted())
        #expect(numbers.allSatisfy { $0.utf8.count == 4 && Int($0) != 1 })
    }

    @Test("A number that is taken is not given again")
    func isUnique() {
        let first = number("one")
        let second = number("one", taken: [first])
        let third = number("one", taken: [first, second])
        #expect(Set([first, second, third]).count == 3)
    }

    @Test("Signs that are read for one another do not occur")
    func isLegible() {
        let letters = Set((1...2000).flatMap { Array(number("command \($0)")) })
        #expect(letters.isDisjoint(with: Set("01ILO")))
        #expect(letters.count == 31)
    }
}
