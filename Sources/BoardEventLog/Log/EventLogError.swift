package import BoardDomain

/// Why the log did not do what it was asked; each case carries what a reader has to be told.
package enum EventLogError: Error, Hashable, Sendable {
    // A command that fails alone.
    case conflict(stream: String, expected: Int, actual: Int)
    case headMoved(expected: Digest, actual: Digest)
    /// The same person and key came with another body (I4).
    case commandReused(commandID: String)
    /// The number is live in another case (I24).
    case documentNumberInUse(kind: String, number: String, stream: String)
    /// The event at this index of the request names a cause that does not precede it.
    case badCausation(event: Int)

    // A question.
    /// No word to search for, or one of a single character.
    case searchTooShort(text: String)
    /// The case after which a page was to begin is not among those asked for any more.
    case pageGone(id: String)

    // The writer's lock.
    /// Both are nil where the holder left no readable record.
    case locked(pid: Int32?, since: Instant?)
    /// The log was opened to be read only.
    case readOnly
    /// The projections are being rebuilt already.
    case rebuilding

    // The file.
    case newerFile(found: Int, known: Int)
    case notABoard(path: String)
    case boardMissing(path: String)
    case boardExists(path: String)
    case unknownTable(name: String)
    /// A table, index or trigger is missing or is not what the program made.
    case schemaAltered(name: String)
    case projectionVersion(found: Int, known: Int)

    // What was read.
    case unknownEventType(type: String, position: Int64)
    case newerEventSchema(type: String, schema: Int, known: Int, position: Int64)
    case corrupt(position: Int64, column: String)
    case corruptTable(name: String)
    /// A copy that was made, or that is to be restored, is not what the log holds.
    case unsound(path: String, fault: VerificationFault?)

    // The signing key.
    case signingKeyMissing(path: String)
    case signingKeyInvalid(path: String)

    // The machine.
    /// COMMIT failed: the command is settled by its id after reopening; until then the log
    /// accepts nothing more.
    case outcomeUnknown(commandID: String)
    /// An earlier failure left the file in doubt; only reopening settles it.
    case stopped(reason: String)
    case closed
    /// SQLite's extended result code and message.
    case storage(code: Int32, message: String)
    case file(path: String, errno: Int32)
}
