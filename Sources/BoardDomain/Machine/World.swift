/// The board as far as one decision can see it: the streams that it may touch, loaded, and the
/// registers that it may ask.
package struct World: Sendable {
    package private(set) var streams: [StreamID: Stream]
    package var directory: Directory
    package var register: Register

    package init(streams: [StreamID: Stream], directory: Directory, register: Register) {
        self.streams = streams
        self.directory = directory
        self.register = register
    }

    /// The stream, empty where it has no event yet.
    package subscript(id: StreamID) -> Stream {
        get { streams[id] ?? Stream(id) }
        set { streams[id] = newValue }
    }

    package func pool(_ id: String) -> Pool? {
        (streams[StreamID(.pool, id)]?.aggregate as? PoolFile)?.pool
    }

    /// What speaks against a pool that nobody has opened, or that is in another state than allowed.
    ///
    /// - Parameter fits: which of those in such a state would do.
    func poolBreach(
        _ name: String, allowing states: Set<PoolState> = [.open],
        where fits: (Pool) -> Bool = { _ in true }
    ) -> Breach? {
        let fit = pools.filter { states.contains($0.state) && fits($0) }
        let accepted = JSON.array(fit.map(\.name).sorted().map(JSON.string))
        guard let pool = pool(name) else {
            return Breach(.poolUnknown, given: .string(name), accepted: accepted)
        }
        return states.contains(pool.state)
            ? nil
            : Breach(
                .poolNotOpen, given: .string(name), accepted: accepted,
                ["state": pool.state.json])
    }

    package var pools: [Pool] {
        streams.values.compactMap { ($0.aggregate as? PoolFile)?.pool }
    }

    /// The pool that answers for one now: itself, or the one that its balance was carried over to
    /// (L10).
    package func heir(of pool: String) -> String {
        var name = pool
        // A pool is carried over to an open one, so the chain has no circle and is no longer than
        // the pools are many.
        for _ in streams {
            guard let next = self.pool(name)?.successor else { break }
            name = next
        }
        return name
    }

    package mutating func evolve(_ event: Event, in id: StreamID) {
        streams[id, default: Stream(id)].evolve(event)
    }
}

/// What the rest of the board says to a decision: found by the service before it decides.
package struct Register: Sendable {
    /// Organisations and persons under an effective restriction, with the instant at which it ends;
    /// nil for no end.
    package var restricted: [String: Instant?] = [:]
    /// Fraud in a bid, proven by a sanction in force (B24): `challenge/bidder` → the sanction's id.
    package var provenFraud: [String: String] = [:]
    /// Who holds a document number that must be unique on the board (I24): `kind:number` → object.
    package var documentHolders: [String: String] = [:]
    /// What has been granted under a policy and not refused or waived (Y1): `policy/payee`.
    package var granted: [String: Money] = [:]
    /// Challenges, listed or past, with a title like the one in question (C6): id → title.
    package var similarTitles: [String: String] = [:]
    /// Challenges that are approved and not yet published: a cut of the pool may free theirs (L3).
    package var unpublished: Set<String> = []
    /// The number that the next new stream of a kind takes.
    package var nextNumber: [StreamID.Kind: Int] = [:]
    /// What the enterprise and each organisation paid one another or signed lately (COI): pairs of
    /// unified codes, sorted, with the last day.
    package var dealings: [[String]: Day] = [:]
    /// What waits for a person all over the board, as texts such as `challenge/XC-2026-0007`: it is
    /// handed over before the person leaves (G7, G13).
    package var openWork: [PersonID: [String]] = [:]

    package init() {}
}
