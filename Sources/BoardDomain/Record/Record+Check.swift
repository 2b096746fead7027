/// What is wrong with one field of a command.
package struct FieldFault: Error, Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable { case missing, unknown, shape }
    package let kind: Kind
    /// The path of the field: `indicators[2].target`.
    package let path: String
    package let given: JSON?
    /// What would be accepted; nil for an unknown field.
    package let accepted: FieldShape?
    /// The names that the command knows, for an unknown field.
    package let known: [String]
    /// Every required field that is missing from the same record, the first one among them.
    package var missing: [FieldUse] = []

    /// The fault without the value: what is confidential does not stand in a refusal either.
    var concealed: FieldFault {
        FieldFault(kind: kind, path: path, given: nil, accepted: accepted, known: known)
    }
}

extension Record {
    /// The first fault of these members against the fields that a command declares; what is missing
    /// comes first, and whole.
    package func firstFault(against uses: [FieldUse], path: String = "") -> FieldFault? {
        // All at once: nobody wants to be told of one after the other.
        let missing = uses.filter { $0.required && members[$0.name] == nil }
        if let first = missing.first {
            return FieldFault(
                kind: .missing, path: path + first.name, given: nil, accepted: first.shape,
                known: [], missing: missing)
        }
        for use in uses {
            guard let value = members[use.name] else { continue }
            let place = path + use.name
            if let fault = use.shape.firstFault(in: value, path: place) {
                return use.isConfidential || use.shape.isProtected ? fault.concealed : fault
            }
        }
        let known = Set(uses.map(\.name))
        if let stranger = members.keys.filter({ !known.contains($0) }).min() {
            return FieldFault(
                kind: .unknown, path: path + stranger, given: members[stranger], accepted: nil,
                known: uses.map(\.name))
        }
        return nil
    }
}

extension FieldShape {
    fileprivate var isProtected: Bool {
        if case .protectedText = self { true } else { false }
    }

    func firstFault(in value: JSON, path: String) -> FieldFault? {
        switch (self, value) {
        case (.list(let element), .array(let items)):
            for (index, item) in items.enumerated() {
                if let fault = element.firstFault(in: item, path: "\(path)[\(index + 1)]") {
                    return fault
                }
            }
            return nil
        case (.record(let uses), .object(let members)):
            return Record(members).firstFault(against: uses, path: path + ".")
        default:
            return accepts(value)
                ? nil
                : FieldFault(kind: .shape, path: path, given: value, accepted: self, known: [])
        }
    }

    private func accepts(_ value: JSON) -> Bool {
        switch (self, value) {
        case (.text(let limit), .string(let text)):
            text.unicodeScalars.count <= limit && text.contains { !$0.isWhitespace }
        case (.protectedText, .object): ProtectedText(json: value)?.isSealed ?? false
        case (.integer(let range), .integer(let number)): range.contains(number)
        case (.flag, .boolean): true
        case (.money, .integer(let fen)): fen >= 0
        case (.basisPoints, .integer(let points)): (0...10_000).contains(points)
        case (.day, .string(let text)): Day(text: text) != nil
        case (.instant, .string(let text)): Instant(text: text) != nil
        case (.digest, .string(let text)): Digest(text: text) != nil
        case (.unifiedCode, .string(let text)): (try? UnifiedCode(text)) != nil
        case (.decimal, .string(let text)): (try? ScaledDecimal(text)) != nil
        case (.bytes, .string(let text)): Hexadecimal.bytes(text) != nil
        case (.choice(let choices), .string(let text)): choices.contains(text)
        default: false
        }
    }
}
