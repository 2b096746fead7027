import Testing

@testable import BoardDomain

@Suite("The table of transitions")
struct TransitionTableTests {
    static let table = TransitionTable.standard

    /// The numbers of the specification's tables; C10 is Q6 in the table of questions.
    static let specified: Set<String> = {
        let series: [(String, ClosedRange<Int>, without: Set<Int>, extra: [String])] = [
            ("C", 1...30, [10], ["C7b", "C16b", "C16c", "C19b", "C24b"]),
            ("B", 1...24, [], []),
            ("Q", 1...9, [], []),
            ("P", 1...16, [10], ["P12b", "P12c"]),
            ("N", 1...7, [], []),
            ("O", 1...13, [], ["O1x"]),
            ("K", 1...19, [5], []),
            ("M", 1...21, [], ["M8b"]),
            ("T", 1...18, [8], []),
            ("E", 1...13, [2, 5], []),
            ("Y", 1...19, [], []),
            ("L", 1...10, [], []),
            ("X", 1...12, [], []),
            ("G", 1...15, [], []),
        ]
        return Set(
            series.flatMap { letter, range, without, extra in
                range.filter { !without.contains($0) }.map { "\(letter)\($0)" } + extra
            })
    }()

    @Test("Every row of the specification is there, and none besides")
    func rowsOfTheSpecification() {
        // M18 changes no state: it is a duty, and its event an overdue mark.
        let present = Set(Self.table.rows.map(\.id)).union(
            Self.table.duties.map(\.rule).filter { $0 == "M18" })
        #expect(Self.specified.subtracting(present).sorted() == [])
        #expect(present.subtracting(Self.specified).sorted() == [])
    }

    @Test("Every key stands once")
    func uniqueKeys() {
        let keys = Self.table.rows.map(\.key)
        #expect(Set(keys).count == keys.count)
    }

