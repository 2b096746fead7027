import ArgumentParser
import BoardDomain
import BoardService

/// A command of the program: what ArgumentParser has parsed, run in a session.
protocol BoardCommand: AsyncParsableCommand {
    var globals: Globals { get }
    /// Whether it can answer by the log of a past moment (`--as-of`).
    static var looksBack: Bool { get }
    func run(in session: Session) async throws
}

extension BoardCommand {
    static var looksBack: Bool { false }

    mutating func run() async throws {
        let session = try Session(globals)
        if globals.asOf != nil, !Self.looksBack {
            throw Complaint(.usage, session.text("cli.asOf.present"))
        }
        try await run(in: session)
    }
}

extension CommandConfiguration {
    /// A configuration whose words come from the texts: `cli.<key>`, `cli.<key>.more`.
    static func worded(
        _ name: String, key: String? = nil, subcommands: [any ParsableCommand.Type] = [],
        defaultSubcommand: (any ParsableCommand.Type)? = nil, aliases: [String] = []
    ) -> CommandConfiguration {
        let key = "cli.command." + (key ?? name)
        return CommandConfiguration(
            commandName: name, abstract: say(key),
            discussion: Speech.texts.textIfPresent(key + ".more") ?? "",
            subcommands: subcommands, defaultSubcommand: defaultSubcommand, aliases: aliases)
    }
}
