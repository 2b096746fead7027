/// One of the two persons to whom the shares of every bid's key are sealed (§4).
package struct Opener: RecordValue {
    package let person: PersonID
    /// X25519, 32 bytes as hexadecimal.
    package let publicKey: String

    package init(person: PersonID, publicKey: String) {
        self.person = person
        self.publicKey = publicKey
    }

    package static let person = Field<String>("person", .text(64))
    package static let publicKey = Field<String>("publicKey", .bytes)

    package static let fields: [FieldUse] = [.required(person), .required(publicKey)]

    package init?(record: Record) {
        guard let person = record[Self.person], let publicKey = record[Self.publicKey] else {
            return nil
        }
        self.init(person: person, publicKey: publicKey)
    }

    package var record: Record {
        Record {
            $0[Self.person] = person
            $0[Self.publicKey] = publicKey
        }
    }
}
