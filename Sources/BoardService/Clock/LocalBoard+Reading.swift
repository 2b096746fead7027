import BoardDomain
import BoardEventLog
import Logging

extension LocalBoard {
    /// How many streams the clock has something to do in by now.
    package func arrears() async throws -> Int {
        try await log.streamsDue(by: settings.now(), limit: .max).count
    }

    /// Carries out what was due before somebody reads (log.md: in embedded use the clock's steps run
    /// before each command, and reading is one).
    ///
    /// Where another process holds the writer's lock its clock does them; where the file cannot be
    /// written they wait, and reading goes on.
    ///
    /// - Returns: in how many streams they wait.
    package func catchUpToRead() async throws -> Int {
        do {
            try await catchUp(to: settings.now())
            return 0
        } catch EventLogError.locked {
            return 0
        } catch let fault as EventLogError where fault.leavesReading {
            settings.logger.notice("the board cannot be written: due steps wait")
            return try await arrears()
        }
    }
}

extension EventLogError {
    /// Nothing can be written, and nothing was.
    fileprivate var leavesReading: Bool {
        switch self {
        case .readOnly, .file: true
        // SQLITE_READONLY, SQLITE_FULL, SQLITE_CANTOPEN.
        case .storage(let code, _): [8, 13, 14].contains(code & 0xFF)
        default: false
        }
    }
}
