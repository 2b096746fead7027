private typealias Row = Rows<ContractState>

extension Contract {
    /// K1–K4: from the award to the signatures.
    static let agreementRows: [Transition] = [
        Row.effect(
            "K1", of: [.awardConfirmed], from: [], to: [.draft], events: [.contractDrafted],
            action: draftForAwarded),
        Row.effect(
            "K1", variant: "lane", of: [.noticeEnded], from: [], to: [.draft],
            in: [.awarded], guards: [laneNotice], events: [.contractDrafted],
            action: draftForLane),
        Row.command(
            "K2", "set-text", variant: "text", from: [.draft], to: [.draft],
            by: .any(.enterprise, .bidder), in: [.awarded], fields: ContractText.fields,
            guards: [noAgreementPending], events: [.contractTextSet]),
        Row.command(
            "K2", "agree", from: [.draft], to: [.agreed], by: .all(.enterprise, .bidder),
            in: [.awarded], fields: [.optional(F.textDigest)],
            guards: ContractRule.all.map(\.onAgreement) + [
                protocolsAttached, partiesUnrestricted, noHold, sameText,
            ], events: [.contractAgreed], act: "ContractAgreement",
            signs: SignedContent { $0.ownContract?.text.record.json }, action: agree),
        Row.command(
            "K3", "reopen", from: [.agreed, .signedByOne], to: [.draft],
            by: .any(.enterprise, .bidder, .caseOfficer), in: [.awarded], reason: true,
            events: [.contractReopened]),
        Row.command(
            "K4", "sign", from: [.agreed, .signedByOne], to: [.signedByOne, .signed],
            by: .any(.enterpriseSignatory, .bidderSignatory), in: [.awarded], hold: true,
            guards: [signedInTime, partyNotSigned, partiesUnrestricted, noHold],
            events: [.contractSigned], action: sign),
        Row.command(
            "K4", "sign-pledge", variant: "pledge", from: [.agreed, .signedByOne],
            to: [.agreed, .signedByOne, .signed], by: .any(.bidder), in: [.awarded], hold: true,
            guards: [signedInTime, pledgeNotSigned, signerIsLead, partiesUnrestricted, noHold],
            events: [.pledgeSigned], action: signPledge),
    ]

    // K1

    private static let laneNotice = Guard.standing("laneNotice") { turn in
        turn.laneBid == nil ? Breach(.notALane, given: turn.cause?.subject.json) : nil
    }

    private static let draftForAwarded: Transition.Action = {
        (turn: inout Turn) throws(Refusal) in
        for bid in turn.case.bids.in(.awarded) { turn.draftContract(for: bid) }
    }

