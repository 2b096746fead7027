import BoardDomain
import BoardEventLog

/// What stands for a whole stream, so that nobody has to replay it.
extension Replay {
    /// A case's is taken anew when so many events have come: to write the whole case at every command
    /// would take longer than the command, and to read so many events takes a fraction of a
    /// millisecond.
    private static let eventsApart = 32

    /// Of a case that is over none is kept: thirty kilobytes each are a fifth of what its events take,
    /// and hardly any command comes.
    static func keepsSnapshot(_ stream: BoardDomain.Stream) -> Bool {
        guard let found = stream.aggregate as? Case, found.exists else { return false }
        return !found.challenge.state.isOver
    }

    /// What a command that brought a stream from a version to where it stands makes of its snapshot.
    ///
    /// Pools, persons, organisations and calendars are asked by every command, and of the sanctions
    /// those in force.
    static func snapshot(
        of stream: BoardDomain.Stream, since version: Int
    ) throws -> SnapshotChange {
        switch stream.aggregate {
        case is Case:
            guard keepsSnapshot(stream) else { return .absent }
            guard isDue(from: version, to: stream.version) else { return .kept }
        case is PolicyClaim: return .absent
        case let file as SanctionFile:
            guard let state = file.sanction?.state, [.effective, .repairAsked].contains(state)
            else { return .absent }
        default: break
        }
        return .taken(version: stream.version, bytes: try stream.snapshot)
    }

    /// Whether a command on a case that brought it from one version to another has it taken.
    static func isDue(from version: Int, to newVersion: Int) -> Bool {
        newVersion / eventsApart > version / eventsApart
    }

    /// The stream that a snapshot is of, as it stood then.
    ///
    /// - Throws: `EventLogError.corruptTable` where it is not what the program wrote.
    static func stream(of snapshot: StreamSnapshot) throws -> BoardDomain.Stream {
        guard let id = StreamID(text: snapshot.stream),
            let stream = try? snapshot.bytes.withUnsafeBytes({
                try BoardDomain.Stream(id, version: snapshot.version, snapshot: $0)
            })
        else { throw EventLogError.corruptTable(name: "projected_snapshots") }
        return stream
    }
}
