import BoardDomain

/// 攻关: milestones, lane by lane, until each contract is accepted or ended.
extension Road {
    mutating func execute(_ found: Case) async throws -> Pause {
        if plan.ending == .revoked, !found.milestones.in(.verifying).isEmpty {
            return try await revoke()
        }
        if let pause = try await contest(found) { return pause }
        if let gate = found.gates.in(.ready).first, !rests(.gate, "ready"),
            !isInHand(at: gate, found)
        {
            try await act("decide-gate", gate.reference, as: officer, reviewer) {
                $0[F.reviewNote] = phrase("gateReason")
            }
            pending.remove(.gateDue)
            return .workdays(dice.roll(2...4))
        }
        var next: [Instant] = []
        for contract in found.contracts.all where contract.isLive && contract.effectiveAt != nil {
            guard let pause = try await run(contract, found) else { continue }
            guard let instant = instant(of: pause) else { return .done }
            next.append(instant)
        }
        if let pause = try await payOutBeside(found), let instant = instant(of: pause) {
            next.append(instant)
        }
        return next.min().map { .until($0) } ?? .workdays(2)
    }

    /// Whether a lane's proof is still in somebody's hands; who has shown nothing is not waited for.
    private func isInHand(at gate: Gate, _ found: Case) -> Bool {
        let states: Set<MilestoneState> = [
            .submitted, .verifying, .accepting, .checking, .approving,
        ]
        return found.milestones.all.contains {
            $0.sequence == gate.sequence && states.contains($0.state)
        }
    }

    /// When somebody will have been silent for so long about an object.
    mutating func silence(about object: String, workdays: Int) -> Instant {
        let (stage, start) = (stage, now)
        return appointed("silence about " + object) { dice in
            stage.workday(after: start, days: workdays, dice: &dice)
        }
    }

    /// A payee under a restriction asks in vain, and again some weeks later. In a simulation the
    /// work goes on meanwhile; a sample's road is written for one who waits.
    mutating func payOutBeside(_ found: Case) async throws -> Pause? {
        if let again = agenda["payout barred"], now < again { return .until(again) }
        do {
            return try await payOut(found)
        } catch SampleFault.refused(_, let refusal, at: _)
            where refusal.code == .restricted && stage.board.identity.kind == .simulation
        {
            stage.ledger.count(refused: true)
            let again = stage.workday(after: now, days: 25, dice: &dice)
            agenda["payout barred"] = again
            return .until(again)
        }
    }

    /// One step of one lane; nil while it waits.
    private mutating func run(_ contract: Contract, _ found: Case) async throws -> Pause? {
        if let pause = try await amend(contract, found) { return pause }
        if let pause = try await end(contract, found) { return pause }
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
        if pending.contains(.enterpriseSilent) {
            // The enterprise lets its time pass, and the bureau accepts in its place.
            let end = silence(about: contract.id, workdays: 12)
            guard now >= end else { return .until(end) }
            _ = take(.enterpriseSilent)
            try await act("accept-for-enterprise", contract.reference, as: officer, reviewer) {
                $0[F.acceptanceBasis] = phrase("acceptanceSilence")
            }
            return .workdays(2)
        }
        try await act("accept-delivery", contract.reference, as: enterprise) {
            $0[F.acceptanceBasis] = phrase("acceptanceClause")
        }
        return .workdays(2)
    }
}
