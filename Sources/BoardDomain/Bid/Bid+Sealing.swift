private typealias Row = Rows<BidState>

/// 揭榜申报: B1 to B9.
extension Bid {
    /// While the call runs; a cancellation proposed meanwhile stops no bid (C13).
    static let calling: Set<ChallengeState> = [.open, .cancelPending]

    private static let sealFields: [FieldUse] = [
        .required(F.commitment), .required(F.ciphertext), .optional(F.attachments),
        .required(F.termsVersion), .required(F.bidPledge), .optional(F.supersedes),
        .confidential(F.wrappedShares),
    ]

    static let sealingRows: [Transition] = [
        Row.command(
            "B1", "start-bid", from: [], to: [.draft], by: .any(.bidder), in: [.open],
            guards: [
                beforeDeadline, bidderVerified, bidderNotRestricted, bidderIndependent, oneBid,
            ],
            events: [.bidDrafted]
        ) { (turn: inout Turn) throws(Refusal) in
            let bidder = turn.signature.organisation
            let taken = Set(turn.case.bids.all.map(\.id))
            let number = turn.context.bidNumbers.number(besides: taken)
            turn.record(
                .bidDrafted, on: ObjectReference(.bid, number), to: BidState.draft
            ) { $0[F.bidder] = bidder }
        },
        Row.command(
            "B2", "discard", from: [.draft], to: [.lapsed], by: .any(.bidder), in: calling,
            guards: [beforeDeadline], events: [.bidDropped], action: drop(.bidDropped)),
        Row.timer(
            "B2", variant: "deadline", key: "deadline", from: [.draft], to: [.lapsed], in: calling,
            events: [.bidDropped], due: { $0.case.challenge.deadline }, action: drop(.bidDropped)),
        Row.effect(
            "B2", variant: "ended", of: endings, from: [.draft], to: [.lapsed], in: ended,
            events: [.bidDropped], action: drop(.bidDropped)),
        Row.command(
            "B3", "seal", from: [.draft, .sealed, .withdrawn, .staleTerms], to: [.sealed],
            by: .all(.bidder, .bidderSignatory), in: calling, fields: sealFields,
            guards: [
                beforeDeadline, bidderVerified, bidderNotRestricted, bidderIndependent, pledged,
                termsCurrent, supersedesStanding, commitmentFresh, ciphertextPresent,
                sharesForOpeners,
            ],
            events: [.bidSealed], act: "BidSeal", custody: sealCustody, action: seal),
        // An act that was not signed by all before the deadline comes to nothing (I8).
        Row.effect(
            "B3", variant: "unsigned", of: [.callClosed], from: [.sealed, .withdrawn], to: [],
            guards: [
                .standing("signatureMissing") { turn in
                    turn.pendingSteps.isEmpty ? Breach(.nothingToSign) : nil
                }
            ],
            events: [.stepLapsed], action: lapseSteps),
        // The one refusal that leaves an event, so it is a row that succeeds in recording it. The
        // keeper may be late: the deadline decides, and not whether the call was closed already.
        Row.command(
            "B4", "seal",
            from: [.draft, .sealed, .withdrawn, .staleTerms, .lapsed, .unopened], to: [],
            by: .any(.bidder, .bidderSignatory),
            in: calling.union([.closed, .unsuccessful]),
            fields: [
                .optional(F.commitment), .optional(F.ciphertext), .optional(F.attachments),
                .optional(F.termsVersion), .optional(F.bidPledge), .optional(F.supersedes),
                .confidential(F.wrappedShares, required: false),
            ],
            guards: [commitmentKnown], events: [.bidRefusedLate],
            whenBroken: beforeDeadline, action: refuseLate),
        Row.command(
            "B5", "withdraw", from: [.sealed, .staleTerms], to: [.withdrawn],
            by: .all(.bidder, .bidderSignatory), in: calling, fields: [.optional(F.reason)],
            guards: [beforeDeadline], events: [.bidWithdrawn], act: "BidWithdrawal",
            signs: SignedContent { $0.bid?.commitment?.json }, action: drop(.bidWithdrawn)),
        Row.effect(
            "B6", of: [.termsAmended], from: [.sealed], to: [.staleTerms],
            guards: [
                .standing("termsMoved") { turn in
                    let version = turn.case.challenge.listVersion
                    guard let bid = turn.bid, bid.sealedTerms >= version else { return nil }
                    return Breach(
                        .termsNotCurrent, given: bid.sealedTerms.json, accepted: version.json)
                }
            ],
            events: [.bidStaled]
        ) { (turn: inout Turn) throws(Refusal) in
            turn.erasePendingSeal()
            let version = turn.case.challenge.listVersion
            turn.record(.bidStaled) { $0[F.termsVersion] = version }
        },
        Row.command(
            "B7", "reconfirm", from: [.staleTerms], to: [.sealed],
            by: .all(.bidder, .bidderSignatory), in: calling, fields: [.required(F.termsVersion)],
            guards: [beforeDeadline, bidderVerified, bidderNotRestricted, termsCurrent],
            events: [.bidReconfirmed], act: "BidReconfirmation"
        ) { (turn: inout Turn) throws(Refusal) in
            turn.erasePendingSeal()
            turn.record(.bidReconfirmed)
        },
        Row.timer(
            "B8", key: "deadline", from: [.staleTerms], to: [.lapsed], in: calling,
            events: [.bidLapsed], due: { $0.case.challenge.deadline }, action: drop(.bidLapsed)),
        Row.effect(
            "B9", of: endings, from: [.sealed, .staleTerms], to: [.unopened], in: ended,
            events: [.bidUnopened], action: drop(.bidUnopened)),
    ]

