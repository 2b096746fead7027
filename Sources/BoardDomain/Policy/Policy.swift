/// Why a document is no policy.
package enum PolicyFault: Error, Hashable, Sendable {
    /// The member of the document that is absent or unreadable.
    case member(String)
    /// The index in `terms` of an entry that lacks a member or a basis.
    case term(Int)
    /// Keys without a value, unknown ones, ones of a wrong type, unit or range, ones given twice.
    case keys(missing: [String], unknown: [String], illTyped: [String], twice: [String])
}

/// One version of the parameters that rules read; every decision names the version it was made by
/// (I21).
///
/// All values come from the document: the code holds no default.
package struct Policy: Sendable {
    package let version: String
    /// The first day on which it is in force.
    package let from: Day
    /// In the order of the document.
    package let terms: [PolicyTerm]
    private let values: [String: JSON]

    /// Reads `{version, from, terms[{key, value, unit, origin, basis, title{zh-Hans, en}}]}`.
    package init(json: JSON) throws(PolicyFault) {
        guard let version = json["version"]?.string, !version.isEmpty else {
            throw .member("version")
        }
        guard let from = json["from"]?.string.flatMap(Day.init(text:)) else {
            throw .member("from")
        }
        guard let entries = json["terms"]?.array else { throw .member("terms") }
        var terms: [PolicyTerm] = []
        var values: [String: JSON] = [:]
        var (unknown, illTyped, twice): ([String], [String], [String]) = ([], [], [])
        let declared = Dictionary(
            DeclaredPolicyKey.all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        for (index, entry) in entries.enumerated() {
            guard let term = PolicyTerm(json: entry) else { throw .term(index) }
            if let key = declared[term.key] {
                if key.unit != term.unit || !key.accepts(term.value) { illTyped.append(term.key) }
            } else {
                unknown.append(term.key)
            }
            if values.updateValue(term.value, forKey: term.key) != nil { twice.append(term.key) }
            terms.append(term)
        }
        let missing = DeclaredPolicyKey.all.map(\.name).filter { values[$0] == nil }
        guard missing.isEmpty, unknown.isEmpty, illTyped.isEmpty, twice.isEmpty else {
            throw .keys(missing: missing, unknown: unknown, illTyped: illTyped, twice: twice)
        }
        self.version = version
        self.from = from
        self.terms = terms
        self.values = values
    }

    /// The value of a parameter; traps for a key that is missing from `DeclaredPolicyKey.all`, which
    /// is a fault of the program and not of the document.
    package subscript<Value>(key: PolicyKey<Value>) -> Value {
        guard let json = values[key.name], let value = Value.read(json, within: key.range) else {
            preconditionFailure("policy key \(key.name) is read but not declared")
        }
        return value
    }
}
