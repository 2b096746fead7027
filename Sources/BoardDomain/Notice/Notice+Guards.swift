extension Notice {
    /// The other kinds are published by rows of their own: C20, C13, Y7, X6.
    static let kindsOfN1: [NoticeKind] = [.lane, .amendment]

    static let kindIsOfN1 = Guard.input("noticeKindIsOfN1") { turn in
        guard let kind = turn.fields[Notice.kind], !kindsOfN1.contains(kind) else { return nil }
        return Breach(
            .noticeKind, given: kind.json, accepted: .array(kindsOfN1.map(\.json)))
    }

    static let objectFitsKind = Guard.input("noticeObjectFitsKind") { turn in
        guard let kind = turn.fields[Notice.kind], let object = turn.fields[F.object] else {
            return nil
        }
        return isNoticed(object, as: kind, in: turn)
            ? nil
            : Breach(
                .noticeObject, given: .string(object.text),
                accepted: .string(kind == .lane ? "bid: proposed" : "contract: amending"))
    }

    static let noNoticeStands = Guard.input("noNoticeStands") { turn in
        guard let object = turn.fields[F.object], let kind = turn.fields[Notice.kind],
            let standing = turn.notice(on: object, kind: kind), standing.state.isLive
        else { return nil }
        return Breach(.noticeStands, given: .string(standing.reference.text))
    }

    static func isOfKind(_ kinds: NoticeKind...) -> Guard {
        .standing("noticeIsOfKind") { turn in
            guard let notice = turn.notices[turn.subject.id], !kinds.contains(notice.kind) else {
                return nil
            }
            return Breach(
                .noticeKind, given: notice.kind.json, accepted: .array(kinds.map(\.json)))
        }
    }

    static let changeIsNamed = Guard.input("noticeChangeIsNamed") { turn in
        turn.fields[Notice.changed].isEmpty
            ? Breach(
                .noticeChangeMissing, accepted: .array(NoticeChange.allCases.map(\.json)))
            : nil
    }

    static let isFirm = Guard.standing("noticeIsFirm") { turn in
        guard let notice = turn.notices[turn.subject.id], notice.isProvisional else { return nil }
        return Breach(.noticeProvisional, given: .string(notice.end.text))
    }

    static let noObjectionIsOpen = Guard.standing("noObjectionIsOpen") { turn in
        turn.notices[turn.subject.id].flatMap { turn.openObjections(to: $0).first }
            .map { Breach(.objectionOpen, given: .string($0.reference.text)) }
    }

    /// The object is still in the state in which a notice of this kind makes it public. Otherwise
    /// the notice has lost what it is about: C22, the end of C13, C26, C30 (N6).
    static func isNoticed(_ object: ObjectReference, as kind: NoticeKind, in turn: Turn) -> Bool {
        guard let state = turn.world[turn.stream].aggregate.state(of: object) else { return false }
        let challenge = turn.caseIfAny.flatMap { $0.exists ? $0.challenge.state : nil }
        let stands: Set<String> =
            switch kind {
            case .result: names([.noticed, .disputed, .cancelPending] as [ChallengeState])
            case .cancellation: names([.cancelPending] as [ChallengeState])
            case .lane: names([.proposed] as [BidState])
            case .amendment: names([.amending] as [ContractState])
            case .payout: names([.noticed, .suspended] as [PayoutState])
            case .sanction: names([.decided] as [SanctionState])
            }
        // Payouts are settled whatever becomes of the challenge (I28).
        let isOver = kind != .payout && challenge?.isTerminal == true
        return stands.contains(state) && !isOver
    }

    private static func names(_ states: [some MachineState]) -> Set<String> {
        Set(states.map(\.rawValue))
    }

    /// What keeps a notice suspended: an admitted objection, or a proposed cancellation.
    static func suspender(of notice: Notice, in turn: Turn) -> ObjectReference? {
        if let objection = turn.openObjections(to: notice).first(where: \.hold) {
            return objection.reference
        }
        let isCancelPending =
            turn.caseIfAny.map { $0.exists && $0.challenge.state == .cancelPending } ?? false
        return isCancelPending && notice.isSuspendedByCancellation
            ? ObjectReference(.challenge) : nil
    }

    /// A proposed cancellation stops what leads to an award or a contract (N4).
    var isSuspendedByCancellation: Bool { [.result, .lane, .amendment].contains(kind) }
}
