import ArgumentParser
import BoardDomain
import BoardService

/// `uscc CODE`: whether a unified social credit code holds (GB 32100-2015).
struct UnifiedCodeCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("uscc")

    @Argument(help: ArgumentHelp(say("cli.uscc.code.help"), valueName: "code"))
    var code: String

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        let found: UnifiedCode
        do {
            found = try UnifiedCode(code)
        } catch {
            throw Complaint(
                .refused,
                session.text(
                    "cli.uscc.invalid",
                    ["given": code, "fault": MisreadValue.message(error, session.texts)]),
                details: ["code": "unifiedCode", "given": .string(code)])
        }
        let warning = found.organisationCodeWarning
        if session.json {
            var members: [String: JSON] = [
                "code": .string(found.text), "valid": true,
                "division": .string(found.division),
                "organisationCode": .string(found.organisationCode),
            ]
            members["warning"] = warning.map {
                ["expected": .string($0.expected), "given": .string($0.given)]
            }
            return Screen.write(.object(members))
        }
        Screen.write(
            session.text(
                "cli.uscc.valid",
                [
                    "code": found.text, "division": found.division,
                    "organisation": found.organisationCode,
                ]))
        if let warning {
            Screen.write(
                session.text(
                    "cli.uscc.warning", ["expected": warning.expected, "given": warning.given]))
        }
    }
}
