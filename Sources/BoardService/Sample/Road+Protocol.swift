import BoardDomain

/// 验题大纲: drafted with the contract, talked over, and signed before the first run.
extension Road {
    func draftProtocol(_ milestone: String, _ found: Case) async throws {
        let laboratory = try laboratory()
        let text = protocolText(found, under: "protocolConditions", by: laboratory.code)
        let writer = plan.turns.contains(.substitute) ? laboratory.person : try workshop
        try await act("draft-protocol", as: writer) {
            $0 = text
            $0[F.verifiedMilestone] = milestone
        }
    }

    /// The parties talk over the draft before they sign it.
    func revise(_ verification: Verification, _ found: Case) async throws {
        let text = protocolText(
            found, under: "protocolConditionsRevised", by: try laboratory().code)
        try await act("revise-protocol", verification.reference, as: workshop) { $0 = text }
    }

    private func protocolText(
        _ found: Case, under conditions: String, by laboratory: String
    ) -> Record {
        let demands = found.challenge.terms.indicators.flatMap { indicator in
            ProtocolDemand.made { $0[ProtocolDemand.indicator] = indicator.number }
        }
        return Record {
            $0[F.protocolDemands] = demands
            $0[VerificationProtocol.sampleSize] = 5
            $0[VerificationProtocol.conditions] = phrase(conditions)
            $0[VerificationProtocol.instruments] = instruments
            $0[VerificationProtocol.stopRule] = phrase("protocolStop")
            $0[VerificationProtocol.passRule] = .every
            $0[VerificationProtocol.laboratory] = laboratory
        }
    }

    var instruments: [Instrument] {
        let names = Set(
            script.terms[F.indicators].map(\.instrument).filter { !$0.isEmpty && $0 != "—" })
        let until = now.day.adding(500)
        let all = names.sorted().enumerated().map { index, name in
            Instrument(
                number: "XC-\(1000 + number * 10 + index)", name: name, calibratedUntil: until)
        }
        return all.isEmpty
            ? [
                Instrument(
                    number: "XC-0001", name: phrase("plainInstrument"), calibratedUntil: until)
            ]
            : all
    }

    func sign(_ verification: Verification, _ contract: Contract) async throws {
        let digest = verification.protocolDigest
        try await act(
            "sign-protocol", verification.reference, as: enterprise, bidder(contract.bidder),
            workshop
        ) { $0[F.protocolDigest] = digest }
    }

    mutating func freeze(
        _ verification: Verification, _ contract: Contract
    ) async throws -> Pause {
        guard pending.contains(.substitute) else {
            try await sign(verification, contract)
            return .workdays(1)
        }
        if first("silent signer") { return .workdays(12) }
        _ = take(.substitute)
        let digest = verification.protocolDigest
        try await act("substitute-signature", verification.reference, as: officer, reviewer) {
            $0[F.protocolDigest] = digest
            give("substituteReason", "verifyClause", to: &$0)
        }
        return .workdays(1)
    }
}
