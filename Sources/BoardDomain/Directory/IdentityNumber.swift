/// Why a text is no identity number; positions count from 1.
package enum IdentityFault: Error, Hashable, Sendable {
    case length(found: Int)
    case character(position: Int)
    case division
    case birthday
    case checkDigit
}

/// The 公民身份号码 of GB 11643-1999, or the number of a residence permit in the same form, whose day
/// of birth and check digit hold.
///
/// It is never stored: what the board keeps of it is a digest (G5). Whether somebody bears it only the
/// register of residents knows.
package struct IdentityNumber: Hashable, Sendable {
    /// 17 digits and a check digit, `X` in upper case.
    package let text: String

    private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    private static let checks = Array("10X98765432")
    /// Provinces (GB/T 2260), residents from 港澳台 (81 to 83), foreign permanent residents (9…).
    private static let divisions =
        [11...15, 21...23, 31...37, 41...46, 50...54, 61...65, 71...71, 81...83, 91...99]

    /// Reads the number as typed: full-width forms, a small x and white space are normalised.
    package init(_ written: String) throws(IdentityFault) {
        let normal = Width.narrow(written).unicodeScalars.filter { !$0.properties.isWhitespace }
        guard normal.count == 18 else { throw .length(found: normal.count) }
        var digits: [Int] = []
        for (index, scalar) in normal.prefix(17).enumerated() {
            guard (0x30...0x39).contains(scalar.value) else {
                throw .character(position: index + 1)
            }
            digits.append(Int(scalar.value) - 0x30)
        }
        let number = { (range: Range<Int>) in digits[range].reduce(0) { $0 * 10 + $1 } }
        let division = number(0..<2)
        guard Self.divisions.contains(where: { $0.contains(division) }) else { throw .division }
        guard (1900...2199).contains(number(6..<10)),
            Day(year: number(6..<10), month: number(10..<12), day: number(12..<14)) != nil
        else { throw .birthday }
        let sum = zip(digits, Self.weights).reduce(0) { $0 + $1.0 * $1.1 }
        let last = Array(normal)[17]
        guard Character(last == "x" ? "X" : last) == Self.checks[sum % 11] else {
            throw .checkDigit
        }
        text = digits.map(String.init).joined() + String(Self.checks[sum % 11])
    }
}
