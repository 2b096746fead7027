extension Payout {
    /// The one who signs is the payee's own, whatever else it is in the case (Y3, Y16).
    static let payeesOwn = Guard.standing("payeesOwn") { turn in
        let side: Set<Capacity> = [.bidder, .enterprise, .bidderSignatory]
        let payee = turn.ownEntitlement?.payee ?? ""
        guard side.contains(turn.signature.capacity), turn.signature.organisation != payee else {
            return nil
        }
        return Breach(
            .notThePayee, given: .string(turn.signature.organisation), accepted: .string(payee))
    }

    /// Whoever had a payout in hand in one capacity has it in no other: a claim's stream has no case
    /// whose separation of duties would say so (§1).
    static let handsApart = Guard.standing("handsApart") { turn in
        guard let person = turn.signature.actor.person else { return nil }
        let objects: Set<ObjectReference> = Set(
            [turn.subject] + (turn.ownEntitlement.map { [$0.reference] } ?? []))
        let earlier = turn.docket.acts(of: person).first {
            objects.contains($0.subject) && $0.capacity != turn.signature.capacity
        }
        return earlier.map {
            Breach(
                .incompatibleRoles, given: turn.signature.capacity.json, accepted: nil,
                [
                    "person": .string(person), "earlier": $0.capacity.json,
                    "rule": .string($0.rule),
                ])
        }
    }

    static let entitlementOpen = Guard.standing("entitlementOpen") { turn in
        guard let state = turn.ownEntitlement?.state, state != .open else { return nil }
        return Breach(
            .entitlementOver, given: state.json, accepted: EntitlementState.open.json)
    }

    static let payeeFree = Guard.standing("payeeNotSanctioned") { turn in
        turn.ownPayout.flatMap { turn.restrictionBreach($0.payee) }
    }

    /// The account is the party's own, by the name of its holder.
    static let accountOfPayee = Guard.input("accountOfPayee") { turn in
        let payee = turn.ownPayout?.payee ?? ""
        let name = turn.world.directory.organisations[payee]?.name ?? ""
        let holder = turn.fields[F.payeeAccount]?.holder ?? ""
        return Width.trimmed(Width.narrow(holder)) == Width.trimmed(Width.narrow(name))
            ? nil : Breach(.accountNotOfPayee, given: .string(holder), accepted: .string(name))
    }

    static let documentsGiven = Guard.input("documentsGiven") { turn in
        turn.fields[F.documents].isEmpty
            ? Breach(.baseDocumentMissing, given: .integer(0), accepted: .integer(1)) : nil
    }

    static let baseDocument = Guard.standing("baseDocument") { turn in
        turn.ownPayout?.documents.isEmpty == true
            ? Breach(.baseDocumentMissing, given: .integer(0), accepted: .integer(1)) : nil
    }

    /// A corrected amount stays within the entitlement, and somebody says why.
    static let correctionWithin = Guard.input("correctionWithin") { turn in
        guard let corrected = turn.fields[F.correctedAmount] else { return nil }
        let most = turn.ownEntitlement?.amount ?? .zero
        guard corrected > .zero, corrected <= most else {
            return Breach(.amountBeyondEntitlement, given: corrected.json, accepted: most.json)
        }
        return turn.fields[F.payoutNote] == nil
            ? Breach(.fieldMissing, accepted: .string("text"), ["field": .string("note")]) : nil
    }

    /// FIN puts the amount itself, and it has to be the one that was checked.
    static let amountAgrees = Guard.input("amountAgrees") { turn in
        let amount = turn.ownPayout?.amount ?? .zero
        let given = turn.fields[F.amount] ?? .zero
        return given == amount
            ? nil : Breach(.amountNotAsChecked, given: given.json, accepted: amount.json)
    }

    /// The pool is open or closing; a challenge's payout comes out of the pool that holds its money.
    static let poolFits = Guard.input("poolFits") { turn in
        let name = turn.fields[F.pool, default: ""]
        let payable: Set<PoolState> = [.open, .closing]
        guard let found = turn.caseIfAny else {
            return turn.world.poolBreach(name, allowing: payable)
        }
        let own = turn.world.heir(of: found.challenge.pool)
        let fits = { (pool: Pool) in pool.name == own || pool.committed[found.id] != nil }
        if let breach = turn.world.poolBreach(name, allowing: payable, where: fits) {
            return breach
        }
        return turn.world.pool(name).map(fits) ?? false
            ? nil : Breach(.poolUnfit, given: .string(name), accepted: .string(own))
    }

    static let noticeEnded = Guard.standing("noticeEnded") { turn in
        let notice = turn.notice(on: turn.subject, kind: .payout)
        return notice?.state == .ended
            ? nil
            : Breach(
                .noticeNotEnded, given: .string(notice?.state.rawValue ?? "–"),
                accepted: (notice?.end).map(\.json))
    }

    static let covered = Guard.standing("poolCovers") { turn in
        guard let payout = turn.ownPayout, !turn.isCovered(payout) else { return nil }
        return Breach(
            .notYetCovered, given: payout.amount.json,
            accepted: turn.world.pool(payout.pool)?.free.json, ["pool": .string(payout.pool)])
    }

    /// The same key orders the same payment; a new order, even of the same payout, has a new one.
    static let keyUnused = Guard.input("keyUnused") { turn in
        let key = turn.fields[F.idempotencyKey, default: ""]
        let own = turn.payouts.all.first { $0.orderKeys.contains(key) }
        let holder =
            own?.reference.text
            ?? turn.world.register.documentHolders[DocumentNumber.key(kind: "payment", number: key)]
        return holder.map { Breach(.keyUsed, given: .string(key), ["holder": .string($0)]) }
    }

    static let confirmationUnused = Guard.input("confirmationUnused") { turn in
        let number = turn.fields[F.confirmationNumber, default: ""]
        let own = turn.payouts.all.first { $0.confirmation == number }
        let key = DocumentNumber.key(kind: "confirmation", number: number)
        let holder = own?.reference.text ?? turn.world.register.documentHolders[key]
        return holder.map {
            Breach(.confirmationUsed, given: .string(number), ["holder": .string($0)])
        }
    }

    static let groundForPersons = Guard.input("groundForPersons") { turn in
        let ground = turn.fields[F.rejectionGround]
        return ground == .waived
            ? Breach(
                .groundNotForPersons, given: ground?.json,
                accepted: .array(RejectionGround.forPersons.map(\.json))) : nil
    }

    static let recoveryWithinPaid = Guard.input("recoveryWithinPaid") { turn in
        let amount = turn.fields[F.amount] ?? .zero
        let most = turn.ownPayout?.amount ?? .zero
        return amount > .zero && amount <= most
            ? nil : Breach(.recoveryBeyondPaid, given: amount.json, accepted: most.json)
    }

    static let withinRecovery = Guard.input("withinRecovery") { turn in
        guard let payout = turn.ownPayout else { return nil }
        let amount = turn.fields[F.amount] ?? .zero
        let left = payout.recoverable - payout.recovered
        return amount > .zero && amount <= left
            ? nil : Breach(.recoveryBeyondPaid, given: amount.json, accepted: left.json)
    }

    static let recoveryPastDue = Guard.standing("recoveryPastDue") { turn in
        guard let until = turn.ownPayout?.recoverUntil, turn.now <= until else { return nil }
        return Breach(.recoveryStillInTime, given: turn.now.json, accepted: until.json)
    }
}
