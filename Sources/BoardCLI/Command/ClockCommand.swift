import ArgumentParser
import BoardDomain
import BoardService

/// `clock`: what the clock has to do next, and on request all that is due by now.
struct ClockCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("clock")
    static let looksBack = true

    @Flag(name: .customLong("run"), help: ArgumentHelp(say("cli.clock.run.help")))
    var runs = false

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        let board = try await session.open(for: .inspecting)
        var steps: Int?
        if runs {
            let now = session.now
            steps = try await Progress(session.text("cli.clock.progress")).during {
                try await board.catchUp(to: now)
            }
        }
        let next = try await board.nextDue()
        let head = try await board.head()
        guard !session.json else {
            var members: [String: JSON] = [
                "board": .string(board.identity.id), "kind": .string(board.identity.kind.rawValue),
                "now": session.now.json, "position": .integer(head.position),
            ]
            members["recordedAt"] = head.recordedAt?.json
            members["nextDue"] = next?.json
            members["steps"] = steps.map { .integer(Int64($0)) }
            return Screen.write(.object(members))
        }
        let never = session.text("cli.clock.never")
        Screen.write([
            session.text("cli.clock.now", ["instant": session.wording.instant(session.now)]),
            session.text(
                "cli.clock.last",
                ["instant": head.recordedAt.map(session.wording.instant) ?? never]),
            session.text(
                "cli.clock.next", ["instant": next.map(session.wording.instant) ?? never]),
        ])
        if let steps { Screen.write(session.text("cli.clock.steps", ["count": String(steps)])) }
    }
}
