import BoardDomain

/// The life of one challenge, told by those who carry it: each step looks at where the case stands
/// and does what comes next, through real commands at the road's own instant.
struct Road: Sendable {
    let stage: Stage
    let script: County.Challenge
    let title: String
    /// Spreads officials over the roads.
    let number: Int
    var plan: RoadPlan
    var dice: Dice
    /// Nil before the draft.
    var id: String?
    var now: Instant
    /// Turns of the plan that have not been taken yet.
    var pending: Set<RoadTurn>
    /// Unified codes of those who will bid, the strongest first.
    var bidders: [String]
    /// Everything that this road has done once and must not do again.
    var marks: Set<String> = []
    /// The report of a fraud in one of its bids, once there is one.
    var fraudFile: StreamID?
    /// Who runs the case now; nil until it is accepted.
    var assignee: PersonID?
    /// The stream of a report against a payee.
    var accusation: StreamID?
    /// How often it has been refused in a row.
    private var vain = 0
    /// The days that were set for what takes its time.
    var agenda: [String: Instant] = [:]

    init(
        stage: Stage, script: County.Challenge, title: String, number: Int, plan: RoadPlan,
        seed: UInt64
    ) {
        self.stage = stage
        self.script = script
        self.title = title
        self.number = number
        self.plan = plan
        dice = Dice(seed: seed, part: number)
        pending = plan.turns
        now = plan.start.at(hour: 9).adding(milliseconds: Int64(dice.roll(0...400)) * 60_000)
        bidders = []
        bidders = Self.chooseBidders(script, stage: stage, dice: &dice)
    }

    /// When a road goes on.
    enum Pause {
        case workdays(Int)
        case until(Instant)
        case done
    }

    /// One step.
    ///
    /// - Returns: the instant of the next one; nil at the road's end.
    mutating func step() async throws -> Instant? {
        try await stage.board.catchUp(to: now)
        let pause: Pause
        if let found = try await foundCase() {
            assignee = found.challenge.assignee
            pause = isAtRest(found) ? .done : try await tryToAdvance(found)
        } else {
            pause = try await create()
        }
        return instant(of: pause)
    }

    /// Nil for the end of the road.
    mutating func instant(of pause: Pause) -> Instant? {
        switch pause {
        case .workdays(let days): stage.workday(after: now, days: days, dice: &dice)
        case .until(let instant): max(instant, now.adding(milliseconds: 60_000))
        case .done: nil
        }
    }

    /// A party that a sanction restricts tries in vain, and again some weeks later. In a simulation
    /// chance brings people before their time as well: they are refused, come again, and give up in
    /// the end. A sample's roads are written out, so that a refusal there is a fault of theirs.
    private mutating func tryToAdvance(_ found: Case) async throws -> Pause {
        let turns = pending
        do {
            let pause = try await advance(found)
            vain = 0
            return pause
        } catch SampleFault.refused(_, let refusal, at: _)
            where refusal.code.name == "restricted" || stage.board.identity.kind == .simulation
        {
            stage.ledger.count(refused: true)
            // What was refused has not come to pass.
            pending = turns
            vain += 1
            return vain < 12 ? .workdays(refusal.code.name == "restricted" ? 25 : 2 * vain) : .done
        }
    }

    private func foundCase() async throws -> Case? {
        guard let id else { return nil }
        return try await stage.board.foundCase(id)
    }

    private func isAtRest(_ found: Case) -> Bool {
        // An open call goes on until its deadline, work and market until theirs, which lie beyond
        // the end of a sample.
        let goesOn: Set<ChallengeState> = [.open, .executing, .marketEval]
        return found.challenge.state == plan.ending && !goesOn.contains(plan.ending)
            && plan.rests.isEmpty && pending.isEmpty
            && (plan.ending == .settling || !owesMoney(found))
    }

