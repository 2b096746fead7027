private typealias Row = Rows<PoolState>

extension Pool {
    /// The rows of the machine `pool`: L1 to L10. What follows from events of a challenge (L4 to
    /// L8) is recorded by those, through `Turn.reserve` and its neighbours.
    static let rows: [Transition] = [
        Row.command(
            "L1", "open-pool", from: [], to: [.open], by: .chain(.financeReviewer, .reviewer),
            fields: [.required(F.year), .required(F.basis)], guards: [.madeOnce, yearAhead],
            events: [.poolOpened], act: "PoolOpening"
        ) { (turn: inout Turn) throws(Refusal) in
            let name = turn.stream.id
            turn.record(.poolOpened, to: PoolState.open) { $0[F.pool] = name }
        },
        Row.command(
            "L2", "allot", from: [.open], to: [], by: .any(.financeReviewer),
            fields: [.required(F.amount), .required(F.document)],
            guards: [amountPositive, allotsOnce], events: [.poolAllotted]),
        Row.command(
            "L3", "cut", from: [.open], to: [], by: .chain(.financeReviewer, .reviewer),
            fields: [.required(F.amount)], reason: true, guards: [amountPositive, cutCovered],
            events: [.poolCut], act: "PoolCutting", action: cut),
        Row.effect(
            "L4", of: [.argumentConcluded, .listPublished, .challengeRelaunched], from: [.open],
            to: [], events: [.budgetReserved]),
        Row.effect(
            "L5",
            of: [
                .challengeWithdrawn, .budgetLost, .listCancelled, .callFailed, .challengeResumed,
                .challengeTerminated, .challengeConcluded, .challengeRevoked, .contractTerminated,
                .entitlementWaived,
            ], from: [.open, .closing], to: [], events: [.budgetReleased]),
        Row.effect(
            "L6", of: [.contractEffective], from: [.open, .closing], to: [],
            events: [.budgetCommitted]),
        Row.effect("L7", of: [.payoutPaid], from: [.open, .closing], to: [], events: [.poolPaid]),
        Row.effect(
            "L8", of: [.recoveryReceived], from: [.open, .closing], to: [],
            events: [.poolRecovered]),
        Row.timer(
            "L9", key: "12-31", from: [.open], to: [.closing], events: [.poolClosing],
            due: { turn in
                (turn.world[turn.stream].aggregate as? PoolFile)?.pool.flatMap {
                    // 12-31 24:00 is the first instant of the next year.
                    Day(year: $0.year + 1, month: 1, day: 1)?.start
                }
            }),
        Row.command(
            "L10", "carry-over", from: [.closing], to: [.closed],
            by: .chain(.financeReviewer, .reviewer), fields: [.required(F.nextPool)],
            guards: [nextPoolOpen], events: [.balanceCarried, .poolClosed], act: "CarryOver",
            action: carryOver),
    ]

    static let duties: [Duty] = [
        .of(
            "L10", act: "PoolCarryOver", states: [PoolState.closing], awaits: [.financeReviewer],
            command: "carry-over")
    ]

    private static let yearAhead = Guard.input("yearAhead") { turn in
        let year = turn.fields[F.year, default: 0]
        let present = turn.now.day.year
        return (present...present + 1).contains(year)
            ? nil : Breach(.yearPast, given: year.json, accepted: present.json)
    }

    private static let amountPositive = Guard.input("amountPositive") { turn in
        turn.fields[F.amount, default: .zero] > .zero
            ? nil : Breach(.budgetZero, given: turn.fields[F.amount]?.json, accepted: 1)
    }

    /// I24: one document, one allotment of a pool, or money is there that nobody gave.
    private static let allotsOnce = Guard.input("allotsOnce") { turn in
        guard let pool = turn.pool, let document = turn.fields[F.document],
            pool.documents.contains(DocumentNumber.normal(document))
        else { return nil }
        return Breach(
            .documentUsed, given: .string(document), ["holder": .string(turn.stream.text)])
    }

    /// What a cut takes has to be free, or held for challenges that are not published yet.
    private static let cutCovered = Guard.input("cutCovered") { turn in
        guard let pool = turn.pool else { return nil }
        let held = turn.releasable.reduce(Money.zero) { $0 + $1.amount }
        let reach = pool.free + held
        let amount = turn.fields[F.amount, default: .zero]
        return amount <= reach
            ? nil
            : Breach(
                .cutTooDeep, given: amount.json, accepted: reach.json,
                ["free": pool.free.json, "held": held.json])
    }

    private static let cut: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        let amount = turn.fields[F.amount, default: .zero]
        for (challenge, held) in turn.releasable {
            guard let free = turn.pool?.free, free < amount else { break }
            turn.record(.budgetReleased, as: "L3") {
                $0 = Record()
                $0[F.challenge] = challenge
                $0[F.amount] = held
                $0[F.reservedPart] = held
            }
        }
        turn.record(.poolCut)
    }

    private static let nextPoolOpen = Guard.input("nextPoolOpen") { turn in
        let name = turn.fields[F.nextPool, default: ""]
        guard name != turn.stream.id else {
            return Breach(.poolCarriedIntoItself, given: .string(name))
        }
        return turn.world.poolBreach(name)
    }

    /// Everything moves: what is free as an allotment, what is held as the same holdings, the line of
    /// those who wait for their money.
    private static let carryOver: Transition.Action = { (turn: inout Turn) throws(Refusal) in
        guard let pool = turn.pool, let next = turn.fields[F.nextPool] else { return }
        let own = ObjectReference(.pool)
        let stream = StreamID(.pool, next)
        let left = Money(fen: pool.free.fen + pool.totalReserved.fen + pool.totalCommitted.fen)
        turn.record(.poolAllotted, on: own, as: "L10", in: stream) {
            $0[F.amount] = left
            $0[F.document] = pool.name
        }
        let books: [([String: Money], EventType)] = [
            (pool.reserved, .budgetReserved), (pool.committed, .budgetReserved),
        ]
        for (index, (book, type)) in books.enumerated() {
            for (challenge, amount) in book.sorted(by: { $0.key < $1.key }) {
                for step in index == 0 ? [type] : [type, .budgetCommitted] {
                    turn.record(step, on: own, as: "L10", in: stream) {
                        $0[F.challenge] = challenge
                        $0[F.amount] = amount
                    }
                }
                turn.record(.budgetReleased, as: "L10") {
                    $0 = Record()
                    $0[F.challenge] = challenge
                    $0[index == 0 ? F.reservedPart : F.committedPart] = amount
                    $0[F.amount] = amount
                    if index == 1 { $0[F.reservedPart] = .zero }
                }
            }
        }
        // Who waits longest in the old pool goes on waiting in its order, behind those already there.
        for place in pool.line {
            let rank = (turn.world.pool(next)?.lastRank ?? 0) + 1
            turn.record(.payoutRanked, on: own, as: "L10", in: stream) {
                $0[F.linedPayout] = place.payout
                $0[F.challenge] = place.holder
                $0[F.amount] = place.amount
                $0[F.rankInPool] = rank
            }
        }
        turn.record(.balanceCarried, to: PoolState.closing) { $0[F.amount] = left }
        turn.record(.poolClosed, to: PoolState.closed)
    }
}

extension RefusalCode {
    static let yearPast = RefusalCode("yearPast")
    static let cutTooDeep = RefusalCode("cutTooDeep")
}
