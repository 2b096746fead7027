import BoardDomain

extension FieldBuffer {
    /// The columns of a row that are hashed, in the order of the table: what a draft brings and what
    /// the log adds.
    mutating func append(
        _ draft: EventDraft, position: Int64, version: Int, recordedAt: Instant,
        commandID: String, causation: Int64
    ) {
        append(position)
        append(draft.stream)
        append(Int64(version))
        append(draft.type)
        append(Int64(draft.schema))
        append(draft.occurredAt)
        append(recordedAt)
        append(draft.actor)
        append(draft.onBehalfOf)
        append(commandID)
        append(draft.correlation)
        append(causation)
        append(draft.policy)
        append(draft.payload)
    }

    /// The same of a row that was read.
    mutating func append(_ row: EventRow) {
        append(row.position)
        append(row.stream)
        append(Int64(row.version))
        append(row.type)
        append(Int64(row.schema))
        append(row.occurredAt)
        append(row.recordedAt)
        append(row.actor)
        append(row.onBehalfOf)
        append(row.commandID)
        append(row.correlation)
        append(row.causation)
        append(row.policy)
        row.payloadBytes.withUnsafeBytes { append($0) }
    }

    /// The same as they lie in the file.
    mutating func append(_ row: Statement) {
        for column in EventRow.hashedColumns {
            if row.isInteger(column) {
                append(row.integer(column))
            } else {
                append(row.textBytes(column))
            }
        }
    }
}
