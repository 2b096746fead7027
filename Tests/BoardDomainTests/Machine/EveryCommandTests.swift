import Testing

@testable import BoardDomain

@Suite("Every state, every command, every capacity")
struct EveryCommandTests {
    static let table = TransitionTable.standard
    static let judged: Set<RefusalCode> = [.wrongState, .wrongPhase, .notYourPart]

    @Test(
        "A command is refused for state, phase or part just where the table says so",
        arguments: StateSet.every)
    func refusals(_ machine: StateSet) throws {
        var cast = try Cast()
        let isOfCase = Cast.stream[machine.machine] == nil
        let names = Self.table.commands(of: machine.machine)
        var wrong: [String] = []
        for state in machine.all {
            cast.put(machine.machine, in: state)
            for name in names {
                let rows = Self.table.rows(of: machine.machine, command: name)
                    .filter { $0.whenBroken == nil }
                let phases: [ChallengeState?] =
                    isOfCase && machine.machine != .challenge ? Self.phases(of: rows) : [nil]
                for phase in phases {
                    if let phase { cast.put(.challenge, in: phase.rawValue) }
                    wrong += Self.wrong(cast, machine.machine, state, name, rows)
                }
            }
        }
        #expect(wrong.prefix(20) == [], "\(wrong.count) combinations")
    }

    /// One state of the challenge in which some row may run, and one in which none may.
    private static func phases(of rows: [Transition]) -> [ChallengeState?] {
        let open = rows.map { $0.phases ?? Set(ChallengeState.allCases) }
        let inside = ChallengeState.allCases.first { phase in
            open.contains { $0.contains(phase) }
        }
        let outside = ChallengeState.allCases.first { phase in
            !open.contains { $0.contains(phase) }
        }
        return [inside, outside].filter { $0 != nil }
    }

    private static func wrong(
        _ cast: Cast, _ machine: Machine, _ state: String, _ name: String, _ rows: [Transition]
    ) -> [String] {
        let creating = rows[0].creates
        let subject = creating ? ObjectReference(machine) : Cast.reference(machine)
        let phase = cast.board.challenge().challenge.state
        let inState = rows.filter { creating || $0.from.contains(state) }
        let open = inState.filter { $0.phases?.contains(phase) ?? true }
        return Cast.people.compactMap { person in
            let capacities = cast.capacities(of: person, on: machine, creating: creating)
            let may = open.contains { row in
                guard let authority = row.authority else { return false }
                return authority.open(after: []).contains {
                    !capacities.isDisjoint(with: authority.signatures[$0])
                }
            }
            let expected: RefusalCode? =
                inState.isEmpty
                ? .wrongState : open.isEmpty ? .wrongPhase : may ? nil : .notYourPart
            let command = Command(
                stream: Cast.streamID(of: machine), subject: subject, name: name, person: person)
            let given = code(of: command, on: cast.board)
            guard given != expected else { return nil }
            return "\(machine).\(state) \(phase) \(name) by \(person): "
                + "\(given?.name ?? "–") instead of \(expected?.name ?? "–")"
        }
    }

    private static func code(of command: Command, on board: DomainBoard) -> RefusalCode? {
        do {
            _ = try board.engine.decide(command, in: board.world, context: board.context)
            return nil
        } catch { return judged.contains(error.code) ? error.code : nil }
    }
}
