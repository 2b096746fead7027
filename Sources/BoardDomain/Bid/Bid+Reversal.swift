private typealias Row = Rows<BidState>

/// What undoes a decision on a bid: B22 to B24.
extension Bid {
    static let reversalRows: [Transition] = [
        Row.effect(
            "B22", of: [.objectionRemedied], from: [.disqualified], to: [.qualified],
            guards: [remedied(.requalify)], events: [.bidReset], action: reset),
        // P5 after the reveal, C19b and C22→evaluating all come to a new round of scores (P13).
        Row.effect(
            "B22", variant: "scores", of: [.roundOpened],
            from: [.scored, .proposed, .reserve, .notSelected], to: [.qualified],
            events: [.bidReset], action: reset),
        Row.effect(
            "B22", variant: "eligibility", of: [.challengeResumed],
            from: [.qualified, .scored, .proposed, .reserve, .notSelected], to: [.opened],
            in: [.qualifying], events: [.bidReset], action: reset),
        Row.effect(
            "B23", of: [.objectionRemedied], from: reviewed, to: [.disqualified],
            guards: [remedied(.disqualify)], events: [.bidDisqualified]
        ) { (turn: inout Turn) throws(Refusal) in
            let (reason, clause) = turn.causeGrounds(clause: "O11")
            turn.record(.bidDisqualified) {
                $0[F.ground] = .other
                $0[F.reason] = reason
                $0[F.clause] = clause
            }
        },
        // X8 happens in the sanction's own stream; here its effect shows as a restriction in force.
        Row.condition(
            "B23", variant: "sanction", from: reviewed, to: [.disqualified], in: reviewing,
            events: [.bidDisqualified], when: { restrictedMember(in: $0) != nil }
        ) { (turn: inout Turn) throws(Refusal) in
            let member = restrictedMember(in: turn) ?? ""
            turn.record(.bidDisqualified) {
                $0[F.ground] = .restricted
                $0[F.reason] = member
                $0[F.clause] = "X8"
            }
        },
        Row.effect(
            "B23", variant: "rank", of: [.bidDisqualified],
            from: [.proposed, .reserve, .notSelected], to: [.proposed, .reserve, .notSelected],
            guards: [rankedBehind], events: [.bidRanked], action: moveUp),
        Row.effect(
            "B24", of: [.challengeRevoked], from: reviewed + [.awarded], to: [.revoked],
            events: [.bidRevoked]
        ) { (turn: inout Turn) throws(Refusal) in
            let (reason, clause) = turn.causeGrounds(clause: "C30")
            turn.record(.bidRevoked) {
                $0[F.reason] = reason
                $0[F.clause] = clause
            }
        },
        Row.condition(
            "B24", variant: "fraud", from: reviewed + [.awarded, .disqualified], to: [.revoked],
            events: [.bidRevoked], when: { fraud(in: $0) != nil }
        ) { (turn: inout Turn) throws(Refusal) in
            let sanction = fraud(in: turn) ?? ""
            turn.record(.bidRevoked) {
                $0[F.reason] = sanction
                $0[F.clause] = "X8"
            }
        },
    ]

    /// Opened and not yet at an end.
    private static let reviewed: [BidState] = [
        .opened, .cure, .qualified, .scored, .proposed, .reserve, .notSelected,
    ]

    private static let reviewing: Set<ChallengeState> = [
        .qualifying, .evaluating, .proposed, .noticed, .disputed, .awarded,
    ]

    /// The remedy of an objection to this bid; to a result as a whole it means the one proposed.
    private static func remedied(_ remedy: Remedy) -> Guard {
        .standing("remedied") { turn in
            guard let cause = turn.cause, cause.fields[F.remedy] == remedy else {
                return Breach(.anotherRemedy)
            }
            let object = cause.fields[F.object] ?? turn.objections[cause.subject.id]?.object
            let isMeant =
                switch object?.machine {
                case .bid: object == turn.subject
                case .notice, .challenge:
                    cause.fields[F.bid].map { $0 == turn.subject.id }
                        ?? (turn.bid?.state == .proposed)
                default: false
                }
            return isMeant ? nil : Breach(.anotherBid, given: .string(turn.subject.id))
        }
    }

    private static let reset: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let round = turn.cause?.fields[F.round] ?? (turn.bid?.round ?? 1) + 1
        turn.record(.bidReset) { $0[F.round] = round }
    }

    private static func restrictedMember(in turn: Turn) -> String? {
        turn.bid?.members.first(where: turn.isRestricted)
    }

    private static func fraud(in turn: Turn) -> String? {
        turn.bid.flatMap { turn.world.register.provenFraud[turn.case.id + "/" + $0.bidder] }
    }

    private static let rankedBehind = Guard.standing("rankedBehind") { turn in
        let gone = turn.cause.flatMap { turn.case.bids[$0.subject.id] }
        guard let bid = turn.bid, let own = bid.rank, let other = gone?.rank,
            gone?.round == bid.round, other < own
        else { return Breach(.notRanked, given: .string(turn.subject.id)) }
        return nil
    }

    /// The ranking without the bid that is gone: the others keep their order and their totals (I14),
    /// and the next in reserve takes a lane that has become free.
    private static let moveUp: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        guard let bid = turn.bid else { return }
        let found = turn.case
        let taken = found.bids.in(.proposed, .awarded).count
        let isFree = taken < found.challenge.terms.lanes && found.challenge.state != .awarded
        let moves = isFree && nextReserve(in: turn)?.id == bid.id
        turn.recordRank(
            bid.rank.map { $0 - 1 }, total: bid.total, to: moves ? .proposed : bid.state)
    }
}

extension Turn {
    /// I23: what the clock ends has a reason and a clause, those of its cause.
    fileprivate func causeGrounds(clause: String) -> (reason: String, clause: String) {
        (
            cause?.fields[F.reason] ?? cause?.subject.text ?? clause,
            cause?.fields[F.clause] ?? clause
        )
    }
}

extension RefusalCode {
    static let anotherRemedy = RefusalCode("anotherRemedy")
}
