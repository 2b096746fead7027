private typealias Row = Rows<ChallengeState>

/// 攻关至市场评价: C25 to C27.
extension Challenge {
    static let executionRows: [Transition] = [
        Row.timer(
            "C25", key: "C25", from: [.executing], to: [.marketEval], guards: [noOpenObjection],
            events: [.marketEvaluationOpened],
            due: { turn in
                let ended = EndedContracts(turn)
                guard ended.areAll, ended.accepted > 0 else { return nil }
                return ended.windowsEnd
            }),
        Row.timer(
            "C26", key: "C26", from: [.executing], to: [.terminated], guards: [noOpenObjection],
            events: [.challengeTerminated],
            due: { turn in
                let ended = EndedContracts(turn)
                guard ended.areAll, ended.accepted == 0 else { return nil }
                return ended.windowsEnd
            },
            action: { (turn: inout Turn) throws(Refusal) in
                let causes = turn.case.contracts.all.map(\.cause).filter { !$0.isEmpty }
                turn.record(.challengeTerminated) {
                    $0[F.causeText] = causes.joined(separator: ", ")
                }
                turn.releaseReservation("C26")
            }),
        Row.condition(
            "C27", from: [.marketEval], to: [.settling], events: [.settlementOpened],
            when: { turn in
                let evaluations = turn.case.evaluations.all
                return !evaluations.isEmpty
                    && evaluations.allSatisfy { [.final, .rechecked].contains($0.state) }
            }),
    ]

    private static let noOpenObjection = Guard.standing("noOpenObjection") { turn in
        let touched = turn.objections.all.first {
            $0.isOpen && [.contract, .milestone].contains($0.object.machine)
        }
        return touched.map { Breach(.objectionOpen, given: .string($0.id)) }
    }

    /// The contracts of a case, once none of them is under way any more.
    private struct EndedContracts {
        let areAll: Bool
        let accepted: Int
        /// When the window to object to the last termination is over; at once where there is none.
        let windowsEnd: Instant?

        init(_ turn: Turn) {
            let contracts = turn.case.contracts.all.filter { $0.state != .rescinded }
            let isOver = { (contract: Contract) in
                // A termination is settled first, so that what it still owes is entitled (K17).
                [.accepted, .closed].contains(contract.state)
                    || contract.state == .terminated && contract.isSettled
            }
            areAll = !contracts.isEmpty && contracts.allSatisfy(isOver)
            accepted = contracts.filter { $0.state != .terminated }.count
            let ends = contracts.compactMap { contract -> Instant? in
                guard let since = turn.docket.since[contract.reference] else { return nil }
                return contract.state == .terminated
                    ? turn.workdays(.noticeDays, after: since) : since
            }
            windowsEnd = ends.max()
        }
    }
}
