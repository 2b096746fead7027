import BoardDomain

/// 车间验题: from the signed protocol to a result that stands.
extension Road {
    /// One step of a verification; nil while nobody asks for it, and once its result stands.
    mutating func verify(
        _ verification: Verification, _ contract: Contract, _ found: Case
    ) async throws -> Pause? {
        let object = verification.reference
        let milestone = found.milestones[verification.milestone]
        guard milestone?.state == .verifying else { return nil }
        if rests(.verification, verification.state.rawValue),
            verification.state != .running || verification.runs.count > 1
        {
            return nil
        }
        switch verification.state {
        case .protocolDraft: return try await freeze(verification, contract)
        case .frozen:
            if take(.reopened) {
                try await act(
                    "reopen-protocol", object, as: enterprise, bidder(contract.bidder), workshop
                ) { give("protocolReopen", "verifyClause", to: &$0) }
                return .workdays(1)
            }
            let at = stage.workday(after: now, days: 4, dice: &dice)
            // Calibrated again, where the test comes long after its protocol.
            let valid = at.day.adding(180)
            let booked = (verification.protocolText?.instruments ?? []).map {
                Instrument(
                    number: $0.number, name: $0.name,
                    calibratedUntil: max($0.calibratedUntil, valid))
            }
            try await act("schedule", object, as: workshop) {
                $0[F.scheduledAt] = at
                $0[VerificationProtocol.instruments] = booked
                $0[F.booking] = phrase("booking", ["number": stage.ledger.nextNumber()])
            }
            return .until(at.adding(hours: 1))
        case .scheduled:
            if take(.postponed) {
                try await act("postpone", object, as: workshop) {
                    give("postponeReason", "verifyClause", to: &$0)
                }
                return .workdays(2)
            }
            if let at = verification.scheduledAt, now <= at { return .until(at.adding(hours: 1)) }
            return try await run(verification)
        case .running:
            return try await run(verification)
        case .reported:
            if first("silent " + verification.id), dice.chance(20) { return .workdays(5) }
            try await act("countersign", object, as: enterprise, bidder(contract.bidder))
            return .workdays(1)
        case .conditional where take(.conditionsLapsed):
            // Nobody shows that the conditions are fulfilled, and the clock fails them (T12).
            return .until(now.adding(days: 32))
        case .conditional:
            let evidence = documents()
            try await act("close-conditions", object, as: workshop) {
                $0[F.conditionEvidence] = evidence
            }
            return .workdays(1)
        case .passed, .failed: return try await dispute(verification, contract)
        case .disputed: return try await pursue(verification)
        case .retest: return try await retest(verification, found)
        default: return nil
        }
    }

    /// Two runs a step, each with its serial; then the report.
    private mutating func run(_ verification: Verification) async throws -> Pause {
        let object = verification.reference
        let person = try workshop
        let measured = verification.runs.count(where: \.isMeasured)
        let files = documents()
        let started = max(now.adding(hours: -1), verification.scheduledAt ?? now)
        let numbers = verification.bookedInstruments.map(\.number)
        if measured == 1, take(.aborted) {
            try await act("abort-run", object, as: person) {
                $0[VerificationRun.startedAt] = started
                $0[VerificationRun.site] = .line
                $0[VerificationRun.instruments] = numbers
                $0[VerificationRun.rawFiles] = files
                give("abortReason", "verifyClause", to: &$0)
            }
            return .until(now.adding(hours: 2))
        }
        guard measured < 5 else {
            try await act("report", object, as: person) {
                $0[F.reportDigest] = stage.document("report " + verification.id + title)
            }
            return .workdays(1)
        }
        let values = values(of: verification)
        try await act("record-run", object, as: person) {
            $0[VerificationRun.startedAt] = started
            $0[VerificationRun.site] = measured % 3 == 2 ? .laboratory : .line
            $0[VerificationRun.instruments] = numbers
            $0[VerificationRun.values] = values
            $0[VerificationRun.rawFiles] = files
        }
        return .until(now.adding(hours: 3))
    }