    private static let draftForLane: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        if let bid = turn.laneBid { turn.draftContract(for: bid) }
    }

    // K2

    private static let noAgreementPending = Guard.standing("noAgreementPending") { turn in
        turn.docket.step(rule: "K2", subject: turn.subject).map { step in
            Breach(
                .agreementPending, given: step.given.first?.signature.actor.person.map(JSON.string),
                accepted: .string(Command.sendBack))
        }
    }

    /// Each milestone that needs a verification has its protocol's draft (T1).
    private static let protocolsAttached = Guard.contract("protocolsAttached") { contract, turn in
        let missing = contract.lackingProtocols(in: turn)
        return missing.isEmpty
            ? nil
            : Breach(
                .protocolMissing, given: missing.json,
                accepted: contract.milestonesToVerify.json)
    }

    private var milestonesToVerify: [String] {
        plans.filter(\.needsVerification).map {
            Milestone.id(contract: id, sequence: $0.sequence)
        }
    }

    /// Planned milestones that need a verification and have no protocol yet.
    func lackingProtocols(in turn: Turn) -> [String] {
        let drafted = Set(
            turn.case.verifications.all.filter { $0.state != .voided }.map(\.milestone))
        return milestonesToVerify.filter { !drafted.contains($0) }
    }

    private static let sameText = Guard.contractInput("sameText") { contract, turn in
        guard let given = turn.fields[F.textDigest] else { return nil }
        let present = turn.context.digest(contract.text.record.json)
        return given == present
            ? nil : Breach(.textChanged, given: given.json, accepted: present.json)
    }

    private static let agree: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        guard let contract = turn.ownContract else { return }
        let digest = turn.context.digest(contract.text.record.json)
        turn.record(.contractAgreed) {
            $0[F.textDigest] = digest
            $0[F.contractVersion] = contract.version + 1
        }
    }

    // K4

    private static let signedInTime = Guard.contract("signedInTime") { contract, turn in
        let end = turn.signingEnd(of: contract)
        return turn.now <= end
            ? nil : Breach(.signingTooLate, given: turn.now.json, accepted: end.json)
    }

    private static let partyNotSigned = Guard.contract("partyNotSigned") { contract, turn in
        guard let party = turn.party, contract.signedBy.contains(party) else { return nil }
        return Breach(.alreadySigned, given: party.json, accepted: party.other.json)
    }

    private static let pledgeNotSigned = Guard.contract("pledgeNotSigned") { contract, _ in
        contract.pledgeSigned ? Breach(.pledgeAlreadySigned) : nil
    }

    private static let signerIsLead = Guard.contract("signerIsLead") { contract, turn in
        guard let person = turn.signature.actor.person, person != contract.text.lead else {
            return nil
        }
        return Breach(
            .notTheLead, given: .string(person),
            accepted: .string(contract.text.lead ?? "–"))
    }

    private static let sign: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        guard let contract = turn.ownContract, let party = turn.party else { return }
        let isComplete = contract.signedBy.contains(party.other) && contract.pledgeSigned
        turn.record(.contractSigned, to: isComplete ? ContractState.signed : .signedByOne) {
            $0[F.party] = party
            $0[F.textDigest] = contract.textDigest
        }
    }

    private static let signPledge: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        guard let contract = turn.ownContract else { return }
        let isComplete = contract.signedBy.count == 2
        turn.record(.pledgeSigned, to: isComplete ? ContractState.signed : contract.state) {
            $0[F.lead] = contract.text.lead
            $0[F.textDigest] = contract.textDigest
        }
    }
}

extension Turn {
    /// The bid of the race's lane whose notice has ended.
    fileprivate var laneBid: Bid? {
        guard let cause, let notice = self.case.notices[cause.subject.id], notice.kind == .lane,
            notice.object.machine == .bid, let bid = self.case.bids[notice.object.id],
            bid.state == .awarded
        else { return nil }
        return bid
    }

    /// One contract a lane: none where the bid has one already.
    fileprivate mutating func draftContract(for bid: Bid) {
        let contracts = self.case.contracts
        guard !contracts.all.contains(where: { $0.bid == bid.id && $0.isLive }) else { return }
        let taken = Set(contracts.all.lazy.filter(\.isLive).map(\.lane))
        let lane = (1...taken.count + 1).first { !taken.contains($0) } ?? 1
        let text = ContractText.template(
            for: bid, terms: self.case.challenge.terms, on: now.day)
        record(
            .contractDrafted, on: ObjectReference(.contract, contracts.nextID),
            to: ContractState.draft
        ) {
            $0 = text.record
            $0[F.contractBid] = bid.id
            $0[F.contractBidder] = bid.bidder
            $0[F.contractLane] = lane
        }
    }
}

extension RefusalCode {
    package static let notALane = RefusalCode("notALane")
    package static let agreementPending = RefusalCode("agreementPending")
    package static let protocolMissing = RefusalCode("protocolMissing")
    package static let textChanged = RefusalCode("textChanged")
    package static let signingTooLate = RefusalCode("signingTooLate")
    package static let alreadySigned = RefusalCode("alreadySigned")
    package static let pledgeAlreadySigned = RefusalCode("pledgeAlreadySigned")
    package static let notTheLead = RefusalCode("notTheLead")
}
