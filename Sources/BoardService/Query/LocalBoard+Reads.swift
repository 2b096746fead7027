package import BoardDomain
import BoardEventLog

/// The question that showed something; the name under which it stands in the record of reads.
enum ReadQuestion: String { case show, print, timeline, log }

extension LocalBoard {
    /// Puts on record that somebody is about to be shown restricted objects; a failure means that nobody
    /// may be shown them (I27).
    func note(
        _ objects: [StreamID: Set<String>], _ question: ReadQuestion, by person: PersonID?,
        at instant: Instant
    ) async throws {
        let past = (log as? PastLog)?.end.position
        var reads: [ObjectRead] = []
        for (stream, objects) in objects.sorted(by: { $0.key < $1.key }) where !objects.isEmpty {
            reads.append(
                ObjectRead(
                    at: settings.clock(), person: person,
                    capacities: try await capacities(of: person, in: stream, at: instant),
                    stream: stream.text, objects: objects.sorted(), question: question.rawValue,
                    asOf: past))
        }
        guard !reads.isEmpty else { return }
        try await self.reads.append(reads, id: settings.newCommandID())
    }

    private func capacities(
        of person: PersonID?, in stream: StreamID, at instant: Instant
    ) async throws -> [String] {
        if let found = try await world(with: stream, at: instant)[stream].aggregate as? Case {
            let held = viewer(person, of: found, at: instant).capacities
            return held.subtracting(person == nil ? [] : [.publicReader]).map(\.rawValue).sorted()
        }
        let held = person.map { standing.directory.appointments(of: $0, at: instant) } ?? []
        return Set(held.map(\.role.rawValue)).sorted()
    }

    /// What a stream's events tell somebody that is restricted.
    func restriction(
        of stream: StreamID, in world: World, as person: PersonID?, at now: Instant
    ) -> (Event) -> String? {
        guard let found = world[stream].aggregate as? Case else {
            let aggregate = world[stream].aggregate
            return { Restriction.object(of: $0, in: stream, aggregate, to: person) }
        }
        let viewer = viewer(person, of: found, at: now)
        return { Restriction.object(of: $0, in: found, to: viewer) }
    }

    /// Who was shown restricted objects, oldest first: all of it for auditors and supervisors, for others
    /// what they were shown themselves and who was shown what is theirs (§15).
    ///
    /// - Parameters:
    ///   - object: of the stream only; nil for every one.
    ///   - reader: only what this person was shown; nil for everybody.
    package func reads(
        of stream: StreamID? = nil, object: ObjectReference? = nil, by reader: PersonID? = nil,
        as person: PersonID?, at instant: Instant? = nil
    ) async throws -> [ObjectRead] {
        let now = instant ?? settings.now()
        try await refreshStanding()
        let held = person.map { standing.directory.appointments(of: $0, at: now) } ?? []
        let isWatcher = held.contains { $0.role == .auditor || $0.role == .supervisor }
        var owned: [String: (String) -> Bool] = [:]
        var shown: [ObjectRead] = []
        for read in try await reads.reads(of: stream?.text) {
            var objects = read.objects
            if !isWatcher, person == nil || read.person != person {
                if owned[read.stream] == nil {
                    owned[read.stream] = try await ownership(read.stream, of: person, at: now)
                }
                objects.removeAll { !(owned[read.stream]?($0) ?? false) }
            }
            if let object { objects.removeAll { $0 != object.text } }
            guard !objects.isEmpty, reader == nil || read.person == reader else { continue }
            shown.append(read.limited(to: objects))
        }
        return shown
    }

    /// Which objects of a stream are a person's own.
    private func ownership(
        _ name: String, of person: PersonID?, at now: Instant
    ) async throws -> (String) -> Bool {
        guard let person, let id = StreamID(text: name) else { return { _ in false } }
        let stream = try await world(with: id, at: now)[id]
        switch stream.aggregate {
        case let found as Case:
            let viewer = viewer(person, of: found, at: now)
            let bids = Set(found.bids.all.filter(viewer.isBidder).map(\.reference.text))
            let seats = found.seats.all.filter { $0.person == person }
            let sheets = found.sheets.all.filter { sheet in seats.contains { $0.id == sheet.seat } }
            let own = bids.union(seats.map(\.reference.text)).union(sheets.map(\.reference.text))
            let challenge = found.challenge.reference.text
            return { own.contains($0) || viewer.isEnterprise && $0 == challenge }
        case let file as SanctionFile:
            let isOwn = file.sanction?.target == person || file.sanction?.reporter == person
            return { _ in isOwn }
        case is PersonFile: return { _ in id.id == person }
        default: return { _ in false }
        }
    }

    /// Walks the record of reads; nil where nothing was ever recorded and no anchor says otherwise.
    package func verifyReads(anchor: Anchor? = nil) async throws -> LogAudit? {
        try await reads.verify(anchor: anchor)
    }

    /// Signs the head of the record of reads; nil where nothing was ever recorded.
    package func checkpointReads() async throws -> Anchor? {
        // Who reads does so now, wherever the time of the board stands.
        try await reads.checkpoint(at: settings.clock())
    }
}
