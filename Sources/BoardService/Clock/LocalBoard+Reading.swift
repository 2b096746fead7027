import BoardDomain
import BoardEventLog
import Logging

extension LocalBoard {
    /// How many streams the clock has something to do in by now.
    package func arrears() async throws -> Int {
        try await log.streamsDue(by: settings.now(), limit: .max).count
    }

    /// Carries out what was due before somebody reads (in embedded use the clock's steps run
    /// before each command, and reading is one).
    ///
    /// Whatever keeps a step from being carried out, it waits and reading goes on: another process that
    /// holds the writer's lock and has a clock of its own, a file that cannot be written, a step that
    /// fails. One that fails for good is met again, and logged, at every reading.
    ///
    /// - Returns: in how many streams they wait.
    /// - Throws: what keeps the log from being read.
    package func catchUpToRead() async throws -> Int {
        do {
            try await catchUp(to: settings.now())
            return 0
        } catch let stopped as CancellationError {
            throw stopped
        } catch {
            settings.logger.warning("due steps wait", metadata: ["why": "\(Self.cause(error))"])
            return try await arrears()
        }
    }

    /// For a log, which names nobody: what went wrong, not what with.
    private static func cause(_ error: any Error) -> String {
        switch error {
        case let refusal as Refusal: "refused by \(refusal.rule): \(refusal.code.name)"
        case EventLogError.storage(let code, let message): "storage \(code): \(message)"
        default: String("\(error)".prefix { $0 != "(" })
        }
    }
}
