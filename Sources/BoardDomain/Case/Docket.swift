/// What every stream keeps beside its objects: who has acted, what is signed in part, what is
/// overdue.
package struct Docket: Hashable, Sendable {
    /// One act of a person in the stream, for separation of duties (§1).
    package struct Act: Hashable, Sendable, Codable {
        package let person: PersonID
        package let capacity: Capacity
        package let organisation: String
        package let rule: String
        package let subject: ObjectReference
    }

    /// An act that some have signed and others have not.
    package struct Step: Hashable, Sendable, Codable {
        /// The key of the row.
        package let rule: String
        package let subject: ObjectReference
        /// What is signed.
        package let fields: Record
        /// SHA-256 of what is signed of the objects beside the fields; nil where that is nothing.
        package let content: Digest?
        package internal(set) var given: [Given]
        package let proposedAt: Instant
    }

    /// A signature that was given, with its place in the row's authority.
    package struct Given: Hashable, Sendable, Codable {
        package let place: Int
        package let signature: Signature
    }

    /// A duty that ran past its instant: which, of what, and due when.
    package struct Overdue: Hashable, Sendable, Codable {
        package let act: String
        package let subject: ObjectReference
        package let due: Instant
        /// How often it has been escalated to the next one above (O13).
        package let at: Instant
    }

    /// Why an object stands as it does: the last act that put it there or sent it back, where it gave reasons.
    package struct Remark: Hashable, Sendable, Codable {
        /// As the log calls it.
        package let event: String
        package let rule: String
        package let subject: ObjectReference
        /// The reasons alone.
        package let fields: Record
        package let by: Signature
        package let at: Instant
    }

    /// Each once, where it came first: who acted is asked, never how often, and in a pool's stream
    /// the same few people act thousands of times.
    package private(set) var acts: [Act] = []
    private var known: Set<Act> = []
    package private(set) var steps: [Step] = []
    /// What a proposer got back, until he puts it anew or the object goes on.
    package private(set) var sentBack: [Step] = []
    package private(set) var remarks: [ObjectReference: Remark] = [:]
    package private(set) var overdue: [Overdue] = []
    /// When each object came into its present state.
    package private(set) var since: [ObjectReference: Instant] = [:]

    package init() {}

    package func step(rule: String, subject: ObjectReference) -> Step? {
        steps.first { $0.rule == rule && $0.subject == subject }
    }

    package func acts(of person: PersonID) -> [Act] { acts.filter { $0.person == person } }

    /// The persons who acted under one of these rows on a subject.
    package func persons(rules: Set<String>, on subject: ObjectReference) -> Set<PersonID> {
        Set(acts.lazy.filter { $0.subject == subject && rules.contains($0.rule) }.map(\.person))
    }

    package func isOverdue(act: String, subject: ObjectReference, due: Instant) -> Bool {
        overdue.contains { $0.act == act && $0.subject == subject && $0.due == due }
    }

    mutating func evolve(_ event: Event) {
        if case .person(let person) = event.by.actor {
            let act = Act(
                person: person, capacity: event.by.capacity,
                organisation: event.by.organisation, rule: event.rule, subject: event.subject)
            if known.insert(act).inserted { acts.append(act) }
        }
        switch event.type {
        case .stepProposed:
            steps.removeAll { $0.rule == event.rule && $0.subject == event.subject }
            sentBack.removeAll { $0.rule == event.rule && $0.subject == event.subject }
            if remarks[event.subject]?.rule == event.rule { remarks[event.subject] = nil }
            steps.append(
                Step(
                    rule: event.rule, subject: event.subject,
                    fields: Record(event.fields[name: "text"]?.object ?? [:]),
                    content: event.fields[F.contentDigest],
                    given: [Given(event)], proposedAt: event.at))
        case .stepSigned:
            for index in steps.indices
            where steps[index].rule == event.rule && steps[index].subject == event.subject {
                steps[index].given.append(Given(event))
            }
        case .stepSentBack, .stepLapsed:
            // A row of the clock that ends an act names the act's own row (B3/unsigned).
            let rule = event.fields[F.step] ?? event.rule
            if event.type == .stepSentBack {
                sentBack += steps.filter { $0.rule == rule && $0.subject == event.subject }
                remarks[event.subject] = Remark(event)
            }
            steps.removeAll { $0.rule == rule && $0.subject == event.subject }
        case .dutyOverdue:
            overdue.append(
                Overdue(
                    act: event.act, subject: event.subject, due: event.fields[F.due] ?? event.at,
                    at: event.at))
        default:
            // The completed act closes its own step; a change of state voids what was signed on the
            // former one.
            steps.removeAll { step in
                if step.subject == event.subject {
                    return step.rule == event.rule || event.state != nil
                }
                return step.rule == event.rule && step.subject.id.isEmpty
                    && step.subject.machine == event.subject.machine
            }
            guard event.state != nil else { return }
            since[event.subject] = event.at
            sentBack.removeAll { $0.subject == event.subject }
            remarks[event.subject] = Remark(event)
        }
    }
}

extension Docket.Given {
    fileprivate init(_ event: Event) {
        self.init(place: event.fields[F.place] ?? 0, signature: event.by)
    }
}

extension Docket.Remark {
    private static let reasons: Set<String> = [
        F.reason.name, F.clause.name, F.items.name, F.corrections.name, F.acceptedBasisPoints.name,
    ]

    /// Nil where nothing was given that somebody would have to know.
    fileprivate init?(_ event: Event) {
        let given = event.fields.members.filter { Self.reasons.contains($0.key) }
        guard case .person = event.by.actor, given.keys.contains(where: { $0 != F.clause.name })
        else { return nil }
        self.init(
            event: event.name, rule: event.rule, subject: event.subject, fields: Record(given),
            by: event.by, at: event.at)
    }
}

extension Docket: SnapshotLeaf {
    package func write(to encoder: SnapshotEncoder) throws {
        try acts.write(to: encoder)
        try steps.write(to: encoder)
        try sentBack.write(to: encoder)
        try remarks.write(to: encoder)
        try overdue.write(to: encoder)
        try since.write(to: encoder)
    }

    package init(snapshot decoder: SnapshotDecoder) throws {
        acts = try [Act](snapshot: decoder)
        known = Set(acts)
        steps = try [Step](snapshot: decoder)
        sentBack = try [Step](snapshot: decoder)
        remarks = try [ObjectReference: Remark](snapshot: decoder)
        overdue = try [Overdue](snapshot: decoder)
        since = try [ObjectReference: Instant](snapshot: decoder)
    }
}

extension F {
    /// Which signature of an act in parts was given, counted from 0.
    package static let place = Field<Int>("place")
    /// When something is or was due.
    package static let due = Field<Instant>("due")
    /// SHA-256 of the canonical fields that were signed.
    package static let signedDigest = Field<Digest>("signedDigest")
    /// SHA-256 of what was signed of the objects beside the fields (`Transition.signs`).
    package static let contentDigest = Field<Digest>("contentDigest")
}
