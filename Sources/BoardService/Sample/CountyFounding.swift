import BoardDomain

/// Brings the county onto a fresh board: organisations, people, appointments and pools, all by the
/// commands that a real county would give.
struct CountyFounding: Sendable {
    let stage: Stage
    let administrators: [PersonID]

    init(stage: Stage) {
        self.stage = stage
        administrators = stage.cast.all(.administrator)
    }

    /// Everything that stands before the first challenge; a day's work from `instant` on.
    func found(at instant: Instant) async throws {
        let county = stage.county
        for organisation in county.organisations
        where organisation.code != county.bureau && !organisation.isNewcomer {
            try await register(organisation, at: instant)
            try await both(
                "verify", ObjectReference(.organisation), Record(), [administrators[1]],
                in: StreamID(.organisation, organisation.code), at: instant)
        }
        for person in county.people where !administrators.contains(person.id) {
            try await invite(person, at: instant)
        }
        for person in county.people {
            for (role, organisation) in person.appointments where role != .administrator {
                try await appoint(person.id, role, organisation, at: instant)
            }
        }
        for person in stage.cast.all(.caseOfficer) + stage.cast.all(.supervisor) {
            _ = try stage.ring.create(
                for: person, passphrase: Stage.passphrase(of: person), cost: .sample,
                random: .seeded(stage.document("key of " + person)))
        }
        _ = try stage.ring.createRecovery(
            passphrase: SampleBoard.recoveryPassphrase, cost: .sample,
            random: .seeded(stage.document("recovery key")))
    }

    /// The year's pool, and in the years after the first the balance of the year before.
    func openPool(year: Int, amount: Money, at instant: Instant) async throws {
        let pool = StreamID(.pool, "JBGS-\(year)")
        let own = ObjectReference(.pool)
        let finance = try stage.cast.one(.financeReviewer, 0)
        let reviewer = try stage.cast.one(.reviewer, 0)
        var fields = Record {
            $0[F.year] = year
            $0[F.basis] = stage.county.phrase("poolBasis")
        }
        try await both("open-pool", own, fields, [finance, reviewer], in: pool, at: instant)
        fields = Record {
            $0[F.amount] = amount
            $0[F.document] = stage.county.phrase(
                "poolDocument", ["year": String(year), "number": "17"])
        }
        try await both("allot", own, fields, [finance], in: pool, at: instant)
    }

    func carryOver(from year: Int, at instant: Instant) async throws {
        let people = [
            try stage.cast.one(.financeReviewer, 0), try stage.cast.one(.reviewer, 0),
        ]
        try await both(
            "carry-over", ObjectReference(.pool),
            Record { $0[F.nextPool] = "JBGS-\(year + 1)" }, people,
            in: StreamID(.pool, "JBGS-\(year)"), at: instant)
    }

    /// What came in last and waits for an answer: an enterprise to be checked, and a liaison who is
    /// asked to look after another enterprise.
    func welcome(at instant: Instant) async throws {
        for organisation in stage.county.organisations where organisation.isNewcomer {
            try await register(organisation, at: instant)
        }
        let host = stage.cast.organisations(with: .enterprise).first
        guard let host else { throw SampleFault.nobody(.enterprise) }
        try await propose(stage.cast.one(.liaison, 1), .liaison, host, at: instant)
    }

    /// Somebody whom an organisation takes on later.
    func employ(_ person: County.Person, at instant: Instant) async throws {
        try await invite(person, at: instant)
        for (role, organisation) in person.appointments {
            try await appoint(person.id, role, organisation, at: instant)
        }
    }

    func register(_ organisation: County.Organisation, at instant: Instant) async throws {
        let stream = StreamID(.organisation, organisation.code)
        let fields = Record {
            $0[F.code] = organisation.code
            $0[F.name] = organisation.name
            $0[F.organisationKind] = organisation.kind
            $0[F.controller] = organisation.controller
            $0[F.chains] = organisation.chains
            $0[F.contactDomain] = organisation.contactDomain
        }
        try await both(
            "register-organisation", ObjectReference(.organisation), fields, [administrators[0]],
            in: stream, at: instant)
    }

    func invite(
        _ person: County.Person, accepts: Bool = true, at instant: Instant
    ) async throws {
        let stream = StreamID(.person, person.id)
        let fields = Record {
            $0[F.name] = person.name
            $0[F.naturalKey] = stage.document("identity of " + person.id)
            $0[F.profile] = person.profile
        }
        let own = ObjectReference(.person)
        try await both("invite-person", own, fields, [administrators[0]], in: stream, at: instant)
        guard accepts else { return }
        try await both("accept-invitation", own, Record(), [person.id], in: stream, at: instant)
    }

    /// - Returns: the appointment.
    @discardableResult
    func appoint(
        _ person: PersonID, _ role: Role, _ organisation: String, until: Instant? = nil,
        at instant: Instant
    ) async throws -> ObjectReference? {
        let stream = StreamID(.organisation, organisation)
        let outcome = try await propose(person, role, organisation, until: until, at: instant)
        guard let made = outcome.recorded.first.flatMap({ ObjectReference(text: $0.object) }) else {
            return nil
        }
        let isOffice: Set<Role> = [.reviewer, .financeReviewer, .payer, .supervisor, .auditor]
        if isOffice.contains(role) {
            try await both(
                "accept-office", made, Record(), [person, administrators[1]], in: stream,
                at: instant)
        } else {
            try await both(
                "accept-appointment", made, Record(), [person], in: stream, at: instant)
        }
        return made
    }

    @discardableResult
    func propose(
        _ person: PersonID, _ role: Role, _ organisation: String, until: Instant? = nil,
        at instant: Instant
    ) async throws -> CommandOutcome {
        let fields = Record {
            $0[F.person] = person
            $0[F.role] = role
            $0[F.from] = instant
            $0[F.until] = until
        }
        return try await stage.perform(
            Command(
                stream: StreamID(.organisation, organisation),
                subject: ObjectReference(.organisation), name: "propose-appointment",
                fields: fields, person: administrators[0]), at: instant)
    }

    private func both(
        _ name: String, _ subject: ObjectReference, _ fields: Record, _ persons: [PersonID],
        in stream: StreamID, at instant: Instant
    ) async throws {
        for (index, person) in persons.enumerated() {
            try await stage.perform(
                Command(
                    stream: stream, subject: subject, name: name,
                    fields: index == 0 ? fields : Record(), person: person), at: instant)
        }
    }
}

extension PassphraseCost {
    /// The least that libsodium computes: a sample's passphrases are no secret.
    static let sample = PassphraseCost(operations: 1, memoryBytes: 8192) ?? .moderate
}
