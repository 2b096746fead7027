/// A stream as it stands, so that nobody has to replay what made it so: a case of three hundred events
/// takes milliseconds, since each of them lies on another page of the log.
extension Stream {
    /// Equal streams give equal bytes (I3).
    package var snapshot: [UInt8] {
        get throws {
            let encoder = SnapshotEncoder()
            try encoder.write(lastAt)
            try encoder.write(aggregate)
            return encoder.bytes
        }
    }

    /// The stream at a version, from what `snapshot` gave then.
    ///
    /// - Throws: `SnapshotFault` where the bytes are not the program's own.
    package init(
        _ id: StreamID, version: Int, snapshot bytes: UnsafeRawBufferPointer
    ) throws {
        self.init(id)
        (lastAt, aggregate) = try SnapshotDecoder.read(bytes) { decoder in
            (try Instant(snapshot: decoder), try aggregate.restored(from: decoder))
        }
        self.version = version
    }
}

extension Aggregate {
    fileprivate func restored(from decoder: SnapshotDecoder) throws -> any Aggregate {
        try decoder.read(Self.self)
    }
}
