/// One line of the report: what was reached beside what it is held against, and the aim.
struct Comparison {
    enum Aim {
        case atLeast(Double)
        case atMost(Double)

        func isMet(by value: Double) -> Bool {
            switch self {
            case .atLeast(let bound): value >= bound
            case .atMost(let bound): value <= bound
            }
        }

        var described: String {
            switch self {
            case .atLeast(let bound): "≥ \(Figures.text(bound))"
            case .atMost(let bound): "≤ \(Figures.text(bound))"
            }
        }
    }

    let name: String
    let unit: String
    var reached = Figures()
    /// Empty where the figure stands for itself.
    var baseline = Figures()
    let aim: Aim

    init(_ name: String, unit: String, aim: Aim) {
        (self.name, self.unit, self.aim) = (name, unit, aim)
    }

    /// The ratio of the medians, or the figure itself.
    var value: Double {
        baseline.values.isEmpty ? reached.median : reached.median / baseline.median
    }

    var described: String {
        let held = baseline.values.isEmpty ? "" : ", against \(baseline.described)"
        let verdict = aim.isMet(by: value) ? "met" : "MISSED"
        return """
            \(name): \(Figures.text(value)) [aim \(aim.described), \(verdict)]
                \(reached.described)\(held) \(unit)
            """
    }
}

/// Seconds that some work takes.
func seconds(_ work: () async throws -> Void) async rethrows -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    try await work()
    let (whole, rest) = start.duration(to: clock.now).components
    return Double(whole) + Double(rest) * 1e-18
}
