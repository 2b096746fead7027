extension Turn {
    /// Opens a sanction's stream with a report from this turn (X1: B19, K17, O6).
    ///
    /// - Returns: the stream.
    @discardableResult
    package mutating func reportSanction(
        target: String, facts: String, bid: String? = nil
    ) -> StreamID {
        let file = nextSanctionFile
        let challenge = stream.kind == .challenge ? stream.id : nil
        record(
            .sanctionReported, on: ObjectReference(.sanction), to: SanctionState.reported,
            as: "X1", in: file
        ) {
            $0[Sanction.target] = target
            $0[Sanction.facts] = facts
            $0[F.challenge] = challenge
            $0[F.bid] = bid
        }
        return file
    }

    /// Whether an organisation or a person is under an effective restriction now (§12).
    package func isRestricted(_ party: String) -> Bool {
        guard let end = world.register.restricted[party] else { return false }
        return end.map { now < $0 } ?? true
    }

    /// The breach of whoever asks for what a restricted party may not do (C1, B3, K4, P2, Y3).
    package func restrictionBreach(_ party: String) -> Breach? {
        guard isRestricted(party) else { return nil }
        let end = world.register.restricted[party].flatMap(\.self)
        return Breach(
            .restricted, given: .string(party), accepted: nil,
            end.map { ["until": $0.json] } ?? [:])
    }

    private var nextSanctionFile: StreamID {
        var number = world.register.nextNumber[.sanction] ?? 1
        while true {
            let digits = String(number)
            let padded = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
            let file = StreamID(.sanction, "SX-\(now.day.year)-\(padded)")
            // One decision may open several; and a number that is taken is never given again.
            if world[file].version == 0 { return file }
            number += 1
        }
    }
}
