import BoardDomain

/// Panels that lose an expert at an unusual moment, or that nobody can fill.
extension Road {
    /// How many experts the plan of a panel asks for, and how many technical ones among them.
    var panelSize: (Int, Int) {
        // More than the whole country has: it shrinks once every widening is used up (P8).
        if plan.turns.contains(.shrunk) { return (21, 19) }
        // Two may be absent, and enough are left.
        return plan.turns.contains(.revealedEarly) ? (7, 6) : (5, 4)
    }

    /// A report that turns out to be true, after the panel was confirmed: the expert has to go, and
    /// the next in the order of the draw comes in (P5, P9).
    func orderOut(of panel: Panel, _ found: Case) async throws -> Pause {
        let seats = found.liveSeats(of: panel)
        guard let seat = seats.last(where: { $0.id != panel.chair }) else { return .workdays(1) }
        try await act("report-conflict", seat.reference, as: officer) {
            $0[F.conflict] = .contract
            give("expertReport", "coiClause", to: &$0)
        }
        try await act("recuse", seat.reference, as: witness) {
            $0[F.conflict] = .contract
            give("argumentOrder", "coiClause", to: &$0)
        }
        return .workdays(1)
    }

    /// An expert enters a new paper with one of the bidders into its profile while the sheets are
    /// out: the board finds the conflict by itself (P5).
    mutating func publishPaper(of seat: Seat, _ found: Case) async throws -> Pause {
        guard let other = found.bidsToScore.first?.author,
            let old = stage.cast.profile(seat.person)
        else { return .workdays(1) }
        marks.insert("conflict " + seat.id)
        var profile = old
        profile.coauthors.append(ExpertProfile.Relation(person: other, until: now.day))
        try await stage.perform(
            Command(
                stream: StreamID(.person, seat.person), subject: ObjectReference(.person),
                name: "set-profile", fields: Record { $0[F.profile] = profile },
                person: seat.person), at: now)
        return .workdays(1)
    }

    /// All but two lock their sheets; once their time is over and one of them is recorded as absent,
    /// chair and supervisor go on with the others (P12).
    mutating func revealEarly(
        _ panel: Panel, _ open: [Sheet], _ found: Case
    ) async throws -> Pause {
        guard let chair = panel.chair.flatMap({ found.seats[$0] }) else { return .workdays(1) }
        let silent = open.filter { $0.seat != chair.id }.suffix(2)
        let others = open.filter { sheet in !silent.contains { $0.id == sheet.id } }
        if !others.isEmpty {
            for sheet in others {
                guard let seat = found.seats[sheet.seat] else { continue }
                try await lock(sheet, by: seat, on: panel, found)
            }
            return .until(now.adding(days: 11))
        }
        _ = take(.revealedEarly)
        if let absent = silent.last {
            try await act(
                "record-absence", ObjectReference(.seat, absent.seat), as: officer, witness
            ) { give("expertAbsent", "declineClause", to: &$0) }
        }
        try await act("reveal", panel.reference, as: chair.person, witness)
        return .workdays(1)
    }
}
