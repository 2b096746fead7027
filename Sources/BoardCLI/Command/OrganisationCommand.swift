import ArgumentParser
import BoardDomain
import BoardService

/// `org`: the organisations of the board.
struct OrganisationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.worded(
        "org",
        subcommands: [
            OrganisationListCommand.self, OrganisationRegisterCommand.self,
            OrganisationVerifyCommand.self,
        ], defaultSubcommand: OrganisationListCommand.self)
}

struct OrganisationListCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("list", key: "org.list")
    static let looksBack = true

    @Argument(help: ArgumentHelp(say("cli.org.text.help"), valueName: "text"))
    var text: String?

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        let board = try await session.open()
        let found = try await board.directory().organisations.sorted { $0.key < $1.key }
            .filter { code, organisation in
                text.map { code.contains($0) || organisation.name.contains($0) } ?? true
            }
        guard !session.json else {
            return Screen.write(
                .array(
                    found.map { code, organisation in
                        [
                            "code": .string(code), "name": .string(organisation.name),
                            "kind": .string(organisation.kind.rawValue),
                            "state": .string(organisation.state.rawValue),
                        ]
                    }))
        }
        var table = TextTable([
            .init(session.text("cli.org.code")), .init(session.text("cli.org.name"), yields: true),
            .init(session.text("cli.org.kind")), .init(session.text("cli.timeline.state")),
        ])
        for (code, organisation) in found {
            table.add([
                code, organisation.name, session.wording.choice(organisation.kind.rawValue),
                session.wording.state(
                    organisation.state.rawValue, of: Machine.organisation.rawValue),
            ])
        }
        session.show(table, empty: "cli.org.empty")
    }
}

/// `org register CODE`: G1.
struct OrganisationRegisterCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("register", key: "org.register")

    @Argument(help: ArgumentHelp(say("cli.org.code.help"), valueName: "code"))
    var code: String

    @Option(name: .customLong("name"), help: ArgumentHelp(say("cli.org.name.help")))
    var name: String

    @Option(
        name: .customLong("kind"), help: ArgumentHelp(say("cli.org.kind.help")),
        completion: .list(OrganisationKind.allCases.map(\.rawValue)))
    var kind: String

    @Option(
        name: .customLong("field"),
        help: ArgumentHelp(say("cli.do.field.help"), valueName: "name=value"))
    var fields: [String] = []

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        let code = try session.code(code)
        try await DirectoryAct(
            stream: StreamID(.organisation, code), machine: .organisation,
            command: "register-organisation",
            fields: ["code=" + code, "name=" + name, "kind=" + kind] + fields
        ).run(in: session)
    }
}

/// `org verify CODE`: G2.
struct OrganisationVerifyCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("verify", key: "org.verify")

    @Argument(help: ArgumentHelp(say("cli.org.code.help"), valueName: "code"))
    var code: String

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        try await DirectoryAct(
            stream: StreamID(.organisation, try session.code(code)), machine: .organisation,
            command: "verify"
        ).run(in: session)
    }
}

extension Session {
    /// A unified code as typed.
    func code(_ text: String) throws(Complaint) -> String {
        do {
            return try UnifiedCode(text).text
        } catch {
            throw Complaint(
                .usage,
                self.text(
                    "cli.uscc.invalid",
                    ["given": text, "fault": MisreadValue.message(error, texts)]))
        }
    }
}
