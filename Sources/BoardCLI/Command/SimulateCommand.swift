import ArgumentParser
import BoardDomain
import BoardService

/// `simulate`: a new board of kind `simulation` with whole histories, and the rate they were made at.
struct SimulateCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("simulate")

    @Option(
        name: .customLong("challenges"), help: ArgumentHelp(say("cli.simulate.challenges.help")))
    var challenges = 20

    @Option(name: .customLong("seed"), help: ArgumentHelp(say("cli.simulate.seed.help")))
    var seed: UInt64 = 1

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        if let cut = session.database.lastIndex(of: "/") {
            try LocalFile.makeFolder(String(session.database[..<cut]))
        }
        let progress = Progress(session.text("cli.simulate.progress"))
        let (_, tally) = try await Simulation.create(
            path: session.database, challenges: challenges, seed: seed
        ) { progress.show($0, of: $1) }
        progress.end()
        let (seconds, attoseconds) = tally.duration.components
        let milliseconds = max(1, seconds * 1000 + attoseconds / 1_000_000_000_000_000)
        let rate = Int64(tally.events) * 1000 / milliseconds
        guard !session.json else {
            return Screen.write([
                "challenges": .integer(Int64(challenges)),
                "commands": .integer(Int64(tally.commands)),
                "events": .integer(Int64(tally.events)), "milliseconds": .integer(milliseconds),
                "eventsPerSecond": .integer(rate),
            ])
        }
        Screen.write(
            session.text(
                "cli.simulate.done",
                [
                    "challenges": String(challenges), "commands": String(tally.commands),
                    "events": String(tally.events), "seconds": String(milliseconds / 1000),
                    "rate": String(rate),
                ]))
    }
}
