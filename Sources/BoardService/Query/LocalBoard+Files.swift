package import BoardDomain

/// A stream that is no case, as a list shows it.
package struct StreamRow: Sendable, Hashable {
    package let stream: StreamID
    /// Whom it is about; empty where the viewer is not told by a list.
    package let title: String
    package let state: String
}

/// Some of the streams of a kind, the newest first.
package struct StreamPage: Sendable {
    package let rows: [StreamRow]
    /// The stream after which the next page goes on; nil at the end.
    package let next: StreamID?
}

extension LocalBoard {
    /// The sanctions or claims that a person may know of, by their numbers downwards.
    ///
    /// A list tells nothing restricted: whom a report accuses that has led to nothing public yet
    /// stands in its file alone, where reading is recorded (I27).
    package func files(
        _ kind: StreamID.Kind, after last: StreamID? = nil, limit: Int, as person: PersonID?,
        at instant: Instant? = nil
    ) async throws -> StreamPage {
        let now = instant ?? settings.now()
        let names = try await log.streams(prefix: kind.rawValue + "/").compactMap(
            StreamID.init(text:)
        ).reversed().drop { stream in last.map { stream >= $0 } ?? false }
        var rows: [StreamRow] = []
        for id in names {
            guard rows.count < limit else { return StreamPage(rows: rows, next: rows.last?.stream) }
            let world = try await world(with: id, at: now)
            guard sight(of: id, in: world, as: person, at: now) != nil else { continue }
            rows.append(row(of: id, world[id].aggregate, as: person, at: now))
        }
        return StreamPage(rows: rows, next: nil)
    }

    private func row(
        of id: StreamID, _ aggregate: any Aggregate, as person: PersonID?, at now: Instant
    ) -> StreamRow {
        let held = person.map { standing.directory.appointments(of: $0, at: now) } ?? []
        let isOfficial = held.contains { Role.officials.contains($0.role) }
        let organisations = Set(held.map(\.organisation))
        let (party, isTold, state): (String, Bool, String) =
            switch aggregate {
            case let file as SanctionFile:
                (
                    file.sanction?.target ?? "", file.sanction?.effectiveAt != nil,
                    file.sanction?.state.rawValue ?? ""
                )
            case let file as PolicyClaim:
                (
                    file.entitlements.last?.payee ?? "",
                    isOfficial
                        || organisations.contains(file.entitlements.last?.payee ?? ""),
                    file.payouts.last?.state.rawValue ?? ""
                )
            default: ("", false, "")
            }
        let directory = standing.directory
        return StreamRow(
            stream: id,
            title: isTold
                ? directory.organisations[party]?.name ?? directory.persons[party]?.name ?? party
                : "", state: state)
    }
}
