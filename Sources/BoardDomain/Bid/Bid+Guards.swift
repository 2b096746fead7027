extension RefusalCode {
    static let deadlinePassed = RefusalCode("deadlinePassed")
    static let bidderNotVerified = RefusalCode("bidderNotVerified")
    static let bidderIsEnterprise = RefusalCode("bidderIsEnterprise")
    static let bidderControlled = RefusalCode("bidderControlled")
    static let bidAlreadyStarted = RefusalCode("bidAlreadyStarted")
    static let bidPledgeMissing = RefusalCode("bidPledgeMissing")
    static let termsNotCurrent = RefusalCode("termsNotCurrent")
    static let supersedesOther = RefusalCode("supersedesOther")
    static let commitmentUsed = RefusalCode("commitmentUsed")
    static let ciphertextEmpty = RefusalCode("ciphertextEmpty")
    static let sharesNotForOpeners = RefusalCode("sharesNotForOpeners")
}

extension Turn {
    /// The bid that the turn is about; nil for one that is being started.
    var bid: Bid? { caseIfAny?.bids[subject.id] }

    /// The unified code of the bid's lead: of the bid, else of whoever starts one.
    var bidParty: String { bid?.bidder ?? signature.organisation }
}

/// The guards before the opening (B1 to B8).
extension Bid {
    /// Exclusive, to the millisecond (scenario 1, I8).
    static let beforeDeadline = Guard.standing("beforeDeadline") { turn in
        guard let deadline = turn.case.challenge.deadline, turn.now >= deadline else { return nil }
        return Breach(.deadlinePassed, given: turn.now.json, accepted: deadline.json)
    }

    static let bidderVerified = Guard.standing("bidderVerified") { turn in
        let party = turn.bidParty
        guard !party.isEmpty else { return nil }
        guard let state = turn.world.directory.organisations[party]?.state else {
            return Breach(.organisationUnknown, given: .string(party))
        }
        return state == .verified
            ? nil
            : Breach(
                .bidderNotVerified, given: state.json,
                accepted: .string(OrganisationState.verified.rawValue),
                ["organisation": .string(party)])
    }

    static let bidderNotRestricted = Guard.standing("bidderNotRestricted") { turn in
        turn.bidParty.isEmpty ? nil : turn.restrictionBreach(turn.bidParty)
    }

    static let bidderIndependent = Guard.standing("bidderIndependent") { turn in
        dependence(of: turn.bidParty, in: turn)
    }

    /// B1: the bidder is not the enterprise and not controlled by it.
    static func dependence(of party: String, in turn: Turn) -> Breach? {
        let enterprise = turn.case.challenge.enterprise
        if party == enterprise { return Breach(.bidderIsEnterprise, given: .string(party)) }
        return turn.world.directory.isControlled(party, by: enterprise)
            ? Breach(.bidderControlled, given: .string(party), accepted: nil) : nil
    }

    /// One bid of one bidder: a draft that was discarded leaves room for another.
    static let oneBid = Guard.standing("oneBid") { turn in
        let earlier = turn.case.bids.all.first {
            $0.bidder == turn.signature.organisation && $0.state != .lapsed
        }
        return earlier.map { Breach(.bidAlreadyStarted, given: .string($0.reference.text)) }
    }

    static let pledged = Guard.input("bidPledged") { turn in
        turn.fields[F.bidPledge] == true
            ? nil : Breach(.bidPledgeMissing, given: false, accepted: true)
    }

    /// Any version since the last substantive amendment says the same in substance; the newest is
    /// what a bidder should be shown.
    static let termsCurrent = Guard.input("termsCurrent") { turn in
        let challenge = turn.case.challenge
        let signed = turn.fields[F.termsVersion, default: 0]
        return signed >= challenge.listVersion && signed <= challenge.termsVersion
            ? nil
            : Breach(.termsNotCurrent, given: signed.json, accepted: challenge.termsVersion.json)
    }

    /// Who names the seal to be replaced names the one that stands.
    static let supersedesStanding = Guard.input("supersedesStanding") { turn in
        guard let named = turn.fields[F.supersedes], named != turn.bid?.commitment else {
            return nil
        }
        return Breach(
            .supersedesOther, given: named.json, accepted: turn.bid?.commitment?.json ?? "–")
    }

    /// A commitment is drawn afresh for every seal: the same again is a copy.
    static let commitmentFresh = Guard.input("commitmentFresh") { turn in
        guard let given = turn.fields[F.commitment],
            turn.case.bids.all.contains(where: { $0.commitments.contains(given) })
        else { return nil }
        return Breach(.commitmentUsed, given: given.json)
    }

    static let ciphertextPresent = Guard.input("ciphertextPresent") { turn in
        turn.fields[F.ciphertext, default: ""].isEmpty
            ? Breach(.ciphertextEmpty, given: "", accepted: .string(FieldShape.bytes.text)) : nil
    }

    /// One share for each opener and, where the list names one, for the recovery key. Only the first
    /// signature brings them; if an opener has changed since, it is given again (G14).
    static let sharesForOpeners = Guard.input("sharesForOpeners") { turn in
        let challenge = turn.case.challenge
        var holders = challenge.openers.map(\.person)
        if challenge.recoveryKey != nil { holders.append(WrappedShare.recovery) }
        guard !turn.confidential.isEmpty else {
            guard let seal = turn.fields[F.commitment], challenge.staleSeals.contains(seal.text)
            else { return nil }
            return Breach(
                .sharesNotForOpeners, given: seal.json,
                accepted: .array(holders.sorted().map(JSON.string)))
        }
        let shares = turn.confidential[F.wrappedShares]
        let given = shares.filter { !$0.wrapped.isEmpty }.map(\.opener)
        return given.count == shares.count && given.sorted() == holders.sorted()
            ? nil
            : Breach(
                .sharesNotForOpeners, given: .array(given.sorted().map(JSON.string)),
                accepted: .array(holders.sorted().map(JSON.string)))
    }
}
