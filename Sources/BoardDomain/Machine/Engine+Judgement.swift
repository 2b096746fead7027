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
        // Of a field that is still to come, what would be said of an empty one is no judgement.
        let isWhole = turn.fields.firstFault(against: turn.row.fields) == nil
        return turn.row.guards.compactMap { condition in
            let breach = condition.breach(turn)
            let isEarly =
                condition.needsFields && !isWhole && breach?.details["given"] == .string("")
            return isEarly ? nil : (condition.name, breach)
        }
    }
}
