import BoardDomain

/// The end of a contract before its time, and what is thought over or undone of it (K17).
extension Road {
    /// One step towards an end; nil where the contract goes on.
    mutating func end(_ contract: Contract, _ found: Case) async throws -> Pause? {
        let milestones = found.milestones(of: contract.id)
        let isHalfway = milestones.contains { $0.sequence == 2 && $0.state == .active }
        if pending.contains(.groundWithdrawn), isHalfway {
            guard contract.ground != nil else { return try await stateGround(against: contract) }
            _ = take(.groundWithdrawn)
            try await act("withdraw-ground", contract.reference, as: officer) {
                give("groundWithdraw", "terminationClause", to: &$0)
            }
            return .workdays(2)
        }
        // The last milestone is all that is cancelled with the contract, and opened again with it.
        if pending.contains(.terminationAnnulled), milestones.last?.state == .active {
            return try await terminate(contract)
        }
        if rests(.milestone, "notMet") { return nil }
        let isLost = milestones.contains { $0.state == .notMet && $0.needsVerification }
        return isLost ? try await terminate(contract) : nil
    }

    private func stateGround(against contract: Contract) async throws -> Pause {
        try await act("state-ground", contract.reference, as: officer) {
            $0[F.terminationCause] = .infeasible
            give("terminationStatement", "terminationClause", to: &$0)
        }
        return .workdays(3)
    }

    /// The other side is heard before a contract is ended.
    mutating func terminate(_ contract: Contract) async throws -> Pause {
        let object = contract.reference
        guard let ground = contract.ground else {
            _ = try await stateGround(against: contract)
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
