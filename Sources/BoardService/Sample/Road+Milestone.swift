import BoardDomain

/// 里程碑: the work up to its due day, and the hands that its proof goes through.
extension Road {
    mutating func push(
        _ milestone: Milestone, _ contract: Contract, _ found: Case
    ) async throws -> Pause? {
        let object = milestone.reference
        if milestone.state != .active,
            rests(.milestone, milestone.state.rawValue, milestone.sequence)
        {
            return nil
        }
        switch milestone.state {
        case .active: return try await work(milestone, contract, found)
        case .extensionRequested:
            if take(.extensionWithdrawn) {
                try await act("withdraw-extension", object, as: bidder(contract.bidder)) {
                    give("extensionWithdraw", "milestoneClause", to: &$0)
                }
            } else if take(.extensionRefused) {
                try await act("refuse-extension", object, as: enterprise) {
                    give("extensionRefuse", "milestoneClause", to: &$0)
                }
            } else {
                try await act("grant-extension", object, as: enterprise, officer)
            }
            return .workdays(2)
        case .accepting: return try await accept(milestone)
        case .checking: return try await check(milestone, found)
        case .approving: return try await approve(milestone, found)
        case .partiallyMet where !milestone.partClosed && !milestone.partReworked:
            // Whoever puts nothing right keeps the part, and the clock closes it (M13).
            if !plan.turns.contains(.partClosed), first("rework " + milestone.id) {
                try await act("rework", object, as: bidder(contract.bidder))
                return .workdays(6)
            }
            return nil
        default: return nil
        }
    }

    private mutating func work(
        _ milestone: Milestone, _ contract: Contract, _ found: Case
    ) async throws -> Pause? {
        let object = milestone.reference
        if milestone.submissions > 0, rests(.milestone, "active", milestone.sequence) { return nil }
        if let pause = try await askExtension(milestone, contract) { return pause }
        let ready = readyDay(of: milestone)
        guard now >= ready else { return .until(ready) }
        // In a race whoever has nothing to show at the gate is waited for until its grace is over.
        let lanes = found.contracts.all.filter(\.isLive)
        if milestone.isGate, pending.contains(.gateDue), contract.id == lanes.last?.id {
            return nil
        }
        if plan.ending == .terminated, !plan.turns.contains(.rejected), milestone.sequence > 1 {
            return try await terminate(contract)
        }
        let evidence = evidence(for: milestone)
        try await act("submit", object, as: bidder(contract.bidder)) {
            $0[F.milestoneEvidence] = evidence
            $0[F.statement] = phrase("milestoneStatement", ["milestone": milestone.title])
        }
        return .workdays(dice.roll(2...3))
    }

    /// The work takes the time that the plan gives it, some days less or more; putting right what
    /// came back takes some weeks.
    private mutating func readyDay(of milestone: Milestone) -> Instant {
        let (start, due, anchor) = (now, milestone.due, plan.anchor?.milestone)
        let (calendar, isGate) = (stage, milestone.isGate)
        return appointed("\(milestone.id) \(milestone.submissions)") { dice in
            guard milestone.submissions == 0 else {
                return calendar.workday(after: start, days: dice.roll(8...15), dice: &dice)
            }
            let isLate = anchor == nil && !isGate && dice.chance(15)
            // Before a gate its verification has to be through.
            let ahead = isGate ? dice.roll(48...56) : dice.roll(1...9)
            let day = due.day.adding(isLate ? dice.roll(2...6) : -ahead)
            let earliest = calendar.workday(after: start, days: dice.roll(8...12), dice: &dice)
            let planned = calendar.workday(
                after: day.adding(-1).at(hour: 9), days: 1, dice: &dice)
            return max(planned, earliest)
        }
    }

    private mutating func askExtension(
        _ milestone: Milestone, _ contract: Contract
    ) async throws -> Pause? {
        let wants = !pending.isDisjoint(
            with: [.extensionGranted, .extensionRefused, .extensionWithdrawn])
        let from = milestone.due.adding(days: -16)
        guard wants, milestone.sequence == 2, now < milestone.due,
            !marks.contains("extension asked")
        else { return nil }
        guard now >= from else { return .until(from) }
        marks.insert("extension asked")
        pending.remove(.extensionGranted)
        let due = milestone.due.day.adding(30)
        try await act("ask-extension", milestone.reference, as: bidder(contract.bidder)) {
            $0[F.newDue] = due
            give("extensionReason", "milestoneClause", to: &$0)
        }
        return .workdays(2)
    }

