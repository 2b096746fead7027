/// A decimal number as written in a form, read exactly into units of `10^-decimals`.
struct ScaledNumber {
    enum Fault: Error { case notANumber, tooFine, tooLarge }

    let isNegative: Bool
    let magnitude: UInt64

    /// Reads ASCII digits with an optional sign, a point, and commas only where they group by three.
    static func parse(_ text: some StringProtocol, decimals: Int) throws(Fault) -> ScaledNumber {
        var units = Array(text.utf8)[...]
        let isNegative = units.first == UInt8(ascii: "-")
        if isNegative || units.first == UInt8(ascii: "+") { units.removeFirst() }
        let point = units.firstIndex(of: UInt8(ascii: ".")) ?? units.endIndex
        let whole = try ungrouped(units[..<point])
        var fraction = units[point...].dropFirst()
        guard point == units.endIndex || !fraction.isEmpty, fraction.allSatisfy(isDigit) else {
            throw .notANumber
        }
        guard fraction.count <= decimals else { throw .tooFine }
        while fraction.count < decimals { fraction.append(UInt8(ascii: "0")) }
        var magnitude: UInt64 = 0
        for digit in whole + fraction {
            let (shifted, overflow) = magnitude.multipliedReportingOverflow(by: 10)
            let (sum, carried) = shifted.addingReportingOverflow(UInt64(digit - 0x30))
            guard !overflow, !carried else { throw .tooLarge }
            magnitude = sum
        }
        return ScaledNumber(isNegative: isNegative, magnitude: magnitude)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// `1,23` is refused: a misplaced comma is more often a mistyped point than a group.
    private static func ungrouped(_ units: ArraySlice<UInt8>) throws(Fault) -> [UInt8] {
        let groups = units.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else {
            throw .notANumber
        }
        let grouped =
            groups.count == 1
            || groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 }
        guard grouped else { throw .notANumber }
        return groups.flatMap { $0 }
    }
}
