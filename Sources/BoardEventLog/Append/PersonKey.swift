/// The key under which a person's contact data is encrypted in payloads; it lies outside the hash, so that
/// erasing it erases them.
package struct PersonKey: Sendable, Hashable {
    /// The subject that the payload names.
    package let person: String
    package let key: [UInt8]

    package init(person: String, key: [UInt8]) {
        self.person = person
        self.key = key
    }
}
