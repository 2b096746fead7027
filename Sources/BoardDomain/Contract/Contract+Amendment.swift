private typealias Row = Rows<ContractState>

extension Contract {
    /// K11–K13: a change of the text in force.
    static let amendmentRows: [Transition] = [
        Row.command(
            "K11", "propose-amendment", from: [.effective], to: [.amending],
            by: .any(.enterprise, .bidder), in: running,
            fields: [
                .required(F.amendmentKind), .required(F.summary), .optional(F.indicatorChanges),
            ] + ContractText.fields, hold: true,
            guards: [changesSomething, changesMatchKind, knownIndicators, begunPlansKept]
                + ContractRule.all.map(\.onProposal), events: [.amendmentProposed],
            action: propose),
        Row.command(
            "K12", "sign-amendment", variant: "sign", from: [.amending], to: [.amending],
            by: .any(.enterpriseSignatory, .bidderSignatory), in: running, hold: true,
            guards: [amendmentUnsigned, partiesUnrestricted], events: [.amendmentSigned],
            action: { (turn: inout Turn) throws(Refusal) in
                let party = turn.party
                turn.record(.amendmentSigned) { $0[F.party] = party }
            }),
        Row.command(
            "K12", "sign-new-pledge", variant: "pledge", from: [.amending], to: [.amending],
            by: .any(.bidder), in: running, guards: [signerIsNewLead], events: [.pledgeSigned],
            action: { (turn: inout Turn) throws(Refusal) in
                let lead = turn.signature.actor.person
                turn.record(.pledgeSigned) { $0[F.lead] = lead }
            }),
        Row.command(
            "K12", "give-opinion", variant: "opinion", from: [.amending], to: [.amending],
            by: .any(.argumentExpert), in: running,
            fields: [.required(F.approves), .required(F.statement)],
            guards: [relaxesMust, opinionNotGiven], events: [.amendmentOpinionGiven]),
        Row.command(
            "K12", "confirm-amendment", from: [.amending], to: [.effective],
            by: .chain(.caseOfficer, .reviewer), in: running, hold: true,
            guards: [bothSigned, newLeadPledged, amendmentCovered, relaxationArgued]
                + ContractRule.all.map(\.onAmendment) + [begunPlansStill],
            events: [.contractAmended], act: "AmendmentConfirmation",
            signs: SignedContent { turn in
                guard let amendment = turn.ownContract?.amendment else { return nil }
                return [
                    "changes": amendment.changes.json,
                    "indicators": .array(amendment.indicatorChanges.map(\.record.json)),
                ]
            }, action: amend),
        Row.command(
            "K13", "refuse-amendment", from: [.amending], to: [.effective],
            by: .any(.enterpriseSignatory, .bidderSignatory, .caseOfficer, .reviewer), in: running,
            reason: true, guards: [notOwnProposal], events: [.amendmentDropped]),
        Row.command(
            "K13", "withdraw-amendment", variant: "withdraw", from: [.amending], to: [.effective],
            by: .any(.enterprise, .bidder), in: running, reason: true, guards: [ownProposal],
            events: [.amendmentDropped]),
        Row.timer(
            "K13", variant: "lapse", key: "amendment.days", from: [.amending], to: [.effective],
            in: running, events: [.amendmentDropped], due: { turn in turn.amendmentEnd },
            action: { (turn: inout Turn) throws(Refusal) in
                turn.record(.amendmentDropped) {
                    $0[F.reason] = "amendment.days"
                    $0[F.clause] = "K13"
                }
            }),
    ]

    /// Execution; a lane that is in force runs while the others still sign.
    static let running: Set<ChallengeState> = [.awarded, .executing]

    // K11

    private static let changesSomething = Guard.contractInput("changesSomething") {
        contract, turn in
        let next = contract.text.merging(turn.fields)
        return next == contract.text && turn.fields[F.indicatorChanges].isEmpty
            ? Breach(.nothingChanged, given: .array([]), accepted: .string("≥ 1")) : nil
    }

