import BoardDomain

/// Rows in the order of the log, as they lie in the file: not to be used before they are verified.
///
/// A value apart from the reader, so that one thread reads while another one hashes what was read:
/// the hashing takes as long as all the rest.
struct WrittenPage: Sendable {
    let path: String
    /// The position before the first row.
    let after: Int64
    var rows: [EventRow] = []
    /// Why the row after the last of these could not be read.
    var failure: EventLogError?

    init(path: String, after: Int64) { (self.path, self.after) = (path, after) }

    /// The rows in the newest schema, each held against the hash before, by what was read of it:
    /// what is made of them rests on nothing that was tampered with.
    ///
    /// - Parameter head: the hash of the row at `after`, or the genesis.
    /// - Throws: `unsound` at the first row that is not chained to the one before; `failure` after
    ///   the last; what the vocabulary refuses.
    consuming func verified(
        head: Digest, vocabulary: EventVocabulary
    ) throws(EventLogError) -> [EventRow] {
        var fields = FieldBuffer()
        var (head, position) = (head, after)
        for index in rows.indices {
            position += 1
            fields.removeAll()
            fields.append(rows[index])
            head = Chain.next(previous: head, digest: fields.digest)
            guard rows[index].position == position, rows[index].hash == head else {
                throw .unsound(path: path, fault: .hash(position: position))
            }
            try vocabulary.understand(&rows[index])
        }
        if let failure { throw failure }
        return rows
    }
}
