import BoardDomain
import BoardEventLog

/// Runs the roads of many challenges side by side: always the step with the earliest instant next,
/// so that the log comes out in the order of time.
package struct Simulation: Sendable {
    /// What a run came to.
    package struct Tally: Hashable, Sendable {
        /// Rows of the log, the clock's among them.
        package let events: Int
        package let commands: Int
        /// What it took, the founding left out.
        package let duration: Duration

        /// Rows a second.
        package var rate: Int {
            let seconds =
                Double(duration.components.seconds)
                + Double(duration.components.attoseconds) / 1e18
            return seconds > 0 ? Int(Double(events) / seconds) : events
        }
    }

    /// Makes a board of kind `simulation` and runs so many challenges on it; the same number and
    /// seed give the same log.
    ///
    /// - Throws: `EventLogError.boardExists` rather than overwrite.
    package static func create(
        path: String, challenges: Int, seed: UInt64,
        progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) async throws -> (board: LocalBoard, tally: Tally) {
        let county = try County.embedded()
        let name = "simulation \(challenges)/\(seed)"
        let budget = Money(fen: 300_000_000 * Int64(max(10, challenges)))
        var tally: Tally?
        let board = try await SampleBoard.make(
            county, path: path, kind: .simulation, name: name, seed: seed,
            yearsKnown: ...SampleBoard.start.day.year
        ) { stage in
            try await CountyFounding(stage: stage).found(at: SampleBoard.start)
            let business = CountyBusiness(stage: stage, diary: diary(challenges, budget))
            var simulation = Simulation(
                stage: stage, roads: roads(challenges, seed: seed, stage: stage),
                business: business)
            let before = try await stage.board.head().position
            let clock = ContinuousClock()
            let start = clock.now
            try await simulation.run(until: SampleBoard.end, progress: progress)
            let events = try await stage.board.head().position - before
            tally = Tally(
                events: Int(events), commands: stage.ledger.commands,
                duration: clock.now - start)
        }
        return (board, tally ?? Tally(events: 0, commands: 0, duration: .zero))
    }

    /// So many challenges take every row of the table.
    static var enough: Int { RoadPath.all.count }

    /// The paths come first, in an order of the seed's own; what becomes of the roads after them
    /// falls by chance.
    private static func roads(_ count: Int, seed: UInt64, stage: Stage) -> [Road] {
        var dice = Dice(seed: seed)
        let known = stage.county.challenges
        var paths = dice.shuffled(RoadPath.all)[...]
        var drawn = 0
        var rounds: [String: Int] = [:]
        return (0..<count).map { index in
            let roll = dice.roll(0...400)
            let start: Day
            let script: County.Challenge
            let plan: RoadPlan
            if let path = paths.popFirst() {
                let fit = known.filter(path.fits)
                script = fit[index % fit.count]
                start = SampleBoard.start.day.adding(4 + (path.isLong ? roll % 60 : roll))
                plan = path.plan(from: start)
            } else {
                script = known[drawn % known.count]
                start = SampleBoard.start.day.adding(4 + roll)
                let isRace = script.terms[F.mode] == .racing
                plan = .drawn(drawn, isRace: isRace, from: start, dice: &dice)
                drawn += 1
            }
            let name = script.terms[F.title, default: script.key]
            let round = rounds[script.key, default: 0] + 1
            rounds[script.key] = round
            return Road(
                stage: stage, script: script, title: round == 1 ? name : "\(name)（\(round)）",
                number: index, plan: plan, seed: seed)
        }
    }

    private static func diary(
        _ count: Int, _ budget: Money
    ) -> [(at: Instant, errand: CountyBusiness.Errand)] {
        let first = SampleBoard.start.day.year
        let last = SampleBoard.end.day.year
        var errands: [(String, CountyBusiness.Errand)] = []
        for year in first...last {
            errands.append(("\(year)-01-04", .openPool(year: year, amount: budget)))
            if year > first { errands.append(("\(year)-01-05", .carryOver(from: year - 1))) }
        }
        // Once the bureau is late: a notice that runs over the New Year waits for the new calendar (N3).
        errands.append(("\(first)-12-18", .claim(number: 24, pool: "JBGS-\(first)")))
        errands.append(("\(first)-12-29", .loadCalendar(year: first + 1)))
        for year in first + 2...last {
            errands.append(("\(year - 1)-11-15", .loadCalendar(year: year)))
        }
        errands.append(("\(first)-07-20", .claim(number: 0, pool: "JBGS-\(first)")))
        errands.append(("\(first + 1)-03-06", .claim(number: 1, pool: "JBGS-\(first + 1)")))
        errands.append(
            ("\(first + 1)-05-14", .claim(number: 2, pool: "JBGS-\(first + 1)", isShort: true)))
        let start = SampleBoard.start.day
        // Late enough that the calls are through: what is restricted then is no bid (B23).
        for number in 0..<min(5, count / 4) {
            errands.append((start.adding(560 + 60 * number).text, .sanction(number: number)))
        }
        // These concern nobody who bids.
        for number in 5...6 {
            errands.append((start.adding(150 + 50 * (number - 5)).text, .sanction(number: number)))
        }
        for step in CountyPassage.Step.allCases {
            errands.append((start.adding(step.day).text, .passage(step)))
        }
        return errands.map { text, errand in
            ((Day(text: text) ?? Day(number: 0)).at(hour: 9), errand)
        }
    }

    let stage: Stage
    private(set) var roads: [Road]
    private var business: CountyBusiness

    init(stage: Stage, roads: [Road], business: CountyBusiness) {
        self.stage = stage
        self.roads = roads
        self.business = business
    }

    /// Runs until nobody has anything left to do, or until `end`.
    mutating func run(
        until end: Instant, progress: (_ done: Int, _ of: Int) -> Void
    ) async throws {
        var queue = roads.indices.map { (at: roads[$0].now, road: $0) }
        let count = queue.count
        while let index = Self.earliest(queue) {
            let (instant, road) = queue[index]
            guard instant <= end else { break }
            if let errand = business.next, errand <= instant {
                try await business.step()
                continue
            }
            roads[road].now = instant
            if let next = try await roads[road].step() {
                queue[index].at = next
            } else {
                queue.remove(at: index)
                progress(count - queue.count, count)
            }
        }
        while let errand = business.next, errand <= end { try await business.step() }
        try await stage.board.catchUp(to: end)
    }

    private static func earliest(_ queue: [(at: Instant, road: Int)]) -> Int? {
        queue.indices.min { left, right in
            (queue[left].at, queue[left].road) < (queue[right].at, queue[right].road)
        }
    }
}
