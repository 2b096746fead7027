extension Contract {
    static let signingDuties: [Duty] = [
        .of(
            "K2", act: "ContractDrafting", states: [ContractState.draft], in: [.awarded],
            awaits: [.enterprise, .bidder], command: "agree", respectsHold: true,
            due: { turn in turn.ownContract.map(turn.signingEnd) }),
        // The parties cannot agree before the protocols of the tests are drafted (K2).
        .of(
            "T1", act: "ProtocolDrafting", states: [ContractState.draft], in: [.awarded],
            awaits: [.workshop],
            task: { _ in Duty.Task("draft-protocol", on: ObjectReference(.challenge)) },
            applies: { turn in
                turn.ownContract.map { !$0.lackingProtocols(in: turn).isEmpty } ?? false
            }),
        .of(
            "K4", act: "ContractSigning", states: [ContractState.agreed, .signedByOne],
            in: [.awarded], awaits: [.enterpriseSignatory, .bidderSignatory], command: "sign",
            task: { signing("sign", $0, after: $0.ownContract?.signedBy) }, respectsHold: true,
            applies: { turn in turn.ownContract.map { $0.signedBy.count < 2 } ?? false },
            due: { turn in turn.ownContract.map(turn.signingEnd) }),
        .of(
            "K4", act: "PledgeSigning", states: [ContractState.agreed, .signedByOne],
            in: [.awarded], awaits: [.bidder], command: "sign-pledge", respectsHold: true,
            applies: { turn in turn.ownContract?.pledgeSigned == false },
            due: { turn in turn.ownContract.map(turn.signingEnd) }),
        .of(
            "K6", act: "RegistrationFiling", states: [ContractState.signed], in: [.awarded],
            awaits: [.bidder], command: "file-registration",
            applies: { turn in turn.ownContract.map { $0.filedAt == nil } ?? false }),
        .of(
            "K6", act: "RegistrationRecord", states: [ContractState.signed], in: [.awarded],
            awaits: [.caseOfficer], command: "record-registration",
            applies: { turn in turn.ownContract?.filedAt != nil },
            due: { turn in
                turn.ownContract?.filedAt.map { turn.days(.registrationDecideDays, after: $0) }
            }),
        .of(
            "K9", act: "ReservationCover", states: [ContractState.registered], in: [.awarded],
            awaits: [.caseOfficer], command: nil),
    ]

    static let runningDuties: [Duty] = [
        .of(
            "K12", act: "AmendmentSigning", states: [ContractState.amending], in: running,
            awaits: [.enterpriseSignatory, .bidderSignatory], command: "sign-amendment",
            task: { signing("sign-amendment", $0, after: $0.ownContract?.amendment?.signedBy) },
            respectsHold: true,
            applies: { turn in (turn.ownContract?.amendment?.signedBy.count ?? 2) < 2 },
            due: { $0.amendmentEnd }),
        .of(
            "K12", act: "NewPledgeSigning", states: [ContractState.amending], in: running,
            awaits: [.bidder], command: "sign-new-pledge",
            applies: { turn in
                turn.ownContract.map {
                    $0.amendment?.newLead(of: $0) != nil && $0.amendment?.pledgeSigned == false
                } ?? false
            }, due: { $0.amendmentEnd }),
        .of(
            "K12", act: "RelaxationOpinion", states: [ContractState.amending],
            in: running, awaits: [.argumentExpert], command: "give-opinion",
            applies: { turn in
                turn.ownContract.map {
                    !turn.relaxed(by: $0).isEmpty
                        && ($0.amendment?.opinions.count ?? 0) < turn.policy[.argueMinExperts]
                } ?? false
            }, due: { $0.amendmentEnd }),
        .of(
            "K12", act: "AmendmentDecision", states: [ContractState.amending], in: running,
            awaits: [.caseOfficer], command: "confirm-amendment", respectsHold: true,
            applies: { turn in turn.ownContract?.amendment?.signedBy.count == 2 },
            due: { $0.amendmentEnd }),
        .of(
            "K15", act: "DeliveryAcceptance", states: [ContractState.delivered], in: running,
            awaits: [.enterprise], command: "accept-delivery", respectsHold: true,
            due: { turn in turn.workdays(.contractAcceptWorkdays, after: turn.since) }),
        .of(
            "K15", act: "DeliverySubstitute", states: [ContractState.delivered],
            in: running, awaits: [.caseOfficer], command: "accept-for-enterprise",
            respectsHold: true,
            applies: { turn in
                turn.now > turn.workdays(.contractAcceptWorkdays, after: turn.since)
            }),
        .of(
            "K17", act: "GroundAnswer",
            states: [ContractState.effective, .amending, .delivered], in: running,
            awaits: [.enterprise, .bidder], command: "answer-ground",
            task: { turn in
                let ground = turn.ownContract?.ground
                let silent = ground?.others.filter { ground?.answers[$0] == nil }
                return Duty.Task(
                    "answer-ground", on: turn.subject, by: silent?.map(\.member))
            }, respectsHold: true, lapses: true,
            applies: { turn in
                guard let ground = turn.ownContract?.ground, turn.now <= ground.until else {
                    return false
                }
                return ground.others.contains { ground.answers[$0] == nil }
            }, due: { turn in turn.ownContract?.ground?.until }),
        .of(
            "K17", act: "TerminationDecision",
            states: [ContractState.effective, .amending, .delivered], in: running,
            awaits: [.caseOfficer], command: "terminate", respectsHold: true,
            applies: { turn in turn.ownContract?.ground != nil }),
        // All milestones are final, yet a must was not reached: only K17 or K11 leads on.
        .of(
            "K17", act: "ShortDelivery", states: [ContractState.effective], in: running,
            awaits: [.caseOfficer], command: "state-ground",
            applies: { turn in
                guard let contract = turn.ownContract, contract.ground == nil else { return false }
                let milestones = turn.case.milestones(of: contract.id)
                return !milestones.isEmpty && milestones.allSatisfy(\.isFinal)
                    && !turn.case.openMusts(of: contract).isEmpty
            },
            due: { turn in
                let milestones = turn.ownContract.map { turn.case.milestones(of: $0.id) } ?? []
                let last = milestones.compactMap { turn.docket.since[$0.reference] }.max()
                return last.map { turn.days(.milestoneNotMetDecideDays, after: $0) }
            }),
        .of(
            "K19", act: "EnterpriseShareProof", states: [ContractState.accepted],
            in: [.settling, .concluded, .postReviewed], awaits: [.enterprise],
            command: "record-share-paid",
            applies: { turn in
                turn.ownContract.map {
                    !$0.shareDisputed && $0.enterprisePaid < $0.enterpriseShare
                } ?? false
            }),
    ]

    /// A signature that only those owe who have not given theirs.
    private static func signing(
        _ command: String, _ turn: Turn, after signed: Set<ContractParty>?
    ) -> Duty.Task {
        let missing = ContractParty.allCases.filter { !(signed ?? []).contains($0) }
        return Duty.Task(command, on: turn.subject, by: missing.map(\.signatory))
    }
}
