import BoardDomain
import BoardEventLog

/// What stands for a whole stream, so that opening a board does not replay it.
extension Replay {
    /// Of a pool its books; of a sanction in force only that there is one, which is replayed; of
    /// other streams nothing.
    static func snapshot(of stream: BoardDomain.Stream) -> String? {
        switch stream.aggregate {
        case let file as PoolFile:
            return JSON.object([
                "lastAt": .integer(stream.lastAt.milliseconds), "file": file.snapshot,
            ]).canonicalText
        case let file as SanctionFile:
            let isInForce =
                file.sanction.map { [.effective, .repairAsked].contains($0.state) } ?? false
            return isInForce ? "{}" : nil
        default: return nil
        }
    }

    /// Nil for a stream that is to be replayed.
    ///
    /// - Throws: `EventLogError.corruptTable` where a snapshot is not what the program wrote.
    static func stream(of snapshot: StreamSnapshot) throws -> BoardDomain.Stream? {
        guard let id = StreamID(text: snapshot.stream), id.kind == .pool else { return nil }
        guard let json = try? JSONReader.read(snapshot.text),
            let lastAt = json["lastAt"]?.integer,
            let file = json["file"].flatMap({ PoolFile(id: id.id, snapshot: $0) })
        else { throw EventLogError.corruptTable(name: "projected_snapshots") }
        var stream = BoardDomain.Stream(id)
        stream.aggregate = file
        stream.version = snapshot.version
        stream.lastAt = Instant(milliseconds: lastAt)
        return stream
    }
}
