import BoardDomain

/// What the county does beside its challenges, on days of its own: pools, claims, sanctions,
/// arrivals.
struct CountyBusiness: Sendable {
    enum Errand: Sendable {
        case openPool(year: Int, amount: Money)
        case carryOver(from: Int)
        /// The pool is cut to what is held, and a little.
        case cutPool(year: Int)
        case claim(number: Int, pool: String, isShort: Bool = false)
        case sanction(number: Int)
        /// The State Council has published next year's holidays.
        case loadCalendar(year: Int)
        /// What comes to the board and goes again without a challenge of its own.
        case passage(CountyPassage.Step)
        /// An enterprise comes to the board, and a liaison is to go to one.
        case newcomers
    }

    let stage: Stage
    private(set) var diary: [(at: Instant, errand: Errand)]
    /// Claims and sanctions under way: a stream and how far it is.
    var files: [String: StreamID] = [:]
    /// What a cut took from a pool and nobody has given back yet.
    var taken: [String: Money] = [:]

    init(stage: Stage, diary: [(at: Instant, errand: Errand)]) {
        self.stage = stage
        self.diary = diary.sorted { $0.at < $1.at }
    }

    var next: Instant? { diary.first?.at }

    mutating func step() async throws {
        guard !diary.isEmpty else { return }
        let (instant, errand) = diary.removeFirst()
        try await stage.board.catchUp(to: instant)
        let founding = CountyFounding(stage: stage)
        switch errand {
        case .openPool(let year, let amount):
            try await founding.openPool(year: year, amount: amount, at: instant)
        case .carryOver(let year): try await founding.carryOver(from: year, at: instant)
        case .cutPool(let year): try await cut("JBGS-\(year)", at: instant)
        case .claim(let number, let pool, let isShort):
            try await claim(number, from: pool, isShort: isShort, at: instant)
        case .sanction(let number): try await sanction(number, at: instant)
        case .loadCalendar(let year): try await loadCalendar(year, at: instant)
        case .passage(let step): try await CountyPassage(stage: stage).take(step, at: instant)
        case .newcomers: try await founding.welcome(at: instant)
        }
    }

    mutating func again(_ errand: Errand, at instant: Instant) {
        diary.append((instant, errand))
        diary.sort { $0.at < $1.at }
    }

    func act(
        _ name: String, _ subject: ObjectReference, in stream: StreamID, as persons: [PersonID],
        at instant: Instant, _ fill: (inout Record) -> Void = { _ in }
    ) async throws {
        try await stage.act(name, subject, in: stream, as: persons, at: instant, fill)
    }

    func phrase(_ key: String, _ values: [String: String] = [:]) -> String {
        stage.county.phrase(key, values)
    }
}
