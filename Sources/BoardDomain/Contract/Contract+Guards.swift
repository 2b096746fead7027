extension Guard {
    /// A standing guard over the contract that the turn's subject is or hangs on.
    static func contract(
        _ name: String, _ breach: @escaping @Sendable (Contract, Turn) -> Breach?
    ) -> Guard {
        .standing(name) { turn in turn.ownContract.flatMap { breach($0, turn) } }
    }

    /// A guard over the contract and the command's fields.
    static func contractInput(
        _ name: String, _ breach: @escaping @Sendable (Contract, Turn) -> Breach?
    ) -> Guard {
        .input(name) { turn in turn.ownContract.flatMap { breach($0, turn) } }
    }
}

extension Contract {
    /// Neither party is under a restriction (domain §12).
    static let partiesUnrestricted = Guard.contract("partiesUnrestricted") { contract, turn in
        turn.restrictionBreach(contract.bidder)
            ?? turn.restrictionBreach(turn.case.challenge.enterprise)
    }

    /// No admitted objection holds the contract or the bid that it rests on.
    static let noHold = Guard.contract("noHold") { contract, turn in
        turn.hold(on: [contract.reference, ObjectReference(.bid, contract.bid)]).map {
            Breach(.onHold, given: .string($0.id))
        }
    }

    /// The reservation covers the county's share (K9).
    static let reservationCovers = Guard.contract("reservationCovers") { contract, turn in
        turn.uncovered(contract.countyShare)
    }

    /// Every *must* was reached in a passed verification (K14, K15).
    static let mustsReached = Guard.contract("mustsReached") { contract, turn in
        let open = turn.case.openMusts(of: contract)
        return open.isEmpty
            ? nil
            : Breach(
                .mustsNotReached, given: open.json,
                accepted: contract.musts(of: turn.case.challenge.terms).json)
    }
}

extension RefusalCode {
    package static let mustsNotReached = RefusalCode("mustsNotReached")
}
