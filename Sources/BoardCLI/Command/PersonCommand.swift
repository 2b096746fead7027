import ArgumentParser
import BoardDomain
import BoardService

/// `person`: who is on the board, and in which roles.
struct PersonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.worded(
        "person",
        subcommands: [
            PersonListCommand.self, PersonInviteCommand.self, PersonAcceptCommand.self,
            PersonEraseCommand.self,
        ],
        defaultSubcommand: PersonListCommand.self)
}

struct PersonListCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("list", key: "person.list")
    static let looksBack = true

    @Argument(help: ArgumentHelp(say("cli.person.text.help"), valueName: "text"))
    var text: String?

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
        let role = try role.map { try session.role($0) }
        let people = directory.persons.sorted { $0.key < $1.key }.filter { id, person in
            let matches = text.map { id.contains($0) || person.name.contains($0) } ?? true
            guard matches, sight.sees(id), let role else { return matches && sight.sees(id) }
            return sight.appointments(of: id).contains { $0.role == role }
        }
        guard !session.json else {
            return Screen.write(
                .array(
                    people.map { id, person in
                        [
                            "id": .string(id), "name": .string(person.name),
                            "state": .string(person.state.rawValue),
                            "appointments": .array(sight.appointments(of: id).map(\.json)),
                        ]
                    }))
        }
        var table = TextTable([
            .init(session.text("cli.person.id")), .init(session.text("cli.person.name")),
            .init(session.text("cli.timeline.state")),
            .init(session.text("cli.person.roles"), yields: true),
        ])
        for (id, person) in people {
            let roles = sight.appointments(of: id).map { held in
                let name = directory.organisations[held.organisation]?.name ?? held.organisation
                return "\(session.wording.role(held.role)) · \(name)"
            }
            table.add([
                id, person.name,
                session.wording.state(person.state.rawValue, of: Machine.person.rawValue),
                roles.joined(separator: session.text("cli.semicolon")),
            ])
        }
        session.show(table, empty: "cli.person.empty")
        if session.person == nil { Screen.write(session.text("cli.person.public")) }
    }
}

extension Session {
    /// A role by its name or its word.
    func role(_ typed: String) throws(Complaint) -> Role {
        let name = try ChoiceSet(wording).one(
            of: Role.allCases.map(\.rawValue), typed: typed,
            word: { Role(rawValue: $0).map(wording.role) ?? $0 })
        return Role(rawValue: name) ?? .enterprise
    }
}

/// `person invite ID`: G5.
struct PersonInviteCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("invite", key: "person.invite")

    @Argument(help: ArgumentHelp(say("cli.person.id.help"), valueName: "id"))
    var id: String

    @Option(name: .customLong("name"), help: ArgumentHelp(say("cli.person.name.help")))
    var name: String

    @Option(
        name: .customLong("identity"),
        help: ArgumentHelp(say("cli.person.identity.help"), valueName: "number"))
    var identity: String?

    @Option(
        name: .customLong("natural-key"),
        help: ArgumentHelp(say("cli.person.key.help"), valueName: "sha256"))
    var naturalKey: String?

    @Option(
        name: .customLong("field"),
        help: ArgumentHelp(say("cli.do.field.help"), valueName: "name=value"))
    var fields: [String] = []

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        let key: String
        switch (identity, naturalKey) {
        case (let number?, nil): key = try NaturalKey.digest(of: IdentityNumber(number)).text
        case (nil, let digest?): key = digest
        default: throw Complaint(.usage, session.text("cli.person.identity.missing"))
        }
        try await DirectoryAct(
            stream: StreamID(.person, id), machine: .person, command: "invite-person",
            fields: ["name=" + name, "naturalKey=" + key] + fields
        ).run(in: session)
    }
}

/// `person accept`: the invited one's own act.
struct PersonAcceptCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("accept", key: "person.accept")

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        let board = try await session.open()
        let person = try await session.actor(on: board)
        try await DirectoryAct(
            stream: StreamID(.person, person), machine: .person, command: "accept-invitation"
        ).run(in: session)
    }
}
