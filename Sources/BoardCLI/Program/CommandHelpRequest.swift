import BoardDomain
import BoardResources
import BoardService

/// `jiebang do --help COMMAND`: what one command of the machine asks for.
///
/// ArgumentParser ends at `--help` and knows no word after it, so this is read before it.
struct CommandHelpRequest {
    private let words: [String]
    private let isJSON: Bool

    /// Nil where the arguments ask for no help on a command of the machine.
    init?(_ arguments: [String]) {
        let optionsWithValue: Set<String> = [
            "--db", "--as", "--lang", "--at", "--field", "--input",
        ]
        var words: [String] = []
        var skipsNext = false
        for argument in arguments {
            if skipsNext {
                skipsNext = false
            } else if optionsWithValue.contains(argument) {
                skipsNext = true
            } else if !argument.hasPrefix("-") {
                words.append(argument)
            }
        }
        let asks = arguments.contains("--help") || arguments.contains("-h")
        guard asks, words.first == "do", words.count > 1 else { return nil }
        self.words = Array(words.dropFirst())
        isJSON = arguments.contains("--json")
    }

    func answer(in texts: Texts) -> ExitStatus {
        // `do --help submit`, and `do XC-2026-0001 submit --help`: the last word is the command.
        let name = words[words.count - 1]
        guard let help = CommandHelp(name) else {
            let fault = NameFault.command(name, among: CommandHelp.names())
            Screen.complain(texts.text("cli.error") + Complaint(fault, texts: texts).message)
            return .usage
        }
        if isJSON {
            Screen.write(help.json(in: texts))
        } else {
            Screen.write(help.lines(in: texts, width: Screen.width ?? 100))
        }
        return .done
    }
}
