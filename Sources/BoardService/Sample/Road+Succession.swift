import BoardDomain

/// 交接: the officer of a case changes, an opener hands his shares on, a supervisor is named for it.
extension Road {
    private var bureau: StreamID { StreamID(.organisation, stage.county.bureau) }
    private var own: ObjectReference { ObjectReference(.challenge) }
    /// Who runs the case for some weeks; on the board only for that.
    private var deputy: County.Person {
        County.Person(
            id: "deputy-\(number)", name: phrase("deputy.\(number % 6)"), appointments: [],
            profile: nil)
    }

    /// One step of the case's passing from hand to hand while it is assisted; nil once it is back.
    mutating func succeed(_ found: Case) async throws -> Pause? {
        if pending.contains(.officerLeft) { return try await outlast() }
        return pending.contains(.officerSuspended) ? try await standIn() : nil
    }

    /// A deputy whose term ends: the clock offers his work before, nobody answers, and again when it
    /// has ended (G10, G13–G15).
    private mutating func outlast() async throws -> Pause {
        guard let until = agenda["deputy"] else {
            let until = now.day.adding(20).at(hour: 18)
            agenda["deputy"] = until
            try await appoint(until: until)
            return .workdays(1)
        }
        guard now > until else { return .until(until.adding(hours: 15)) }
        _ = take(.officerLeft)
        let offered = try await offices().handovers.all.last {
            $0.holder == deputy.id && $0.state == .offered
        }
        if let offered { try await receive(offered) }
        return .workdays(1)
    }

    /// A deputy who is suspended: a colleague declines what the clock offers, then takes what the
    /// deputy hands over himself before he leaves (G6, G7, G13).
    private mutating func standIn() async throws -> Pause {
        let person = StreamID(.person, deputy.id)
        let oneself = ObjectReference(.person)
        let administrator = try stage.cast.one(.administrator, 0)
        guard first("deputy appointed") == false else {
            try await appoint(until: nil)
            return .workdays(2)
        }
        let file = try await offices()
        guard first("deputy suspended") == false else {
            try await administer("suspend", oneself, in: person, because: "officerSuspend")
            return .until(now.adding(hours: 3))
        }
        let colleague = try stage.cast.one(.caseOfficer, number)
        guard first("deputy reinstated") == false else {
            let offered = file.handovers.all.last { $0.holder == deputy.id }
            if let offered, offered.state == .offered {
                try await stage.act(
                    "refuse-handover", offered.reference, in: bureau, as: [colleague], at: now
                ) { give("handOverRefuse", "directoryClause", to: &$0) }
            }
            try await administer("reinstate", oneself, in: person, because: "officerReinstate")
            return .workdays(1)
        }
        _ = take(.officerSuspended)
        guard let made = file.appointments.all.last(where: { $0.person == deputy.id }) else {
            return .workdays(1)
        }
        let item = stream.text + "/" + own.text
        try await stage.act(
            "offer-handover", made.reference, in: bureau, as: [deputy.id], at: now
        ) {
            $0[F.handOverSuccessor] = colleague
            $0[F.handOverItems] = [item]
        }
        if let offered = try await offices().handovers.all.last { try await receive(offered) }
        try await administer("end-appointment", made.reference, in: bureau, because: "officerLeave")
        try await stage.act("leave", oneself, in: person, as: [administrator], at: now)
        return .workdays(1)
    }

    private func offices() async throws -> OrganisationFile {
        guard
            let file = try await stage.board.state(of: bureau).aggregate as? OrganisationFile
        else { throw SampleFault.resource("bureau") }
        return file
    }

    private func appoint(until: Instant?) async throws {
        let founding = CountyFounding(stage: stage)
        try await founding.invite(deputy, at: now)
        try await founding.appoint(
            deputy.id, .caseOfficer, stage.county.bureau, until: until, at: now)
        try await assign(deputy.id)
    }

    /// The road's own officer takes the work over, and the case with it.
    private func receive(_ offered: HandOver) async throws {
        let colleague = try stage.cast.one(.caseOfficer, number)
        let object = offered.reference
        try await stage.act("accept-handover", object, in: bureau, as: [colleague], at: now)
        try await assign(colleague)
        try await stage.act("complete-handover", object, in: bureau, as: [colleague], at: now)
    }

    private func assign(_ person: PersonID) async throws {
        try await act("reassign", as: reviewer) {
            $0[F.assignee] = person
            give("reassignReason", "directoryClause", to: &$0)
        }
    }

    private func administer(
        _ name: String, _ subject: ObjectReference, in stream: StreamID, because reason: String
    ) async throws {
        try await stage.act(
            name, subject, in: stream, as: [stage.cast.one(.administrator, 0)], at: now
        ) { give(reason, "directoryClause", to: &$0) }
    }

    // MARK: Openers and supervisors

    /// The officer's shares of the bids go to another officer, who opens in his place (G14).
    mutating func handOnShares(_ found: Case) async throws -> Bool {
        guard let id, let leaving = found.challenge.openers.first, take(.openerLeft) else {
            return false
        }
        let next = try stage.cast.one(.caseOfficer, number + 1)
        let successor = Opener(
            person: next, publicKey: try stage.ring.publicKey(of: next).text)
        let fields = try await stage.desk.handOn(
            id, as: leaving.person, to: successor,
            passphrase: Stage.passphrase(of: leaving.person))
        try await act("hand-on-shares", as: leaving.person) {
            $0 = fields
            give("openerLeave", "recoveryClause", to: &$0)
        }
        return true
    }

    /// Once every supervisor has had a hand in the case, two administrators name one for the appeal
    /// (G12).
    func nameSupervisor() async throws -> PersonID {
        let founding = CountyFounding(stage: stage)
        let named = County.Person(
            id: "supervisor-\(number)", name: phrase("deputy.\((number + 3) % 6)"),
            appointments: [], profile: nil)
        try await founding.invite(named, at: now)
        let document = documents().first
        let administrators = stage.cast.all(.administrator)
        try await stage.act("name-supervisor", own, in: stream, as: administrators, at: now) {
            $0[F.person] = named.id
            $0[F.basisDocument] = document
            give("supervisorReason", "objectionClause", to: &$0)
        }
        return named.id
    }
}
