/// A pool as a snapshot keeps it. A year's pool has ten thousands of events, nearly all of which
/// took effect long ago; every command on a case asks what it stands at.
extension PoolFile {
    package init?(id: String, snapshot json: JSON) {
        guard let docket = json["docket"].flatMap(Docket.init(snapshot:)),
            let pools = json["pools"]?.array?.compactMap(Pool.init(snapshot:)),
            pools.count == json["pools"]?.array?.count
        else { return nil }
        self.init(id: id)
        self.docket = docket
        self.pools = Roll(pools)
    }

    package var snapshot: JSON {
        ["docket": docket.snapshot, "pools": .array(pools.all.map(\.snapshot))]
    }
}

extension Pool {
    fileprivate init?(snapshot json: JSON) {
        guard let id = json["id"]?.string,
            let state = json["state"]?.string.flatMap(PoolState.init(rawValue:)),
            let name = json["name"]?.string, let year = json["year"]?.integer,
            let basis = json["basis"]?.string,
            let allotted = json["allotted"].flatMap(Money.init(json:)),
            let recovered = json["recovered"].flatMap(Money.init(json:)),
            let paid = json["paid"].flatMap(Money.init(json:)),
            let reserved = json["reserved"]?.object?.compactMapValues(Money.init(json:)),
            let committed = json["committed"]?.object?.compactMapValues(Money.init(json:)),
            let line = json["line"]?.array?.compactMap(PoolPlace.init(snapshot:)),
            let lastRank = json["lastRank"]?.integer,
            let documents = json["documents"]?.array?.compactMap(\.string)
        else { return nil }
        self.init(id: id, state: state)
        self.documents = Set(documents)
        self.name = name
        self.year = Int(year)
        self.basis = basis
        self.allotted = allotted
        self.recovered = recovered
        self.paid = paid
        self.reserved = reserved
        self.committed = committed
        self.line = line
        self.lastRank = Int(lastRank)
        successor = json["successor"]?.string
    }

    fileprivate var snapshot: JSON {
        var members: [String: JSON] = [
            "id": .string(id), "state": .string(state.rawValue), "name": .string(name),
            "year": .integer(Int64(year)), "basis": .string(basis), "allotted": allotted.json,
            "recovered": recovered.json, "paid": paid.json,
            "lastRank": .integer(Int64(lastRank)),
        ]
        members["reserved"] = .object(reserved.mapValues(\.json))
        members["committed"] = .object(committed.mapValues(\.json))
        members["documents"] = .array(documents.sorted().map(JSON.string))
        members["line"] = .array(line.map(\.snapshot))
        members["successor"] = successor.map(JSON.string)
        return .object(members)
    }
}

extension PoolPlace {
    fileprivate init?(snapshot json: JSON) {
        guard let payout = json["payout"]?.string, let holder = json["holder"]?.string,
            let amount = json["amount"].flatMap(Money.init(json:)),
            let rank = json["rank"]?.integer
        else { return nil }
        self.init(payout: payout, holder: holder, amount: amount, rank: Int(rank))
    }

    fileprivate var snapshot: JSON {
        [
            "payout": .string(payout), "holder": .string(holder), "amount": amount.json,
            "rank": .integer(Int64(rank)),
        ]
    }
}