    /// What ends a call without an opening (C13, C15, C16c, C22, C30).
    private static let endings: [EventType] = [
        .listCancelled, .callFailed, .challengeResumed, .challengeRevoked,
    ]
    private static let ended: Set<ChallengeState> = [.cancelled, .unsuccessful, .revoked]

    private static let sealCustody = Custody(
        name: { turn in
            turn.sealName(commitment: turn.fields[F.commitment]) ?? ""
        },
        deposits: { turn in
            guard let name = turn.sealName(commitment: turn.fields[F.commitment]) else { return [] }
            return turn.confidential[F.wrappedShares].compactMap { share in
                Hexadecimal.bytes(share.wrapped).map {
                    KeyDeposit(bid: name, opener: share.opener, wrapped: $0)
                }
            }
        })

    private static let seal: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let former = turn.bid?.commitment
        turn.eraseStandingSeal()
        let order = (turn.case.bids.all.map(\.sealOrder).max() ?? 0) + 1
        turn.record(.bidSealed) {
            $0[F.supersedes] = former
            $0[F.sealOrder] = order
        }
    }

    private static let refuseLate: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let hash = turn.lateCommitment.map { turn.context.digest($0.bytes) }
        let deadline = turn.case.challenge.deadline
        // A fact without content: not even the ciphertext of what came too late is kept.
        turn.fields = Record()
        turn.record(.bidRefusedLate) {
            $0[F.lateHash] = hash
            $0[F.deadline] = deadline
        }
    }

    private static let commitmentKnown = Guard.input("commitmentKnown") { turn in
        turn.lateCommitment == nil
            ? Breach(
                .deadlinePassed, given: turn.now.json, accepted: turn.case.challenge.deadline?.json)
            : nil
    }

    private static let lapseSteps: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        turn.erasePendingSeal()
        for step in turn.pendingSteps {
            turn.append(
                Event(
                    type: .stepLapsed, rule: turn.row.key, act: actNames[step.rule] ?? "",
                    subject: turn.subject, state: nil,
                    fields: Record { $0[F.step] = step.rule }, by: .clock, at: turn.now),
                to: turn.stream)
        }
    }

    /// The acts over a bid that end with the call.
    fileprivate static let actNames = ["B3": "BidSeal", "B5": "BidWithdrawal"]

    /// Erases the keys before it records the event that puts an end to the bid or its seal.
    private static func drop(_ type: EventType) -> Transition.Action {
        { (turn: inout Turn) throws(Refusal) in
            turn.erasePendingSeal()
            turn.eraseStandingSeal()
            turn.record(type)
        }
    }

    static let sealingDuties: [Duty] = [
        .of(
            "B3", act: "BidSealing", states: [BidState.draft], in: calling, awaits: [.bidder],
            command: "seal", due: { $0.case.challenge.deadline }),
        .of(
            "B7", act: "TermsReconfirmation", states: [BidState.staleTerms], in: calling,
            awaits: [.bidder], command: "reconfirm", due: { $0.case.challenge.deadline }),
    ]
}

extension Turn {
    fileprivate func sealName(commitment: Digest?) -> String? {
        commitment.map {
            Bid.keyName(challenge: self.case.id, bid: subject.id, commitment: $0)
        }
    }

    /// What was to be sealed: given now, or waiting for this signature.
    fileprivate var lateCommitment: Digest? {
        fields[F.commitment]
            ?? docket.step(rule: "B3", subject: subject)?.fields[F.commitment]
    }

    fileprivate var pendingSteps: [Docket.Step] {
        docket.steps.filter { $0.subject == subject && Bid.actNames[$0.rule] != nil }
    }

    /// Erases the keys of a seal that waits for its second signature.
    mutating func erasePendingSeal() {
        let pending = docket.step(rule: "B3", subject: subject)?.fields[F.commitment]
        if let name = sealName(commitment: pending) { withdrawKeys(ofBid: name) }
    }

    mutating func eraseStandingSeal() {
        if let name = bid?.keyName(in: self.case.id) { withdrawKeys(ofBid: name) }
    }
}
