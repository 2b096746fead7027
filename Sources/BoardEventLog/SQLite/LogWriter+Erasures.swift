import BoardDomain
import GRDBSQLite

/// Sees to it that no byte of an erased key is left in the file.
extension LogWriter {
    /// Milliseconds: as long as most readers stand.
    private static let patienceWithReaders: Int32 = 250

    /// On record before the erasure is committed: whatever happens then, somebody settles it.
    func owe(_ debt: ErasureDebt?, _ session: WriterSession) throws(EventLogError) {
        guard let debt else { return }
        do {
            if self.debt.map({ $0 < debt }) ?? true {
                try file.erasureDebt.write(debt)
                self.debt = debt
            }
            isDebtFresh = true
        } catch {
            session.rollback()
            throw error
        }
    }

    /// Does what is left to do; where it cannot be done now it stays owed, and the log goes on.
    func settle(_ session: WriterSession) {
        let isFresh = isDebtFresh
        isDebtFresh = false
        do {
            try session.connection.execute("PRAGMA secure_delete = OFF")
            if debt == .file {
                try session.rewrite()
                try file.erasureDebt.write(.pages)
                debt = .pages
            }
            let isEmptied = try session.connection.checkpoint(
                truncating: true, patience: isFresh ? Self.patienceWithReaders : 0)
            guard isEmptied else {
                return file.logger.debug("a reader stands on erased keys: they are owed")
            }
            pagesCarried = 0
            try file.erasureDebt.settle()
            debt = nil
            file.logger.debug("erased keys are gone from the file")
        } catch {
            guard !error.leavesDoubt else { return stop(session, "erasure: \(error)") }
            file.logger.error(
                "erased keys are not gone from the file: they are owed",
                metadata: ["reason": "\(error)"])
        }
    }

    /// As the log is opened: what an earlier writer could not do, if nobody else writes now.
    nonisolated func settleErasures(at instant: Instant) {
        executor.queue.async {
            self.assumeIsolated { writer in
                guard writer.debt != nil,
                    let session = try? writer.open(since: instant, patience: 0)
                else { return }
                if writer.term == .life { writer.tidy(session) } else { writer.letGo(session) }
            }
        }
    }

    /// Whether bytes of erased keys may be left in the file.
    func owesErasure() -> Bool { file.erasureDebt.owed != nil }
}

extension EventLogError {
    /// After a failed write or fsync a second try may falsely succeed.
    fileprivate var leavesDoubt: Bool {
        guard case .storage(let code, _) = self else { return false }
        return code & 0xFF == SQLITE_IOERR
    }
}