    /// A report, its records and samples; of long work a record for every month of it.
    private func evidence(for milestone: Milestone) -> [MilestoneEvidence] {
        var titles: [(String, MilestoneEvidenceKind)] = [
            (phrase("evidenceReport"), .report), (phrase("evidenceRecord"), .testRecord),
            (phrase("evidencePhoto"), .sample),
        ]
        if plan.turns.contains(.manyDocuments) {
            titles += (1...9).map { month in
                (phrase("evidenceMonthly", ["month": String(month)]), .testRecord)
            }
            titles += [
                (phrase("evidenceAccounts"), .finance), (phrase("evidenceSoftware"), .software),
                (phrase("evidenceUsers"), .other),
            ]
        }
        return titles.flatMap { title, kind in
            MilestoneEvidence.made {
                $0[MilestoneEvidence.title] = "\(title)（\(milestone.title)）"
                $0[MilestoneEvidence.digest] = stage.document(title + stage.ledger.nextNumber())
                $0[MilestoneEvidence.kind] = kind
            }
        }
    }

    private mutating func accept(_ milestone: Milestone) async throws -> Pause {
        let object = milestone.reference
        if rests(.milestone, "active", milestone.sequence) || take(.milestoneReturned) {
            return try await giveBack(milestone, as: try enterprise)
        }
        if pending.contains(.dissent) {
            let policy = stage.board.settings.policies.inForce(at: now)
            guard milestone.returns >= policy?[.milestoneMaxReturns] ?? 2 else {
                return try await giveBack(milestone, as: try enterprise)
            }
            _ = take(.dissent)
            try await act("dissent", object, as: enterprise) {
                $0[F.items] = reasons("milestoneReturn")
                $0[F.clause] = phrase("milestoneClause")
            }
            return .workdays(1)
        }
        if pending.contains(.takenOver) {
            // Two review steps of the enterprise's silence, and the bureau goes on.
            let end = silence(about: milestone.id, workdays: 11)
            guard now >= end else { return .until(end) }
            _ = take(.takenOver)
            try await act("take-over", object, as: officer) {
                $0[F.officerOpinion] = phrase("takeOver")
            }
            return .workdays(1)
        }
        try await act("accept", object, as: enterprise) {
            $0[F.reviewNote] = phrase("acceptNote", ["milestone": milestone.title])
        }
        return .workdays(dice.roll(1...3))
    }

    private func giveBack(_ milestone: Milestone, as person: PersonID) async throws -> Pause {
        try await act("return", milestone.reference, as: person) {
            $0[F.items] = reasons("milestoneReturn")
            $0[F.clause] = phrase("milestoneClause")
        }
        return .workdays(4)
    }

    func reasons(_ key: String) -> [ItemReason] {
        ItemReason.made {
            $0[ItemReason.item] = phrase("milestoneReturnItem")
            $0[ItemReason.reason] = phrase(key)
        }
    }

    private mutating func check(_ milestone: Milestone, _ found: Case) async throws -> Pause {
        if take(.checkedBack) { return try await giveBack(milestone, as: try officer) }
        let isUnproven =
            pending.contains(.rejectionAnnulled) && !milestone.needsVerification
            && milestone.id == found.milestones(of: milestone.contract).last?.id
            && first("unproven " + milestone.id)
        let isFailed =
            isUnproven
            || found.verifications.all.last { $0.milestone == milestone.id }?.passed == false
        let isPart = pending.contains(.partial) || pending.contains(.partClosed)
        let line = found.contracts[milestone.contract]?.text.budgetLines.first?.name
        try await act("recommend", milestone.reference, as: officer) {
            $0[F.recommendation] = isFailed ? .notMet : isPart ? .partiallyMet : .met
            $0[F.evidenceChecked] = true
            if isPart, !isFailed { $0[F.acceptedBasisPoints] = milestone.basisPoints * 6 / 10 }
            $0[F.budgetLine] = line
            $0[F.officerOpinion] = phrase(
                isUnproven ? "officerOpinionNot" : "officerOpinion",
                ["milestone": milestone.title])
        }
        return .workdays(dice.roll(1...3))
    }

    private mutating func approve(_ milestone: Milestone, _ found: Case) async throws -> Pause {
        let object = milestone.reference
        if take(.sentBack) { return try await giveBack(milestone, as: try reviewer) }
        if milestone.recommendation == .notMet {
            _ = take(.rejected)
            try await act("reject", object, as: reviewer) {
                give(
                    milestone.needsVerification ? "milestoneReject" : "milestoneUnproven",
                    "milestoneClause", to: &$0)
            }
        } else if take(.partial) || take(.partClosed) {
            try await act("approve-part", object, as: reviewer) {
                $0[F.acceptedBasisPoints] = milestone.basisPoints * 6 / 10
                $0[F.items] = reasons("milestonePart")
            }
        } else {
            try await act("approve", object, as: reviewer) {
                $0[F.reviewNote] = phrase("reviewNote")
            }
        }
        return .workdays(dice.roll(1...3))
    }
}
