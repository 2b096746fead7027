private typealias Row = Rows<ChallengeState>

/// 启封与资格审查: C15 to C18.
extension Challenge {
    static let openingRows: [Transition] = [
        Row.condition(
            "C15", from: [.closed], to: [.unsuccessful], events: [.callFailed],
            when: { turn in
                turn.case.bids.in(.sealed).count < turn.case.challenge.minBids(turn.policy)
            },
            action: { (turn: inout Turn) throws(Refusal) in fail(&turn, .tooFewBids, "C15") }),
        // The first of the two openers hands his shares on to the other, wrapped for him: nothing
        // lies open between the two acts, and neither reads a bid alone (§4).
        Row.command(
            "C16", "attend-opening", variant: "first", from: [.closed], to: [],
            by: .any(.opener), fields: [.confidential(F.handedShares)],
            guards: [firstToOpen, sharesForEveryBid], events: [.openingAttended]
        ) { (turn: inout Turn) throws(Refusal) in
            turn.record(.openingAttended)
            turn.deposit(handedShares(in: turn))
        },
        Row.command(
            "C16", "open-bids", from: [.closed], to: [.qualifying], by: .any(.opener),
            fields: [.confidential(F.revealed)], guards: [otherHasAttended, everyBidRevealed],
            events: [.bidsOpened]
        ) { (turn: inout Turn) throws(Refusal) in open(&turn, isRecovery: false) },
        // What was read cannot wait for a signature in the log: the reviewer asks for the recovery
        // first, and the bids are read only when the supervisor opens.
        Row.command(
            "C16b", "ask-recovery", variant: "ask", from: [.closed], to: [], by: .any(.reviewer),
            reason: true, guards: [recoveryKeyListed, recoveryNotAsked],
            events: [.recoveryAsked]),
        Row.command(
            "C16b", "open-with-recovery", from: [.closed], to: [.qualifying],
            by: .any(.supervisor), fields: [.confidential(F.revealed), .required(F.reason)],
            guards: [recoveryKeyListed, recoveryAsked, everyBidRevealed], events: [.bidsOpened]
        ) { (turn: inout Turn) throws(Refusal) in open(&turn, isRecovery: true) },
        Row.command(
            "C16c", "declare-unopenable", from: [.closed], to: [.unsuccessful],
            by: .all(.reviewer, .supervisor), reason: true, events: [.callFailed],
            act: "OpeningImpossibility"
        ) { (turn: inout Turn) throws(Refusal) in fail(&turn, .openingImpossible, "C16c") },
        Row.command(
            "C17", "close-qualification", from: [.qualifying], to: [.evaluating],
            by: .chain(.caseOfficer, .reviewer),
            guards: [everyBidDecided, enoughQualified, panelConfirmed],
            events: [.qualificationClosed], act: "QualificationClosing",
            signs: SignedContent { turn in
                .array(turn.case.bids.all.map { [.string($0.id), $0.state.json] })
            }),
        Row.command(
            "C18", "fail-call", from: [.qualifying, .evaluating], to: [.unsuccessful],
            by: .any(.reviewer), fields: [.required(F.failure)], reason: true,
            guards: [failureHolds, disqualifiedWindowsOver], events: [.callFailed]
        ) { (turn: inout Turn) throws(Refusal) in
            fail(&turn, turn.fields[F.failure] ?? .tooFewQualified, "C18")
        },
    ]

    static func fail(_ turn: inout Turn, _ failure: CallFailure, _ rule: String) {
        turn.record(.callFailed, to: ChallengeState.unsuccessful) { $0[F.failure] = failure }
        turn.releaseReservation(rule)
    }

    static func handedShares(in turn: Turn) -> [KeyDeposit] {
        let found = turn.case
        return turn.confidential[F.handedShares].compactMap { share in
            guard let name = found.bids[share.bid]?.keyName(in: found.id),
                let wrapped = Hexadecimal.bytes(share.wrapped)
            else { return nil }
            return KeyDeposit(bid: name, opener: share.holder, wrapped: wrapped)
        }
    }

    private static func open(_ turn: inout Turn, isRecovery: Bool) {
        let commitments = turn.case.bids.in(.sealed).compactMap { $0.commitment?.text }
        turn.record(.bidsOpened) {
            $0[F.commitments] = commitments
            $0[F.isRecovery] = isRecovery
        }
    }

    static let firstToOpen = Guard.standing("firstToOpen") { turn in
        guard let first = turn.case.challenge.firstOpener else { return nil }
        return Breach(.openingAttended, given: .string(first), accepted: "open-bids")
    }

    private static let otherHasAttended = Guard.standing("otherHasAttended") { turn in
        let first = turn.case.challenge.firstOpener
        guard let first, turn.signature.actor != .person(first) else {
            return Breach(
                .otherOpenerMissing, given: first.map(JSON.string),
                accepted: .array(turn.case.challenge.openers.map { .string($0.person) }))
        }
        return nil
    }

