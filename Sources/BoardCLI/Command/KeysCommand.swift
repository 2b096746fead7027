import ArgumentParser
import BoardDomain
import BoardService

/// `keys`: the openers' key files, beside the database.
struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.worded(
        "keys", subcommands: [KeysShowCommand.self, KeysCreateCommand.self],
        defaultSubcommand: KeysShowCommand.self)
}

/// `keys show`: the public key that a publication names.
struct KeysShowCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("show", key: "keys.show")

    @Flag(name: .customLong("recovery"), help: ArgumentHelp(say("cli.keys.recovery.help")))
    var isRecovery = false

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        let board = try await session.open(for: .inspecting)
        let ring = KeyRing(besideDatabase: session.database)
        let file: ProtectedKeyFile
        if isRecovery {
            file = try ProtectedKeyFile(at: ring.recoveryPath)
        } else {
            file = try ring.file(of: try await session.actor(on: board))
        }
        file.show(in: session)
    }
}

/// `keys create`: makes a key under a passphrase; there is no way back to a forgotten one.
struct KeysCreateCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("create", key: "keys.create")

    @Flag(name: .customLong("recovery"), help: ArgumentHelp(say("cli.keys.recovery.help")))
    var isRecovery = false

    @Option(
        name: .customLong("passphrase-file"),
        help: ArgumentHelp(say("cli.passphraseFile.help"), valueName: "file"),
        completion: .file())
    var passphraseFile: String?

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        let board = try await session.open(for: .inspecting)
        let ring = KeyRing(besideDatabase: session.database)
        let person = isRecovery ? nil : try await session.actor(on: board)
        let passphrase = try Passphrase(file: passphraseFile, session).read(isNew: true)
        if let person {
            try ring.create(for: person, passphrase: passphrase).show(in: session)
        } else {
            try ring.createRecovery(passphrase: passphrase).show(in: session)
        }
    }
}

extension ProtectedKeyFile {
    fileprivate func show(in session: Session) {
        if session.json {
            Screen.write(
                .object([
                    "kind": .string(kind.rawValue), "publicKey": .string(publicKey.text),
                    "id": publicKey.id.json, "path": .string(path),
                ]))
        } else {
            Screen.write(
                session.text(
                    "cli.keys.shown",
                    [
                        "kind": session.text("cli.keys." + kind.rawValue), "key": publicKey.text,
                        "path": path,
                    ]))
        }
    }
}
