import BoardDomain

/// 平台答题: questions and bids, until the call is closed and opened.
extension Road {
    mutating func call(_ found: Case) async throws -> Pause {
        guard let deadline = found.challenge.deadline else { return .workdays(1) }
        if take(.cancelledEarly) { return try await cancelEarly(found) }
        if try await ask(found) { return .workdays(1) }
        if let pause = try await enter(found) { return pause }
        if try await change(found) { return .workdays(2) }
        if [.cancelPending, .cancelled].contains(plan.ending) && !pending.contains(.cancelledLate)
            || pending.contains(.cancellationUndone)
        {
            return try await cancel(found)
        }
        if pending.contains(.late), let bid = lateBid(in: found) {
            guard now >= deadline.adding(hours: -3) else {
                return .until(deadline.adding(hours: -2))
            }
            return try await sealLate(bid, deadline)
        }
        return .until(deadline.adding(hours: 16))
    }

    // MARK: Questions

    /// One step of the questions; false where none is left to take.
    private mutating func ask(_ found: Case) async throws -> Bool {
        guard let one = bidders.first, let other = bidders.last else { return false }
        if take(.unanswered) {
            try await act("ask", as: bidder(one)) { $0[F.question] = script.question }
            return true
        }
        guard plan.turns.contains(.questions) else { return false }
        if take(.questions) {
            try await act("ask", as: bidder(one)) { $0[F.question] = script.question }
            try await act("ask", as: bidder(other)) { $0[F.question] = phrase("questionTwin") }
            try await act("ask", as: bidder(other)) { $0[F.question] = phrase("questionOff") }
            try await act("ask", as: bidder(one)) { $0[F.question] = phrase("questionSite") }
            return true
        }
        let asked = found.questions.in(.asked)
        if asked.count == 4 {
            try await act("merge", asked[1].reference, as: officer) { $0[F.into] = asked[0].id }
            try await act("refuse", asked[2].reference, as: officer) {
                give("refuseQuestion", "refuseQuestionClause", to: &$0)
            }
            try await act("withdraw", asked[3].reference, as: bidder(one))
            try await act("draft-answer", asked[0].reference, as: enterprise) {
                $0[F.answer] = phrase("answerNamed")
            }
            return true
        }
        if let drafted = found.questions.in(.drafted).first {
            if first("answer returned") {
                try await act("return-answer", drafted.reference, as: officer) {
                    give("returnAnswer", "answerClause", to: &$0)
                }
            } else {
                try await act("publish-answer", drafted.reference, as: officer)
            }
            return true
        }
        if let question = asked.first {
            try await act("draft-answer", question.reference, as: enterprise) {
                $0[F.answer] = script.answer
            }
            return true
        }
        if let answered = found.questions.in(.answered).first, first("answer corrected") {
            try await act("correct-answer", answered.reference, as: enterprise, officer) {
                $0[F.answer] = phrase(
                    "answerCorrection",
                    focus.merging(["answer": script.answer]) { own, _ in own })
            }
            return true
        }
        return false
    }

    // MARK: Bids

    /// The next bidder's next step; nil once all have sealed.
    private mutating func enter(_ found: Case) async throws -> Pause? {
        if take(.noBids) { bidders = [] }
        let isEarly =
            plan.turns.contains(.questions) && !found.questions.in(.asked, .drafted).isEmpty
        for code in bidders {
            guard let bid = found.bids.all.last(where: { $0.bidder == code }) else {
                // Who is restricted tries in vain, and the road goes on without it.
                let start = command("start-bid", ObjectReference(.challenge), try bidder(code))
                if try await !stage.attempt(start, at: now) { bidders.removeAll { $0 == code } }
                return .workdays(1)
            }
            if bid.state == .draft, !isEarly {
                if code == bidders.last, take(.bidDiscarded) {
                    try await act("discard", bid.reference, as: bidder(code))
                    return .workdays(1)
                }
                let isLate = pending.contains(.late) && code == bidders.last
                if isLate { continue }
                do {
                    try await seal(bid, found)
                } catch SampleFault.refused(_, let refusal, at: _)
                    where refusal.code.name == "restricted"
                {
                    // Restricted since it began its bid: its draft lapses at the deadline.
                    stage.ledger.count(refused: true)
                    bidders.removeAll { $0 == code }
                }
                return .workdays(dice.roll(1...2))
            }
        }
        return nil
    }

    private func seal(_ bid: Bid, _ found: Case) async throws {
        guard let id else { return }
        let content = content(of: bid, in: found)
        let sealing = try await stage.desk.seal(content, pledged: true, for: bid.id, of: id)
        try await act(
            "seal", bid.reference, as: bidder(bid.bidder), bidderSignatory(bid.bidder)
        ) { $0 = sealing.fields }
    }

