extension Turn {
    /// The pool of the turn's own stream.
    var pool: Pool? { (world[stream].aggregate as? PoolFile)?.pool }

    /// Where the challenge's money lies: the pool that reserved it, or the one that its balance was
    /// carried over to (L10).
    var ownPool: String { world.heir(of: `case`.challenge.pool) }

    /// Reservations that a cut may take back (L3).
    var releasable: [(challenge: String, amount: Money)] {
        pool?.releasable(unpublished: world.register.unpublished) ?? []
    }

    /// Holds an amount for a challenge (L4).
    ///
    /// - Throws: `poolShort` where the ledger would fall below zero.
    mutating func reserve(
        _ amount: Money, pool name: String, for challenge: String? = nil
    ) throws(Refusal) {
        guard let pool = world.pool(name), pool.free >= amount else {
            throw Refusal(
                rule: "L4",
                Breach(
                    .poolShort, given: amount.json,
                    accepted: (world.pool(name)?.free ?? .zero).json))
        }
        recordInPool(.budgetReserved, name, as: "L4", challenge: challenge ?? stream.id) {
            $0[F.amount] = amount
        }
    }

    /// Gives back whatever the pool still holds for the turn's challenge, but for what entitlements
    /// that stay open will draw (L5): a debt is not cut.
    mutating func releaseReservation(_ why: String) {
        let name = ownPool
        guard let pool = world.pool(name) else { return }
        let owed = `case`.entitlements.in(.open).reduce(Int64(0)) {
            $0 + $1.amount.fen - $1.paid.fen
        }
        let reserved = pool.reserved[stream.id] ?? .zero
        let committed = (pool.committed[stream.id] ?? .zero).fen
        let spare = Money(fen: max(0, committed - owed))
        let amount = reserved + spare
        guard amount > .zero else { return }
        recordInPool(.budgetReleased, name, as: "L5", challenge: stream.id) {
            $0[F.amount] = amount
            $0[F.reservedPart] = reserved
            $0[F.committedPart] = spare
            $0[F.reason] = why
        }
    }

    /// Gives back a part of what contracts hold (L5, Y16, K17).
    mutating func releaseCommitment(_ amount: Money, _ why: String) {
        let name = ownPool
        let held = world.pool(name)?.committed[stream.id] ?? .zero
        let part = min(held, amount)
        guard part > .zero else { return }
        recordInPool(.budgetReleased, name, as: "L5", challenge: stream.id) {
            $0[F.amount] = part
            $0[F.reservedPart] = .zero
            $0[F.committedPart] = part
            $0[F.reason] = why
        }
    }

    /// Turns reserved money into committed money when a contract comes into force (L6).
    mutating func commit(_ amount: Money) {
        guard amount > .zero else { return }
        recordInPool(.budgetCommitted, ownPool, as: "L6", challenge: stream.id) {
            $0[F.amount] = amount
        }
    }

    /// Whether a pool has the money for a payout: what is committed to the challenge, then what is
    /// free (Y10).
    package func poolCanPay(_ amount: Money, pool name: String) -> Bool {
        guard let pool = world.pool(name) else { return false }
        let committed = pool.committed[stream.id] ?? .zero
        return amount <= committed + max(pool.free, .zero)
    }

    /// Records a payment in the pool, out of the commitment first (L7).
    mutating func payFromPool(_ amount: Money, pool name: String) {
        let committed = world.pool(name)?.committed[stream.id] ?? .zero
        recordInPool(.poolPaid, name, as: "L7", challenge: stream.id) {
            $0[F.amount] = amount
            $0[F.committedPart] = min(committed, amount)
        }
    }

    /// Records money that came back (L8).
    mutating func recoverToPool(_ amount: Money, pool name: String) {
        recordInPool(.poolRecovered, name, as: "L8", challenge: stream.id) { $0[F.amount] = amount }
    }

    private mutating func recordInPool(
        _ type: EventType, _ name: String, as rule: String, challenge: String,
        fill: (inout Record) -> Void
    ) {
        record(type, on: ObjectReference(.pool), as: rule, in: StreamID(.pool, name)) {
            $0[F.challenge] = challenge
            fill(&$0)
        }
    }
}