    private mutating func advance(_ found: Case) async throws -> Pause {
        if let pause = try await settle(found) { return pause }
        switch found.challenge.state {
        case .draft, .returned: return try await pose(found)
        case .submitted, .assisting: return try await assist(found)
        case .arguing, .pooled, .approved: return try await argue(found)
        case .open: return try await call(found)
        case .closed: return try await open(found)
        case .qualifying: return try await qualify(found)
        case .evaluating: return try await evaluate(found)
        case .proposed: return try await propose(found)
        case .noticed, .disputed: return try await hear(found)
        case .cancelPending: return try await cancelling(found)
        case .awarded: return try await contract(found)
        case .executing: return try await execute(found)
        case .marketEval: return try await market(found)
        case .settling: return try await conclude(found)
        case .concluded: return try await review(found)
        case .unsuccessful: return try await relaunch(found)
        case .terminated, .revoked:
            if let pause = try await payOut(found) { return pause }
            return owesMoney(found) ? .workdays(3) : .done
        case .postReviewed, .rejected, .withdrawn, .cancelled: return .done
        }
    }

    // MARK: What every lane uses

    /// Whether a turn is due on this road; it is taken only once.
    mutating func take(_ turn: RoadTurn) -> Bool { pending.remove(turn) != nil }

    /// Whether the plan leaves an object in this state to whoever looks at the board.
    func rests(_ machine: Machine, _ state: String, _ number: Int? = nil) -> Bool {
        plan.rests.contains {
            $0.machine == machine && $0.state == state
                && ($0.number == nil || number == nil || $0.number == number)
        }
    }

    /// The day set for something that takes its time, set once.
    mutating func appointed(_ name: String, _ draw: (inout Dice) -> Instant) -> Instant {
        if let known = agenda[name] { return known }
        let instant = draw(&dice)
        agenda[name] = instant
        return instant
    }

    /// Whether something is done here for the first time.
    mutating func first(_ mark: String) -> Bool { marks.insert(mark).inserted }

    var stream: StreamID { StreamID(.challenge, id ?? "") }

    func command(
        _ name: String, _ subject: ObjectReference, _ person: PersonID,
        _ fill: (inout Record) -> Void = { _ in }
    ) -> Command {
        var fields = Record()
        fill(&fields)
        return Command(
            stream: stream, subject: subject, name: name, fields: fields, person: person)
    }

    @discardableResult
    func act(
        _ name: String, _ subject: ObjectReference = ObjectReference(.challenge),
        as persons: PersonID..., fill: (inout Record) -> Void = { _ in }
    ) async throws -> CommandOutcome? {
        var outcome: CommandOutcome?
        for (index, person) in persons.enumerated() {
            // Whoever signs after the first signs the text that stands there.
            let command =
                index == 0 ? command(name, subject, person, fill) : command(name, subject, person)
            outcome = try await stage.perform(command, at: now)
        }
        return outcome
    }

    func phrase(_ key: String, _ values: [String: String] = [:]) -> String {
        stage.county.phrase(key, values)
    }

    /// What the challenge is about, for texts that have to name it.
    var focus: [String: String] {
        let indicators = script.terms[F.indicators]
        let (one, other) = (indicators.first, indicators.dropFirst().first ?? indicators.first)
        return [
            "title": title, "enterprise": organisationName(script.enterprise),
            "first": one?.name ?? "", "second": other?.name ?? "",
        ].merging(one.map { means(of: $0, in: indicators) } ?? [:]) { $1 }
    }

    /// The days of a notice that is published now.
    var noticePeriod: String {
        let days = stage.noticeDays
        let last = stage.calendar.workdays(days, after: now.day, counting: .excluded).last
        return phrase("noticePeriod", ["from": now.day.text, "until": last.text])
    }

    /// Puts a reason and its clause into a command's fields.
    func give(_ reason: String, _ clause: String, to fields: inout Record) {
        fields[F.reason] = phrase(reason, focus)
        fields[F.clause] = phrase(clause)
    }

    /// Digests of documents that nobody has shown before.
    func documents(_ count: Int = 1) -> [Digest] {
        (0..<count).map { _ in stage.document(title + stage.ledger.nextNumber()) }
    }

    func organisationName(_ code: String) -> String {
        stage.county.organisation(code)?.name ?? code
    }
}

extension RecordValue {
    /// One value of a record type, as a list takes it; none where a member is missing.
    static func made(_ fill: (inout Record) -> Void) -> [Self] {
        Self(record: Record(fill)).map { [$0] } ?? []
    }
}
