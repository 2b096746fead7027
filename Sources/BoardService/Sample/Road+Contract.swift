import BoardDomain

/// 定榜与合同, until every lane is in force.
extension Road {
    mutating func contract(_ found: Case) async throws -> Pause {
        if !found.contracts.in(.draft, .agreed).isEmpty, take(.cancelledLate) {
            return try await cancel(found)
        }
        if let declined = found.bids.in(.declined).first(where: {
            !marks.contains("lapse " + $0.id)
        }) {
            marks.insert("lapse " + declined.id)
            pending.remove(.declined)
            pending.remove(.laneLapse)
            return try await lapse(declined)
        }
        if let pause = try await declineLane(found) { return pause }
        if let pause = try await missSigning(found) { return pause }
        let unwilling =
            pending.contains(.declined)
            ? found.bids.in(.awarded).first
            : pending.contains(.laneLapse) ? found.bids.in(.awarded).last : nil
        if let unwilling {
            try await decline(unwilling)
            return .workdays(1)
        }
        let open = found.contracts.all.filter { $0.isLive && $0.effectiveAt == nil }
        if plan.ending == .awarded, pending.isEmpty, open.contains(where: { $0.state == .agreed }) {
            return .done
        }
        // Every lane takes its step on the same day, so that none runs out of its time to sign.
        var next: Pause?
        for contract in open { next = try await push(contract, found) ?? next }
        if let next { return next }
        return try await execute(found)
    }

    /// One step of a contract on its way into force; nil while it waits for others.
    private mutating func push(_ contract: Contract, _ found: Case) async throws -> Pause? {
        let object = contract.reference
        let bidder = try bidder(contract.bidder)
        switch contract.state {
        case .draft:
            return try await draft(contract, found)
        case .agreed where take(.contractReopened):
            try await act("reopen", object, as: enterprise) {
                give("reopenReason", "contractClause", to: &$0)
            }
            return .workdays(1)
        case .agreed, .signedByOne:
            if !contract.pledgeSigned { try await act("sign-pledge", object, as: bidder) }
            if !contract.signedBy.contains(.bidder) {
                try await act("sign", object, as: bidderSignatory(contract.bidder))
                return .workdays(1)
            }
            try await act("sign", object, as: signatory)
            return .workdays(dice.roll(1...2))
        case .signed:
            return try await register(contract, found)
        default: return nil
        }
    }

    private mutating func draft(_ contract: Contract, _ found: Case) async throws -> Pause {
        let object = contract.reference
        let drafted = found.verifications.all.filter { $0.milestone.hasPrefix(contract.id + ".") }
        guard !drafted.isEmpty else {
            try await setText(contract, found)
            let plans = (try await stage.board.foundCase(found.id)).contracts[contract.id]?.plans
            for plan in plans ?? [] where plan.needsVerification {
                try await draftProtocol(
                    Milestone.id(contract: contract.id, sequence: plan.sequence), found)
            }
            return .workdays(1)
        }
        try await act("agree", object, as: enterprise, bidder(contract.bidder))
        return .workdays(1)
    }

    private func setText(_ contract: Contract, _ found: Case) async throws {
        let lead = try bidder(contract.bidder)
        let terms = found.challenge.terms
        let plans = plans(of: contract, terms)
        let lines = budgetLines(of: contract.text.amount)
        let isLumpSum = number % 4 == 1
        let rights: RightsOwner =
            switch terms.record[F.intellectualProperty, default: ""].first {
            case "专" where terms.record[F.intellectualProperty, default: ""].contains("共有"): .joint
            case "专" where terms.record[F.intellectualProperty, default: ""].contains("归出题企业"):
                .client
            default: .developer
            }
        let pledge = Pledge.made {
            $0[Pledge.goals] = phrase("pledgeGoals")
            $0[Pledge.nodes] = phrase("pledgeNodes")
            $0[Pledge.consequences] = phrase("pledgeConsequences")
        }.first
        try await act("set-text", contract.reference, as: enterprise) {
            $0[F.contractType] =
                terms.record[F.cooperation] == phrase("cooperative") ? .cooperative : .commissioned
            $0[F.rightsOwner] = rights
            $0[F.ipClause] = terms.record[F.intellectualProperty]
            $0[F.pledge] = pledge
            $0[F.lead] = lead
            $0[F.plans] = plans
            if isLumpSum {
                $0[F.lumpSum] = true
                $0[F.lumpSumPledge] = true
                $0[F.exclusionsKept] = true
            } else {
                $0[F.budgetLines] = lines
            }
        }
    }

