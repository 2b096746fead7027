@testable import BoardDomain

/// The invariants of the specification that one step of a board can show.
struct Invariants {
    let before: DomainBoard
    let after: DomainBoard
    private var events: ArraySlice<(stream: StreamID, event: Event)> {
        after.log[before.log.count...]
    }

    init(before: DomainBoard, after: DomainBoard) {
        self.before = before
        self.after = after
    }

    var faults: [String] {
        var found = versions + moneyOfPools
        for (stream, event) in events {
            found += attribution(of: event) + reasons(of: event) + amounts(of: event)
            if stream.kind == .challenge {
                found += bidding(event, in: stream) + decisions(event, in: stream)
                found += sealed(event, in: stream)
            }
        }
        for stream in Set(events.map(\.stream)) where stream.kind == .challenge {
            guard let old = before.world[stream].aggregate as? Case,
                let new = after.world[stream].aggregate as? Case, old.exists
            else { continue }
            found += deadline(old, new) + ending(old, new) + roles(new) + contracts(new)
            found += entitlements(new) + opening(old, new, in: stream)
        }
        return found + overdue
    }

    /// I1: a stream's version goes up by one an event, and its time does not go back.
    private var versions: [String] {
        Set(events.map(\.stream)).sorted().compactMap { id in
            let own = events.filter { $0.stream == id }.map(\.event)
            let (old, new) = (before.world[id], after.world[id])
            guard new.version == old.version + own.count else { return "I1: version of \(id.text)" }
            let times = [old.lastAt] + own.map(\.at)
            return zip(times, times.dropFirst()).allSatisfy { $0 <= $1 }
                ? nil : "I1: the time of \(id.text) goes back: \(own.map(\.rule))"
        }
    }

    /// I21: a rule of the table, and who did it in a capacity that the rule gives.
    private func attribution(of event: Event) -> [String] {
        let table = after.engine.table
        let row = table.row(event.rule)
        let isKnown =
            row != nil || table.rows.contains { $0.id == event.rule }
            || table.duties.contains { $0.rule == event.rule }
        var found = isKnown ? [] : ["I21: \(event.name) under \(event.rule)"]
        let isClock = event.by.actor == .clock
        if isClock != (event.by.capacity == .clock) { found.append("I21: \(event.name) by whom") }
        // A corrected notice (N6) is published under N1 by whoever corrects it.
        if !isClock, event.type != .noticePublished, let row, let authority = row.authority,
            !authority.capacities.contains(event.by.capacity)
        {
            found.append("I21: \(event.name) under \(event.rule) as \(event.by.capacity)")
        }
        if isClock, event.at > after.now { found.append("I10: \(event.name) before its time") }
        return found
    }

    /// I23: whoever turns something down says why, and by which clause.
    private func reasons(of event: Event) -> [String] {
        guard event.type.actSuffix == nil, let row = after.engine.table.row(event.rule),
            row.needsReason, row.machine == event.subject.machine, event.by.actor != .clock,
            row.events.first == event.type
        else { return [] }
        let texts = [event.fields[F.reason], event.fields[F.clause]]
        return texts.allSatisfy { $0?.isEmpty == false }
            ? [] : ["I23: \(event.name) under \(event.rule) without a reason"]
    }

    /// I19: no amount is negative.
    private func amounts(of event: Event) -> [String] {
        event.fields.members.compactMap { name, value in
            guard name.lowercased().hasSuffix("amount") || name.hasSuffix("Share"),
                let fen = value.integer, fen < 0
            else { return nil }
            return "I19: \(event.name) \(name) \(fen)"
        }
    }

    /// I8: no bid is sealed, confirmed or begun at the deadline or after it.
    private func bidding(_ event: Event, in stream: StreamID) -> [String] {
        let types: Set<EventType> = [.bidDrafted, .bidSealed, .bidReconfirmed, .bidWithdrawn]
        guard types.contains(event.type), let found = after.world[stream].aggregate as? Case,
            let deadline = found.challenge.deadline, event.at >= deadline
        else { return [] }
        return ["I8: \(event.name) at \(event.at.text)"]
    }

