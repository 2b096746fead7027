/// What is wrong with a bid's content, and where: a path such as `team[2].role`, counted from 0.
package enum BidContentFault: Error, Hashable, Sendable {
    case syntax(JSONFault)
    /// The bytes are not the RFC 8785 form of what they say.
    case notCanonical
    case missing(String)
    case unknown(String)
    case wrongKind(String)
    case unknownFormat(String)
    case blank(String)
    case badText(String)
    case outOfRange(String, value: Int64, allowed: ClosedRange<Int64>)
    case twice(String)
    /// Milestones that go back in time.
    case disorder(String)
    /// Basis points that do not add up to 10,000 (I17).
    case sharesNotWhole(String, total: Int64)

    /// The word by which the texts know it.
    package var name: String {
        switch self {
        case .syntax: "syntax"
        case .notCanonical: "notCanonical"
        case .missing: "missing"
        case .unknown: "unknown"
        case .wrongKind: "wrongKind"
        case .unknownFormat: "unknownFormat"
        case .blank: "blank"
        case .badText: "badText"
        case .outOfRange: "outOfRange"
        case .twice: "twice"
        case .disorder: "disorder"
        case .sharesNotWhole: "sharesNotWhole"
        }
    }
}
