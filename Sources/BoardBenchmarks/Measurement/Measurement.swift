/// A line of the report in the making.
struct Measurement {
    private let blank: Comparison
    private let round: (inout Comparison) async throws -> Void

    /// - Parameter round: adds what it reached, and what that is held against, measured by turns.
    init(
        _ name: String, unit: String, aim: Comparison.Aim,
        round: @escaping (inout Comparison) async throws -> Void
    ) {
        blank = Comparison(name, unit: unit, aim: aim)
        self.round = round
    }

    var name: String { blank.name }

    func comparison(rounds: Int) async throws -> Comparison {
        var result = blank
        for _ in 0..<rounds { try await round(&result) }
        return result
    }
}
