package import BoardDomain

extension SQLiteEventLog {
    /// Copies the board as it is now into a new file, mode 0600, while others read and append.
    ///
    /// The copy is verified from its first event to the head that it was to hold. It does not take
    /// along the signing key: whoever holds a backup must not be able to sign for the board.
    ///
    /// - Returns: what the check of the copy found.
    /// - Throws: `boardExists` rather than overwrite, `unsound`, `file`, `storage`.
    package func backup(to target: String) async throws -> LogAudit {
        let head = try await reader.head()
        let audit = try await Self.copy(of: path, to: target, vocabulary: vocabulary) { copy in
            guard try await copy.head(asOf: .position(head.position)).hash == head.hash else {
                throw EventLogError.unsound(path: target, fault: .hash(position: head.position))
            }
        }
        return audit
    }

    /// Makes a board's file from a backup, with a signing key of its own unless one lies there.
    ///
    /// - Parameter instant: written into the lock for whoever is refused.
    /// - Returns: what the check of the restored file found.
    /// - Throws: `boardExists` rather than overwrite, `boardMissing`, `notABoard`, `newerFile`,
    ///   `locked`, `unsound`, `file`, `storage`.
    package static func restore(
        _ backup: String, to target: String, vocabulary: EventVocabulary, at instant: Instant
    ) async throws -> LogAudit {
        guard LogFile(path: backup).exists else { throw EventLogError.boardMissing(path: backup) }
        let lock = try WriterLock(database: target, term: .life, since: instant, patience: 0)
        lock.settle()
        // What comes to nothing leaves nothing behind.
        defer { LogFile(path: target).exists ? lock.release() : lock.discard() }
        return try await copy(of: backup, to: target, vocabulary: vocabulary) { _ in
            let keyFile = LogFile(path: target).signingKey
            // A key that the table lacks is entered when it signs.
            do {
                _ = try keyFile.read()
            } catch EventLogError.signingKeyMissing {
                try keyFile.write(SigningKey())
            }
        }
    }

    private static func copy(
        of source: String, to target: String, vocabulary: EventVocabulary,
        checking: (LogReader) async throws -> Void
    ) async throws -> LogAudit {
        let making = try CopyInMaking(target: target)
        do {
            let original = try LogReader(path: source, vocabulary: vocabulary, projections: .any)
            try await original.copy(into: making.path)
            await original.close()
            let copy = try LogReader(
                path: making.path, vocabulary: vocabulary, projections: .any)
            let audit = try await copy.verify(anchor: nil)
            guard try await copy.isIntact(), audit.fault == nil else {
                throw EventLogError.unsound(path: target, fault: audit.fault)
            }
            try await checking(copy)
            await copy.close()
            try making.finish()
            return audit
        } catch {
            making.discard()
            throw error
        }
    }
}
