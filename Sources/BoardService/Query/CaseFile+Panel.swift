import BoardDomain

/// What an expert needs to declare and to score: its own seat, the list of names, and once the scores
/// are revealed where they lie too far apart. Nothing of the others before (P12).
extension CaseFile {
    /// The viewer's live seat on the panel in force.
    private var seat: (seat: Seat, panel: Panel)? {
        guard let panel = found.panelInForce, let person = viewer.person,
            let seat = found.liveSeats(of: panel).first(where: { $0.person == person })
        else { return nil }
        return (seat, panel)
    }

    var ownSeat: JSON? {
        guard let (seat, panel) = seat else { return nil }
        var members: [String: JSON] = [
            "id": .string(seat.id), "state": .string(seat.state.rawValue),
            "confidential": .boolean(seat.isConfidential),
            "chair": .boolean(panel.chair == seat.id), "panel": .string(panel.state.rawValue),
            "round": .integer(Int64(panel.round)),
        ]
        // Confidentiality first, then the names, without number or order (P3); whoever has declared reads
        // the bids without them (§15).
        if seat.isConfidential, seat.state == .invited {
            members["parties"] = .array(
                found.declarationList(in: directory, at: context.now).map(JSON.string))
        }
        return .object(members)
    }

    var divergences: [JSON] {
        guard let panel = found.panelInForce, [.consensus, .closed].contains(panel.state),
            viewer.isOfficial || seat?.seat.state == .declared
        else { return [] }
        return found.divergences(of: panel, policy: context.policy).map { flag in
            var row = flag.record.members
            row["note"] = panel.notes[flag.bid].map(JSON.string)
            return .object(row)
        }
    }
}
