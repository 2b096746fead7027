/// How to reach whom a bid names: sealed with the bid, and outside the bytes that are committed to.
///
/// The content names it by its digest. The salt goes with the key when the contact is erased: a telephone
/// number alone could be guessed from a digest of it.
package struct ContactReach: Hashable, Sendable {
    package static let saltBytes = 32

    package let phone: String
    package let email: String
    /// Hexadecimal.
    package let salt: String

    package init(phone: String, email: String, salt: [UInt8]) {
        self.phone = phone
        self.email = email
        self.salt = Hexadecimal.text(salt)
    }

    /// Nil where the bytes are not the canonical form of one.
    package init?(canonical bytes: [UInt8]) {
        guard let json = try? JSONReader.read(bytes), let members = json.object,
            members.count == 3, let phone = members["phone"]?.string,
            let email = members["email"]?.string,
            let salt = members["salt"]?.string.flatMap(Hexadecimal.bytes),
            salt.count == Self.saltBytes
        else { return nil }
        self.init(phone: phone, email: email, salt: salt)
        guard bytes == canonical else { return nil }
    }

    package var json: JSON {
        ["email": .string(email), "phone": .string(phone), "salt": .string(salt)]
    }

    package var canonical: [UInt8] { json.canonical }

    /// What the content of the bid holds in its place.
    package func digest(_ function: DigestFunction) -> Digest { function(canonical) }
}
