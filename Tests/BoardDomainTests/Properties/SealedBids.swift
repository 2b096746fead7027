import Testing

@testable import BoardDomain

/// What bidders have sealed in a walk and what the openers hand over: the fields that no shape tells.
struct SealedBids {
    let found: Case
    var random: SplitMix64
    /// Of what was revealed last: not what was committed to, or nothing that can be read.
    private(set) var tampered: Set<String> = []

    private static let nonces: ClosedRange<UInt8> = 1...4

    init(_ found: Case, random: SplitMix64) {
        (self.found, self.random) = (found, random)
    }

    /// Nil for a command that has nothing to do with sealed bids.
    mutating func fields(of command: String, on subject: ObjectReference) -> JSON? {
        switch command {
        case "seal" where CallBoard.people[subject.id] != nil:
            guard
                var sealed = try? Sealed(
                    for: subject.id, nonce: UInt8.random(in: Self.nonces, using: &random))
            else { return nil }
            sealed.termsVersion = Int64(found.challenge.termsVersion)
            sealed.shares = found.challenge.openers.map(\.person)
            return sealed.fields
        case "attend-opening":
            return [
                "handedShares": .array(
                    mostlyAll().map {
                        ["bid": .string($0.id), "holder": "sup", "wrapped": "0a0b"]
                    })
            ]
        case "open-bids": return ["revealed": .array(mostlyAll().map { reveal($0) })]
        default: return nil
        }
    }

    private mutating func mostlyAll() -> [Bid] {
        let sealed = found.bids.in(.sealed)
        return random.chance(10) ? Array(sealed.dropLast()) : sealed
    }

    private mutating func reveal(_ bid: Bid) -> JSON {
        let material = Self.nonces.lazy.compactMap { try? Sealed(for: bid.id, nonce: $0) }
            .first { $0.commitment == bid.commitment }
        guard var sealed = material, !random.chance(15) else {
            tampered.insert(bid.id)
            return RevealedBid(bid: bid.id, content: nil, nonce: nil, fault: "damaged").record.json
        }
        if random.chance(20) {
            tampered.insert(bid.id)
            sealed.content.amountFen -= 1
        }
        return sealed.revealed(as: bid.id).record.json
    }
}
