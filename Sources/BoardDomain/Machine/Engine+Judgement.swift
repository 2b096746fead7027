extension Engine {
    /// Every guard of the row that a command means, in the row's order, with what speaks against it:
    /// what a form shows while it is filled in. Fields are judged as far as they are there.
    ///
    /// - Throws: the refusal where it is nobody's part, or not now.
    package func judge(
        _ command: Command, in world: World, context: Context
    ) throws(Refusal) -> [(name: String, breach: Breach?)] {
        let part = try part(for: command, in: world, context: context)
        var turn = part.turn
        turn.receive(try part.fields(of: command))
        return turn.row.guards.map { ($0.name, $0.breach(turn)) }
    }
}
