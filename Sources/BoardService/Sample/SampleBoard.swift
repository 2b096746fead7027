package import BoardDomain
import BoardEventLog

/// The sample county: a board of kind `sample` with the histories of its challenges.
package enum SampleBoard {
    /// Where the sample's time stands.
    package static let end = Instant(text: "2026-11-20T17:00:00+08:00") ?? Instant(milliseconds: 0)
    static let start = Instant(text: "2023-01-03T08:30:00+08:00") ?? Instant(milliseconds: 0)
    /// The fixed passphrase of the sample's recovery key.
    package static let recoveryPassphrase = "sample-recovery"
    static let seed: UInt64 = 2026

    /// The fixed passphrase of an opener's key on the sample.
    package static func passphrase(ofOpener person: PersonID) -> String {
        Stage.passphrase(of: person)
    }

    /// Makes the board's file and everything that has happened on it up to an instant.
    ///
    /// Until all of it is there the board stands beside its place, as `<path>.part`.
    ///
    /// - Throws: `EventLogError.boardExists` rather than overwrite.
    package static func create(
        path: String, upTo instant: Instant = end,
        progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) async throws -> LocalBoard {
        let county = try County.embedded()
        let kind = BoardIdentity.Kind.sample
        return try await make(county, path: path, kind: kind, name: sampleName) { stage in
            try await CountyFounding(stage: stage).found(at: start)
            let roads = county.challenges.enumerated().map { index, script in
                Road(
                    stage: stage, script: script, title: script.terms[F.title, default: ""],
                    number: index, plan: script.plan, seed: seed)
            }
            let business = CountyBusiness(stage: stage, diary: diary)
            var simulation = Simulation(stage: stage, roads: roads, business: business)
            try await simulation.run(until: instant, progress: progress)
        }
    }

    private static let diary: [(at: Instant, errand: CountyBusiness.Errand)] = [
        ("2023-01-04", .openPool(year: 2023, amount: Money(fen: 1_200_000_000))),
        ("2024-01-03", .openPool(year: 2024, amount: Money(fen: 1_500_000_000))),
        ("2024-01-04", .carryOver(from: 2023)),
        ("2025-01-03", .openPool(year: 2025, amount: Money(fen: 2_000_000_000))),
        ("2025-01-06", .carryOver(from: 2024)),
        ("2026-01-04", .openPool(year: 2026, amount: Money(fen: 2_400_000_000))),
        ("2026-01-05", .carryOver(from: 2025)),
        ("2026-03-10", .claim(number: 0, pool: "JBGS-2026")),
        ("2026-06-08", .sanction(number: 0)), ("2026-09-07", .sanction(number: 1)),
        ("2026-10-15", .sanction(number: 2)), ("2026-10-20", .sanction(number: 3)),
        ("2026-11-02", .claim(number: 1, pool: "JBGS-2026")),
        ("2026-11-03", .claim(number: 2, pool: "JBGS-2026")),
        ("2026-11-16", .cutPool(year: 2026)), ("2026-11-17", .sanction(number: 4)),
        ("2026-11-19", .newcomers),
    ].map { text, errand in
        ((Day(text: text) ?? Day(number: 0)).at(hour: 9), errand)
    }

    static let sampleName = "新昌县榜题样例"

    /// Makes a board beside its place, lets its history run, and puts it there whole: closed, so
    /// that nothing of it is left in the write-ahead log.
    ///
    /// - Parameter yearsKnown: the years of the calendar that the board starts with; nil for all.
    static func make(
        _ county: County, path: String, kind: BoardIdentity.Kind, name: String,
        seed: UInt64 = seed, yearsKnown: PartialRangeThrough<Int>? = nil,
        history: (Stage) async throws -> Void
    ) async throws -> LocalBoard {
        let making = BoardInTheMaking(path: path)
        try making.begin()
        do {
            let board = try await found(
                county, path: making.part, kind: kind, name: name, yearsKnown: yearsKnown)
            do {
                try await history(
                    try Stage(board: board, path: making.part, county: county, seed: seed))
            } catch {
                try? await board.close()
                throw error
            }
            try await board.close()
            try making.finish()
        } catch {
            making.abandon()
            throw error
        }
        return try await LocalBoard.open(path: path, settings: try .embedded(now: { end }))
    }

    private static func found(
        _ county: County, path: String, kind: BoardIdentity.Kind, name: String,
        yearsKnown: PartialRangeThrough<Int>?
    ) async throws -> LocalBoard {
        var settings = try BoardSettings.embedded(now: { start })
        settings.random = .seeded(SodiumDigest.function(.string("person keys of " + name)))
        if let yearsKnown { settings.calendarYears.removeAll { !yearsKnown.contains($0.year) } }
        let administrators = county.people.filter {
            $0.appointments.contains { $0.role == .administrator }
        }
        let founders = administrators.map {
            Founding.Administrator(
                id: $0.id, name: $0.name,
                naturalKey: SodiumDigest.function(.string("identity of " + $0.id)))
        }
        guard let bureau = county.organisation(county.bureau) else {
            throw SampleFault.resource("bureau")
        }
        settings.random = .seeded(SodiumDigest.function(.string("person keys of " + name)))
        return try await LocalBoard.create(
            path: path, name: name, kind: kind, id: "sample", settings: settings,
            bureau: try UnifiedCode(bureau.code),
            bureauName: bureau.name, administrators: founders, term: .life)
    }
}
