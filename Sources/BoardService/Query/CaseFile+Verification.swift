import BoardDomain

/// The workshop's part of a case: protocols, runs, what the frozen rule makes of them.
extension CaseFile {
    var verifications: [JSON] {
        found.verifications.all.compactMap { verification -> JSON? in
            guard CaseSight.sees(verification, in: found, viewer) else { return nil }
            var entry: [String: JSON] = [
                "id": .string(verification.id), "state": .string(verification.state.rawValue),
                "milestone": .string(verification.milestone),
                "firm": .boolean(verification.isFirm),
            ]
            entry["remark"] = remark(on: verification.reference)
            entry["passed"] = verification.passed.map(JSON.boolean)
            entry["frozenAt"] = verification.frozenAt?.json
            // What the parties sign, and by which digest they say that they mean this text (T2).
            entry["protocolDigest"] = verification.protocolDigest?.json
            entry["protocol"] = verification.protocolText?.record.json
            entry["scheduledAt"] = verification.scheduledAt?.json
            if !verification.bookedInstruments.isEmpty {
                entry["instruments"] = verification.bookedInstruments.json
            }
            if !verification.runs.isEmpty {
                entry["runs"] = .array(runs(of: verification))
                entry["verdict"] = verification.lastVerdict.map(Self.told)
            }
            if !verification.measured.isEmpty {
                entry["measured"] = .array(verification.measured.map(Self.told))
            }
            entry.merge(retest(of: verification)) { $1 }
            return .object(entry)
        }
    }

    /// In the order of their serials; aborted ones stay, with the reason (V2).
    private func runs(of verification: Verification) -> [JSON] {
        verification.runs.enumerated().map { index, run in
            var row = told(run, of: verification)
            row["serial"] = .integer(Int64(index + 1))
            row["aborted"] = .boolean(!run.isMeasured)
            row["reason"] = verification.abortReasons[index + 1].map(JSON.string)
            return .object(row)
        }
    }

    /// Each reading held against the frozen target.
    private func told(_ run: VerificationRun, of verification: Verification) -> [String: JSON] {
        var row = run.record.members
        let values = run.values.map { value -> JSON in
            var members = value.record.members
            members["passed"] = verification.protocolText?.isReached(by: value).map(JSON.boolean)
            return .object(members)
        }
        if !values.isEmpty { row["values"] = .array(values) }
        row[VerificationRun.operatorPerson.name] = run.operatorPerson.map { .string(name(of: $0)) }
        return row
    }

    private func retest(of verification: Verification) -> [String: JSON] {
        var members: [String: JSON] = [:]
        if !verification.retestLaboratory.isEmpty {
            members["retestLaboratory"] = .string(
                name(ofOrganisation: verification.retestLaboratory))
        }
        members["retestUntil"] = verification.retestUntil?.json
        if !verification.retestRuns.isEmpty {
            members["retestRuns"] = .array(
                verification.retestRuns.map { .object(told($0, of: verification)) })
        }
        if !verification.firstMeasured.isEmpty {
            members["firstMeasured"] = .array(verification.firstMeasured.map(Self.told))
        }
        return members
    }

    private static func told(_ measured: Measured) -> JSON {
        [
            "indicator": .integer(Int64(measured.indicator)),
            "value": .string(measured.value?.text ?? "–"),
            "passed": .boolean(measured.passed),
        ]
    }

    /// What the rule makes of the runs so far: nothing is decided by it until the report stands.
    private static func told(_ verdict: Verdict) -> JSON {
        [
            "state": .string(verdict.state.rawValue),
            "measuredRuns": .integer(Int64(verdict.runs)),
            "abortedRuns": .integer(Int64(verdict.aborted)),
            "sampleReached": .boolean(verdict.sampleReached),
            "measured": .array(verdict.measured.map(told)),
        ]
    }
}
