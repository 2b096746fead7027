extension Bid {
    /// The rows of the machine `bid`.
    static let rows: [Transition] =
        sealingRows + openingRows + resultRows + reversalRows
        + ContactErasure.ofBid

    static let duties: [Duty] = sealingDuties + openingDuties
}
