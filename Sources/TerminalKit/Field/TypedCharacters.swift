/// Which characters a field takes. Others are not put in, so that a slip on the keyboard leaves no trace; full-width forms, which an input
/// method writes, count as the ASCII that they stand for.
public enum TypedCharacters: Hashable, Sendable {
    /// All.
    case any
    /// 0 to 9.
    case digits
    /// Digits and a point.
    case decimal
    /// Digits, a point and a sign.
    case signedDecimal
    /// These.
    case only(Set<Unicode.Scalar>)

    private static let digitScalars = Set("0123456789".unicodeScalars)
    private static let decimalScalars = Set("0123456789.".unicodeScalars)
    private static let signedScalars = Set("0123456789.+-".unicodeScalars)

    /// The character that is put in for one that is typed; nil where none is.
    public func taken(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        let allowed: Set<Unicode.Scalar>
        switch self {
        case .any: return scalar
        case .digits: allowed = Self.digitScalars
        case .decimal: allowed = Self.decimalScalars
        case .signedDecimal: allowed = Self.signedScalars
        case .only(let scalars): allowed = scalars
        }
        if allowed.contains(scalar) { return scalar }
        let folded = Self.folded(scalar)
        return allowed.contains(folded) ? folded : nil
    }

    /// A text with those characters alone.
    func taken(_ text: String) -> String {
        if case .any = self { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.compactMap { taken($0) }))
    }

    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0x3002: "."
        case 0x3001: ","
        case 0x2212, 0x2013: "-"
        default: scalar
        }
    }
}
