extension String: FieldValue {
    package static var shape: FieldShape { .text(20_000) }
    package init?(json: JSON) {
        guard let text = json.string else { return nil }
        self = text
    }
    package var json: JSON { .string(self) }
}

extension Int: FieldValue {
    package static var shape: FieldShape { .integer(0...1_000_000_000) }
    package init?(json: JSON) {
        guard let value = json.integer else { return nil }
        self.init(value)
    }
    package var json: JSON { .integer(Int64(self)) }
}

extension Bool: FieldValue {
    package static var shape: FieldShape { .flag }
    package init?(json: JSON) {
        guard let value = json.boolean else { return nil }
        self = value
    }
    package var json: JSON { .boolean(self) }
}

extension Instant: FieldValue {
    package static var shape: FieldShape { .instant }
    package init?(json: JSON) {
        guard let text = json.string else { return nil }
        self.init(text: text)
    }
    package var json: JSON { .string(text) }
}

extension Day: FieldValue {
    package static var shape: FieldShape { .day }
    package init?(json: JSON) {
        guard let text = json.string else { return nil }
        self.init(text: text)
    }
    package var json: JSON { .string(text) }
}

extension Digest: FieldValue {
    package static var shape: FieldShape { .digest }
    package init?(json: JSON) {
        guard let text = json.string else { return nil }
        self.init(text: text)
    }
    package var json: JSON { .string(text) }
}

extension Array: FieldValue where Element: FieldValue {
    package static var shape: FieldShape { .list(Element.shape) }
    package init?(json: JSON) {
        guard let items = json.array else { return nil }
        var values: [Element] = []
        values.reserveCapacity(items.count)
        for item in items {
            guard let value = Element(json: item) else { return nil }
            values.append(value)
        }
        self = values
    }
    package var json: JSON { .array(map(\.json)) }
}

/// An enumeration of named choices, stored as its name.
package protocol ChoiceValue: FieldValue, CaseIterable, RawRepresentable<String>,
    Codable, SnapshotChoice
{}

extension ChoiceValue {
    package static var shape: FieldShape { .choice(allCases.map(\.rawValue)) }
    package init?(json: JSON) {
        guard let name = json.string else { return nil }
        self.init(rawValue: name)
    }
    package var json: JSON { .string(rawValue) }
}
