import Testing

@testable import BoardDomain

@Suite("Withdrawal for an absent enterprise")
struct AbsentWithdrawalTests {
    private static let reason: JSON = ["reason": "企业失联", "clause": "第九条"]

    private func board(_ state: ChallengeState) throws -> DomainBoard {
        var board = try DomainBoard.county()
        board.given(
            .challengeDrafted, "challenge", state: state,
            ["enterprise": .string(DomainBoard.enterprise), "assignee": "case"])
        return board
    }

    @Test("C8 what is not returned for correction is refused for that, with no term named")
    func notReturned() throws {
        for state in [ChallengeState.submitted, .assisting] {
            let refusal = try board(state).refusal("withdraw-for", as: "case", Self.reason)
            #expect(refusal?.code == .nothingToCorrect)
            #expect(refusal?.details["given"] == .string(state.rawValue))
        }
    }

    @Test("C8 an enterprise that may still correct keeps its challenge until its term is over")
    func stillCorrecting() throws {
        var board = try board(.returned)
        #expect(
            board.refusal("withdraw-for", as: "case", Self.reason)?.code == .enterprisePresent)
        try board.advance(to: "2026-06-01T00:00:00+08:00")
        try board.do("withdraw-for", as: "case", Self.reason)
        try board.do("withdraw-for", as: "rev")
        #expect(board.challenge().challenge.state == .withdrawn)
    }
}
