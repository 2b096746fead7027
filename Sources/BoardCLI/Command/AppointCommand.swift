import ArgumentParser
import BoardDomain
import BoardService

/// `appoint`: persons in roles for organisations.
struct AppointCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.worded(
        "appoint",
        subcommands: [
            AppointListCommand.self, AppointProposeCommand.self, AppointAcceptCommand.self,
        ], defaultSubcommand: AppointListCommand.self)
}

struct AppointListCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("list", key: "appoint.list")
    static let looksBack = true

    @Option(
        name: .customLong("role"), help: ArgumentHelp(say("cli.appoint.role.help")),
        completion: .list(Role.allCases.map(\.rawValue)))
    var role: String?

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        let board = try await session.open()
        let sight = try await board.directorySight(
            as: try await session.viewer(on: board), at: session.givenInstant)
        let directory = sight.directory
        let roles = try role.map { [try session.role($0)] } ?? Role.allCases
        let held = roles.flatMap { role in
            directory.holders(of: role, at: session.now).flatMap { person in
                sight.appointments(of: person).filter { $0.role == role }
            }
        }
        guard !session.json else { return Screen.write(.array(held.map(\.json))) }
        var table = TextTable([
            .init(session.text("cli.appoint.role"), yields: true),
            .init(session.text("cli.person.id")), .init(session.text("cli.person.name")),
            .init(session.text("cli.org.name"), yields: true),
            .init(session.text("cli.org.code")), .init(session.text("cli.appoint.number"), .right),
            .init(session.text("cli.appoint.from"), spare: 2),
            .init(session.text("cli.appoint.until"), spare: 1),
        ])
        for appointment in held {
            let person = appointment.person
            let code = appointment.organisation
            table.add([
                session.wording.role(appointment.role), person,
                directory.persons[person]?.name ?? "", directory.organisations[code]?.name ?? code,
                code, appointment.id, session.wording.instant(appointment.from),
                appointment.until.map(session.wording.instant) ?? "",
            ])
        }
        session.show(table, empty: "cli.appoint.empty")
        if session.person == nil { Screen.write(session.text("cli.person.public")) }
    }
}

/// `appoint propose PERSON ROLE CODE`: G8.
struct AppointProposeCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("propose", key: "appoint.propose")

    @Argument(help: ArgumentHelp(say("cli.person.id.help"), valueName: "person"))
    var person: String

    @Argument(
        help: ArgumentHelp(say("cli.appoint.role.help"), valueName: "role"),
        completion: .list(Role.allCases.map(\.rawValue)))
    var role: String

    @Argument(help: ArgumentHelp(say("cli.org.code.help"), valueName: "code"))
    var code: String

    @Option(
        name: .customLong("from"),
        help: ArgumentHelp(say("cli.appoint.from.help"), valueName: "instant"))
    var from: String?

    @Option(
        name: .customLong("until"),
        help: ArgumentHelp(say("cli.appoint.until.help"), valueName: "instant"))
    var until: String?

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        // Opened first: where the board's time stands is known only then.
        let board = try await session.open()
        var fields = [
            "person=" + person, "role=" + (try session.role(role)).rawValue,
            "from=" + (from ?? session.now.text),
        ]
        if let until { fields.append("until=" + until) }
        try await DirectoryAct(
            stream: StreamID(.organisation, try session.code(code)), machine: .appointment,
            command: "propose-appointment", fields: fields
        ).run(in: session, on: board)
    }
}

/// `appoint accept CODE NUMBER`: G9, by the appointed; for an office also by a second administrator.
struct AppointAcceptCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("accept", key: "appoint.accept")

    @Argument(help: ArgumentHelp(say("cli.org.code.help"), valueName: "code"))
    var code: String

    @Argument(help: ArgumentHelp(say("cli.appoint.number.help"), valueName: "number"))
    var number: String

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        let stream = StreamID(.organisation, try session.code(code))
        let board = try await session.open()
        let file = try await board.state(of: stream).aggregate as? OrganisationFile
        guard let appointment = file?.appointments[number] else {
            throw Complaint(
                .notFound,
                session.text("error.notFound", ["id": "\(stream.id)/appointment/\(number)"]))
        }
        // What the table takes for the role: its office is accepted before a second administrator.
        let isOffice = StaticSeparation.countersigned.contains(appointment.role)
        try await DirectoryAct(
            stream: stream, machine: .appointment, object: number,
            command: isOffice ? "accept-office" : "accept-appointment"
        ).run(in: session, on: board)
    }
}
