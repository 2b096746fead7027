import ArgumentParser
import BoardDomain
import BoardService

/// `pool`: the budget pools and their money.
struct PoolCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.worded(
        "pool",
        subcommands: [PoolListCommand.self, PoolOpenCommand.self, PoolAllotCommand.self],
        defaultSubcommand: PoolListCommand.self)
}

/// `pool list`: what is held, committed and paid.
struct PoolListCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("list", key: "pool.list")
    static let looksBack = true

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        let board = try await session.open()
        let pools = try await board.pools(
            as: try await session.viewer(on: board), at: session.givenInstant)
        guard !session.json else {
            return Screen.write(.array(pools.map { .object($0.members) }))
        }
        let amounts = ["allotted", "recovered", "reserved", "committed", "paid", "free"]
        // On a narrow screen the money that is still to be had stays to the last.
        let spare = ["recovered": 3, "committed": 1]
        var table = TextTable(
            [
                .init(session.text("cli.list.id")),
                .init(session.text("cli.timeline.state"), spare: 2),
                .init(session.text("cli.list.year"), .right, spare: 4),
            ]
                + amounts.map {
                    .init(session.text("cli.pool." + $0), .right, spare: spare[$0] ?? 0)
                })
        for pool in pools {
            table.add(
                [
                    pool.name,
                    session.wording.state(pool.state.rawValue, of: Machine.pool.rawValue),
                    String(pool.year),
                ]
                    + amounts.map { name in
                        pool.amount(name).map(session.wording.figure) ?? ""
                    })
        }
        if !pools.isEmpty { Screen.write(session.text("cli.pool.unit")) }
        session.show(table, empty: "cli.pool.empty")
    }
}

/// `pool open YEAR`: L1; the finance reviewer names the basis, the reviewer gives the same command.
struct PoolOpenCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("open", key: "pool.open")

    @Argument(help: ArgumentHelp(say("cli.pool.year.help"), valueName: "year"))
    var year: Int

    @Option(name: .customLong("basis"), help: ArgumentHelp(say("cli.pool.basis.help")))
    var basis: String?

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        let stream = StreamID(.pool, "JBGS-\(year)")
        let board = try await session.open()
        let isProposed = try await !board.state(of: stream).aggregate.docket.steps.isEmpty
        var fields: [String] = []
        if basis != nil || !isProposed { fields.append("year=\(year)") }
        if let basis { fields.append("basis=" + basis) }
        try await DirectoryAct(stream: stream, machine: .pool, command: "open-pool", fields: fields)
            .run(in: session, on: board)
    }
}

/// `pool allot POOL AMOUNT`: L2.
struct PoolAllotCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("allot", key: "pool.allot")

    @Argument(help: ArgumentHelp(say("cli.pool.id.help"), valueName: "pool"))
    var pool: String

    @Argument(help: ArgumentHelp(say("cli.pool.amount.help"), valueName: "amount"))
    var amount: String

    @Option(name: .customLong("document"), help: ArgumentHelp(say("cli.pool.document.help")))
    var document: String

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        let board = try await session.open()
        let target = try await session.target(pool, on: board)
        guard target.stream.kind == .pool, target.object == nil else {
            throw Complaint(.usage, session.text("cli.id.misread", ["given": pool]))
        }
        guard try await board.state(of: target.stream).version > 0 else {
            throw try await session.notFound(target.stream.id, on: board)
        }
        try await DirectoryAct(
            stream: target.stream, machine: .pool, command: "allot",
            fields: ["amount=" + amount, "document=" + document]
        ).run(in: session, on: board)
    }
}
