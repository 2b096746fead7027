import ArgumentParser
import BoardDomain
import BoardResources

/// `machine`: the transition table, printed from the table that runs.
struct MachineCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("machine")

    @Option(
        name: .customLong("format"),
        help: ArgumentHelp(say("cli.machine.format.help"), valueName: "table|mermaid|json"),
        completion: .list(["table", "mermaid", "json"]))
    var format: String?

    @Argument(
        help: ArgumentHelp(say("cli.machine.name.help"), valueName: "machine"),
        completion: .list(Machine.allCases.map(\.rawValue)))
    var name: String?

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    /// Columns in a pipe: the whole table on one line each would be a thousand.
    private static let paper = 160

    func run(in session: Session) async throws {
        let names = ChoiceSet(session.wording)
        var machine: Machine?
        if let name {
            let found = try names.one(
                of: Machine.allCases.map(\.rawValue), typed: name,
                word: { Machine(rawValue: $0).map(session.wording.machine) ?? $0 })
            machine = Machine(rawValue: found)
        }
        let chosen = try names.one(
            of: ["table", "mermaid", "json"], typed: format ?? (session.json ? "json" : "table"),
            word: { $0 })
        let print = MachinePrint(machine: machine)
        switch chosen {
        case "mermaid": Screen.write(print.mermaid)
        case "json": Screen.write(print.json)
        default:
            Screen.write(
                print.table(
                    in: session.texts,
                    policy: try EmbeddedPolicies.book().inForce(on: session.now.day)
                ).linesOrCards(width: Screen.width ?? Self.paper))
        }
    }
}
