/// A payout that has been approved and waits for its money: its place in the pool's line.
package struct PoolPlace: Hashable, Sendable, Codable {
    /// `challenge/XC-2026-0007/payout/1`.
    package let payout: String
    /// Whose commitment it draws on first; the claim's own id for a policy payout, which has none.
    package let holder: String
    package let amount: Money
    /// The order of approval, from 1.
    package let rank: Int
}

extension Pool {
    /// Whether the pool can pay a place in its line now: what is committed to the holder first, then
    /// what is free and no earlier place needs.
    ///
    /// A place that is short holds back every later one that needs free money, so that the order of
    /// approval stands and nothing is cut (Y10); one that its commitment covers waits for nobody.
    package func covers(_ payout: String) -> Bool {
        guard state != .closed else { return false }
        var free = max(free.fen, 0)
        var committed = committed
        var isShort = false
        for place in line {
            let held = committed[place.holder] ?? .zero
            let own = min(held, place.amount)
            committed[place.holder] = held - own
            let need = (place.amount - own).fen
            if place.payout == payout { return need == 0 || !isShort && need <= free }
            if need <= free { free -= need } else { isShort = true }
        }
        return false
    }

    mutating func takeLine(_ event: Event) {
        guard let payout = event.fields[F.linedPayout] else { return }
        line.removeAll { $0.payout == payout }
        guard event.type == .payoutRanked else { return }
        let place = PoolPlace(
            payout: payout, holder: event.fields[F.challenge, default: ""],
            amount: event.fields[F.amount, default: .zero], rank: event.fields[F.rankInPool] ?? 0)
        line.append(place)
        line.sort { $0.rank < $1.rank }
        lastRank = max(lastRank, place.rank)
    }
}

extension Turn {
    /// The subject as the pool's line names it.
    var linedName: String { stream.text + "/" + subject.text }

    /// Puts the subject into its pool's line; with its old rank where it had one (Y8, Y15).
    ///
    /// - Returns: the rank.
    mutating func joinLine(_ payout: Payout) -> Int {
        let pool = world.heir(of: payout.pool)
        let rank = payout.rank ?? (world.pool(pool)?.lastRank ?? 0) + 1
        let (name, holder) = (linedName, stream.id)
        record(
            .payoutRanked, on: ObjectReference(.pool), in: StreamID(.pool, pool)
        ) {
            $0[F.linedPayout] = name
            $0[F.challenge] = holder
            $0[F.amount] = payout.amount
            $0[F.rankInPool] = rank
        }
        return rank
    }

    /// Takes the subject out of its pool's line, if it stands in it.
    mutating func leaveLine(_ payout: Payout) {
        let name = linedName
        let pool = world.heir(of: payout.pool)
        guard world.pool(pool)?.line.contains(where: { $0.payout == name }) == true else {
            return
        }
        record(
            .payoutUnranked, on: ObjectReference(.pool), in: StreamID(.pool, pool)
        ) { $0[F.linedPayout] = name }
    }

    /// Whether the subject's turn has come in its pool (Y10, Y11); false without the pool.
    func isCovered(_ payout: Payout) -> Bool {
        world.pool(world.heir(of: payout.pool))?.covers(linedName) ?? false
    }
}

extension F {
    package static let linedPayout = Field<String>("payout", .text(80))
    package static let rankInPool = Field<Int>("rank")
}
