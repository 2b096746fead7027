/// What the frozen rule makes of the runs: computed, never typed (V6).
///
/// Only measured runs count, and fewer of them than the sample size fail whatever they read (V3).
/// Under `every` the worst run of an indicator is held against its target, under `mean` the sum of
/// the runs against the target times their number, so that no rounding decides.
package struct Verdict: Hashable, Sendable, Codable {
    /// By indicator, in the protocol's order.
    package let measured: [Measured]
    package let runs: Int
    package let aborted: Int
    package let sampleReached: Bool
    /// Passed; conditional where all musts pass and a desirable one falls short; failed.
    package let state: VerificationState

    package init(_ protocolText: VerificationProtocol, _ runs: [VerificationRun]) {
        let valid = runs.filter(\.isMeasured)
        self.runs = valid.count
        aborted = runs.count - valid.count
        sampleReached = valid.count >= protocolText.sampleSize
        measured = protocolText.items.map { Self.judge($0, valid, by: protocolText.passRule) }
        let fell = Set(measured.lazy.filter { !$0.passed }.map(\.indicator))
        let mustFell = protocolText.items.contains { $0.isMust && fell.contains($0.indicator) }
        state = !sampleReached || mustFell ? .failed : fell.isEmpty ? .passed : .conditional
    }

    private static func judge(
        _ item: ProtocolItem, _ runs: [VerificationRun], by rule: PassRule
    ) -> Measured {
        let found = runs.map { $0.value(of: item.indicator) }
        guard item.comparator != .fulfilled else {
            let met = !found.isEmpty && found.allSatisfy { $0?.fulfilled == true }
            return Measured(indicator: item.indicator, value: nil, passed: met)
        }
        let values = found.compactMap { $0?.value.flatMap { try? ScaledDecimal($0) } }
        guard values.count == found.count, !values.isEmpty,
            values.allSatisfy({ $0.trillionths != nil })
        else { return Measured(indicator: item.indicator, value: nil, passed: false) }
        let amounts = values.compactMap(\.trillionths)
        switch rule {
        case .every:
            let worst = item.worst(of: amounts)
            return Measured(
                indicator: item.indicator, value: values[worst],
                passed: item.isReached(by: amounts[worst], of: 1))
        case .mean:
            let sum = amounts.reduce(0, +)
            return Measured(
                indicator: item.indicator,
                value: ScaledDecimal(mean: sum, of: amounts.count),
                passed: item.isReached(by: sum, of: amounts.count))
        }
    }
}

extension VerificationProtocol {
    /// Whether one reading alone reaches its target; nil for an indicator that is not tested.
    package func isReached(by value: MeasuredValue) -> Bool? {
        guard let item = item(value.indicator) else { return nil }
        guard item.comparator != .fulfilled else { return value.fulfilled == true }
        let reading = value.value.flatMap { try? ScaledDecimal($0) }?.trillionths
        return reading.map { item.isReached(by: $0, of: 1) } ?? false
    }
}

extension ProtocolItem {
    /// Whether a sum of so many readings reaches the target: the sum against the target so many
    /// times.
    func isReached(by sum: Int128, of count: Int) -> Bool {
        guard let target = lower?.trillionths.map({ $0 * Int128(count) }) else { return false }
        switch comparator {
        case .atLeast: return sum >= target
        case .above: return sum > target
        case .atMost: return sum <= target
        case .below: return sum < target
        case .equal: return sum == target
        case .range:
            guard let top = top?.trillionths.map({ $0 * Int128(count) }) else { return false }
            return target <= sum && sum <= top
        case .fulfilled: return false
        }
    }

    /// The index of the reading that is nearest to failing, or fails by most.
    func worst(of readings: [Int128]) -> Int {
        let target = lower?.trillionths ?? 0
        let top = top?.trillionths ?? target
        let margins = readings.map { reading in
            switch comparator {
            case .atLeast, .above, .fulfilled: reading - target
            case .atMost, .below: target - reading
            case .equal: reading < target ? reading - target : target - reading
            case .range: min(reading - target, top - reading)
            }
        }
        return margins.indices.min { margins[$0] < margins[$1] } ?? 0
    }
}

extension ScaledDecimal {
    /// The value in units of 10^-12; nil outside ±10^15 or with more decimals, where sums of ten
    /// thousand readings would no longer be sure to fit 128 bits.
    var trillionths: Int128? {
        guard scale <= 12 else { return nil }
        var units = Int128(mantissa)
        for _ in scale..<12 { units *= 10 }
        let limit = Int128(1_000_000_000_000_000) * 1_000_000_000_000
        return -limit <= units && units <= limit ? units : nil
    }

    /// A mean for the eye, cut off at the decimals that an Int64 holds.
    init?(mean sum: Int128, of count: Int) {
        var mean = sum / Int128(max(count, 1))
        var scale = 12
        while scale > 0, mean % 10 == 0 || Int64(exactly: mean) == nil {
            mean /= 10
            scale -= 1
        }
        guard let mantissa = Int64(exactly: mean) else { return nil }
        self.init(mantissa: mantissa, scale: scale)
    }
}
