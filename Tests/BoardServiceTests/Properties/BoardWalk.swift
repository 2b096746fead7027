import BoardEventLog
import Foundation
import Testing

@testable import BoardDomain
@testable import BoardService

/// One random sequence of commands on a real board, each put twice and once with another body.
struct BoardWalk {
    let county: TestCounty
    private var dice: Dice
    private(set) var done = 0
    private(set) var refused = 0

    /// Fixed, unless the environment asks for another.
    static let seed: UInt64 =
        ProcessInfo.processInfo.environment["JIEBANG_SEED"].flatMap(UInt64.init) ?? 20_260_302

    private static let people: [PersonID] =
        ([Cast.bureau] + Cast.others).flatMap { $0.people.map(\.id) } + ["adm1", "adm2"]

    var stream: StreamID { StreamID(.challenge, county.challenge) }

    init(from start: WalkStart) async throws {
        county = try await start.county()
        dice = Dice(
            seed: Self.seed, part: WalkStart.allCases.firstIndex(of: start) ?? 0)
    }

    /// So many steps, with a look at the board after each that was carried out.
    mutating func run(
        steps: Int, look: (BoardWalk) async throws -> Void = { _ in }
    ) async throws {
        for _ in 0..<steps {
            let before = try await county.board.head().position
            if dice.chance(20) {
                let hours = dice.chance(50) ? dice.roll(1...9) : 24 * dice.roll(1...12)
                try await county.advance(to: county.clock.now.adding(hours: hours))
            } else {
                try await act()
            }
            if try await county.board.head().position > before { try await look(self) }
        }
        #expect(done > 0, "nothing was carried out")
    }

    private mutating func act() async throws {
        var found: (person: PersonID, option: CommandOption)?
        let wantsFit = dice.chance(90)
        for person in dice.shuffled(Self.people) where found == nil {
            let options = (try? await county.board.options(for: person, in: stream)) ?? []
            let fit =
                wantsFit ? options.filter { $0.capacity != nil && $0.refusal == nil } : options
            found = dice.shuffled(fit).first.map { (person, $0) }
        }
        guard let (person, option) = found else { return }
        var request: CommandRequest?
        // A few attempts at what may be accepted: most of what is typed blindly is refused.
        for _ in 0..<8 {
            var typed = TypedFields(now: county.clock.now, dice: dice)
            let fields = option.pending == nil ? typed.record(option.fields) : [:]
            dice = typed.dice
            let command = Command(
                stream: stream, subject: option.subject, name: option.command,
                fields: Record(fields.object ?? [:]), person: person)
            let tried = CommandRequest(command, id: county.clock.nextID())
            request = tried
            if dice.chance(5) { break }
            if (try? await county.board.dryRun(tried)) != nil { break }
        }
        if let request { try await put(request) }
    }

    /// I4: the second answer is the first, a refusal too, and another body has no answer.
    private mutating func put(_ request: CommandRequest) async throws {
        let name = "\(request.command.name) \(request.command.subject.text)"
        let first = try await answer(to: request)
        if first.refusal == nil { done += 1 } else { refused += 1 }
        let head = try await county.board.head()
        let second = try await answer(to: request)
        #expect(second.json == first.json, "I4: \(name) again is answered otherwise")
        var other = request
        other.command = Command(
            stream: request.command.stream, subject: request.command.subject, name: "other",
            fields: request.command.fields, person: request.command.person)
        await #expect(throws: EventLogError.commandReused(commandID: request.id)) {
            try await county.board.perform(other)
        }
        #expect(try await county.board.head() == head, "I4: \(name) again records something")
    }

    private func answer(to request: CommandRequest) async throws -> CommandOutcome {
        do {
            return try await county.board.perform(request)
        } catch let refusal as Refusal { return CommandOutcome(refusal: refusal) }
    }
}
