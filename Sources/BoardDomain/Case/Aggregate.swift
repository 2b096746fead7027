/// The state of one stream, whatever its kind.
package protocol Aggregate: Sendable, Codable {
    var docket: Docket { get set }
    /// The machines whose objects can live in the stream.
    static var machines: [Machine] { get }
    /// The ids of the objects of a machine, in the order of their making.
    func ids(of machine: Machine) -> [String]
    /// Nil where there is no such object.
    func state(of reference: ObjectReference) -> String?
    /// Takes over the event in the object that it concerns.
    mutating func evolveObject(_ event: Event)
}

extension Aggregate {
    package mutating func evolve(_ event: Event) {
        docket.evolve(event)
        if event.type.actSuffix == nil { evolveObject(event) }
    }
}

/// A stream's state with its place in the log.
package struct Stream: Sendable {
    package var aggregate: any Aggregate
    /// Events so far.
    package var version: Int
    /// The domain's instant of the last event.
    package var lastAt: Instant

    package init(_ id: StreamID) {
        aggregate =
            switch id.kind {
            case .challenge: Case(id: id.id)
            case .claim: PolicyClaim(id: id.id)
            case .pool: PoolFile(id: id.id)
            case .sanction: SanctionFile(id: id.id)
            case .organisation: OrganisationFile(id: id.id)
            case .person: PersonFile(id: id.id)
            case .calendar: CalendarFile(id: id.id)
            }
        version = 0
        lastAt = Instant(milliseconds: .min)
    }

    package mutating func evolve(_ event: Event) {
        aggregate.evolve(event)
        version += 1
        lastAt = max(lastAt, event.at)
    }
}
