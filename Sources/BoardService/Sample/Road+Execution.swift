import BoardDomain

/// 攻关: milestones, lane by lane, until each contract is accepted or ended.
extension Road {
    mutating func execute(_ found: Case) async throws -> Pause {
        if plan.ending == .revoked, !found.milestones.in(.verifying).isEmpty {
            return try await revoke()
        }
        if let gate = found.gates.in(.ready).first {
            if plan.rest == .gated { return .done }
            try await act("decide-gate", gate.reference, as: officer, reviewer) {
                $0[F.reviewNote] = phrase("gateReason")
            }
            return .workdays(dice.roll(2...4))
        }
        var next: [Instant] = []
        for contract in found.contracts.all where contract.isLive && contract.effectiveAt != nil {
            guard let pause = try await run(contract, found) else { continue }
            guard let instant = instant(of: pause) else { return .done }
            next.append(instant)
        }
        if let pause = try await payOut(found), let instant = instant(of: pause) {
            next.append(instant)
        }
        return next.min().map { .until($0) } ?? .workdays(2)
    }

    /// One step of one lane; nil while it waits.
    private mutating func run(_ contract: Contract, _ found: Case) async throws -> Pause? {
        if let pause = try await alter(contract, found) { return pause }
        for verification in found.verifications.all
        where verification.milestone.hasPrefix(contract.id + ".") {
            if let pause = try await verify(verification, contract, found) { return pause }
        }
        let milestones = found.milestones.all.filter { $0.contract == contract.id }
        for milestone in milestones {
            if let pause = try await push(milestone, contract, found) { return pause }
        }
        guard contract.state == .delivered else { return nil }
        if take(.defects) {
            let due = now.day.adding(30)
            try await act("name-defects", contract.reference, as: enterprise, officer) {
                $0[F.defects] = ItemReason.made {
                    $0[ItemReason.item] = phrase("milestoneDeliver")
                    $0[ItemReason.reason] = phrase("acceptanceDefects")
                }
                $0[F.dueDay] = due
                $0[F.clause] = phrase("acceptanceClause")
            }
            return .workdays(5)
        }
        try await act("accept-delivery", contract.reference, as: enterprise) {
            $0[F.acceptanceBasis] = phrase("acceptanceClause")
        }
        return .workdays(2)
    }