    /// What is read off the instruments: past the target, unless the plan has it fail.
    private mutating func values(of verification: Verification) -> [MeasuredValue] {
        let isFirst = verification.id.hasSuffix(".1")
        let fails =
            plan.turns.contains(.rejected)
            || isFirst && (plan.turns.contains(.retest) || plan.turns.contains(.failedOnce))
        let isConditional =
            plan.turns.contains(.conditional) || isFirst && plan.turns.contains(.conditionsLapsed)
        return (verification.protocolText?.items ?? []).flatMap { item in
            let isShort = fails && item.isMust || isConditional && !item.isMust
            let margin = dice.roll(1...6)
            return MeasuredValue.made {
                $0[ProtocolDemand.indicator] = item.indicator
                if item.comparator == .fulfilled {
                    $0[MeasuredValue.fulfilled] = !isShort
                } else {
                    $0[MeasuredValue.value] = Self.reading(item, isShort: isShort, margin: margin)
                    $0[Indicator.unit] = item.unit.isEmpty ? nil : item.unit
                }
            }
        }
    }

    /// A reading some per cent better than the target, or worse.
    static func reading(_ item: ProtocolItem, isShort: Bool, margin: Int) -> String? {
        guard let text = item.target else { return nil }
        return Reading(
            target: text, comparator: item.comparator, unit: item.unit,
            margin: isShort ? -8 - margin : margin)?.text
    }

    // MARK: Disputes

    private mutating func dispute(
        _ verification: Verification, _ contract: Contract
    ) async throws -> Pause? {
        guard !verification.isFirm else { return nil }
        let wants = pending.contains(.retest) || pending.contains(.disputed)
        if wants, !verification.retestUsed, first("dispute " + verification.id) {
            try await act("dispute", verification.reference, as: bidder(contract.bidder)) {
                give("disputeReason", "verifyClause", to: &$0)
            }
            return .workdays(1)
        }
        if dice.chance(40) {
            try await act(
                "waive-dispute", verification.reference, as: enterprise, bidder(contract.bidder))
            return .workdays(1)
        }
        return .workdays(6)
    }

    private mutating func pursue(_ verification: Verification) async throws -> Pause {
        let object = verification.reference
        guard take(.retest) else {
            _ = take(.disputed)
            let code = verification.disputedBy
            try await act("withdraw-dispute", object, as: bidder(code))
            return .workdays(1)
        }
        let laboratory = try laboratory(1)
        try await act("order-retest", object, as: officer) {
            $0[VerificationProtocol.laboratory] = laboratory.code
        }
        if plan.turns.contains(.postponed) {
            let other = try self.laboratory(2)
            try await act("reassign-retest", object, as: officer) {
                $0[VerificationProtocol.laboratory] = other.code
                give("retestReassign", "verifyClause", to: &$0)
            }
        }
        return .workdays(8)
    }

    private mutating func retest(
        _ verification: Verification, _ found: Case
    ) async throws -> Pause {
        guard !verification.retestLaboratory.isEmpty else {
            // A remedy orders the retest and leaves it to the bureau to find who carries it out.
            let laboratory = try laboratory(1)
            try await act("reassign-retest", verification.reference, as: officer) {
                $0[VerificationProtocol.laboratory] = laboratory.code
                give("retestReason", "verifyClause", to: &$0)
            }
            return .workdays(8)
        }
        let person = try stage.cast.one(.laboratory, of: verification.retestLaboratory)
        let instruments = instruments
        let text = verification.protocolText
        let runs = (0..<5).flatMap { index -> [VerificationRun] in
            let files = documents()
            let values = (text?.items ?? []).flatMap { item in
                MeasuredValue.made {
                    $0[ProtocolDemand.indicator] = item.indicator
                    if item.comparator == .fulfilled {
                        $0[MeasuredValue.fulfilled] = true
                    } else {
                        $0[MeasuredValue.value] = Self.reading(
                            item, isShort: false, margin: 1 + index % 4)
                        $0[Indicator.unit] = item.unit.isEmpty ? nil : item.unit
                    }
                }
            }
            return VerificationRun.made {
                $0[VerificationRun.startedAt] = now.adding(hours: index - 8)
                $0[VerificationRun.site] = index.isMultiple(of: 2) ? .line : .laboratory
                $0[VerificationRun.instruments] = instruments.map(\.number)
                $0[VerificationRun.values] = values
                $0[VerificationRun.rawFiles] = files
            }
        }
        try await act("report-retest", verification.reference, as: person) {
            $0[F.retestRuns] = runs
            $0[VerificationProtocol.instruments] = instruments
            $0[F.reportDigest] = stage.document("retest " + verification.id + title)
        }
        return .workdays(1)
    }
}
