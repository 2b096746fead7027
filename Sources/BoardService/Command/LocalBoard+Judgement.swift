package import BoardDomain

extension LocalBoard {
    /// Every condition of a command with what speaks against it, its fields as far as they are there:
    /// what a form shows while it is filled in. Nothing is recorded.
    ///
    /// - Throws: the refusal where the command is not the person's, or not now.
    package func judge(
        _ request: CommandRequest
    ) async throws -> [(name: String, breach: Breach?)] {
        let now = request.at ?? settings.now()
        let world = try await world(for: request.command, at: now)
        let context = try context(
            at: now, head: try await log.head().hash, commandID: request.id)
        do {
            try checkNamedObject(of: request.command, in: world, at: now)
            let command = try StarterRubric.completing(request.command, in: world)
            return try engine.judge(command, in: world, context: context)
        } catch let refusal as Refusal {
            throw heard(refusal, of: request.command, in: world, at: now)
        }
    }

    /// Every condition of the command that comes next, with what would speak against it once this one
    /// were recorded: a contract's text may be set with gaps, and not be agreed on with them.
    ///
    /// - Throws: the refusal of either.
    package func judge(
        _ next: String, after request: CommandRequest
    ) async throws -> [(name: String, breach: Breach?)] {
        let now = request.at ?? settings.now()
        let world = try await world(for: request.command, at: now)
        let context = try context(
            at: now, head: try await log.head().hash, commandID: request.id)
        let decision = try engine.decide(request.command, in: world, context: context)
        let command = Command(
            stream: request.command.stream, subject: request.command.subject, name: next,
            fields: Record(), person: request.command.person)
        return try engine.judge(command, in: decision.world, context: context)
    }

    /// The policy and the workdays in force: what a face shows of them before anything is decided.
    ///
    /// - Throws: `BoardFault.noPolicy`.
    package func rules(
        at instant: Instant? = nil
    ) async throws -> (policy: Policy, calendar: WorkdayCalendar) {
        try await refreshStanding()
        let now = instant ?? settings.now()
        guard let policy = settings.policies.inForce(at: now) else {
            throw BoardFault.noPolicy(now)
        }
        return (policy, settings.calendar(with: standing.loadedYears))
    }
}
