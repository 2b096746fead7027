import BoardDomain
import BoardEventLog
import BoardResources
import Synchronization

/// What all roads of a sample share: the board, its sealing desk, the county's people.
struct Stage: Sendable {
    let board: LocalBoard
    let desk: SealingDesk
    let ring: KeyRing
    let county: County
    let cast: Cast
    let calendar: WorkdayCalendar
    let ledger: StageLedger
    /// Workdays of a notice.
    let noticeDays: Int

    init(board: LocalBoard, path: String, county: County, seed: UInt64) throws {
        self.board = board
        self.county = county
        cast = Cast(county)
        ring = KeyRing(besideDatabase: path)
        desk = SealingDesk(
            board: board, ring: ring,
            random: .seeded(SodiumDigest.function(.integer(Int64(bitPattern: seed)))))
        // People know a year's holidays, whether the bureau has loaded them or not.
        calendar = try EmbeddedCalendar.calendar()
        ledger = StageLedger(seed: seed)
        noticeDays = board.settings.policies.inForce(at: SampleBoard.end)?[.noticeDays] ?? 5
    }

    /// The fixed passphrase of an opener's key on a sample board: everybody may open there.
    static func passphrase(of person: PersonID) -> String { "sample-opener-" + person }

    /// Carries out one command at an instant.
    ///
    /// - Throws: the refusal; what a road does where a rule may stand against it goes through `attempt`.
    @discardableResult
    func perform(_ command: Command, at instant: Instant) async throws -> CommandOutcome {
        let id = ledger.nextID(at: instant)
        do {
            let outcome = try await board.perform(CommandRequest(command, id: id, at: instant))
            ledger.count()
            return outcome
        } catch let refusal as Refusal {
            throw SampleFault.refused(command, refusal, at: instant)
        }
    }

    /// Carries out a command that several sign: the first with the fields, the others sign what
    /// stands there.
    @discardableResult
    func act(
        _ name: String, _ subject: ObjectReference, in stream: StreamID, as persons: [PersonID],
        at instant: Instant, _ fill: (inout Record) -> Void = { _ in }
    ) async throws -> CommandOutcome? {
        var outcome: CommandOutcome?
        for (index, person) in persons.enumerated() {
            var fields = Record()
            if index == 0 { fill(&fields) }
            outcome = try await perform(
                Command(
                    stream: stream, subject: subject, name: name, fields: fields, person: person),
                at: instant)
        }
        return outcome
    }

    /// Carries out a command that a rule may refuse.
    ///
    /// - Returns: whether it was carried out.
    @discardableResult
    func attempt(_ command: Command, at instant: Instant) async throws -> Bool {
        do {
            try await perform(command, at: instant)
            return true
        } catch SampleFault.refused {
            ledger.count(refused: true)
            return false
        }
    }

    /// SHA-256 of a document that only the sample knows.
    func document(_ name: String) -> Digest { SodiumDigest.function(.string(name)) }

    /// An hour of the working day so many workdays later.
    func workday(after instant: Instant, days: Int, dice: inout Dice) -> Instant {
        var day = instant.day
        for _ in 0..<max(1, days) { day = calendar.nextWorkday(onOrAfter: day.adding(1)) }
        let minutes = Int64(dice.roll(30...500))
        return day.at(hour: 8).adding(milliseconds: minutes * 60_000)
    }
}

/// Counts what the roads have done, and draws their commands' ids.
final class StageLedger: Sendable {
    struct Counts: Sendable {
        var dice = Dice(seed: 0)
        var commands = 0
        var refusals = 0
        var documents = 0
    }

    private let counts: Mutex<Counts>

    init(seed: UInt64) { counts = Mutex(Counts(dice: Dice(seed: seed))) }

    var commands: Int { counts.withLock { $0.commands } }

    func count(refused: Bool = false) {
        counts.withLock {
            $0.commands += 1
            if refused { $0.refusals += 1 }
        }
    }

    func nextID(at instant: Instant) -> String {
        counts.withLock {
            TimeOrderedID.text(
                milliseconds: instant.milliseconds, random: ($0.dice.next(), $0.dice.next()))
        }
    }

    /// A running number for documents that have to differ on the whole board.
    func nextNumber() -> String {
        let digits = counts.withLock {
            $0.documents += 1
            return String($0.documents)
        }
        return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }
}
