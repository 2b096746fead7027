extension BidState {
    /// From the decision that a bid is eligible to the result: what a panel scores and ranks.
    package static let inEvaluation: Set<BidState> = [
        .qualified, .scored, .proposed, .reserve, .notSelected, .awarded, .declined, .awardLapsed,
    ]
}
