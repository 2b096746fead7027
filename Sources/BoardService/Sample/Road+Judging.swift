import BoardDomain

/// 评审与拟定结果.
extension Road {
    mutating func evaluate(_ found: Case) async throws -> Pause {
        guard let panel = found.panelInForce else { return .workdays(1) }
        if panel.state == .consensus { return try await concur(panel, found) }
        let live = found.liveSeats(of: panel)
        if live.contains(where: { $0.state == .invited }) || live.count < panel.size {
            return try await fill(panel, found)
        }
        let open = found.sheets(of: panel).filter { $0.state == .editing }
        if take(.lateConflict), let seat = open.last.flatMap({ found.seats[$0.seat] }) {
            return try await publishPaper(of: seat, found)
        }
        if pending.contains(.revealedEarly) { return try await revealEarly(panel, open, found) }
        for (index, sheet) in open.enumerated() {
            guard let seat = found.seats[sheet.seat] else { continue }
            // Whoever a paper of its own has brought into conflict goes with the next signature (P5).
            if marks.contains("conflict " + seat.id) { continue }
            if pending.contains(.absent), index == open.count - 1 {
                return try await miss(seat, found)
            }
            try await lock(sheet, by: seat, on: panel, found)
            // The first signature after the paper shows the conflict, and others may go with it (P8).
            if plan.turns.contains(.lateConflict), first("conflict found") {
                return .until(now.adding(hours: 1))
            }
            if plan.ending == .evaluating, pending.isEmpty, index == 2 { return .done }
        }
        return .workdays(1)
    }

    mutating func lock(
        _ sheet: Sheet, by seat: Seat, on panel: Panel, _ found: Case
    ) async throws {
        let scores = scores(by: seat, on: panel, found)
        try await act("lock", sheet.reference, as: seat.person) { $0[F.scores] = scores }
    }

    /// An expert who never scores: recorded as absent once the time is over, and replaced.
    private mutating func miss(_ seat: Seat, _ found: Case) async throws -> Pause {
        if first("waiting for " + seat.id) { return .until(now.adding(days: 11)) }
        _ = take(.absent)
        try await act("record-absence", seat.reference, as: officer, witness) {
            give("expertAbsent", "declineClause", to: &$0)
        }
        return .until(now.adding(hours: 2))
    }

    /// One expert's sheet: the strongest bid first, with an opinion of one's own.
    private mutating func scores(by seat: Seat, on panel: Panel, _ found: Case) -> [SheetScore] {
        let isHarsh = pending.contains(.divergence) && seat.id == panel.chair
        let isLow = plan.turns.contains(.belowThreshold)
        let criterion = focus
        return found.bidsToScore.flatMap { bid in
            let place = bidders.firstIndex(of: bid.bidder) ?? bidders.count
            return found.challenge.terms.rubric.map { line in
                let share =
                    (isLow ? 52 : 88) - 6 * place + dice.roll(-4...4)
                    - (isHarsh && place == 1 ? 34 : 0)
                let points = max(5, min(line.maximum, line.maximum * share / 100))
                return SheetScore(
                    bid: bid.id, criterion: line.code, points: points,
                    comment: points < line.commentBelow
                        ? phrase("scoreComment." + line.code, criterion) : "")
            }
        }
    }

    /// Notes on what diverges, a score put right, and the ranking.
    private mutating func concur(_ panel: Panel, _ found: Case) async throws -> Pause {
        guard let chair = panel.chair.flatMap({ found.seats[$0] }) else { return .workdays(1) }
        if plan.turns.contains(.belowThreshold) {
            _ = take(.belowThreshold)
            return try await failCall(found, .noneReachesThreshold)
        }
        if take(.divergence), bidders.count > 1,
            let bid = found.bids.all.last(where: { $0.bidder == bidders[1] })
        {
            try await act("note-divergence", panel.reference, as: chair.person) {
                $0[F.bid] = bid.id
                $0[F.divergenceNote] = phrase("divergenceNote")
            }
            return .until(now.adding(hours: 2))
        }
        if take(.replaced), let sheet = found.sheet(of: chair, on: panel),
            let score = sheet.scores.first
        {
            try await act("replace-score", sheet.reference, as: chair.person) {
                $0[F.bid] = score.bid
                $0[F.criterion] = score.criterion
                $0[F.points] = score.points + 1
                $0[F.comment] = phrase("scoreReplace")
                give("scoreReplace", "refuseClause", to: &$0)
            }
            return .until(now.adding(hours: 2))
        }
        try await act("close-consensus", as: chair.person) {
            $0[F.opinion] = phrase("rankingOpinion")
        }
        return .workdays(1)
    }

    /// The proposed result: sent back once, or made public.
    mutating func propose(_ found: Case) async throws -> Pause {
        if take(.reranked) {
            try await act("refuse-ranking", as: reviewer) {
                give("refuseRanking", "refuseClause", to: &$0)
            }
            return .workdays(1)
        }
        let lines = found.bids.in(.proposed).enumerated().map { index, bid in
            phrase(
                "noticeWinner",
                [
                    "rank": String(index + 1), "winner": organisationName(bid.bidder),
                    "amount": bid.content.map { Money(fen: $0.amountFen).wanText } ?? "",
                ])
        }
        let text = phrase(
            lines.count > 1 ? "noticeRace" : "noticeText",
            [
                "title": title, "winner": lines.joined(separator: "；"),
                "period": noticePeriod, "channel": phrase("channel"),
                "indicators": script.terms[F.indicators].filter(\.isMust).map(\.name)
                    .joined(separator: "、"),
            ])
        try await act("publish-result", as: officer, reviewer) {
            $0[F.noticeText] = text
            $0[F.channel] = phrase("channel")
        }
        return .workdays(1)
    }
}
