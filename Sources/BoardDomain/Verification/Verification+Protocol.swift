private typealias Row = Rows<VerificationState>

extension Verification {
    /// T1–T4: the protocol, from its draft to the digest that stands before the first run.
    static let protocolRows: [Transition] = [
        Row.command(
            "T1", "draft-protocol", from: [], to: [.protocolDraft],
            by: .any(.workshop, .laboratory), in: phases,
            fields: [.required(F.verifiedMilestone), .required(F.protocolDemands)]
                + VerificationProtocol.frame,
            guards: [milestoneStands, noneUnderWay, draftIsSound], events: [.protocolDrafted],
            action: draft),
        Row.command(
            "T1", "revise-protocol", variant: "revise", from: [.protocolDraft],
            to: [.protocolDraft], by: .any(.workshop, .laboratory), in: phases,
            fields: [.required(F.protocolDemands)] + VerificationProtocol.frame,
            guards: [draftIsSound], events: [.protocolDrafted], action: draft),
        Row.effect(
            "T1", variant: "again", of: [.reworkOpened], from: [], to: [.protocolDraft],
            guards: [.concerned("failedBefore") { predecessor(of: $0) != nil }],
            events: [.protocolDrafted], action: repeatProtocol),
        // What all have signed once needs no second signature while not a letter of it changes.
        Row.effect(
            "T2", variant: "again", of: [.protocolDrafted], from: [.protocolDraft], to: [.frozen],
            guards: [.concerned("signedBefore", wasSigned)], events: [.protocolFrozen],
            action: freeze),
        Row.command(
            "T2", "sign-protocol", from: [.protocolDraft], to: [.frozen],
            by: .all(.enterprise, .bidder, .workshop), in: phases,
            fields: [.required(F.protocolDigest)],
            guards: [milestoneExists, contractsBidder, sameText, neverLooser],
            events: [.protocolFrozen], act: "ProtocolSignature", signs: standingText,
            action: freeze),
        Row.command(
            "T3", "substitute-signature", from: [.protocolDraft], to: [.frozen],
            by: .chain(.caseOfficer, .reviewer), in: phases,
            fields: [.required(F.protocolDigest)], reason: true,
            guards: [milestoneExists, laboratoryDraft, freezeOverdue, sameText, neverLooser],
            events: [.protocolFrozen], act: "ProtocolSubstitution", signs: standingText,
            action: freeze),
        Row.command(
            "T4", "reopen-protocol", from: [.frozen], to: [.protocolDraft],
            by: .all(.enterprise, .bidder, .workshop), in: phases, reason: true,
            guards: [contractsBidder], events: [.protocolReopened], act: "ProtocolReopening"),
    ]

    /// The contract that a milestone's id names and the indicators bound to the milestone, planned
    /// or standing; nil where there is neither.
    private static func plan(
        of milestone: String, in turn: Turn
    ) -> (contract: Contract, indicators: [Int])? {
        let parts = milestone.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2, let found = turn.caseIfAny,
            let contract = found.contracts[parts[0]],
            !contract.state.isTerminal
        else { return nil }
        if let standing = found.milestones[milestone] { return (contract, standing.indicators) }
        return contract.plans.first { String($0.sequence) == parts[1] }
            .map { (contract, $0.indicators) }
    }

    private static func milestone(of turn: Turn) -> String {
        of(turn)?.milestone ?? turn.fields[F.verifiedMilestone, default: ""]
    }

    private static let milestoneStands = Guard.input("milestoneStands") { turn in
        let id = turn.fields[F.verifiedMilestone, default: ""]
        return plan(of: id, in: turn) == nil ? Breach(.noSuchMilestone, given: .string(id)) : nil
    }

    /// A milestone that is only planned stands once the contract is signed.
    private static let milestoneExists = Guard.standing("milestoneStands") { turn in
        let id = of(turn)?.milestone ?? ""
        guard turn.case.milestones[id] == nil else { return nil }
        if let contract = plan(of: id, in: turn)?.contract {
            return Breach(
                .contractUnsigned, given: contract.state.json,
                accepted: ContractState.signed.json, ["milestone": .string(id)])
        }
        return Breach(.noSuchMilestone, given: .string(id))
    }

    private static let noneUnderWay = Guard.input("noVerificationUnderWay") { turn in
        let id = turn.fields[F.verifiedMilestone, default: ""]
        let other = turn.case.verifications.all.first { $0.milestone == id && $0.isLive }
        return other.map { Breach(.verificationUnderWay, given: .string($0.id)) }
    }

    private static let draftIsSound = Guard.input("draftIsSound") { turn in
        do throws(Breach) {
            _ = try drafted(turn)
            return nil
        } catch {
            return error
        }
    }

    /// The draft with what the list says of each indicator: never looser than listed, with every
    /// must that is bound to the milestone.
    private static func drafted(_ turn: Turn) throws(Breach) -> VerificationProtocol {
        let listed = turn.case.challenge.terms.indicators
        let known = JSON.array(listed.map { .integer(Int64($0.number)) })
        var items: [ProtocolItem] = []
        for demand in turn.fields[F.protocolDemands] {
            guard let indicator = listed.first(where: { $0.number == demand.indicator }),
                !items.contains(where: { $0.indicator == demand.indicator })
            else {
                throw Breach(
                    .unknownIndicator, given: .integer(Int64(demand.indicator)), accepted: known)
            }
            items.append(ProtocolItem(indicator, demand))
        }
        let draft = VerificationProtocol(
            items: items,
            sampleSize: turn.fields[VerificationProtocol.sampleSize, default: 1],
            conditions: turn.fields[VerificationProtocol.conditions, default: ""],
            instruments: turn.fields[VerificationProtocol.instruments],
            stopRule: turn.fields[VerificationProtocol.stopRule, default: ""],
            stopAfterRuns: turn.fields[VerificationProtocol.stopAfterRuns],
            passRule: turn.fields[VerificationProtocol.passRule, default: .every],
            laboratory: turn.fields[VerificationProtocol.laboratory]
                ?? (turn.signature.capacity == .laboratory ? turn.signature.organisation : nil))
        if let breach = looseness(of: draft, milestone: milestone(of: turn), in: turn) {
            throw breach
        }
        return draft
    }

