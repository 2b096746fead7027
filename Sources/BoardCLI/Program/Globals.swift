import ArgumentParser

/// The options that every command takes.
struct Globals: ParsableArguments {
    @Option(
        name: .customLong("db"),
        help: ArgumentHelp(say("cli.option.db"), valueName: "path"), completion: .file())
    var database: String?

    @Option(
        name: .customLong("as"), help: ArgumentHelp(say("cli.option.as"), valueName: "person"))
    var person: String?

    @Option(
        name: .customLong("lang"), help: ArgumentHelp(say("cli.option.lang"), valueName: "zh|en"),
        completion: .list(["zh", "en"]))
    var language: String?

    @Flag(name: .customLong("json"), help: ArgumentHelp(say("cli.option.json")))
    var json = false

    @Flag(name: .customLong("verbose"), help: ArgumentHelp(say("cli.option.verbose")))
    var verbose = false

    @Option(
        name: .customLong("at"), help: ArgumentHelp(say("cli.option.at"), valueName: "instant"))
    var at: String?

    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp(say("cli.option.asOf"), valueName: "position|instant"))
    var asOf: String?
}