    static let sharesForEveryBid = Guard.input("sharesForEveryBid") { turn in
        let sealed = Set(turn.case.bids.in(.sealed).map(\.id))
        let given = Set(turn.confidential[F.handedShares].map(\.bid))
        return sealed == given
            ? nil
            : Breach(
                .sharesIncomplete, given: .array(given.sorted().map(JSON.string)),
                accepted: .array(sealed.sorted().map(JSON.string)))
    }

    private static let everyBidRevealed = Guard.input("everyBidRevealed") { turn in
        let sealed = Set(turn.case.bids.in(.sealed).map(\.id))
        let given = Set(turn.confidential[F.revealed].map(\.bid))
        return sealed == given
            ? nil
            : Breach(
                .sharesIncomplete, given: .array(given.sorted().map(JSON.string)),
                accepted: .array(sealed.sorted().map(JSON.string)))
    }

    private static let recoveryKeyListed = Guard.standing("recoveryKeyListed") { turn in
        turn.case.challenge.recoveryKey == nil ? Breach(.noRecoveryKey) : nil
    }

    private static let recoveryNotAsked = Guard.standing("recoveryNotAsked") { turn in
        turn.case.challenge.recoveryAskedBy.map {
            Breach(.openingAttended, given: .string($0), accepted: "open-with-recovery")
        }
    }

    private static let recoveryAsked = Guard.standing("recoveryAsked") { turn in
        turn.case.challenge.recoveryAskedBy == nil
            ? Breach(.recoveryNotAsked, accepted: "ask-recovery") : nil
    }

    private static let everyBidDecided = Guard.standing("everyBidDecided") { turn in
        let open = turn.case.bids.in(.opened, .cure)
        return open.isEmpty
            ? nil
            : Breach(
                .bidsUndecided, given: .array(open.map { .string($0.id) }), accepted: .array([]))
    }

    private static let enoughQualified = Guard.standing("enoughQualified") { turn in
        let count = turn.case.bids.in(.qualified).count
        let least = max(1, turn.case.challenge.minBids(turn.policy))
        return count >= least
            ? nil : Breach(.tooFewQualified, given: count.json, accepted: least.json)
    }

    private static let panelConfirmed = Guard.standing("panelConfirmed") { turn in
        guard let state = turn.case.panelInForce?.state else {
            return Breach(.panelMissing, accepted: "plan-panel")
        }
        return state == .confirmed
            ? nil
            : Breach(
                .panelNotConfirmed, given: state.json,
                accepted: .string(PanelState.confirmed.rawValue))
    }

    private static let failureHolds = Guard.input("failureHolds") { turn in
        let found = turn.case
        let least = max(1, found.challenge.minBids(turn.policy))
        let qualified = found.bids.in(.qualified, .scored).count
        let holds: Bool
        switch turn.fields[F.failure] {
        case .tooFewQualified:
            let open = found.bids.in(.opened, .cure)
            guard open.isEmpty else {
                return Breach(
                    .bidsUndecided, given: .array(open.map { .string($0.id) }),
                    accepted: .array([]))
            }
            holds = qualified < least
        case .noneReachesThreshold: holds = Ranking.reachesThreshold(turn) == false
        case .expertsExhausted: holds = turn.panelIsExhausted
        default: holds = false
        }
        return holds
            ? nil
            : Breach(
                .failureNotGiven, given: turn.fields[F.failure]?.json,
                accepted: .string("\(qualified)/\(least)"))
    }

    /// `unsuccessful` has no way back, so it waits for those who may still object.
    private static let disqualifiedWindowsOver = Guard.standing("disqualifiedWindowsOver") { turn in
        let ends = turn.case.bids.in(.disqualified).compactMap(\.disqualifiedAt).map {
            turn.workdays(.noticeDays, after: $0)
        }
        if let end = ends.max(), turn.now <= end {
            return Breach(.objectionWindowOpen, given: turn.now.json, accepted: end.json)
        }
        return openObjection(in: turn)
    }

    static func openObjection(in turn: Turn) -> Breach? {
        turn.objections.all.first(where: \.isOpen).map {
            Breach(.objectionOpen, given: .string($0.id))
        }
    }
}

extension RefusalCode {
    static let openingAttended = RefusalCode("openingAttended")
    static let otherOpenerMissing = RefusalCode("otherOpenerMissing")
    static let sharesIncomplete = RefusalCode("sharesIncomplete")
    static let recoveryNotAsked = RefusalCode("recoveryNotAsked")
    static let noRecoveryKey = RefusalCode("noRecoveryKey")
    static let tooFewQualified = RefusalCode("tooFewQualified")
    static let panelMissing = RefusalCode("panelMissing")
    static let panelNotConfirmed = RefusalCode("panelNotConfirmed")
    static let failureNotGiven = RefusalCode("failureNotGiven")
    static let objectionWindowOpen = RefusalCode("objectionWindowOpen")
    static let objectionOpen = RefusalCode("objectionOpen")
}
