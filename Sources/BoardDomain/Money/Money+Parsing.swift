/// Why a text is no amount; each case carries what was found.
package enum MoneyFault: Error, Hashable, Sendable {
    case blank
    /// 面议: to be agreed, so there is no amount yet.
    case negotiable
    case negative(String)
    case notANumber(String)
    case unknownUnit(String)
    /// Finer than 分: more than `limit` decimals of the unit.
    case tooFine(String, limit: Int)
    case tooLarge(String)
}

/// The unit in which an amount is written.
package enum MoneyUnit: String, CaseIterable, Sendable {
    case yuan = "元"
    case thousand = "千元"
    case wan = "万元"
    case million = "百万元"
    case tenMillion = "千万元"
    case yi = "亿元"

    /// Decimals of the unit down to 分.
    package var decimals: Int {
        switch self {
        case .yuan: 2
        case .thousand: 5
        case .wan: 6
        case .million: 8
        case .tenMillion: 9
        case .yi: 10
        }
    }

    /// Reads `万元` and `万`, `亿元` and `亿`; nil for anything else.
    init?(written text: some StringProtocol) {
        if let unit = MoneyUnit(rawValue: String(text)) {
            self = unit
        } else if let unit = MoneyUnit(rawValue: text + "元") {
            self = unit
        } else {
            return nil
        }
    }
}

/// An amount as it was read, with the unit written beside it, if one was.
package struct WrittenAmount: Hashable, Sendable {
    package let money: Money
    package let unit: MoneyUnit?
}

extension Money {
    /// Words that stand for “to be agreed”.
    private static let negotiableWords: Set<String> = ["面议", "面谈", "另议", "协商", "待定", "待议"]

    /// Reads an amount exactly: `12.5万元`, `500万`, `0.012亿`, `1,234.56元`, `￥８０`; a bare number
    /// is in `unit`.
    package static func parse(
        _ text: String, unit: MoneyUnit = .yuan
    ) throws(MoneyFault) -> Money {
        try read(text, unit: unit).money
    }

    /// As `parse`, and says which unit was written, so that an importer can name a deviation.
    package static func read(
        _ text: String, unit: MoneyUnit = .yuan
    ) throws(MoneyFault) -> WrittenAmount {
        var rest = Width.trimmed(Width.narrow(text))
        guard !rest.isEmpty else { throw .blank }
        guard !negotiableWords.contains(rest) else { throw .negotiable }
        for prefix in ["人民币", "RMB", "CNY", "¥"] where rest.hasPrefix(prefix) {
            rest = Width.trimmed(rest.dropFirst(prefix.count))
            break
        }
        let isNumeric = { (byte: UInt8) in
            (0x2B...0x2E).contains(byte) || (0x30...0x39).contains(byte)
        }
        let end = rest.utf8.firstIndex { !isNumeric($0) } ?? rest.endIndex
        let digits = rest[..<end]
        let suffix = Width.trimmed(rest[end...])
        guard !digits.isEmpty else { throw .notANumber(text) }
        var written: MoneyUnit?
        if !suffix.isEmpty {
            guard let unit = MoneyUnit(written: suffix) else {
                throw suffix.utf8.contains { (0x30...0x39).contains($0) }
                    ? .notANumber(text) : .unknownUnit(suffix)
            }
            written = unit
        }
        let decimals = (written ?? unit).decimals
        let number: ScaledNumber
        do {
            number = try ScaledNumber.parse(digits, decimals: decimals)
        } catch {
            switch error {
            case .notANumber: throw .notANumber(text)
            case .tooFine: throw .tooFine(text, limit: decimals)
            case .tooLarge: throw .tooLarge(text)
            }
        }
        guard !number.isNegative else { throw .negative(text) }
        guard let fen = Int64(exactly: number.magnitude) else { throw .tooLarge(text) }
        return WrittenAmount(money: Money(fen: fen), unit: written)
    }
}
