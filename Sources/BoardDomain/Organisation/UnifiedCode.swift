/// Why a text is no 统一社会信用代码; positions count from 1.
package enum UnifiedCodeFault: Error, Hashable, Sendable {
    case blank
    case length(found: Int)
    case character(String, position: Int)
    case checkDigit(expected: String, given: String)
}

/// A 统一社会信用代码 of GB 32100-2015 whose form and check digit hold.
///
/// Whether an organisation of that code exists is not known here: only its registrar knows.
package struct UnifiedCode: Hashable, Comparable, Sendable {
    /// 18 upper-case characters.
    package let text: String

    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
    private static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

    /// Reads the code as typed: lower case, full-width forms and spaces around it are normalised.
    package init(_ written: String) throws(UnifiedCodeFault) {
        let normal = Width.trimmed(Width.narrow(written))
        guard !normal.isEmpty else { throw .blank }
        guard normal.unicodeScalars.count == 18 else {
            throw .length(found: normal.unicodeScalars.count)
        }
        var units: [UInt8] = []
        var values: [Int] = []
        for (index, scalar) in normal.unicodeScalars.enumerated() {
            // ASCII only: U+0131 and U+017F upper-case into letters of the alphabet.
            let unit = UInt8(exactly: scalar.value).map {
                (0x61...0x7A).contains($0) ? $0 - 32 : $0
            }
            guard let unit, let value = Self.alphabet.firstIndex(of: unit) else {
                throw .character(String(scalar), position: index + 1)
            }
            units.append(unit)
            values.append(value)
        }
        let sum = zip(values, Self.weights).reduce(0) { $0 + $1.0 * $1.1 }
        // A remainder of 0 gives 0, not the 31st character.
        let expected = (31 - sum % 31) % 31
        guard values[17] == expected else {
            throw .checkDigit(
                expected: String(decoding: [Self.alphabet[expected]], as: UTF8.self),
                given: String(decoding: units[17...], as: UTF8.self))
        }
        text = String(decoding: units, as: UTF8.self)
    }

    package static func < (left: UnifiedCode, right: UnifiedCode) -> Bool { left.text < right.text }

    /// 行政区划 of the registration, such as `330624` for 新昌县.
    package var division: String { String(text.dropFirst(2).prefix(6)) }

    /// The 组织机构代码 within (GB 11714): positions 9 to 17.
    package var organisationCode: String { String(text.dropFirst(8).prefix(9)) }

    /// The expected and the given check character of the 组织机构代码 where the two differ.
    ///
    /// A warning only (design): registrars have issued codes that break this older rule.
    package var organisationCodeWarning: (expected: String, given: String)? {
        let units = Array(organisationCode.utf8)
        var sum = 0
        for (unit, weight) in zip(units, [3, 7, 9, 10, 5, 8, 4, 2]) {
            // GB 11714 takes A as 10 to Z as 35, gaps included.
            sum += (unit < 0x3A ? Int(unit) - 0x30 : Int(unit) - 0x41 + 10) * weight
        }
        let expected =
            switch 11 - sum % 11 {
            case 10: "X"
            case 11: "0"
            case let value: String(value)
            }
        let given = String(decoding: units[8...], as: UTF8.self)
        return given == expected ? nil : (expected, given)
    }
}
