extension RefusalCode {
    static let bidsUnsettled = RefusalCode("bidsUnsettled")
    static let sealsNotAllRevealed = RefusalCode("sealsNotAllRevealed")
    static let bidsUndecided = RefusalCode("bidsUndecided")
}

/// What the challenge's rows ask of all bids together (C14, C16, C17).
extension Bid {
    /// C14: drafts and stale bids lapse at the deadline before the call is closed.
    static let settledBeforeClose = Guard.standing("bidsSettled") { turn in
        let open = turn.case.bids.in(.draft, .staleTerms)
        return open.isEmpty
            ? nil : Breach(.bidsUnsettled, given: .array(open.map { .string($0.reference.text) }))
    }

    /// C16, I6: every sealed bid, once, and no other.
    static let allRevealed = Guard.input("allRevealed") { turn in
        let sealed = turn.case.bids.in(.sealed).map(\.id).sorted()
        let given = turn.confidential.merging(turn.fields)[F.revealed].map(\.bid).sorted()
        return given == sealed
            ? nil
            : Breach(
                .sealsNotAllRevealed, given: .array(given.map(JSON.string)),
                accepted: .array(sealed.map(JSON.string)))
    }

    /// C17: each bid has its decision.
    static let allDecided = Guard.standing("bidsDecided") { turn in
        let open = turn.case.bids.in(.opened, .cure)
        return open.isEmpty
            ? nil : Breach(.bidsUndecided, given: .array(open.map { .string($0.reference.text) }))
    }
}
