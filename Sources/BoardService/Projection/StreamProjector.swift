import BoardDomain
import BoardEventLog

/// What is projected for a stream: a pure function of its state and the rules (I3).
struct StreamProjector {
    let engine: Engine
    let context: Context
    let world: World

    /// The party name under which cases wait for money of a pool.
    static func queue(of pool: String) -> String { "queue:" + pool }
    /// The party name under which streams wait for a calendar year.
    static let provisional = "calendar"

    /// - Parameter version: which the stream had before the command.
    func projection(of id: StreamID, since version: Int) throws -> StreamProjection {
        let stream = world[id]
        let due = engine.nextDue(in: id, of: world, context: context)
        return StreamProjection(
            stream: id.text, version: stream.version, nextDue: due?.at,
            caseRow: (stream.aggregate as? Case).flatMap {
                row(of: $0, changedAt: publicChange(of: $0, last: stream.lastAt))
            },
            duties: duties(of: id), documentNumbers: documentNumbers(of: stream.aggregate),
            involvements: involvements(of: stream.aggregate),
            dealings: dealings(of: stream.aggregate), stays: stays(of: stream.aggregate),
            searchText: (stream.aggregate as? Case).flatMap(searchText(of:)),
            snapshot: try Replay.snapshot(of: stream, since: version))
    }

    /// When the case changed last, as far as everybody may know: until the bids are opened, that
    /// something happened at an instant would tell that somebody bids (§15).
    private func publicChange(of found: Case, last: Instant) -> Instant {
        guard found.exists, [.open, .closed].contains(found.challenge.state) else { return last }
        return found.docket.since[ObjectReference(.challenge)] ?? last
    }

    private func row(of found: Case, changedAt: Instant) -> CaseRow? {
        guard found.exists else { return nil }
        let challenge = found.challenge
        let terms = challenge.terms
        return CaseRow(
            id: found.id, title: terms.title, enterprise: challenge.enterprise,
            enterpriseName: challenge.enterpriseName, chain: terms.chain,
            topicClass: terms.topicClass?.rawValue ?? "", state: challenge.state.rawValue,
            lane: challenge.state.lane?.rawValue ?? "", mode: terms.mode.rawValue,
            budget: terms.budget.fen,
            listEdition: challenge.edition.isEmpty ? nil : challenge.edition,
            deadline: challenge.deadline, createdAt: challenge.createdAt ?? changedAt,
            changedAt: changedAt, year: (challenge.createdAt ?? changedAt).day.year,
            importKey: challenge.importKey)
    }

    /// Numbers that may stand only once on the board (I24): of evidence, of the papers that claims
    /// rest on, of payment orders and their confirmations.
    private func documentNumbers(of aggregate: any Aggregate) -> [DocumentNumberRow] {
        var rows: [DocumentNumberRow] = []
        let add = { (number: String, object: ObjectReference, kind: String) in
            let normal = DocumentNumber.normal(number)
            if !normal.isEmpty {
                rows.append(DocumentNumberRow(number: normal, object: object.text, kind: kind))
            }
        }
        // A withdrawn item frees its number; a refused one keeps it (E4).
        for item in (aggregate as? Case)?.evidence.all ?? [] where item.holdsDocument {
            add(item.number, item.reference, item.kind)
        }
        for entitlement in (aggregate as? PolicyClaim)?.entitlements.all ?? [] {
            guard let policy = entitlement.policy,
                ![.refused, .waived].contains(entitlement.state)
            else { continue }
            add(entitlement.baseDocument, entitlement.reference, policy.rawValue)
        }
        for payout in payouts(of: aggregate) {
            for key in payout.orderKeys { add(key, payout.reference, "payment") }
            add(payout.confirmation, payout.reference, "confirmation")
        }
        return rows
    }

    private func payouts(of aggregate: any Aggregate) -> [Payout] {
        switch aggregate {
        case let found as Case: found.payouts.all
        case let found as PolicyClaim: found.payouts.all
        default: []
        }
    }

    private func involvements(of aggregate: any Aggregate) -> [InvolvementRow] {
        var rows: Set<InvolvementRow> = []
        let add = { (party: String, role: Capacity, object: String) in
            if !party.isEmpty {
                rows.insert(InvolvementRow(party: party, role: role.rawValue, object: object))
            }
        }
        if let found = aggregate as? Case, found.exists {
            add(found.challenge.enterprise, .enterprise, Machine.challenge.rawValue)
            for bid in found.bids.all { add(bid.bidder, .bidder, bid.reference.text) }
            for seat in found.seats.all { add(seat.person, .panelExpert, seat.reference.text) }
            for seat in found.argumentSeats.all {
                add(seat.person, .argumentExpert, seat.reference.text)
            }
        }
        for payout in payouts(of: aggregate) {
            add(payout.payee, .bidder, payout.reference.text)
            if [.approved, .queued].contains(payout.state) {
                add(Self.queue(of: payout.pool), .payer, payout.reference.text)
            }
        }
        for entitlement in (aggregate as? PolicyClaim)?.entitlements.all ?? [] {
            add(entitlement.payee, .bidder, entitlement.reference.text)
        }
        if let sanction = (aggregate as? SanctionFile)?.sanction {
            add(sanction.target, .subject, Machine.sanction.rawValue)
        }
        for notice in notices(of: aggregate) where notice.isProvisional && !notice.state.isTerminal
        {
            add(Self.provisional, .clock, notice.reference.text)
        }
        return rows.sorted { ($0.party, $0.role, $0.object) < ($1.party, $1.role, $1.object) }
    }

    private func notices(of aggregate: any Aggregate) -> [Notice] {
        switch aggregate {
        case let found as Case: found.notices.all
        case let found as SanctionFile: found.notices.all
        case let found as PolicyClaim: found.notices.all
        default: []
        }
    }
}
