import BoardDomain

/// A fraud that comes to light in a bid, and what is decided on it in a file of its own.
extension Road {
    /// One step of the proceedings; nil where none is due today.
    mutating func prosecute(_ found: Case) async throws -> Pause? {
        guard pending.contains(.fraudInBid), let bid = found.bids.in(.disqualified).last else {
            return nil
        }
        if let day = agenda["fraud"], now < day { return nil }
        agenda["fraud"] = instant(of: try await prosecute(bid, .fraudInBid))
        return .until(now.adding(hours: 1))
    }

    /// A bidder that is restricted for something else while its bid is looked at (B23); the case waits
    /// for it. Nil where none is.
    mutating func restrictBidder(_ found: Case) async throws -> Pause? {
        let qualified = found.bids.in(.qualified)
        guard pending.contains(.bidderRestricted), let bid = qualified.last, qualified.count > 1
        else { return nil }
        return try await prosecute(bid, .bidderRestricted)
    }

    private mutating func prosecute(_ bid: Bid, _ turn: RoadTurn) async throws -> Pause {
        guard let stream = fraudFile else {
            let stream = try await stage.board.newStream(.sanction, at: now)
            let (id, evidence) = (id, documents())
            try await actOnFraud("report-misconduct", in: stream, as: officer) {
                $0[Sanction.target] = bid.bidder
                $0[Sanction.facts] = phrase("sanctionFacts.1")
                $0[Sanction.evidence] = evidence
                guard turn == .fraudInBid else { return }
                $0[F.challenge] = id
                $0[F.bid] = bid.id
            }
            fraudFile = stream
            return .workdays(2)
        }
        let file = try await stage.board.state(of: stream).aggregate as? SanctionFile
        guard let file, let sanction = file.sanction else { return .done }
        switch sanction.state {
        case .reported:
            try await actOnFraud("serve-report", in: stream, as: arbiter)
        case .defence:
            if let until = sanction.defenceUntil, now <= until { return .until(until) }
            let evidence = documents()
            try await actOnFraud("decide-sanction", in: stream, as: arbiter) {
                $0[Sanction.decision] = .restricted
                $0[F.from] = now
                $0[F.until] = now.adding(days: 20)
                $0[Sanction.evidence] = evidence
                give("sanctionReason", "sanctionClause", to: &$0)
            }
        case .decided:
            return try await announce(sanction, file.notices.last, in: stream)
        default: _ = take(turn)
        }
        return .workdays(1)
    }

    /// The notice of the decision, with a slip of the pen that is corrected (X6, N6).
    private mutating func announce(
        _ sanction: Sanction, _ notice: Notice?, in stream: StreamID
    ) async throws -> Pause {
        let text = phrase("sanctionNotice", ["target": organisationName(sanction.target)])
        if let notice { return .until(notice.end.adding(hours: 10)) }
        try await actOnFraud("publish-sanction", in: stream, as: arbiter) {
            $0[Notice.text] = text
            $0[Notice.reasons] = phrase("sanctionReason")
            $0[Notice.channel] = phrase("channel")
        }
        // At once: the road may rest for longer than the notice runs.
        let file = try await stage.board.state(of: stream).aggregate as? SanctionFile
        guard let slip = file?.notices.last else { return .workdays(1) }
        try await actOnFraud("correct-sanction-notice", slip.reference, in: stream, as: arbiter) {
            $0[Notice.changed] = [.wording]
            $0[Notice.text] = text
            give("correctReason", "sanctionClause", to: &$0)
        }
        return .workdays(1)
    }

    private func actOnFraud(
        _ name: String, _ subject: ObjectReference = ObjectReference(.sanction),
        in stream: StreamID, as person: PersonID, fill: (inout Record) -> Void = { _ in }
    ) async throws {
        try await stage.perform(
            Command(
                stream: stream, subject: subject, name: name, fields: Record(fill), person: person),
            at: now)
    }
}
