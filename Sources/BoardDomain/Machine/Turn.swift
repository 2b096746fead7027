/// One decision under way: what is known, whose turn it is, and what has been recorded so far.
///
/// A value: guards read it, an action records events on its copy, and the caller carries out what
/// comes back. Recording an event evolves the turn's own world at once, so that what follows sees it.
package struct Turn: Sendable {
    package internal(set) var world: World
    package let context: Context
    /// The stream that the command or the clock is about.
    package internal(set) var stream: StreamID
    package internal(set) var subject: ObjectReference
    package internal(set) var row: Transition
    /// The command's fields; empty for the clock.
    package internal(set) var fields: Record
    /// The command's confidential fields, which no event takes over; the effects of what it records
    /// see them too, later signatures do not.
    package internal(set) var confidential = Record()
    /// Who completes the act.
    package internal(set) var signature: Signature
    /// All who signed an act in parts, with the one who completes it.
    package internal(set) var signatures: [Signature]
    /// The event that set an effect off.
    package internal(set) var cause: Event?
    package private(set) var recorded: [(stream: StreamID, event: Event)] = []
    package private(set) var keyDeposits: [KeyDeposit] = []
    package private(set) var keyWithdrawals: [KeyWithdrawal] = []
    /// Subjects whose keys go, and with them all that is encrypted under them.
    package private(set) var personKeyErasures: [String] = []

    init(
        world: World, context: Context, stream: StreamID, subject: ObjectReference, row: Transition,
        fields: Record = Record(), signature: Signature = .clock
    ) {
        self.world = world
        self.context = context
        self.stream = stream
        self.subject = subject
        self.row = row
        self.fields = fields
        self.signature = signature
        signatures = [signature]
    }

    package var now: Instant { context.now }
    package var policy: Policy { context.policy }
    package var calendar: WorkdayCalendar { context.calendar }
    package var docket: Docket { world[stream].aggregate.docket }

    /// The case of the turn's stream; rows of its machines run in no other stream.
    package var `case`: Case {
        guard let found = world[stream].aggregate as? Case else {
            preconditionFailure("\(row.key) asks for a case in stream \(stream.text)")
        }
        return found
    }

    package var caseIfAny: Case? { world[stream].aggregate as? Case }

    /// Records an event. On the turn's own subject the command's fields come first, and the state is
    /// the row's only one unless `to` says which; on another object the state stays unless `to` says.
    ///
    /// - Parameters:
    ///   - rule: the row that the event happens under, where it is not the turn's.
    ///   - stream: another stream than the turn's, such as the pool's.
    package mutating func record(
        _ type: EventType, on other: ObjectReference? = nil, to state: (any MachineState)? = nil,
        as rule: String? = nil, in otherStream: StreamID? = nil,
        fill: (inout Record) -> Void = { _ in }
    ) {
        let target = otherStream ?? stream
        let object = other ?? subject
        let isOwn = target == stream && object == subject
        var payload = isOwn && cause == nil ? fields : Record()
        fill(&payload)
        let present = world[target].aggregate.state(of: object)
        var next = state.map(Self.name(of:))
        if next == nil, isOwn, row.to.count == 1 { next = row.to[0] }
        if next == present { next = nil }
        append(
            Event(
                type: type, rule: rule ?? row.key, subject: object, state: next, fields: payload,
                by: signature, at: now),
            to: target)
    }

    private static func name(of state: any MachineState) -> String { state.rawValue }

    mutating func append(_ event: Event, to stream: StreamID) {
        world.evolve(event, in: stream)
        recorded.append((stream, event))
    }

    package mutating func deposit(_ keys: [KeyDeposit]) { keyDeposits += keys }

    /// Erases the wrapped keys of a bid: all of them, or one opener's.
    package mutating func withdrawKeys(ofBid bid: String, opener: String? = nil) {
        keyWithdrawals.append(KeyWithdrawal(bid: bid, opener: opener))
    }

    /// Erases a person's key: nobody reads any more what was encrypted under it.
    package mutating func erasePersonKey(of subject: String) { personKeyErasures.append(subject) }

    /// Takes the confidential fields out of those that are signed and recorded.
    mutating func receive(_ given: Record) {
        let names = Set(row.declaredFields.lazy.filter(\.isConfidential).map(\.name))
        fields = Record(given.members.filter { !names.contains($0.key) })
        confidential = Record(given.members.filter { names.contains($0.key) })
    }

    package func refusal(
        _ code: RefusalCode, given: JSON? = nil, accepted: JSON? = nil, _ more: [String: JSON] = [:]
    ) -> Refusal {
        Refusal(rule: row.id, Breach(code, given: given, accepted: accepted, more))
    }

    /// The end of a period of workdays after an instant, 23:59:59 at +08:00.
    package func workdays(_ key: PolicyKey<Int>, after instant: Instant) -> Instant {
        calendar.workdays(policy[key], after: instant.day, counting: .excluded).last.end
    }

    /// The end of a period of calendar days after an instant, 23:59:59 at +08:00.
    package func days(_ key: PolicyKey<Int>, after instant: Instant) -> Instant {
        instant.day.adding(policy[key]).end
    }

    /// When the subject came into its present state.
    package var since: Instant { docket.since[subject] ?? now }
}
