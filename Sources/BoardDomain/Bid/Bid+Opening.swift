private typealias Row = Rows<BidState>

/// 启封与资格审查: B10 to B14.
extension Bid {
    static let openingRows: [Transition] = [
        Row.effect(
            "B10", of: [.bidsOpened], from: [.sealed], to: [.opened, .invalid],
            events: [.bidOpened, .bidInvalid], action: open),
        Row.command(
            "B11", "ask-cure", from: [.opened], to: [.cure], by: .any(.caseOfficer),
            in: [.qualifying], fields: [.required(F.papers), .optional(F.reason)],
            guards: [cureLeft, papersNamed], events: [.bidCureRequested]
        ) { (turn: inout Turn) throws(Refusal) in
            let until = turn.now.adding(hours: turn.policy[.bidCureHours])
            turn.record(.bidCureRequested) { $0[F.until] = until }
        },
        Row.command(
            "B12", "answer-cure", from: [.cure], to: [.opened], by: .any(.bidder),
            in: [.qualifying], fields: [.required(F.documents)],
            guards: [beforeCureEnds, documentsGiven], events: [.bidCureAnswered]),
        Row.timer(
            "B12", variant: "lapse", key: "bid.cureHours", from: [.cure], to: [.opened],
            in: [.qualifying], events: [.bidCureLapsed], due: { $0.bid?.cureUntil }),
        Row.command(
            "B13", "qualify", from: [.opened], to: [.qualified],
            by: .chain(.caseOfficer, .reviewer), in: [.qualifying],
            fields: [.required(F.clause), .optional(F.reason)], hold: true,
            guards: [
                withinBudget, withinCountyShare, mustsAnswered, leadIsBidder, membersIndependent,
                membersUnrestricted, membersOnce,
            ],
            events: [.bidQualified], act: "BidQualification"),
        Row.command(
            "B14", "disqualify", from: [.opened], to: [.disqualified],
            by: .chain(.caseOfficer, .reviewer), in: [.qualifying],
            fields: [.required(F.ground)], reason: true, hold: true, guards: [groundHolds],
            events: [.bidDisqualified], act: "BidDisqualification", action: disqualify),
    ]

    /// The openers' command hands the contents over as confidential: the opening itself names
    /// commitments only, and each content is kept once, in the event of its own bid.
    private static let open: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        guard let bid = turn.bid, let commitment = bid.commitment else { return }
        guard let seen = turn.confidential[F.revealed].first(where: { $0.bid == bid.id }) else {
            // I6: all bids in one transaction; a seal left out stops them all.
            throw turn.refusal(.sealLeftOut, given: .string(bid.id))
        }
        turn.erasePendingSeal()
        guard let content = seen.content.flatMap(Hexadecimal.bytes),
            let nonce = seen.nonce.flatMap(Hexadecimal.bytes)
        else {
            return turn.invalidate(.undecryptable, seen.fault ?? "undecryptable")
        }
        let matches = Commitment.check(
            commitment, challenge: turn.case.id, bidder: bid.bidder, nonce: nonce,
            content: content, digest: turn.context.digest)
        guard matches else {
            return turn.invalidate(.commitmentMismatch, seen.fault ?? commitment.text)
        }
        do throws(BidContentFault) {
            var read = try BidContent(canonical: content)
            // Of a seal from before the digests: what it says in clear is not recorded.
            if case .written = read.contact.reach { read.contact.reach = .withheld }
            let kept = read
            turn.record(.bidOpened, to: BidState.opened) {
                $0 = $0.merging(Record(["content": kept.json]))
                $0[F.nonce] = Hexadecimal.text(nonce)
                $0[F.contact] = seen.contact
            }
        } catch {
            turn.invalidate(.contentFaulty, error.place)
        }
    }

    private static let disqualify: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let given = turn.fields
        turn.record(.bidDisqualified)
        guard given[F.ground] == .memberTwice else { return }
        // B14: one member in two bids: all of them, whoever sealed first.
        for other in sharing(in: turn) where [.opened, .cure, .qualified].contains(other.state) {
            turn.record(.bidDisqualified, on: other.reference, to: BidState.disqualified) {
                $0 = given
            }
        }
    }

    static let openingDuties: [Duty] = [
        .of(
            "B13", act: "BidEligibility", states: [BidState.opened], in: [.qualifying],
            awaits: [.caseOfficer], command: "qualify", respectsHold: true),
        .of(
            "B12", act: "CureAnswer", states: [BidState.cure], in: [.qualifying],
            awaits: [.bidder], command: "answer-cure", due: { $0.bid?.cureUntil }),
    ]
}

extension Turn {
    /// I23: the clock gives reason and clause too.
    fileprivate mutating func invalidate(_ why: BidInvalidity, _ reason: String) {
        record(.bidInvalid, to: BidState.invalid) {
            $0[F.invalidity] = why
            $0[F.reason] = reason
            $0[F.clause] = why == .commitmentMismatch ? "I7" : "B10"
        }
    }
}

extension BidContentFault {
    /// Where the content is faulty, for the reason on record: `missing team[0].name`.
    var place: String {
        switch self {
        case .syntax: "syntax"
        case .notCanonical: "notCanonical"
        case .missing(let path): "missing \(path)"
        case .unknown(let path): "unknown \(path)"
        case .wrongKind(let path): "wrongKind \(path)"
        case .unknownFormat(let format): "unknownFormat \(format.prefix(100))"
        case .blank(let path): "blank \(path)"
        case .badText(let path): "badText \(path)"
        case .outOfRange(let path, let value, _): "outOfRange \(path) \(value)"
        case .twice(let path): "twice \(path)"
        case .disorder(let path): "disorder \(path)"
        case .sharesNotWhole(let path, let total): "sharesNotWhole \(path) \(total)"
        }
    }
}
