import BoardDomain

/// 市场评价、兑付、结题与后评价.
extension Road {
    mutating func market(_ found: Case) async throws -> Pause {
        var next: [Instant] = []
        if let pause = try await payOutBeside(found), let instant = instant(of: pause) {
            next.append(instant)
        }
        for evaluation in found.evaluations.all {
            if let pause = try await push(evaluation, found), let instant = instant(of: pause) {
                next.append(instant)
            }
        }
        return next.min().map { .until($0) } ?? .workdays(6)
    }

    /// Evidence comes over the whole window, as the product sells.
    private mutating func sellingDay(_ index: Int, of evaluation: Evaluation) -> Instant {
        let opened = evaluation.openedAt
        let stage = stage
        return appointed("evidence \(evaluation.id) \(index)") { dice in
            let day = opened.day.adding([40, 120, 215][index] + dice.roll(0...35))
            return stage.workday(after: day.at(hour: 9), days: 1, dice: &dice)
        }
    }

    private mutating func push(
        _ evaluation: Evaluation, _ found: Case
    ) async throws -> Pause? {
        let items = found.evidence.all.filter {
            $0.evaluation == evaluation.id && ![.withdrawn, .excluded].contains($0.state)
        }
        switch evaluation.state {
        case .opened, .collecting:
            if let item = items.first(where: { $0.state == .submitted }), take(.evidenceWithdrawn) {
                try await act("withdraw-evidence", item.reference, as: item.submitter)
                return .workdays(1)
            }
            if items.count == 1, take(.relatedBuyer) {
                // What a party of the contract buys itself is excluded by the board (E7).
                let party = found.contracts[evaluation.contract]?.bidder
                return try await submit(0, to: evaluation, found, from: party)
            }
            if items.count < 3 {
                let day = sellingDay(items.count, of: evaluation)
                guard now >= day else { return .until(day) }
                return try await submit(items.count, to: evaluation, found)
            }
            if first("ratings " + evaluation.id) { return try await rate(items, evaluation) }
            pending.remove(.buyers)
            // The window ends by the clock, unless the parties have nothing more to show.
            if take(.collectionClosed) {
                try await act(
                    "close-collection-early", evaluation.reference, as: officer, reviewer)
                return .workdays(1)
            }
            guard take(.rated) else { return .until(evaluation.windowEnd.adding(hours: 10)) }
            let bidder = try contractBidder(of: evaluation, found)
            try await act("close-collection", evaluation.reference, as: enterprise, bidder)
            return .workdays(1)
        case .checking:
            for item in items where [.submitted, .confirmed].contains(item.state) {
                if take(.evidenceRefused) {
                    try await act("refuse-evidence", item.reference, as: officer) {
                        give("evidenceRefuse", "evidenceClause", to: &$0)
                    }
                } else {
                    try await act("check-evidence", item.reference, as: officer)
                }
            }
            return .workdays(2)
        case .rated:
            if pending.contains(.ratingObjection), first("rating objection") {
                let bidder = try contractBidder(of: evaluation, found)
                try await object(to: evaluation.reference, as: bidder)
                return .workdays(1)
            }
            pending.remove(.ratingObjection)
            if let pause = try await contest(found) { return pause }
            return .workdays(6)
        default: return nil
        }
    }

    private func contractBidder(of evaluation: Evaluation, _ found: Case) throws -> PersonID {
        let code = found.contracts[evaluation.contract]?.bidder ?? ""
        return try bidder(code)
    }

    private mutating func submit(
        _ index: Int, to evaluation: Evaluation, _ found: Case, from party: String? = nil
    ) async throws -> Pause {
        let kind = [EvidenceKind.order, .invoice, .adoption][index]
        let buyer = try party ?? buyer(index).code
        let document = phrase(
            "evidenceDocument",
            [
                "kind": kind.rawValue.uppercased(), "year": String(now.day.year),
                "number": stage.ledger.nextNumber(),
            ])
        let digest = documents()
        let day = now.day
        // So that the year's sales come near the contract, above it or below.
        let contract = found.contracts[evaluation.contract]?.amount ?? .zero
        let share = Int64(dice.roll(9...46))
        let amount = Money(fen: contract.fen / 10_000 * share * 100)
        try await act(
            "submit-evidence", as: index == 1 ? contractBidder(of: evaluation, found) : enterprise
        ) {
            $0[F.evidenceEvaluation] = evaluation.id
            $0[F.evidenceKind] = kind
            $0[F.documentNumber] = document
            $0[F.evidenceAmount] = amount
            $0[F.counterparty] = buyer
            $0[F.evidenceDay] = day
            $0[F.evidenceDigest] = digest.first
        }
        return .workdays(3)
    }

    /// The buyers confirm their transactions, and say what they think of what they bought.
    private mutating func rate(_ items: [Evidence], _ evaluation: Evaluation) async throws -> Pause
    {
        var rated: Set<String> = []
        for item in items where item.state == .submitted {
            let person = try stage.cast.one(.buyer, of: item.counterparty)
            try await act("confirm-transaction", item.reference, as: person)
            guard rated.insert(item.counterparty).inserted else { continue }
            let stars = dice.roll(3...5)
            try await act("give-rating", as: person) {
                $0[F.evidenceEvaluation] = evaluation.id
                $0[F.transaction] = item.id
                $0[F.stars] = stars
            }
        }
        return .workdays(4)
    }

    private func buyer(_ index: Int) throws -> (code: String, person: PersonID) {
        let chain = script.terms[F.chain, default: ""]
        let codes = stage.cast.organisations(with: .buyer)
        let known = codes.filter { stage.county.organisation($0)?.chains.contains(chain) ?? false }
        let order = known + codes.filter { !known.contains($0) }
        guard !order.isEmpty else { throw SampleFault.nobody(.buyer) }
        let code = order[index % order.count]
        return (code, try stage.cast.one(.buyer, of: code))
    }

    // MARK: The end

    mutating func conclude(_ found: Case) async throws -> Pause {
        if let pause = try await payOut(found) { return pause }
        if let pause = try await showShare(found) { return pause }
        if plan.ending == .settling, pending.isEmpty { return .done }
        if found.challenge.archivedAt == nil {
            let documents = documents(4)
            try await act("archive", as: officer) { $0[F.archive] = documents }
        }
        return .workdays(3)
    }

    /// The recheck a year after the evaluation, then the review a year after the conclusion.
    mutating func review(_ found: Case) async throws -> Pause {
        if let pause = try await payOut(found) { return pause }
        if take(.contactErased) { try await eraseContacts(found) }
        guard plan.ending == .postReviewed, let concluded = found.challenge.concludedAt else {
            return .done
        }
        for evaluation in found.evaluations.in(.final) {
            let (stage, end) = (stage, evaluation.windowEnd.day)
            let recheck = appointed("recheck " + evaluation.id) { dice in
                let day = end.adding(months: 12).adding(-16)
                return stage.workday(after: day.at(hour: 9), days: 1, dice: &dice)
            }
            guard now >= recheck else { return .until(recheck) }
            try await act("recheck-without-evidence", evaluation.reference, as: officer) {
                give("recheckNote", "evidenceClause", to: &$0)
            }
            return .workdays(2)
        }
        let due = concluded.day.adding(months: 12).at(hour: 10)
        if now < due { return .until(due) }
        try await act("post-review", as: officer) {
            $0[F.adopters] = 2
            $0[F.adoption] = phrase("adoption")
            $0[F.newProductOutput] = Money(fen: 86_000_000_00)
        }
        return .workdays(1)
    }
}
