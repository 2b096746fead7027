private typealias Row = Rows<ContractState>

extension Contract {
    /// K6–K10: registration, effect, and what ends a contract before it.
    static let registrationRows: [Transition] = [
        Row.command(
            "K6", "file-registration", variant: "file", from: [.signed], to: [.signed],
            by: .any(.bidder), in: [.awarded], fields: [.optional(F.filingNumber)],
            guards: [notFiled], events: [.registrationFiled]),
        Row.command(
            "K6", "record-registration", from: [.signed], to: [.registered],
            by: .any(.caseOfficer), in: [.awarded],
            fields: [
                .required(F.registrationNumber), .required(F.turnover),
                .required(F.technicalTurnover),
            ], guards: [filed, turnoverSound], events: [.contractRegistered]),
        Row.command(
            "K7", "record-refusal", from: [.signed], to: [.signed, .draft],
            by: .any(.caseOfficer), in: [.awarded], fields: [.required(F.course)], reason: true,
            guards: [filed], events: [.registrationRefused], action: refuseRegistration),
        Row.command(
            "K8", "waive-registration", from: [.signed], to: [.effective],
            by: .chain(.caseOfficer, .reviewer), in: [.awarded],
            fields: [.optional(F.notRegistrable)], reason: true,
            guards: [mayBeWaived, reservationCovers],
            events: [.registrationWaived, .contractEffective], act: "RegistrationWaiver",
            action: waiveRegistration),
        Row.condition(
            "K9", from: [.registered], to: [.effective], in: [.awarded],
            guards: [reservationCovers], events: [.contractEffective], when: { _ in true },
            action: takeEffect),
        Row.effect(
            "K10", of: [.bidDeclined, .bidAwardLapsed, .bidRevoked],
            from: [.draft, .agreed, .signedByOne, .signed, .registered], to: [.rescinded],
            guards: [causeIsItsBid], events: [.contractRescinded], action: rescind),
        Row.effect(
            "K10", variant: "challenge", of: [.listCancelled, .challengeRevoked],
            from: [.draft, .agreed, .signedByOne, .signed, .registered], to: [.rescinded],
            events: [.contractRescinded], action: rescind),
    ]

    private static let notFiled = Guard.contract("registrationNotFiled") { contract, _ in
        contract.filedAt.map { Breach(.registrationPending, given: $0.json) }
    }

    private static let filed = Guard.contract("registrationFiled") { contract, _ in
        contract.filedAt == nil ? Breach(.registrationNotFiled) : nil
    }

    /// 技术交易额 is the technical part of 成交额, and that is no more than the contract's amount.
    private static let turnoverSound = Guard.contractInput("turnoverSound") { contract, turn in
        let whole = turn.fields[F.turnover, default: .zero]
        let technical = turn.fields[F.technicalTurnover, default: .zero]
        if whole > contract.amount || whole == .zero {
            return Breach(.turnoverUnsound, given: whole.json, accepted: contract.amount.json)
        }
        return technical > whole
            ? Breach(.turnoverUnsound, given: technical.json, accepted: whole.json) : nil
    }

    private static let mayBeWaived = Guard.contractInput("registrationMayBeWaived") {
        contract, turn in
        contract.registrationRefusals >= 2 || turn.fields[F.notRegistrable] != nil
            ? nil
            : Breach(
                .registrationNotRefusedTwice,
                given: .integer(Int64(contract.registrationRefusals)), accepted: .integer(2))
    }

    private static let causeIsItsBid = Guard.contract("causeIsItsBid") { contract, turn in
        turn.cause?.subject.id == contract.bid
            ? nil : Breach(.notALane, given: turn.cause?.subject.json)
    }

    private static let refuseRegistration: Transition.Action = {
        (turn: inout Turn) throws(Refusal) in
        let course = turn.fields[F.course]
        turn.record(.registrationRefused, to: course == .correct ? ContractState.draft : .signed)
    }

    private static let waiveRegistration: Transition.Action = {
        (turn: inout Turn) throws(Refusal) in
        turn.record(.registrationWaived, to: ContractState.signed)
        turn.putIntoEffect()
    }

    private static let takeEffect: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        turn.putIntoEffect()
    }

    private static let rescind: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let source = turn
        turn.record(.contractRescinded) { source.takeReason(into: &$0) }
    }
}

extension Turn {
    /// The contract takes effect, and its county share is committed (K9, L6).
    fileprivate mutating func putIntoEffect() {
        guard let contract = ownContract else { return }
        record(.contractEffective, to: ContractState.effective) {
            $0 = Record()
            $0[F.contractBidder] = contract.bidder
            $0[F.contractAmount] = contract.amount
            $0[F.countyShare] = contract.countyShare
        }
        commit(contract.countyShare)
    }
}

extension RefusalCode {
    package static let registrationPending = RefusalCode("registrationPending")
    package static let registrationNotFiled = RefusalCode("registrationNotFiled")
    package static let turnoverUnsound = RefusalCode("turnoverUnsound")
    package static let registrationNotRefusedTwice = RefusalCode("registrationNotRefusedTwice")
}
