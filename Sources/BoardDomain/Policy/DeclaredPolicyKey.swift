/// A policy key without its type, for reading a whole policy at once.
package struct DeclaredPolicyKey: Sendable {
    package let name: String
    package let unit: PolicyUnit
    /// Whether the JSON is a value of the key's type and range.
    let accepts: @Sendable (JSON) -> Bool

    init<Value>(_ key: PolicyKey<Value>) {
        name = key.name
        unit = key.unit
        accepts = { Value.read($0, within: key.range) != nil }
    }
}