    /// Equipment, material, people: together the contract's amount.
    private func budgetLines(of amount: Money) -> [BudgetLine] {
        let equipment = Money(fen: amount.fen * 4 / 10)
        let material = Money(fen: amount.fen * 3 / 10)
        let rest = amount - equipment - material
        return [("equipment", equipment), ("material", material), ("people", rest)].flatMap {
            key, part in
            BudgetLine.made {
                $0[BudgetLine.name] = phrase("budget." + key)
                $0[BudgetLine.amount] = part
            }
        }
    }

    /// Three milestones; in a race a gate in the second place, before the last verification.
    private func plans(of contract: Contract, _ terms: Terms) -> [MilestonePlan] {
        let isRace = terms.mode == .racing
        let keys =
            isRace
            ? ["milestoneDesign", "milestoneGate", "milestoneVerify", "milestoneDeliver"]
            : ["milestoneDesign", "milestoneVerify", "milestoneDeliver"]
        let shares = isRace ? [2000, 3000, 3000, 2000] : [3000, 4500, 2500]
        let all = terms.indicators.map(\.number)
        let dues = dueDays(keys.count)
        return keys.enumerated().flatMap { index, key in
            MilestonePlan.made {
                $0[MilestonePlan.sequence] = index + 1
                $0[MilestonePlan.title] = phrase(key)
                $0[MilestonePlan.basisPoints] = shares[index]
                $0[MilestonePlan.due] = dues[index]
                if isRace, index == 1 { $0[MilestonePlan.gate] = true }
                if isRace && index == 1 || key == "milestoneVerify" {
                    $0[MilestonePlan.needsVerification] = true
                    $0[MilestonePlan.indicators] = all
                }
            }
        }
    }

    /// Spread evenly over the months of the work, or around the day that the plan names.
    private func dueDays(_ count: Int) -> [Day] {
        let dues = (1...count).map { now.day.adding(40 + script.months * 30 * $0 / count) }
        guard let anchor = plan.anchor, anchor.milestone <= count else { return dues }
        let shift = anchor.due.number - dues[anchor.milestone - 1].number
        return dues.map { $0.adding(shift) }
    }

    private mutating func register(_ contract: Contract, _ found: Case) async throws -> Pause? {
        let object = contract.reference
        // The milestones stand now, so the protocols of their verifications can be signed.
        for verification in found.verifications.in(.protocolDraft)
        where verification.milestone.hasPrefix(contract.id + ".") {
            if pending.contains(.substitute) { continue }
            if take(.protocolRevised) {
                try await revise(verification, found)
                return .workdays(1)
            }
            try await sign(verification, contract)
        }
        guard contract.filedAt != nil else {
            try await act("file-registration", object, as: bidder(contract.bidder)) {
                $0[F.filingNumber] = phrase(
                    "filingNumber",
                    ["year": String(now.day.year), "number": stage.ledger.nextNumber()])
            }
            return .workdays(dice.roll(2...4))
        }
        let refusals = contract.registrationRefusals
        let wants = plan.turns.contains(.waived) ? 2 : plan.turns.contains(.refiled) ? 1 : 0
        if refusals < wants {
            try await act("record-refusal", object, as: officer) {
                $0[F.course] = .refile
                give("registrationRefused", "registrationClause", to: &$0)
            }
            pending.remove(.refiled)
            return .workdays(2)
        }
        if take(.waived) {
            try await act("waive-registration", object, as: officer, reviewer) {
                give("waiveReason", "registrationClause", to: &$0)
            }
            return .workdays(1)
        }
        try await act("record-registration", object, as: officer) {
            $0[F.registrationNumber] = phrase(
                "registrationNumber",
                ["year": String(now.day.year), "number": stage.ledger.nextNumber()])
            $0[F.turnover] = contract.amount
            $0[F.technicalTurnover] = contract.amount
        }
        return .workdays(dice.roll(2...4))
    }
}
