import ArgumentParser
import BoardDomain
import BoardResources

/// The command line from its arguments to its exit status.
package enum CommandLineProgram {
    /// - Parameter terminal: what `tui` runs; nil where this executable has no such face.
    package static func run(
        _ arguments: [String], terminal: TerminalFace? = nil
    ) async -> ExitStatus {
        let status = await answer(arguments, terminal)
        // A result that nobody got is none, whatever was done for it.
        guard status == .done, !Screen.isWritten else { return status }
        let texts = Speech.texts
        return report(
            Complaint(.storage, texts.text("cli.output.failed")), arguments, texts)
    }

    private static func answer(
        _ arguments: [String], _ terminal: TerminalFace?
    ) async -> ExitStatus {
        let texts = Speech.texts
        if let status = CommandHelpRequest(arguments)?.answer(in: texts) { return status }
        do {
            var command = try Jiebang.parseAsRoot(arguments)
            if let command = command as? TerminalCommand {
                try await command.run(in: try Session(command.globals), on: terminal)
            } else if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            return .done
        } catch {
            return report(error, arguments, texts)
        }
    }

    private static func report(
        _ error: any Error, _ arguments: [String], _ texts: Texts
    ) -> ExitStatus {
        // Only ArgumentParser's own errors and its exits have a code of their own making.
        let code = Jiebang.exitCode(for: error)
        if code == .success {
            Screen.write(
                HelpWording(texts).help(Jiebang.fullMessage(for: error), width: Screen.width))
            return .done
        }
        let complaint: Complaint
        if code == .validationFailure {
            let wording = HelpWording(texts)
            complaint = Complaint(
                .usage,
                wording.error(Jiebang.message(for: error), arguments: arguments)
                    + "\n" + wording.usage(Jiebang.fullMessage(for: error)))
        } else {
            complaint = Complaint(error, texts: texts)
        }
        if arguments.contains("--json") {
            Screen.complain(complaint.json)
        } else {
            Screen.complain(texts.text("cli.error") + complaint.message)
        }
        return complaint.status
    }
}