    private static func looseness(
        of text: VerificationProtocol, milestone: String, in turn: Turn
    ) -> Breach? {
        let terms = turn.case.challenge.terms
        for item in text.items {
            let details: [String: JSON] = ["indicator": .integer(Int64(item.indicator))]
            guard let listed = terms.indicators.first(where: { $0.number == item.indicator }),
                item.isAtLeastAsStrict(as: listed)
            else {
                return Breach(
                    .looserThanListed, given: .string(item.target ?? "–"),
                    accepted: terms.indicators.first { $0.number == item.indicator }?.target
                        .map(JSON.string), details)
            }
            let limits = [item.lower, item.top].compactMap(\.self)
            guard limits.allSatisfy({ $0.trillionths != nil }) else {
                return Breach(
                    .valueTooFine, given: .string(item.target ?? "–"),
                    accepted: .string("10^-12 … 10^15"), details)
            }
        }
        let bound = plan(of: milestone, in: turn)?.indicators ?? []
        let musts = terms.musts.map(\.number).filter(bound.contains)
        if let missing = musts.first(where: { text.item($0) == nil }) {
            return Breach(
                .mustNotCovered, given: .array(text.items.map { .integer(Int64($0.indicator)) }),
                accepted: .array(musts.map { .integer(Int64($0)) }),
                ["indicator": .integer(Int64(missing))])
        }
        let measures = text.items.contains { $0.comparator != .fulfilled }
        if text.items.isEmpty {
            return Breach(
                .fieldMissing, accepted: .string(F.protocolDemands.shape.text),
                ["field": .string(F.protocolDemands.name)])
        }
        return measures && text.instruments.isEmpty
            ? Breach(
                .fieldMissing, accepted: .string(VerificationProtocol.instruments.shape.text),
                ["field": .string(VerificationProtocol.instruments.name)]) : nil
    }

    private static let standingText = SignedContent {
        of($0)?.protocolDigest?.json
    }

    private static let sameText = Guard.input("sameText") { turn in
        let stands = of(turn)?.protocolDigest
        let signed = turn.fields[F.protocolDigest]
        return signed == stands
            ? nil
            : Breach(.protocolNotAsSigned, given: signed?.json, accepted: stands?.json)
    }

    private static let neverLooser = Guard.standing("neverLooser") { turn in
        guard let found = of(turn), let text = found.protocolText else { return nil }
        return looseness(of: text, milestone: found.milestone, in: turn)
    }

    private static let laboratoryDraft = Guard.standing("laboratoryDraft") { turn in
        of(turn)?.isLaboratoryDraft == true
            ? nil : Breach(.notALaboratoryDraft, accepted: .string(Capacity.laboratory.rawValue))
    }

    private static let freezeOverdue = Guard.standing("freezeOverdue") { turn in
        let due = turn.workdays(.protocolFreezeWorkdays, after: turn.since)
        return turn.now > due
            ? nil
            : Breach(
                .protocolStillInTime, given: .string(turn.now.text), accepted: .string(due.text))
    }

    private static let draft: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let text: VerificationProtocol
        do throws(Breach) {
            text = try drafted(turn)
        } catch {
            throw Refusal(rule: turn.row.id, error)
        }
        let milestone = milestone(of: turn)
        record(text, milestone: milestone, on: &turn)
    }

    private static func record(
        _ text: VerificationProtocol, milestone: String, on turn: inout Turn
    ) {
        let digest = turn.context.digest(text.json)
        let object =
            turn.subject.id.isEmpty
            ? ObjectReference(.verification, nextID(milestone, turn)) : turn.subject
        let draft = Record {
            $0[F.verifiedMilestone] = milestone
            $0[F.protocolText] = text
            $0[F.protocolDigest] = digest
        }
        turn.record(.protocolDrafted, on: object, to: VerificationState.protocolDraft) {
            $0 = draft
        }
    }

    private static func nextID(_ milestone: String, _ turn: Turn) -> String {
        let count = turn.case.verifications.all.count { $0.milestone == milestone }
        return "\(milestone).\(count + 1)"
    }

    /// The verification whose protocol a rework repeats: the milestone's last, if it is over and
    /// was not passed.
    private static func predecessor(of turn: Turn) -> Verification? {
        guard let milestone = turn.cause?.subject.id else { return nil }
        let earlier = turn.case.verifications.all.filter { $0.milestone == milestone }
        guard let last = earlier.last, !last.isLive, last.passed != true, last.state != .voided
        else { return nil }
        return last
    }

    private static let repeatProtocol: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        guard let last = predecessor(of: turn), let text = last.protocolText else { return }
        record(text, milestone: last.milestone, on: &turn)
    }

    private static func wasSigned(_ turn: Turn) -> Bool {
        guard turn.cause?.subject == turn.subject, let found = of(turn) else { return false }
        return turn.case.verifications.all.contains {
            $0.id != found.id && $0.milestone == found.milestone && $0.frozenAt != nil
                && $0.protocolDigest == found.protocolDigest
        }
    }

    private static let freeze: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let digest = of(turn)?.protocolDigest
        turn.record(.protocolFrozen) { $0[F.protocolDigest] = digest }
    }
}
