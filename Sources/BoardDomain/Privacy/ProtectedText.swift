/// How a person is reached, as an event holds it: encrypted under a key of that person which lies outside the
/// hash, so that erasing the key erases the text and the chain still verifies.
///
/// The domain carries it and can neither read nor make it.
package struct ProtectedText: FieldValue {
    package enum Text: Hashable, Sendable {
        /// Hexadecimal.
        case sealed(String)
        /// On its way to be sealed, or in an event from before there were keys.
        case plain(JSON)
    }

    /// Whose key opens it, by the object that names the person: `XC-2026-0007/bid/2`. Whom to call about a
    /// bid is hardly ever a person of the board, and one human being may be called about several.
    package let subject: String
    package let text: Text

    package static let shape = FieldShape.protectedText(200)

    package init(_ text: Text, of subject: String = "") {
        self.subject = subject
        self.text = text
    }

    package init?(json: JSON) {
        guard let members = json.object, members.count == 2,
            let subject = members["of"]?.string
        else { return nil }
        if let sealed = members["sealed"]?.string, Hexadecimal.bytes(sealed) != nil {
            self.init(.sealed(sealed), of: subject)
        } else if let plain = members["plain"] {
            self.init(.plain(plain), of: subject)
        } else {
            return nil
        }
    }

    package var json: JSON {
        switch text {
        case .sealed(let sealed): ["of": .string(subject), "sealed": .string(sealed)]
        case .plain(let plain): ["of": .string(subject), "plain": plain]
        }
    }

    package var isSealed: Bool {
        if case .sealed = text { true } else { false }
    }

    /// The name of the key for whom an object of a stream names.
    package static func subject(_ object: ObjectReference, of stream: StreamID) -> String {
        "\(stream.id)/\(object.text)"
    }
}
