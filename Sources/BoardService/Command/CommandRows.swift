package import BoardDomain

extension TransitionTable {
    /// The rows whose fields a command takes at an object of a stream; of a command that creates
    /// elsewhere, those.
    package func rows(
        of command: String, at subject: ObjectReference, in stream: BoardDomain.Stream
    ) -> [Transition] {
        if command == Command.sendBack { return [.sendingBack] }
        let direct = rows(of: subject.machine, command: command)
        guard direct.isEmpty, subject.id.isEmpty else { return direct }
        return type(of: stream.aggregate).machines.flatMap {
            rows(of: $0, command: command).filter(\.creates)
        }
    }
}

extension Transition {
    /// The fields of `send-back`, which the engine takes on every act that waits.
    package static let sendingBack = Rows<ChallengeState>.command(
        "§0", Command.sendBack, from: [], to: [], by: .any(.oneself),
        fields: [.required(F.step), .required(F.reason), .optional(F.clause)],
        events: [.stepSentBack])
}
