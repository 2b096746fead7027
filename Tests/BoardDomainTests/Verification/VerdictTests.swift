import Testing

@testable import BoardDomain

@Suite("The frozen rule")
struct VerdictTests {
    private func item(
        _ comparator: Comparator, _ target: String?, _ upper: String? = nil, must: Bool = true
    ) -> ProtocolItem {
        ProtocolItem(
            record: Record {
                $0[ProtocolDemand.indicator] = 1
                $0[Indicator.name] = "指标"
                $0[Indicator.comparator] = comparator
                $0[ProtocolDemand.target] = target
                $0[ProtocolDemand.upper] = upper
                $0[Indicator.must] = must
            })!
    }

    private func verdict(_ item: ProtocolItem, _ rule: PassRule, _ values: [String]) -> Verdict {
        let text = VerificationProtocol(
            items: [item], sampleSize: values.count, conditions: "", instruments: [],
            stopRule: "", stopAfterRuns: nil, passRule: rule, laboratory: nil)
        let runs = values.map { value in
            VerificationRun(
                record: Record {
                    $0[VerificationRun.startedAt] = Instant(milliseconds: 0)
                    $0[VerificationRun.site] = .line
                    $0[VerificationRun.values] = [
                        MeasuredValue(
                            record: Record {
                                $0[ProtocolDemand.indicator] = 1
                                if item.comparator == .fulfilled {
                                    $0[MeasuredValue.fulfilled] = value == "true"
                                } else {
                                    $0[MeasuredValue.value] = value
                                }
                            })!
                    ]
                })!
        }
        return Verdict(text, runs)
    }

    @Test(
        "The worst run decides, without rounding",
        arguments: [
            (Comparator.atLeast, "2000", nil, ["2000.000", "2100"], true, "2000.000"),
            (.atLeast, "2000", nil, ["1999.999999999999", "2100"], false, "1999.999999999999"),
            (.above, "5", nil, ["5.0", "6"], false, "5.0"),
            (.atMost, "0.45", nil, ["0.4500", "-3"], true, "0.4500"),
            (.below, "0.45", nil, ["0.45", "0.1"], false, "0.45"),
            (.equal, "3", nil, ["3.00", "3.01"], false, "3.01"),
            (.range, "-1", "1", ["0.9", "-0.2"], true, "0.9"),
            (.range, "-1", "1", ["0.9", "-1.01"], false, "-1.01"),
        ] as [(Comparator, String, String?, [String], Bool, String)])
    func every(
        comparator: Comparator, target: String, upper: String?, values: [String], passed: Bool,
        worst: String
    ) {
        let found = verdict(item(comparator, target, upper), .every, values)
        #expect(found.measured[0].passed == passed)
        #expect(found.measured[0].value?.text == worst)
        #expect(found.state == (passed ? .passed : .failed))
    }

    @Test("A mean is compared as a sum, so that a third is a third")
    func mean() {
        #expect(verdict(item(.atLeast, "10"), .mean, ["9", "10", "11"]).state == .passed)
        #expect(
            verdict(item(.atLeast, "10"), .mean, ["9", "10", "10.999999999999"]).state == .failed)
        #expect(verdict(item(.atLeast, "10"), .every, ["9", "10", "11"]).state == .failed)
    }

    @Test("A requirement without a number is met by every run or not at all")
    func fulfilled() {
        #expect(verdict(item(.fulfilled, nil), .every, ["true", "true"]).state == .passed)
        #expect(verdict(item(.fulfilled, nil), .every, ["true", "false"]).state == .failed)
    }

    @Test("A desirable indicator that falls short makes the result conditional")
    func conditional() {
        #expect(
            verdict(item(.atMost, "500", must: false), .every, ["501"]).state == .conditional)
    }

    @Test("Values beyond what the sums can hold are no values")
    func bounds() throws {
        #expect(try ScaledDecimal("1000000000000000").trillionths != nil)
        #expect(try ScaledDecimal("1000000000000001").trillionths == nil)
        #expect(try ScaledDecimal("0.0000000000001").trillionths == nil)
    }
}