    @Test("A command that creates an object has its name to itself")
    func creatingCommands() {
        let rows = Self.table.rows.filter { $0.creates && $0.command != nil }
        for row in rows {
            let namesakes = Self.table.rows.filter { $0.command == row.command }
            #expect(
                namesakes.allSatisfy { $0.machine == row.machine && $0.creates },
                "\(row.command ?? "") of \(row.key)")
        }
    }

    @Test("Rows of one command and one state are told apart by who gives it, or by a guard")
    func namesakes() {
        let table = Self.table
        for machine in Machine.allCases {
            for name in table.commands(of: machine) {
                let rows = table.rows(of: machine, command: name).filter { $0.whenBroken == nil }
                for (index, one) in rows.enumerated() {
                    for other in rows.dropFirst(index + 1) {
                        let states = Set(one.from).intersection(other.from)
                        let shared = (one.authority?.capacities ?? [])
                            .intersection(other.authority?.capacities ?? [])
                        #expect(
                            states.isEmpty || shared.isEmpty, "\(one.key) and \(other.key)")
                    }
                }
            }
        }
    }

    @Test("Every event that a row names can be read back from the log")
    func eventNames() {
        let names = Set(Self.table.eventNames)
        for row in Self.table.rows {
            #expect(!row.events.isEmpty, "\(row.key)")
            for type in row.events {
                let isRead =
                    type.actSuffix == nil
                    ? names.contains(type.name)
                    : names.contains { $0.hasSuffix(type.actSuffix ?? "") }
                #expect(isRead, "\(row.key) \(type)")
            }
        }
    }

    @Test("The steps of an act have names that no fact has")
    func stepNames() {
        let steps = Self.table.rows.map(\.act).filter { !$0.isEmpty }.flatMap { act in
            ["Proposed", "Signed", "SentBack", "Lapsed"].map { act + $0 }
        }
        let overdue = Self.table.duties.map { $0.act + "Overdue" }
        #expect((steps + overdue).filter { EventType.byName[$0] != nil } == [])
    }

    /// Facts that a row records on another object than its own, beside the event that it names.
    static let besides: [EventType: String] = [
        .argumentChairNamed: "P15/order: the next expert takes the chair",
        .payoutRanked: "Y8: the pool's line", .payoutUnranked: "Y12, Y14, Y15: the pool's line",
    ]

    @Test("Every event type is named by a row")
    func eventTypes() {
        let named = Set(Self.table.rows.flatMap(\.events)).union(Self.besides.keys)
        let facts = EventType.allCases.filter { $0.actSuffix == nil }
        #expect(facts.filter { !named.contains($0) }.map(\.name) == [])
    }

    @Test("Every effect's cause is recorded by some row")
    func causes() {
        let named = Set(Self.table.rows.flatMap(\.events))
        for row in Self.table.rows {
            guard case .effect(let causes) = row.trigger else { continue }
            for cause in causes where cause.actSuffix == nil {
                #expect(named.contains(cause), "\(row.key) waits for \(cause)")
            }
        }
    }

    @Test("Whom a duty waits for may begin the act that discharges it")
    func awaitedMayBegin() {
        // Y17: the payee returns the money, the payer records that it came.
        for duty in Self.table.duties where duty.act != "Recovery" {
            guard let command = duty.command else { continue }
            let begin = Self.table.rows(of: duty.machine, command: command).flatMap { row in
                row.authority.map { authority in
                    authority.open(after: []).flatMap { authority.signatures[$0] }
                } ?? []
            }
            #expect(
                Set(duty.awaits).subtracting(begin).isEmpty,
                "\(duty.act) waits for \(duty.awaits), \(command) is begun by \(begin)")
        }
    }

    @Test("Rows and duties name states of their own machine")
    func states() throws {
        for row in Self.table.rows {
            let states = try #require(StateSet.every.first { $0.machine == row.machine })
            #expect(Set(row.from + row.to).isSubset(of: states.all), "\(row.key)")
        }
        for duty in Self.table.duties {
            let states = try #require(StateSet.every.first { $0.machine == duty.machine })
            #expect(Set(duty.states).isSubset(of: states.all), "\(duty.act)")
        }
    }

    /// Only what the specification says leaves a state that is final otherwise.
    static let waysOutOfTheEnd: [String: Set<String>] = [
        // O11: an upheld objection annuls the decision, and all that followed from it.
        "contract.terminated": ["K17/annul", "K18/annul"],
        "milestone.cancelled": ["M19/annul"], "milestone.notMet": ["M14/annul"],
        "gate.decided": ["M21/annul"],
        // E11: the evidence is looked at again.
        "evidence.checked": ["E11/item"], "evidence.refused": ["E11/item"],
        "evidence.excluded": ["E11/item"],
    ]

    /// States from which nothing leads on, and which are no end either.
    static let restingStates: [String: String] = [
        "question.answered": "Q9 corrects the answer as long as the call is open",
        "calendar.loaded": "a corrected year is loaded over it",
    ]

    /// States that a row of another machine, or with a state of its own choice, puts an object in.
    static let reachedFromElsewhere: [String: String] = [
        "seat.released": "P8/release, a row of the panel",
        "handover.offered": "G13 of appointments",
    ]

    /// States in which nobody is waited for.
    static let atRest: [String: String] = [
        "challenge.evaluating": "its panel and its sheets wait",
        "challenge.postReviewed": "the last state of the road, but for C30",
        "question.answered": "Q9 corrects it as long as the call is open",
        "organisation.suspended": "G3 has no time", "person.active": "at work",
        "person.suspended": "G6 has no time", "calendar.loaded": "in force",
    ]

    @Test("From every state that is not final a row leads on", arguments: StateSet.every)
    func wayOut(_ machine: StateSet) {
        for state in machine.all
        where !machine.terminal.contains(state)
            && Self.restingStates["\(machine.machine).\(state)"] == nil
        {
            let rows = Self.table.rows.filter {
                $0.machine == machine.machine && $0.from.contains(state)
                    && $0.to.contains { $0 != state }
            }
            #expect(!rows.isEmpty, "\(machine.machine).\(state)")
        }
    }

    @Test("From a final state no row leads on", arguments: StateSet.every)
    func noWayOut(_ machine: StateSet) {
        for state in machine.terminal {
            let rows = Self.table.rows.filter {
                $0.machine == machine.machine && $0.from.contains(state)
                    && $0.to.contains { $0 != state }
            }
            let allowed = Self.waysOutOfTheEnd["\(machine.machine).\(state)"] ?? []
            #expect(
                Set(rows.map(\.key)).subtracting(allowed).sorted() == [],
                "\(machine.machine).\(state)")
        }
    }

    @Test("Every state is reached by some row", arguments: StateSet.every)
    func reached(_ machine: StateSet) {
        let reached = Set(
            Self.table.rows.filter { $0.machine == machine.machine }.flatMap(\.to))
        let missing = machine.all.filter {
            !reached.contains($0) && Self.reachedFromElsewhere["\(machine.machine).\($0)"] == nil
        }
        #expect(missing == [], "\(machine.machine)")
    }

    @Test("Whatever waits, waits for somebody or for the clock", arguments: StateSet.every)
    func waits(_ machine: StateSet) {
        for state in machine.all where !machine.terminal.contains(state) {
            let duties = Self.table.duties.filter {
                $0.machine == machine.machine && $0.states.contains(state)
            }
            let clock = Self.table.rows.filter {
                $0.machine == machine.machine && $0.from.contains(state) && $0.command == nil
            }
            let rests = Self.atRest["\(machine.machine).\(state)"] != nil
            #expect((duties.isEmpty && clock.isEmpty) == rests, "\(machine.machine).\(state)")
        }
    }

    @Test("Every duty is discharged by a row, and its command can be given in its states")
    func duties() {
        for duty in Self.table.duties {
            #expect(
                Self.table.row(duty.rule) != nil || duty.rule == "M18"
                    || Self.table.rows.contains { $0.id == duty.rule }, "\(duty.act) \(duty.rule)")
            guard let command = duty.command else { continue }
            let rows = Self.table.rows.filter {
                $0.command == command
                    && ($0.machine == duty.machine
                        && duty.states.contains(where: $0.from.contains) || $0.creates)
            }
            #expect(!rows.isEmpty, "\(duty.act) \(command)")
            let signers = rows.reduce(into: Set<Capacity>()) {
                $0.formUnion($1.authority?.capacities ?? [])
            }
            #expect(
                duty.awaits.isEmpty || duty.awaits.contains(where: signers.contains),
                "\(duty.act) awaits \(duty.awaits)")
        }
    }

    @Test("Every act has its own name")
    func acts() {
        let acts = Self.table.rows.map(\.act).filter { !$0.isEmpty } + Self.table.duties.map(\.act)
        let twice = Dictionary(grouping: acts, by: \.self).filter { $1.count > 1 }.keys.sorted()
        #expect(twice == [])
    }

    @Test("A timer names a period of the policy, or an instant that the case itself holds")
    func policyKeys() {
        let keys = Set(DeclaredPolicyKey.all.map(\.name))
        // C25, C26 and G6 run at the instant of what they follow, L9 at the year's end.
        let own: Set<String> = ["deadline", "publishAt", "to", "12-31", "C25", "C26", "G6"]
        for row in Self.table.rows {
            guard case .timer(let key, _) = row.trigger else { continue }
            #expect(keys.contains(key) || own.contains(key), "\(row.key) \(key)")
        }
    }
}
