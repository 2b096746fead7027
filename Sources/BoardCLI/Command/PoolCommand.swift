import ArgumentParser
import BoardDomain
import BoardService

/// `pool`: the budget pools, what is held, committed and paid.
struct PoolCommand: BoardCommand {
    static let configuration = CommandConfiguration.worded("pool")

    @OptionGroup(title: say("cli.options.global")) var globals: Globals

    func run(in session: Session) async throws {
        let board = try await session.open()
        let pools = try await board.pools()
        guard !session.json else {
            return Screen.write(.array(pools.map { .object($0.members) }))
        }
        let amounts = ["allotted", "recovered", "reserved", "committed", "paid", "free"]
        var table = TextTable(
            [
                .init(session.text("cli.list.id")), .init(session.text("cli.timeline.state")),
                .init(session.text("cli.list.year"), .right),
            ] + amounts.map { .init(session.text("cli.pool." + $0), .right) })
        for pool in pools {
            table.add(
                [
                    pool.name,
                    session.wording.state(pool.state.rawValue, of: Machine.pool.rawValue),
                    String(pool.year),
                ]
                    + amounts.map { name in
                        Money(fen: pool.members[name]?.integer ?? 0).wanNumber
                    })
        }
        session.show(table, empty: "cli.pool.empty")
    }
}
