import BoardDomain
import Testing

@testable import BoardCLI

@Suite("The clock of a run")
struct SessionClockTests {
    private let past = Instant(milliseconds: 1_000)

    @Test("A made board's time stands where its history ends; --at comes before it")
    func stands() {
        let clock = SessionClock(given: nil)
        #expect(clock.now > past)
        clock.stand(at: past)
        #expect(clock.now == past)
        let given = SessionClock(given: Instant(milliseconds: 5))
        given.stand(at: past)
        #expect(given.now == Instant(milliseconds: 5))
    }
}
