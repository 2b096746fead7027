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
    /// Whatever stands in the way of them, reading goes on: another process holds the writer's lock, and
    /// its clock does them; the file cannot be written; a step is refused.
    ///
    /// - Returns: in how many streams they wait.
    package func catchUpToRead() async throws -> Int {
        do {
            try await catchUp(to: settings.now())
            return 0
        } catch {
            // Not the error's own words: a refusal may hold what somebody typed.
            let reason =
                switch error {
                case let refusal as Refusal: "\(refusal.rule) \(refusal.code.name)"
                case let fault as EventLogError: "\(fault)"
                default: "\(type(of: error))"
                }
            settings.logger.notice("due steps wait", metadata: ["reason": "\(reason)"])
            return try await arrears()
        }
    }
}