    private mutating func push(
        _ milestone: Milestone, _ contract: Contract, _ found: Case
    ) async throws -> Pause? {
        let object = milestone.reference
        switch milestone.state {
        case .active: return try await work(milestone, contract, found)
        case .extensionRequested:
            if take(.extensionRefused) {
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
            if first("rework " + milestone.id) {
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
        if plan.rest == .racing, milestone.isGate { return .done }
        if plan.rest == .milestoneReturned, milestone.submissions > 0 { return .done }
        if plan.ending == .terminated, milestone.sequence > 1 {
            return try await terminate(contract)
        }
        let wantsMore = pending.contains(.extensionGranted) || pending.contains(.extensionRefused)
        if wantsMore, milestone.sequence == 2, now < milestone.due, first("extension asked") {
            pending.remove(.extensionGranted)
            let due = milestone.due.day.adding(30)
            try await act("ask-extension", object, as: bidder(contract.bidder)) {
                $0[F.newDue] = due
                give("extensionReason", "milestoneClause", to: &$0)
            }
            return .workdays(2)
        }
        // The work itself takes its time.
        if milestone.submissions == 0, first("working " + object.text) {
            return .workdays(dice.roll(10...18))
        }
        let evidence = ["evidenceReport", "evidenceRecord", "evidencePhoto"].enumerated().flatMap {
            index, key in
            MilestoneEvidence.made {
                $0[MilestoneEvidence.title] = phrase(key)
                $0[MilestoneEvidence.digest] = stage.document(key + stage.ledger.nextNumber())
                $0[MilestoneEvidence.kind] = [.report, .testRecord, .sample][index]
            }
        }
        try await act("submit", object, as: bidder(contract.bidder)) {
            $0[F.milestoneEvidence] = evidence
            $0[F.statement] = phrase("milestoneStatement")
        }
        return .workdays(dice.roll(2...3))
    }

    private mutating func accept(_ milestone: Milestone) async throws -> Pause {
        let object = milestone.reference
        if plan.rest == .milestoneReturned, milestone.returns == 0 || take(.milestoneReturned) {
            return try await giveBack(milestone, as: try enterprise)
        }
        if take(.milestoneReturned) { return try await giveBack(milestone, as: try enterprise) }
        if pending.contains(.takenOver) {
            // Two review steps of the enterprise's silence, and the bureau goes on.
            if first("silent enterprise") { return .workdays(11) }
            _ = take(.takenOver)
            try await act("take-over", object, as: officer) {
                $0[F.officerOpinion] = phrase("takeOver")
            }
            return .workdays(1)
        }
        try await act("accept", object, as: enterprise) { $0[F.reviewNote] = phrase("reviewNote") }
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
        let isFailed =
            found.verifications.all.last { $0.milestone == milestone.id }?.passed == false
        let isPart = pending.contains(.partial)
        let line = found.contracts[milestone.contract]?.text.budgetLines.first?.name
        try await act("recommend", milestone.reference, as: officer) {
            $0[F.recommendation] = isFailed ? .notMet : isPart ? .partiallyMet : .met
            $0[F.evidenceChecked] = true
            if isPart, !isFailed { $0[F.acceptedBasisPoints] = milestone.basisPoints * 6 / 10 }
            $0[F.budgetLine] = line
            $0[F.officerOpinion] = phrase("officerOpinion")
        }
        return .workdays(dice.roll(1...3))
    }

    private mutating func approve(_ milestone: Milestone, _ found: Case) async throws -> Pause {
        let object = milestone.reference
        if take(.sentBack) { return try await giveBack(milestone, as: try reviewer) }
        if milestone.recommendation == .notMet {
            _ = take(.rejected)
            try await act("reject", object, as: reviewer) {
                give("milestoneReject", "milestoneClause", to: &$0)
            }
        } else if take(.partial) {
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

    // MARK: Changes and ends

    /// Amendments, and the end of a contract whose must was not reached.
    private mutating func alter(_ contract: Contract, _ found: Case) async throws -> Pause? {
        let object = contract.reference
        if contract.state == .amending {
            if take(.amendmentRefused) {
                try await act("refuse-amendment", object, as: signatory) {
                    give("amendmentRefuse", "contractClause", to: &$0)
                }
                return .workdays(2)
            }
            try await act("sign-amendment", object, as: signatory)
            try await act("sign-amendment", object, as: bidderSignatory(contract.bidder))
            try await act("confirm-amendment", object, as: officer, reviewer)
            return .workdays(2)
        }
        let wants = pending.contains(.contractAmended) || pending.contains(.amendmentRefused)
        if wants, contract.state == .effective, first("amendment of " + contract.id) {
            pending.remove(.contractAmended)
            let last = contract.plans.count
            let plans = contract.plans.flatMap { plan in
                plan.sequence < last
                    ? [plan]
                    : MilestonePlan.made {
                        $0 = plan.record
                        $0[MilestonePlan.due] = plan.due.adding(30)
                    }
            }
            try await act("propose-amendment", object, as: bidder(contract.bidder)) {
                $0[F.amendmentKind] = .milestones
                $0[F.summary] = phrase("amendmentText")
                $0[F.plans] = plans
            }
            return .workdays(2)
        }
        let isLost = found.milestones.in(.notMet).contains { $0.contract == contract.id }
        return isLost ? try await terminate(contract) : nil
    }

    /// The other side is heard before a contract is ended.
    private mutating func terminate(_ contract: Contract) async throws -> Pause {
        let object = contract.reference
        guard let ground = contract.ground else {
            try await act("state-ground", object, as: officer) {
                $0[F.terminationCause] = .infeasible
                give("terminationStatement", "terminationClause", to: &$0)
            }
            let (enterprise, bidder) = (try enterprise, try bidder(contract.bidder))
            for person in [enterprise, bidder] {
                try await act("answer-ground", object, as: person) {
                    $0[F.statement] = phrase("terminationHeard")
                    $0[F.consents] = true
                }
            }
            return .workdays(5)
        }
        guard let id else { return .done }
        let sheet = try await settlement(of: contract, in: stage.board.foundCase(id))
        try await act("terminate", object, as: officer, reviewer) {
            $0[F.terminationCause] = ground.cause
            $0[F.sheet] = sheet
            give("terminationStatement", "terminationClause", to: &$0)
        }
        return .workdays(8)
    }

    private func settlement(of contract: Contract, in found: Case) -> SettlementSheet? {
        let own = found.entitlements.all.filter { $0.contract == contract.id }
        let paid = own.reduce(Int64(0)) { $0 + $1.paid.fen }
        return SettlementSheet.made {
            $0[SettlementSheet.paid] = Money(fen: paid)
            $0[SettlementSheet.due] = Money(fen: own.reduce(0) { $0 + $1.amount.fen } - paid)
            $0[SettlementSheet.recoverable] = .zero
        }.first
    }
}
