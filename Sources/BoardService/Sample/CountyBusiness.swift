import BoardDomain

/// What the county does beside its challenges, on days of its own: pools, claims, sanctions.
struct CountyBusiness: Sendable {
    enum Errand: Sendable {
        case openPool(year: Int, amount: Money)
        case carryOver(from: Int)
        /// The pool is cut to what is held, and a little.
        case cutPool(year: Int)
        case claim(number: Int, pool: String)
        case sanction(number: Int)
        /// The State Council has published next year's holidays.
        case loadCalendar(year: Int)
        /// An enterprise comes to the board, and a liaison is to go to one.
        case newcomers
    }

    let stage: Stage
    private(set) var diary: [(at: Instant, errand: Errand)]
    /// Claims and sanctions under way: a stream and how far it is.
    private var files: [String: StreamID] = [:]

    init(stage: Stage, diary: [(at: Instant, errand: Errand)]) {
        self.stage = stage
        self.diary = diary.sorted { $0.at < $1.at }
    }

    var next: Instant? { diary.first?.at }

    mutating func step() async throws {
        guard !diary.isEmpty else { return }
        let (instant, errand) = diary.removeFirst()
        try await stage.board.catchUp(to: instant)
        let founding = CountyFounding(stage: stage)
        switch errand {
        case .openPool(let year, let amount):
            try await founding.openPool(year: year, amount: amount, at: instant)
        case .carryOver(let year): try await founding.carryOver(from: year, at: instant)
        case .cutPool(let year): try await cut(year, at: instant)
        case .claim(let number, let pool):
            try await claim(number, from: pool, at: instant)
        case .sanction(let number): try await sanction(number, at: instant)
        case .loadCalendar(let year): try await loadCalendar(year, at: instant)
        case .newcomers: try await founding.welcome(at: instant)
        }
    }

    private mutating func again(_ errand: Errand, at instant: Instant) {
        diary.append((instant, errand))
        diary.sort { $0.at < $1.at }
    }

    private func act(
        _ name: String, _ subject: ObjectReference, in stream: StreamID, as persons: [PersonID],
        at instant: Instant, _ fill: (inout Record) -> Void = { _ in }
    ) async throws {
        for (index, person) in persons.enumerated() {
            var fields = Record()
            if index == 0 { fill(&fields) }
            try await stage.perform(
                Command(
                    stream: stream, subject: subject, name: name, fields: fields, person: person),
                at: instant)
        }
    }

    private func phrase(_ key: String, _ values: [String: String] = [:]) -> String {
        stage.county.phrase(key, values)
    }

    private func cut(_ year: Int, at instant: Instant) async throws {
        guard let pool = try await stage.board.pools().first(where: { $0.year == year }) else {
            return
        }
        let spare = Money(fen: pool.free.fen - 5_000_000)
        guard spare > .zero else { return }
        let people = [
            try stage.cast.one(.financeReviewer, 0), try stage.cast.one(.reviewer, 0),
        ]
        try await act(
            "cut", ObjectReference(.pool), in: StreamID(.pool, pool.name), as: people, at: instant
        ) {
            $0[F.amount] = spare
            $0[F.reason] = phrase("poolCut")
            $0[F.clause] = phrase("poolCutClause")
        }
    }

    // MARK: 研发奖励

    /// One step of a claim under the award policy, and the day of the next.
    private mutating func claim(
        _ number: Int, from pool: String, at instant: Instant
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
            return again(.claim(number: number, pool: pool), at: later)
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
            try await act("approve", object, in: stream, as: [people[1]], at: instant)
        case .approved:
            try await act(
                "order", object, in: stream, as: [stage.cast.one(.payer, 0)], at: instant
            ) { $0[F.idempotencyKey] = "award-\(number)" }
        case .ordered:
            try await act(
                "confirm", object, in: stream, as: [stage.cast.one(.payer, 0)], at: instant
            ) { $0[F.confirmationNumber] = "JL\(10000 + number)" }
        case .noticed, .queued: break
        default: return
        }
        let later = stage.workday(after: instant, days: 2, dice: &dice)
        again(.claim(number: number, pool: pool), at: later)
    }

    // MARK: 失信

    /// One step of a report of misconduct, to its effect or its end.
    private mutating func sanction(_ number: Int, at instant: Instant) async throws {
        var dice = Dice(seed: SampleBoard.seed, part: 2000 + number)
        let name = "sanction \(number)"
        let target = stage.cast.organisations(with: .bidder).reversed()[number]
        let judge = try stage.cast.one(.supervisor, number + 3)
        let own = ObjectReference(.sanction)
        guard let stream = files[name] else {
            let stream = try await stage.board.newStream(.sanction, at: instant)
            files[name] = stream
            let evidence = stage.document("sanction \(number)")
            try await act(
                "report-misconduct", own, in: stream, as: [stage.cast.one(.reviewer, number)],
                at: instant
            ) {
                $0[Sanction.target] = target
                $0[Sanction.facts] = phrase("sanctionFacts.\(number % 5)")
                $0[Sanction.evidence] = [evidence]
            }
            let later = stage.workday(after: instant, days: 2, dice: &dice)
            return again(.sanction(number: number), at: later)
        }
        guard let file = try await stage.board.state(of: stream).aggregate as? SanctionFile,
            let sanction = file.sanction
        else { return }
        var days = 2
        switch sanction.state {
        case .reported where number == 3:
            try await act("drop-report", own, in: stream, as: [judge], at: instant) {
                $0[F.reason] = phrase("sanctionDrop")
                $0[F.clause] = phrase("sanctionClause")
            }
        case .reported: try await act("serve-report", own, in: stream, as: [judge], at: instant)
        case .defence:
            if let until = sanction.defenceUntil, instant <= until {
                let person = try stage.cast.one(.signatory, of: target)
                try await act("state-defence", own, in: stream, as: [person], at: instant) {
                    $0[Sanction.statement] = phrase("sanctionDefence")
                }
                days = 5
            } else {
                try await decide(number, own, in: stream, as: judge, at: instant)
            }
        case .decided:
            guard file.notices.isEmpty else {
                days = 4
                break
            }
            let who = stage.county.organisation(target)?.name ?? target
            try await act("publish-sanction", own, in: stream, as: [judge], at: instant) {
                $0[Notice.text] = phrase("sanctionNotice", ["target": who])
                $0[Notice.reasons] = phrase("sanctionReason")
                $0[Notice.channel] = phrase("channel")
            }
            days = 7
        default: return
        }
        again(
            .sanction(number: number), at: stage.workday(after: instant, days: days, dice: &dice))
    }

    private func decide(
        _ number: Int, _ own: ObjectReference, in stream: StreamID, as judge: PersonID,
        at instant: Instant
    ) async throws {
        let decision: SanctionDecision = [.restricted, .warning, .none][number % 3]
        let evidence = stage.document("sanction decision \(number)")
        try await act("decide-sanction", own, in: stream, as: [judge], at: instant) {
            $0[Sanction.decision] = decision
            if decision == .restricted {
                $0[F.from] = instant
                $0[F.until] = instant.adding(days: 365)
            }
            $0[Sanction.evidence] = [evidence]
            $0[F.reason] = phrase(decision == .none ? "sanctionNone" : "sanctionReason")
            $0[F.clause] = phrase("sanctionClause")
        }
    }
}
