import BoardDomain

/// 研发奖励: claims under the award policy, and the pool that has to pay them.
extension CountyBusiness {
    /// The pool is cut to what is held, and a little.
    mutating func cut(_ pool: String, at instant: Instant) async throws {
        guard let free = try await stage.board.pools().first(where: { $0.name == pool })?.free
        else { return }
        let spare = Money(fen: free.fen - 5_000_000)
        guard spare > .zero else { return }
        let people = [
            try stage.cast.one(.financeReviewer, 0), try stage.cast.one(.reviewer, 0),
        ]
        try await act(
            "cut", ObjectReference(.pool), in: StreamID(.pool, pool), as: people, at: instant
        ) {
            $0[F.amount] = spare
            $0[F.reason] = phrase("poolCut")
            $0[F.clause] = phrase("poolCutClause")
        }
        taken[pool] = spare
    }

    /// What was cut comes back, by a document of its own.
    private mutating func fill(_ pool: String, at instant: Instant) async throws {
        guard let amount = taken.removeValue(forKey: pool) else { return }
        let document = phrase(
            "poolDocument", ["year": String(instant.day.year), "number": "52"])
        try await act(
            "allot", ObjectReference(.pool), in: StreamID(.pool, pool),
            as: [stage.cast.one(.financeReviewer, 0)], at: instant
        ) {
            $0[F.amount] = amount
            $0[F.document] = document
        }
    }

    /// One step of a claim under the award policy, and the day of the next.
    ///
    /// - Parameter isShort: the pool is cut when the claim comes to be approved, and filled up again
    ///   while it waits (L3, Y10).
    mutating func claim(
        _ number: Int, from pool: String, isShort: Bool, at instant: Instant
    ) async throws {
        var dice = Dice(seed: SampleBoard.seed, part: 1000 + number)
        let enterprises = stage.cast.organisations(with: .enterprise)
        let code = enterprises[number % enterprises.count]
        let enterprise = try stage.cast.one(.enterprise, of: code)
        let name = "claim \(number)"
        guard let stream = files[name] else {
            let stream = try await stage.board.newStream(.claim, at: instant)
            files[name] = stream
            try await act(
                "claim", ObjectReference(.entitlement), in: stream, as: [enterprise], at: instant
            ) {
                $0[F.claimPolicy] = .rdAward
                $0[F.claimBase] = Money(fen: 320_000_000 + Int64(number) * 10_000_000)
                $0[F.claimAsked] = Money(fen: 16_000_000)
                $0[F.baseDocument] = phrase("awardDocument", ["number": String(1000 + number)])
            }
            let later = stage.workday(after: instant, days: 1, dice: &dice)
            return again(.claim(number: number, pool: pool, isShort: isShort), at: later)
        }
        let file = try await stage.board.state(of: stream).aggregate as? PolicyClaim
        guard let file, let payout = file.payouts.last else { return }
        let people = [
            try stage.cast.one(.caseOfficer, number), try stage.cast.one(.reviewer, number),
        ]
        let object = payout.reference
        switch payout.state {
        case .draft:
            let signatory = try stage.cast.one(.signatory, of: code)
            let holder = stage.county.organisation(code)?.name ?? code
            let digest = stage.document("award \(number)")
            try await act("submit", object, in: stream, as: [enterprise, signatory], at: instant) {
                $0[F.payeeAccount] =
                    PayeeAccount.made {
                        $0[PayeeAccount.holder] = holder
                        $0[PayeeAccount.bank] = phrase("accountBank")
                        $0[PayeeAccount.number] = "3306240\(code.suffix(6))0417"
                    }.first
                $0[F.documents] = [digest]
            }
        case .submitted: try await act("check", object, in: stream, as: [people[0]], at: instant)
        case .caseChecked:
            try await act(
                "review", object, in: stream, as: [stage.cast.one(.financeReviewer, 0)],
                at: instant
            ) {
                $0[F.amount] = payout.amount
                $0[F.pool] = pool
            }
        case .finReviewed:
            let payee = stage.county.organisation(code)?.name ?? code
            try await act("publish-payout", object, in: stream, as: people, at: instant) {
                $0[Notice.text] = phrase(
                    "awardNotice", ["payee": payee, "amount": payout.amount.wanText])
                $0[Notice.reasons] = phrase("awardReasons")
                $0[Notice.channel] = phrase("channel")
            }
        case .noticed where file.notices.last?.state == .ended:
            if isShort { try await cut(pool, at: instant) }
            try await act("approve", object, in: stream, as: [people[1]], at: instant)
        case .approved:
            try await act(
                "order", object, in: stream, as: [stage.cast.one(.payer, 0)], at: instant
            ) { $0[F.idempotencyKey] = "award-\(number)" }
        case .ordered:
            try await act(
                "confirm", object, in: stream, as: [stage.cast.one(.payer, 0)], at: instant
            ) { $0[F.confirmationNumber] = "JL\(10000 + number)" }
        case .queued where isShort: try await fill(pool, at: instant)
        case .noticed, .queued: break
        default: return
        }
        let later = stage.workday(after: instant, days: 2, dice: &dice)
        again(.claim(number: number, pool: pool, isShort: isShort), at: later)
    }
}
