/// When an object may be objected to (§6): during its notice, else for `notice.days` workdays after
/// the decision on it was served.
package struct ObjectionWindow: Hashable, Sendable {
    package let opens: Instant
    /// The last instant; it stands while the notice is suspended.
    package let closes: Instant
    /// The notice that gives the window; nil where it runs from service.
    package let notice: String?
    /// The notice's end is provisional: the window stays open until it is fixed (N3).
    package let isProvisional: Bool

    package func isOpen(at instant: Instant) -> Bool { opens <= instant && !isOver(at: instant) }

    package func isOver(at instant: Instant) -> Bool { !isProvisional && closes < instant }

    /// The window of a notice or of another object; nil where it cannot be objected to now.
    package static func of(_ object: ObjectReference, in turn: Turn) -> ObjectionWindow? {
        if object.machine == .notice {
            return turn.notices[object.id].flatMap {
                $0.state == .superseded ? nil : ObjectionWindow(of: $0)
            }
        }
        let covering = turn.notice(on: object)
        if let covering, covering.state.isLive { return ObjectionWindow(of: covering) }
        return fromService(of: object, in: turn) ?? covering.map(ObjectionWindow.init(of:))
    }

    private init(of notice: Notice) {
        opens = notice.publishedAt
        closes = notice.end
        self.notice = notice.id
        isProvisional = notice.isProvisional && notice.state.isLive
    }

    private init(opens: Instant, closes: Instant) {
        self.opens = opens
        self.closes = closes
        notice = nil
        isProvisional = false
    }

    private static func fromService(
        of object: ObjectReference, in turn: Turn
    ) -> ObjectionWindow? {
        guard let state = turn.world[turn.stream].aggregate.state(of: object),
            served[object.machine]?.contains(state) == true,
            let since = turn.docket.since[object]
        else { return nil }
        // A decision that stood opens no second window when its object comes back from dispute.
        if let last = turn.objections.all.last(where: { $0.object == object && $0.notice == nil }),
            last.leftDecisionStanding, let closes = last.closes
        {
            return ObjectionWindow(opens: min(since, closes), closes: closes)
        }
        return ObjectionWindow(opens: since, closes: turn.workdays(.noticeDays, after: since))
    }

    /// The decisions that can be objected to outside a notice: 资格审查结论, 验题结论, 市场评价,
    /// the conclusion of a milestone, the termination of a contract, a race's gate, a refused payout.
    private static let served: [Machine: Set<String>] = [
        .bid: names([.qualified, .disqualified] as [BidState]),
        .verification: names([.passed, .failed, .final] as [VerificationState]),
        .evaluation: names([.rated] as [EvaluationState]),
        .milestone: names([.met, .partiallyMet, .notMet] as [MilestoneState]),
        .contract: names([.terminated] as [ContractState]),
        .gate: names([.decided] as [GateState]),
        .payout: names([.rejected] as [PayoutState]),
    ]

    private static func names(_ states: [some MachineState]) -> Set<String> {
        Set(states.map(\.rawValue))
    }
}
