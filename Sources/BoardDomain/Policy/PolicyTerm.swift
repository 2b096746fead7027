/// Where a parameter's value comes from.
package enum PolicyOrigin: String, CaseIterable, Sendable {
    case law, practice, design
}

/// One parameter of a policy with its basis, as a policy is printed and argued about.
package struct PolicyTerm: Hashable, Sendable {
    package let key: String
    package let value: JSON
    package let unit: PolicyUnit
    package let origin: PolicyOrigin
    /// The clause or the custom that the value rests on, in Chinese.
    package let basis: String
    /// By language: `zh-Hans`, `en`.
    package let titles: [String: String]

    init?(json: JSON) {
        guard let key = json["key"]?.string, let value = json["value"],
            let unit = json["unit"]?.string.flatMap(PolicyUnit.init(rawValue:)),
            let origin = json["origin"]?.string.flatMap(PolicyOrigin.init(rawValue:)),
            let basis = json["basis"]?.string, !basis.isEmpty,
            let titles = json["title"]?.object?.compactMapValues(\.string),
            ["zh-Hans", "en"].allSatisfy({ titles[$0]?.isEmpty == false })
        else { return nil }
        self.key = key
        self.value = value
        self.unit = unit
        self.origin = origin
        self.basis = basis
        self.titles = titles
    }
}
