package import BoardDomain

/// What a check of the whole log found.
package struct LogAudit: Sendable, Equatable {
    /// Rows that were found sound, from position 1 on.
    package let events: Int64
    /// The hash of the last sound row.
    package let head: Digest
    package let checkpoints: Int
    /// The first fault; nil where the log is sound.
    package let fault: VerificationFault?

    package init(events: Int64, head: Digest, checkpoints: Int, fault: VerificationFault?) {
        self.events = events
        self.head = head
        self.checkpoints = checkpoints
        self.fault = fault
    }
}

/// The first thing wrong with a log, with the position it is wrong at (I2).
package enum VerificationFault: Sendable, Hashable {
    /// No row has this position, but a later one exists.
    case missing(position: Int64)
    /// The row is not the one that was chained here: edited, inserted or moved.
    case hash(position: Int64)
    case streamVersion(position: Int64, stream: String, expected: Int, found: Int)
    /// Recorded before the row that precedes it.
    case recordedBackwards(position: Int64)

    /// The checkpoint covers a row that the log no longer has.
    case checkpointBeyondEnd(position: Int64, last: Int64)
    case checkpointHash(position: Int64)
    /// Signed by a key that the board does not list, or outside of the key's time.
    case checkpointKey(position: Int64, keyID: String)
    case checkpointSignature(position: Int64)

    case anchorOfAnotherBoard(board: String)
    /// The tail was cut: the anchor covers a row that the log no longer has.
    case anchorBeyondEnd(position: Int64, last: Int64)
    case anchorHash(position: Int64)
    case anchorKey(position: Int64, keyID: String)
    case anchorSignature(position: Int64)

    /// A table, index or trigger is missing or is not what the program made.
    case schemaAltered(name: String)

    /// Nil where the fault is not one of a row.
    package var position: Int64? {
        switch self {
        case .missing(let position), .hash(let position), .recordedBackwards(let position),
            .streamVersion(let position, _, _, _), .checkpointBeyondEnd(let position, _),
            .checkpointHash(let position), .checkpointKey(let position, _),
            .checkpointSignature(let position), .anchorBeyondEnd(let position, _),
            .anchorHash(let position), .anchorKey(let position, _),
            .anchorSignature(let position):
            position
        case .anchorOfAnotherBoard, .schemaAltered: nil
        }
    }
}
