/// A part that an organisation or a person has in a stream.
package struct InvolvementRow: Sendable, Hashable {
    /// An organisation's or a person's id.
    package var party: String
    package var role: String
    /// What the part is in, inside the stream.
    package var object: String

    package init(party: String, role: String, object: String) {
        self.party = party
        self.role = role
        self.object = object
    }
}
