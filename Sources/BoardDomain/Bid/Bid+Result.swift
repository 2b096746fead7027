private typealias Row = Rows<BidState>

/// 评审、公示与定榜: B15 to B21.
extension Bid {
    static let resultRows: [Transition] = [
        Row.effect(
            "B15", of: [.scoresRevealed], from: [.qualified], to: [.scored], events: [.bidScored]),
        Row.effect(
            "B16", of: [.rankingComputed], from: [.scored],
            to: [.proposed, .reserve, .notSelected],
            guards: [
                .standing("isRanked") { turn in
                    line(in: turn) == nil
                        ? Breach(.notRanked, given: .string(turn.subject.id)) : nil
                }
            ],
            events: [.bidRanked]
        ) { (turn: inout Turn) throws(Refusal) in
            guard let line = line(in: turn) else { return }
            turn.recordRank(line.rank, total: line.total, to: line.outcome)
        },
        Row.effect(
            "B17", of: [.awardConfirmed], from: [.proposed], to: [.awarded], guards: [isWilling],
            events: [.bidAwarded]),
        Row.effect(
            "B17", variant: "lane", of: [.noticeEnded], from: [.proposed], to: [.awarded],
            guards: [laneNoticeEnded, isWilling], events: [.bidAwarded]),
        // Before the award a decline is only announced: the notice runs on, and it acts at C23.
        Row.command(
            "B18", "decline", variant: "early", from: [.proposed], to: [],
            by: .all(.bidder, .bidderSignatory), in: [.proposed, .noticed, .disputed, .awarded],
            reason: true, guards: [isWilling], events: [.bidDeclineAnnounced], act: "BidDecline"),
        Row.command(
            "B18", "decline", from: [.awarded], to: [.declined],
            by: .all(.bidder, .bidderSignatory), in: [.awarded], reason: true,
            guards: [contractNotEffective], events: [.bidDeclined], act: "AwardDecline"),
        Row.effect(
            "B18", variant: "announced", of: [.awardConfirmed], from: [.proposed],
            to: [.declined], guards: [hasDeclined], events: [.bidDeclined], action: decline),
        Row.effect(
            "B18", variant: "lane", of: [.noticeEnded], from: [.proposed], to: [.declined],
            guards: [laneNoticeEnded, hasDeclined], events: [.bidDeclined], action: decline),
        Row.effect(
            "B19", of: [.awardLapsed], from: [.awarded], to: [.awardLapsed],
            guards: [
                .standing("lapsedAward") { turn in
                    turn.cause?.fields[F.bid] == turn.subject.id ? nil : elsewhere(turn)
                }
            ],
            events: [.bidAwardLapsed], action: lapseAward),
        Row.effect(
            "B20", of: [.awardLapsed], from: [.reserve], to: [.proposed],
            guards: [
                .standing("promotedReserve") { turn in
                    turn.cause?.fields[F.promoted] == turn.subject.id ? nil : elsewhere(turn)
                }
            ],
            events: [.bidPromoted]),
        // A call that fails or is withdrawn after its ranking needs its reserve no more either.
        Row.effect(
            "B21", of: [.executionStarted, .callFailed, .listCancelled], from: [.reserve],
            to: [.notSelected], in: [.executing, .unsuccessful, .cancelled],
            events: [.reserveReleased]),
    ]

    /// Next in rank, still qualified, free of sanctions: whom C24b proposes; nil for none.
    package static func nextReserve(in turn: Turn) -> Bid? {
        turn.case.bids.in(.reserve)
            .filter { !$0.members.contains(where: turn.isRestricted) && !$0.declinePending }
            .min { ($0.rank ?? .max) < ($1.rank ?? .max) }
    }

    private static func line(in turn: Turn) -> Ranking.Line? {
        turn.cause?.fields[F.ranking].first { $0.bid == turn.subject.id }
    }

    private static func elsewhere(_ turn: Turn) -> Breach {
        Breach(.anotherBid, given: .string(turn.subject.id))
    }

    private static let isWilling = Guard.standing("isWilling") { turn in
        turn.bid?.declinePending == true ? Breach(.alreadyDeclined) : nil
    }

    private static let hasDeclined = Guard.standing("hasDeclined") { turn in
        turn.bid?.declinePending == true ? nil : Breach(.notDeclined)
    }

    private static let laneNoticeEnded = Guard.standing("laneNoticeEnded") { turn in
        let notice = turn.cause.flatMap { turn.case.notices[$0.subject.id] }
        return notice?.kind == .lane && notice?.object == turn.subject ? nil : elsewhere(turn)
    }

    /// An award is final once its contract is effective (B17).
    private static let contractNotEffective = Guard.standing("contractNotEffective") { turn in
        let contract = turn.case.contracts.all.last { $0.bid == turn.subject.id }
        guard let contract, contract.effectiveAt != nil else { return nil }
        return Breach(.contractAlreadyEffective, given: .string(contract.reference.text))
    }

    private static let decline: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        turn.record(.bidDeclined) {
            $0[F.reason] = "announced"
            $0[F.clause] = "B18"
        }
    }

    private static let lapseAward: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let fault = turn.cause?.fields[F.fault] ?? .neither
        let reason = turn.cause?.fields[F.reason]
        turn.record(.bidAwardLapsed) {
            $0[F.fault] = fault
            $0[F.reason] = reason
        }
        // X1 at the party at fault.
        let party: String? =
            switch fault {
            case .bidder: turn.bid?.bidder
            case .enterprise: turn.case.challenge.enterprise
            case .neither: nil
            }
        if let party {
            turn.reportSanction(
                target: party, facts: "\(turn.case.id) B19 \(fault.rawValue): \(reason ?? "")")
        }
    }
}

extension Turn {
    mutating func recordRank(_ rank: Int?, total: Score?, to state: BidState) {
        record(.bidRanked, to: state) {
            $0[F.rank] = rank
            $0[F.scoreSum] = total.map { Int($0.sum) }
            $0[F.scoreCount] = total.map { Int($0.count) }
        }
    }
}

extension RefusalCode {
    static let notRanked = RefusalCode("notRanked")
    static let anotherBid = RefusalCode("anotherBid")
    static let alreadyDeclined = RefusalCode("alreadyDeclined")
    static let notDeclined = RefusalCode("notDeclined")
    static let contractAlreadyEffective = RefusalCode("contractAlreadyEffective")
}
