extension Ranking {
    /// The bids whose divergence the chair has not noted yet (P12c).
    package static func unnotedFlags(_ turn: Turn) -> [String] {
        guard let panel = turn.panel(in: .consensus) else { return [] }
        return turn.divergences(of: panel).map(\.bid).filter { panel.notes[$0] == nil }
    }

    /// Whether a bid comes up to the threshold by the scores that are revealed; true while none are,
    /// because then nobody can say that none does (C18).
    package static func reachesThreshold(_ turn: Turn) -> Bool {
        guard let panel = turn.panel(in: .consensus, .closed) else { return true }
        let sheets = turn.case.sheets(of: panel).filter { $0.state == .locked }
        return rank(
            bids: turn.case.bidsToScore, by: sheets, terms: turn.case.challenge.terms,
            policy: turn.policy
        ).contains { $0.outcome == .proposed }
    }

    /// The reserve that a lapsed award passes to (C24b); nil for none.
    package static func nextReserve(_ turn: Turn) -> String? { Bid.nextReserve(in: turn)?.id }
}

extension Turn {
    /// Whether the panel lacks an expert whom no widening of the pool brings any more, and is too
    /// small to go on without (P8, C18).
    package var panelIsExhausted: Bool {
        guard let panel = panel(in: .declaring, .confirmed, .scoring) else { return false }
        return panel.widening == Panel.widest && orderIsExhausted(of: panel) && shrunk(panel) == nil
    }
}
