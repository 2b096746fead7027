package import BoardDomain

/// Who is on the board, as somebody may know it.
///
/// Who holds a public office is public. Who judges, who works for a bidder or buys from one is told
/// to the officials, to who keeps the directory, to oneself and to one's own organisations' people.
package struct DirectorySight: Sendable {
    package let directory: Directory
    private let person: PersonID?
    private let organisations: Set<String>
    private let isClose: Bool
    private let now: Instant

    init(_ directory: Directory, as person: PersonID?, at now: Instant) {
        let held = person.map { directory.appointments(of: $0, at: now) } ?? []
        self.directory = directory
        self.person = person
        self.now = now
        organisations = Set(held.map(\.organisation))
        isClose = !Role.everybody.isDisjoint(with: held.map(\.role))
    }

    /// The appointments of a person that the viewer may know of.
    package func appointments(of id: PersonID) -> [Appointment] {
        let held = directory.appointments(of: id, at: now)
        guard !isClose, id != person else { return held }
        return held.filter {
            Role.publicOffices.contains($0.role) || organisations.contains($0.organisation)
        }
    }

    /// Whether the viewer may know that there is such a person.
    package func sees(_ id: PersonID) -> Bool {
        isClose || id == person || !appointments(of: id).isEmpty
    }
}

extension LocalBoard {
    package func directorySight(
        as person: PersonID?, at instant: Instant? = nil
    ) async throws -> DirectorySight {
        DirectorySight(try await directory(), as: person, at: instant ?? settings.now())
    }
}
