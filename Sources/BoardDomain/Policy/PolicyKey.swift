/// What a policy's number counts; a key read in one unit cannot be given in another.
package enum PolicyUnit: String, CaseIterable, Sendable {
    case hours, days, workdays, months, years
    case count, points, fen, fraction, flag, choice
    case hourOfDay, monthOfYear
}

/// The name under which a rule reads one parameter, typed by what it holds.
///
/// A key carries no default: values come from the policy in force only.
package struct PolicyKey<Value: PolicyValue>: Hashable, Sendable {
    /// As the specification writes it: `call.minDays`.
    package let name: String
    package let unit: PolicyUnit
    /// What a number may be; a period lasts at least one.
    let range: ClosedRange<Int64>

    init(_ name: String, _ unit: PolicyUnit, _ range: ClosedRange<Int64> = 1...1_000_000_000_000) {
        self.name = name
        self.unit = unit
        self.range = range
    }
}

/// A type that a policy parameter may have.
package protocol PolicyValue: Hashable, Sendable {
    /// Nil where the JSON is of another type or outside `range`.
    static func read(_ json: JSON, within range: ClosedRange<Int64>) -> Self?
}

extension Int: PolicyValue {
    package static func read(_ json: JSON, within range: ClosedRange<Int64>) -> Int? {
        json.integer.flatMap { range.contains($0) ? Int(exactly: $0) : nil }
    }
}

extension Bool: PolicyValue {
    package static func read(_ json: JSON, within range: ClosedRange<Int64>) -> Bool? {
        json.boolean
    }
}

extension Money: PolicyValue {
    package static func read(_ json: JSON, within range: ClosedRange<Int64>) -> Money? {
        json.integer.flatMap { range.contains($0) ? Money(fen: $0) : nil }
    }
}

extension PolicyValue where Self: RawRepresentable, RawValue == String {
    package static func read(_ json: JSON, within range: ClosedRange<Int64>) -> Self? {
        json.string.flatMap(Self.init(rawValue:))
    }
}

extension Counting: PolicyValue {}

/// Which challenges go to the ethics committee (`ethics.review`).
package enum EthicsReview: String, CaseIterable, PolicyValue {
    case never, flagged, always
}