    /// Amendments, extensions, withdrawals: what happens once bids are sealed.
    private mutating func change(_ found: Case) async throws -> Bool {
        if take(.amended) {
            let notes = phrase("solverAddendum")
            let (officer, enterprise, reviewer) = (try officer, try enterprise, try reviewer)
            let conditions = found.challenge.terms.record[F.solverConditions, default: ""]
            let old = found.challenge.deadline?.day ?? now.day
            let until = max(old.adding(1), now.day.adding(18))
            try await act("amend", as: officer, enterprise, reviewer) {
                $0[F.solverConditions] = conditions + notes
                $0[F.reason] = phrase("amendReason", focus)
                $0[F.deadlineDay] = until
            }
            return true
        }
        if try await handOnShares(found) { return true }
        let stale = found.bids.in(.staleTerms)
        if !stale.isEmpty, first("stale bids") {
            // One confirms, one seals anew, any other lets its bid lapse.
            let version = found.challenge.listVersion
            try await act(
                "reconfirm", stale[0].reference, as: bidder(stale[0].bidder),
                bidderSignatory(stale[0].bidder)
            ) { $0[F.termsVersion] = version }
            if stale.count > 1 { try await seal(stale[1], found) }
            return true
        }
        if take(.extended) {
            let until = (found.challenge.deadline?.day ?? now.day).adding(7)
            try await act("extend", as: reviewer) {
                $0[F.deadlineDay] = until
                $0[F.reason] = phrase("extendReason")
            }
            return true
        }
        if pending.contains(.bidWithdrawn), let bid = found.bids.in(.sealed).last {
            _ = take(.bidWithdrawn)
            try await act(
                "withdraw", bid.reference, as: bidder(bid.bidder), bidderSignatory(bid.bidder)
            ) { $0[F.reason] = phrase("withdrawBid") }
            return true
        }
        if pending.contains(.withdrawalUnsigned), let bid = found.bids.in(.sealed).last {
            _ = take(.withdrawalUnsigned)
            // Nobody signs it before the deadline, so that the bid stands (B3, I8).
            try await act("withdraw", bid.reference, as: bidder(bid.bidder)) {
                $0[F.reason] = phrase("withdrawBid")
            }
            return true
        }
        return false
    }

    /// Cancelled while the first bid is a draft and the first question has no answer.
    private mutating func cancelEarly(_ found: Case) async throws -> Pause {
        if let one = bidders.first {
            try await act("start-bid", as: bidder(one))
            try await act("ask", as: bidder(one)) { $0[F.question] = script.question }
        }
        return try await cancel(found)
    }

    private func lateBid(in found: Case) -> Bid? {
        bidders.last.flatMap { code in
            found.bids.all.last { $0.bidder == code && $0.state == .draft }
        }
    }

    /// The last bidder seals at the deadline itself, which is exclusive (B4).
    private mutating func sealLate(_ bid: Bid, _ deadline: Instant) async throws -> Pause {
        guard let id else { return .done }
        if now < deadline { return .until(deadline) }
        _ = take(.late)
        let found = try await stage.board.foundCase(id)
        let sealing = try await stage.desk.seal(
            content(of: bid, in: found), pledged: true, for: bid.id, of: id)
        try await stage.attempt(
            command("seal", bid.reference, try bidder(bid.bidder)) { $0 = sealing.fields }, at: now)
        return .workdays(1)
    }

    // MARK: The opening

    mutating func open(_ found: Case) async throws -> Pause {
        guard let id else { return .done }
        if pending.contains(.late), let bid = found.bids.all.last(where: { $0.state == .lapsed }) {
            return try await sealLate(bid, now)
        }
        if take(.unopenable) {
            try await act("declare-unopenable", as: reviewer, witness) {
                give("recoveryReason", "recoveryClause", to: &$0)
            }
            return .workdays(1)
        }
        if take(.recovery) {
            let fields = try await stage.desk.openWithRecovery(
                id, keyFile: stage.ring.recoveryPath, passphrase: SampleBoard.recoveryPassphrase)
            try await act("ask-recovery", as: reviewer) {
                give("recoveryReason", "recoveryClause", to: &$0)
            }
            try await act("open-with-recovery", as: witness) {
                $0 = fields
                $0[F.reason] = phrase("recoveryReason")
            }
            return .workdays(1)
        }
        let openers = found.challenge.openers.map(\.person)
        guard let one = openers.first, let other = openers.last else { return .done }
        let handed = try await stage.desk.handOver(
            id, as: one, passphrase: Stage.passphrase(of: one))
        try await act("attend-opening", as: one) { $0 = handed }
        let revealed = try await stage.desk.open(
            id, as: other, passphrase: Stage.passphrase(of: other))
        try await act("open-bids", as: other) { $0 = revealed }
        return .workdays(dice.roll(1...2))
    }
}
