extension Verification {
    static func of(_ turn: Turn) -> Verification? {
        turn.caseIfAny?.verifications[turn.subject.id]
    }

    /// In `awarded` the lanes that are in force already work as in `executing` (matrix).
    static let phases: Set<ChallengeState> = [.awarded, .executing]

    static let contractInForce = Guard.standing("contractInForce") { turn in
        let state = turn.contract(of: turn.subject)?.state
        let inForce: [ContractState] = [.effective, .amending, .delivered]
        guard let state, inForce.contains(state) else {
            return Breach(
                .contractNotEffective, given: .string(state?.rawValue ?? "–"),
                accepted: .array(inForce.map(\.json)))
        }
        return nil
    }

    /// The bidder that signs is the contract's: before the milestone stands, any bidder would do.
    static let contractsBidder = Guard.standing("contractsBidder") { turn in
        let bidder = turn.contract(of: turn.subject)?.bidder ?? ""
        let side: Set<Capacity> = [.bidder, .bidderSignatory]
        guard side.contains(turn.signature.capacity), turn.signature.organisation != bidder else {
            return nil
        }
        return Breach(
            .notOfTheParty, given: .string(turn.signature.organisation), accepted: .string(bidder))
    }

    static let notHeld = Guard.standing("noOpenObjection") { turn in
        turn.hasOpenObjection(to: turn.subject) ? Breach(.onHold) : nil
    }

    /// V1, V4–V6, V8 for one run; `from` is the instant before which no run counts.
    static func breach(
        of run: VerificationRun, by text: VerificationProtocol, after from: Instant,
        with booked: [Instrument], in turn: Turn
    ) -> Breach? {
        guard run.startedAt > from else {
            return Breach(
                .runBeforeFreeze, given: .string(run.startedAt.text), accepted: .string(from.text))
        }
        guard run.startedAt <= turn.now else {
            return Breach(
                .runOutsideTime, given: .string(run.startedAt.text),
                accepted: .string(turn.now.text))
        }
        for number in run.instruments {
            guard let instrument = booked.first(where: { $0.number == number }) else {
                return Breach(
                    .instrumentNotBooked, given: .string(number),
                    accepted: .array(booked.map { .string($0.number) }))
            }
            guard instrument.isCalibrated(on: run.startedAt.day) else {
                return Breach(
                    .calibrationLapsed, given: .string(run.startedAt.day.text),
                    accepted: .string(instrument.calibratedUntil.text),
                    ["instrument": .string(number)])
            }
        }
        return operatorBreach(of: run, in: turn)
    }

    /// V5: neither the operator nor whoever records belongs to the bidder's side.
    private static func operatorBreach(of run: VerificationRun, in turn: Turn) -> Breach? {
        guard let contract = turn.contract(of: turn.subject) else { return nil }
        let side = turn.bidderSide(of: contract)
        let recorder = turn.signature.actor.person
        for person in Set([run.operatorPerson, recorder].compactMap(\.self)).sorted() {
            let held = turn.world.directory.appointments(of: person, at: turn.now)
            if let tie = held.first(where: { side.contains($0.organisation) }) {
                return Breach(
                    .operatorOfBidder, given: .string(person), accepted: nil,
                    ["organisation": .string(tie.organisation)])
            }
        }
        return nil
    }

    /// V6, V8: one value with its unit for each indicator, and the raw files.
    static func valueBreach(of run: VerificationRun, by text: VerificationProtocol) -> Breach? {
        for value in run.values where text.item(value.indicator) == nil {
            return Breach(
                .unknownIndicator, given: .integer(Int64(value.indicator)),
                accepted: .array(text.items.map { .integer(Int64($0.indicator)) }))
        }
        for item in text.items {
            let number: [String: JSON] = ["indicator": .integer(Int64(item.indicator))]
            guard let value = run.value(of: item.indicator) else {
                return Breach(.valueMissing, accepted: .string(item.name), number)
            }
            if item.comparator == .fulfilled {
                if value.fulfilled == nil {
                    return Breach(.valueMissing, accepted: .string(item.name), number)
                }
                continue
            }
            guard let reading = value.value else {
                return Breach(.valueMissing, accepted: .string(item.name), number)
            }
            guard value.unit == item.unit else {
                return Breach(
                    .valueUnit, given: .string(value.unit), accepted: .string(item.unit), number)
            }
            guard (try? ScaledDecimal(reading))?.trillionths != nil else {
                return Breach(
                    .valueTooFine, given: .string(reading), accepted: .string("10^-12 … 10^15"),
                    number)
            }
        }
        if run.instruments.isEmpty, text.items.contains(where: { $0.comparator != .fulfilled }) {
            return Breach(
                .instrumentMissing, accepted: .array(text.instruments.map { .string($0.number) }))
        }
        return run.rawFiles.isEmpty ? Breach(.rawFilesMissing, given: .integer(0)) : nil
    }
}