    /// A lead is changed by an amendment about the lead, an indicator by one about indicators.
    private static let changesMatchKind = Guard.contractInput("changesMatchKind") {
        contract, turn in
        let next = contract.text.merging(turn.fields)
        let kind = turn.fields[F.amendmentKind]
        let isOther =
            next.lead != contract.text.lead && kind != .lead
            || !turn.fields[F.indicatorChanges].isEmpty && kind != .indicators
        return isOther
            ? Breach(
                .amendmentOfOtherKind, given: kind?.json,
                accepted: .array([AmendmentKind.lead.json, AmendmentKind.indicators.json]))
            : nil
    }

    private static let knownIndicators = Guard.contractInput("knownIndicators") { _, turn in
        let known = turn.case.challenge.terms.indicators.map(\.number)
        let stranger = turn.fields[F.indicatorChanges].map(\.number).first {
            !known.contains($0)
        }
        return stranger.map {
            Breach(.indicatorUnknown, given: $0.json, accepted: known.json)
        }
    }

    /// What has begun stays as it was agreed; its due moves by an extension only (M15–M17).
    private static func changedPlan(_ next: ContractText, _ contract: Contract, _ turn: Turn)
        -> Int?
    {
        let begun = turn.case.milestones(of: contract.id).filter {
            $0.state != .planned && !$0.isDefectMilestone
        }
        return begun.map(\.sequence).first { sequence in
            next.plans.first { $0.sequence == sequence }
                != contract.plans.first { $0.sequence == sequence }
        }
    }

    private static let begunPlansKept = Guard.contractInput("begunPlansKept") { contract, turn in
        changedPlan(contract.text.merging(turn.fields), contract, turn).map {
            Breach(.milestoneBegun, given: $0.json)
        }
    }

    private static let begunPlansStill = Guard.contract("begunPlansStill") { contract, turn in
        contract.amendment.flatMap {
            changedPlan(contract.text.merging($0.changes), contract, turn)
        }.map { Breach(.milestoneBegun, given: $0.json) }
    }

