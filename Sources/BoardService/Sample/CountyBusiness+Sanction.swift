import BoardDomain

/// 失信: reports of misconduct, to their effect or their end.
extension CountyBusiness {
    /// What becomes of a report.
    enum SanctionCourse: Sendable {
        case dropped, unproven, warned, restricted
        /// Restricted for two years; asks for repair twice, the first time in vain.
        case repaired
        /// A warning that an objection undoes.
        case annulled

        /// By the report's number; those that take the longest concern whoever bids nowhere.
        static func of(_ number: Int) -> Self {
            let all: [Self] = [
                .restricted, .warned, .unproven, .dropped, .warned, .repaired, .annulled,
            ]
            return all[number % all.count]
        }

        var decision: SanctionDecision {
            switch self {
            case .restricted, .repaired: .restricted
            case .warned, .annulled: .warning
            case .unproven, .dropped: .none
            }
        }

        var days: Int { self == .repaired ? 730 : 365 }
    }

    /// One step of a report of misconduct, to its effect or its end.
    mutating func sanction(_ number: Int, at instant: Instant) async throws {
        var dice = Dice(seed: SampleBoard.seed, part: 2000 + number)
        let course = SanctionCourse.of(number)
        let name = "sanction \(number)"
        let target = try target(of: course, number)
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
                $0[Sanction.target] = target.code
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
        case .reported where course == .dropped:
            try await act("drop-report", own, in: stream, as: [judge], at: instant) {
                $0[F.reason] = phrase("sanctionDrop")
                $0[F.clause] = phrase("sanctionClause")
            }
        case .reported: try await act("serve-report", own, in: stream, as: [judge], at: instant)
        case .defence:
            if let until = sanction.defenceUntil, instant <= until {
                let person = target.signatory
                try await act("state-defence", own, in: stream, as: [person], at: instant) {
                    $0[Sanction.statement] = phrase("sanctionDefence")
                }
                days = 5
            } else {
                try await decide(number, own, in: stream, as: judge, at: instant)
            }
        case .decided:
            guard file.notices.isEmpty else {
                days =
                    course == .annulled
                    ? try await annul(number, file, by: target.signatory, at: instant) : 4
                break
            }
            try await act("publish-sanction", own, in: stream, as: [judge], at: instant) {
                $0[Notice.text] = phrase("sanctionNotice", ["target": target.name])
                $0[Notice.reasons] = phrase("sanctionReason")
                $0[Notice.channel] = phrase("channel")
            }
            days = course == .annulled ? 1 : 7
        case .effective where course == .repaired, .repairAsked:
            let later = try await repair(
                file, sanction, by: target.signatory, as: judge, at: instant)
            return again(.sanction(number: number), at: later)
        default: return
        }
        again(
            .sanction(number: number), at: stage.workday(after: instant, days: days, dice: &dice))
    }

    private struct Target {
        let code: String
        let name: String
        /// Answers for it.
        let signatory: PersonID
    }

    private func target(of course: SanctionCourse, _ number: Int) throws -> Target {
        let passer: County.Passer? =
            switch course {
            case .repaired: try stage.county.passer("repaired")
            case .annulled: try stage.county.passer("dissolved")
            default: nil
            }
        if let passer, let signatory = passer.people.first {
            let organisation = passer.organisation
            return Target(
                code: organisation.code, name: organisation.name, signatory: signatory.id)
        }
        let code = stage.cast.organisations(with: .bidder).reversed()[number]
        return Target(
            code: code, name: stage.county.organisation(code)?.name ?? code,
            signatory: try stage.cast.one(.signatory, of: code))
    }

    private func decide(
        _ number: Int, _ own: ObjectReference, in stream: StreamID, as judge: PersonID,
        at instant: Instant
    ) async throws {
        let course = SanctionCourse.of(number)
        let decision = course.decision
        let evidence = stage.document("sanction decision \(number)")
        try await act("decide-sanction", own, in: stream, as: [judge], at: instant) {
            $0[Sanction.decision] = decision
            if decision == .restricted {
                $0[F.from] = instant
                $0[F.until] = instant.adding(days: course.days)
            }
            $0[Sanction.evidence] = [evidence]
            $0[F.reason] = phrase(decision == .none ? "sanctionNone" : "sanctionReason")
            $0[F.clause] = phrase("sanctionClause")
        }
    }

    /// One step of the objection to a sanction's notice, which another supervisor upholds (O1–O11).
    private func annul(
        _ number: Int, _ file: SanctionFile, by signatory: PersonID, at instant: Instant
    ) async throws -> Int {
        let stream = StreamID(.sanction, file.id)
        let arbiter = try stage.cast.one(.supervisor, number + 4)
        guard let objection = file.objections.last else {
            guard let notice = file.notices.last else { return 1 }
            let evidence = stage.document("objection \(number)")
            try await act(
                "file-objection", ObjectReference(.objection), in: stream, as: [signatory],
                at: instant
            ) {
                $0[F.object] = notice.reference
                $0[Objection.facts] = phrase("sanctionDefence")
                $0[Objection.basis] = phrase("objectionBasis")
                $0[Objection.request] = phrase("overturnReason")
                $0[Objection.evidence] = [evidence]
            }
            return 1
        }
        let object = objection.reference
        switch objection.state {
        case .filed: try await act("admit", object, in: stream, as: [arbiter], at: instant)
        case .admitted:
            try await act("investigate", object, in: stream, as: [arbiter], at: instant)
            return 5
        case .investigating:
            try await act("decide-objection", object, in: stream, as: [arbiter], at: instant) {
                $0[Objection.result] = .upheld
                $0[F.remedy] = .annul
                $0[F.reason] = phrase("overturnReason")
                $0[F.clause] = phrase("objectionClause")
            }
            return 7
        default: break
        }
        return 2
    }

    /// Repair is asked for as soon as it may be, refused once and granted the next time (X10, X11).
    private func repair(
        _ file: SanctionFile, _ sanction: Sanction, by signatory: PersonID, as judge: PersonID,
        at instant: Instant
    ) async throws -> Instant {
        let (stream, own) = (StreamID(.sanction, file.id), sanction.reference)
        let isRefused = file.docket.acts.contains { $0.rule == "X11/refuse" }
        let evidence = stage.document("repair \(file.id) \(isRefused)")
        guard sanction.state == .effective else {
            if isRefused {
                try await act("grant-repair", own, in: stream, as: [judge], at: instant)
            } else {
                try await act("refuse-repair", own, in: stream, as: [judge], at: instant) {
                    $0[F.reason] = phrase("repairRefuse")
                    $0[F.clause] = phrase("sanctionClause")
                }
            }
            return instant.adding(days: 1)
        }
        let wait = stage.board.settings.policies.inForce(at: instant)?[.sanctionRepairAfterDays]
        let from = (file.docket.since[own] ?? instant).adding(days: wait ?? 0)
        guard instant > from else { return from.adding(hours: 20) }
        try await act("ask-repair", own, in: stream, as: [signatory], at: instant) {
            $0[Sanction.statement] = phrase("repairStatement")
            $0[Sanction.evidence] = [evidence]
        }
        return instant.adding(days: 6)
    }
}
