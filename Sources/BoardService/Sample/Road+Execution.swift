import BoardDomain

/// 攻关: milestones, lane by lane, until each contract is accepted or ended.
extension Road {
    mutating func execute(_ found: Case) async throws -> Pause {
        if plan.ending == .revoked, !found.milestones.in(.verifying).isEmpty {
            return try await revoke()
        }
        if let gate = found.gates.in(.ready).first, !rests(.gate, "ready") {
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
        guard contract.state == .delivered, !rests(.contract, "delivered") else { return nil }
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

    // MARK: Changes and ends

    /// Amendments, and the end of a contract whose must was not reached.
    private mutating func alter(_ contract: Contract, _ found: Case) async throws -> Pause? {
        let object = contract.reference
        if contract.state == .amending {
            if rests(.contract, "amending") { return nil }
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
        let second = found.milestones.all.first {
            $0.contract == contract.id && $0.sequence == 2 && $0.state == .active
        }
        // Halfway through the second milestone it shows that the last one takes longer.
        if wants, contract.state == .effective, let second,
            !marks.contains("amendment of " + contract.id)
        {
            let from = second.due.adding(days: -45)
            guard now >= from else { return .until(from) }
            marks.insert("amendment of " + contract.id)
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
        if rests(.milestone, "notMet") { return nil }
        return isLost ? try await terminate(contract) : nil
    }

    /// The other side is heard before a contract is ended.
    mutating func terminate(_ contract: Contract) async throws -> Pause {
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

    /// Work that no milestone has covered yet is paid where the plan says so.
    private mutating func settlement(of contract: Contract, in found: Case) -> SettlementSheet {
        let (paid, most) = SettlementSheet.computed(for: contract, in: found)
        let due = take(.settledInPart) ? Money(fen: most.fen / 4) : .zero
        return SettlementSheet(paid: paid, due: due, recoverable: .zero)
    }
}