    private static let propose: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let party = turn.party
        turn.record(.amendmentProposed) { $0[F.party] = party }
    }

    // K12

    private static let amendmentUnsigned = Guard.contract("amendmentUnsigned") { contract, turn in
        guard let party = turn.party, contract.amendment?.signedBy.contains(party) == true else {
            return nil
        }
        return Breach(.alreadySigned, given: party.json, accepted: party.other.json)
    }

    private static let signerIsNewLead = Guard.contract("signerIsNewLead") { contract, turn in
        let lead = contract.amendment?.newLead(of: contract)
        guard let person = turn.signature.actor.person, person != lead else { return nil }
        return Breach(.notTheLead, given: .string(person), accepted: .string(lead ?? "–"))
    }

    private static let relaxesMust = Guard.contract("relaxesMust") { contract, turn in
        turn.relaxed(by: contract).isEmpty
            ? Breach(.nothingRelaxed, accepted: contract.musts(of: turn.case.challenge.terms).json)
            : nil
    }

    private static let opinionNotGiven = Guard.contract("opinionNotGiven") { contract, turn in
        guard let person = turn.signature.actor.person,
            contract.amendment?.opinions[person] != nil
        else { return nil }
        return Breach(.opinionGiven, given: .string(person))
    }

    private static let bothSigned = Guard.contract("bothSigned") { contract, _ in
        let signed = contract.amendment?.signedBy ?? []
        let missing = ContractParty.allCases.filter { !signed.contains($0) }
        return missing.isEmpty
            ? nil
            : Breach(
                .signatureMissing, given: .array(signed.map(\.rawValue).sorted().map(JSON.string)),
                accepted: .array(missing.map(\.json)))
    }

    private static let newLeadPledged = Guard.contract("newLeadPledged") { contract, _ in
        guard let amendment = contract.amendment, let lead = amendment.newLead(of: contract),
            !amendment.pledgeSigned
        else { return nil }
        return Breach(.newPledgeMissing, given: .boolean(false), accepted: .string(lead))
    }

    /// County money never rises above the reservation, nor falls below what is owed already.
    private static let amendmentCovered = Guard.contract("amendmentCovered") { contract, turn in
        guard let amendment = contract.amendment else { return nil }
        let share = contract.text.merging(amendment.changes).countyShare
        let (_, most) = SettlementSheet.computed(for: contract, in: turn.case)
        let owed = contract.countyShare - most
        if share < owed {
            return Breach(.countyShareOwed, given: share.json, accepted: owed.json)
        }
        return turn.uncovered(share - contract.countyShare)
    }

    /// A must is relaxed only after the experts have been asked again and a notice has ended (§7).
    private static let relaxationArgued = Guard.contract("relaxationArgued") { contract, turn in
        guard let amendment = contract.amendment, !turn.relaxed(by: contract).isEmpty else {
            return nil
        }
        let least = turn.policy[.argueMinExperts]
        let inFavour = amendment.opinions.values.filter(\.self).count
        guard amendment.opinions.count >= least, inFavour * 2 > amendment.opinions.count else {
            return Breach(
                .relaxationNotArgued, given: inFavour.json, accepted: least.json,
                ["opinions": amendment.opinions.count.json])
        }
        let notice = turn.notices.all.last {
            $0.kind == .amendment && $0.object == contract.reference && $0.state != .superseded
                && (turn.docket.since[$0.reference] ?? amendment.proposedAt)
                    >= amendment.proposedAt
        }
        return notice?.state == .ended
            ? nil
            : Breach(
                .amendmentNoticeRunning, given: notice?.state.json,
                accepted: NoticeState.ended.json)
    }

    private static let amend: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        guard let contract = turn.ownContract, let amendment = contract.amendment else { return }
        let next = contract.text.merging(amendment.changes)
        let digest = turn.context.digest(next.record.json)
        turn.record(.contractAmended) {
            $0[F.contractVersion] = contract.version + 1
            $0[F.textDigest] = digest
            $0[F.amendmentKind] = amendment.kind
        }
        if next.countyShare > contract.countyShare {
            turn.commit(next.countyShare - contract.countyShare)
        } else if next.countyShare < contract.countyShare {
            turn.releaseCommitment(contract.countyShare - next.countyShare, "K12")
        }
    }

    // K13

    private static let ownProposal = Guard.contract("ownProposal") { contract, turn in
        guard let party = turn.party, let proposer = contract.amendment?.proposer,
            party != proposer
        else { return nil }
        return Breach(.notTheProposer, given: party.json, accepted: proposer.json)
    }

    private static let notOwnProposal = Guard.contract("notOwnProposal") { contract, turn in
        guard let party = turn.party, party == contract.amendment?.proposer else { return nil }
        return Breach(.ownProposal, given: party.json, accepted: party.other.json)
    }
}

extension Turn {
    /// The musts that the pending amendment of a contract relaxes.
    func relaxed(by contract: Contract) -> [Int] {
        contract.amendment?.relaxed(in: self.case.challenge.terms, contract: contract) ?? []
    }

    /// When the pending amendment lapses (K13).
    var amendmentEnd: Instant? {
        ownContract?.amendment.map { days(.amendmentDays, after: $0.proposedAt) }
    }
}

extension RefusalCode {
    package static let nothingChanged = RefusalCode("nothingChanged")
    package static let amendmentOfOtherKind = RefusalCode("amendmentOfOtherKind")
    package static let milestoneBegun = RefusalCode("milestoneBegun")
    package static let nothingRelaxed = RefusalCode("nothingRelaxed")
    package static let opinionGiven = RefusalCode("opinionGiven")
    package static let signatureMissing = RefusalCode("signatureMissing")
    package static let newPledgeMissing = RefusalCode("newPledgeMissing")
    package static let countyShareOwed = RefusalCode("countyShareOwed")
    package static let relaxationNotArgued = RefusalCode("relaxationNotArgued")
    package static let amendmentNoticeRunning = RefusalCode("amendmentNoticeRunning")
    package static let notTheProposer = RefusalCode("notTheProposer")
    package static let ownProposal = RefusalCode("ownProposal")
}