    /// I9: a deadline never moves earlier, and never after it has passed.
    private func deadline(_ old: Case, _ new: Case) -> [String] {
        guard let was = old.challenge.deadline else { return [] }
        guard let now = new.challenge.deadline, now >= was else {
            return ["I9: an earlier deadline"]
        }
        return now != was && before.now >= was ? ["I9: a deadline moved after it passed"] : []
    }

    /// I28: a final state of the challenge is left for its revocation alone.
    private func ending(_ old: Case, _ new: Case) -> [String] {
        let (was, now) = (old.challenge.state, new.challenge.state)
        guard was.isTerminal, now != was else { return [] }
        return ["I28: \(was) → \(now)"]
    }

    private static let apart: [(Set<Capacity>, Set<Capacity>)] = [
        (
            [.enterprise, .enterpriseSignatory, .workshop, .bidder, .bidderSignatory],
            [.caseOfficer, .reviewer, .financeReviewer, .payer, .supervisor]
        ),
        ([.enterprise, .enterpriseSignatory], [.bidder, .bidderSignatory]),
        ([.caseOfficer], [.reviewer, .financeReviewer, .payer, .supervisor]),
        ([.reviewer], [.financeReviewer, .payer, .supervisor]),
        ([.financeReviewer], [.payer, .supervisor]), ([.payer], [.supervisor]),
        (
            [.panelExpert, .panelChair],
            [.enterprise, .bidder, .argumentExpert, .caseOfficer, .reviewer]
        ),
    ]

    /// I11: nobody fills two roles of a case that exclude one another.
    private func roles(_ found: Case) -> [String] {
        let acts = Dictionary(grouping: found.docket.acts, by: \.person)
        return acts.compactMap { person, acts in
            let filled = Set(acts.map(\.capacity))
            let isBoth = Self.apart.contains {
                !$0.0.isDisjoint(with: filled) && !$0.1.isDisjoint(with: filled)
            }
            return isBoth ? "I11: \(person) as \(filled)" : nil
        }
    }

    /// I16, I17: a contract within its bid, the bid within the list; parts that make up the whole.
    private func contracts(_ found: Case) -> [String] {
        found.contracts.all.filter { $0.version > 0 && ![.draft, .rescinded].contains($0.state) }
            .flatMap {
                contract -> [String] in
                var faults: [String] = []
                let terms = found.challenge.terms
                let listed = terms.enterpriseShare + terms.countyShare
                if let content = found.bids[contract.bid]?.content {
                    if contract.amount.fen > content.amountFen {
                        faults.append("I16: above the bid")
                    }
                    if content.amountFen > listed.fen { faults.append("I16: above the list") }
                    if content.consortium.reduce(0, { $0 + $1.basisPoints }) != 10_000 {
                        faults.append("I17: shares of the consortium")
                    }
                }
                let points = contract.plans.reduce(0) { $0 + $1.basisPoints }
                if points != 10_000 { faults.append("I17: milestones of \(points)") }
                return faults
            }
    }

    /// I18: never more is paid than is owed, and the pool's ledger holds.
    private func entitlements(_ found: Case) -> [String] {
        found.entitlements.all.filter { $0.paid > $0.amount }.map { "I18: \($0.id) is overpaid" }
    }

    private var moneyOfPools: [String] {
        Set(events.map(\.stream)).filter { $0.kind == .pool }.compactMap { id in
            guard let pool = after.world.pool(id.id), pool.free.fen < 0 else { return nil }
            return "I18: \(id.text) is \(pool.free.fen) short"
        }
    }

    /// I26: a clock that ran out is recorded once.
    private var overdue: [String] {
        Set(events.map(\.stream)).flatMap { id -> [String] in
            let marks = after.world[id].aggregate.docket.overdue.map {
                "\($0.act) \($0.subject.text) \($0.due.text)"
            }
            return Set(marks).count == marks.count ? [] : ["I26: twice overdue in \(id.text)"]
        }
    }
}
