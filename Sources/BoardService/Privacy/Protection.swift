import BoardDomain
import BoardEventLog

/// Finds in a command's fields how persons are reached, by the shapes that its rows declare.
struct Protection {
    private let command: Command
    private let uses: [FieldUse]

    init(_ command: Command) {
        self.command = command
        uses = Self.uses[command.name] ?? []
    }

    /// What each command takes, whatever it is put to.
    private static let uses = Dictionary(
        grouping: TransitionTable.standard.rows, by: { $0.command ?? "" }
    ).mapValues { $0.flatMap(\.declaredFields) }

    /// The command as it is decided and recorded, with the keys to deposit beside it.
    func sealed(random: RandomSource) -> (command: Command, keys: [PersonKey]) {
        var keys: [PersonKey] = []
        let fields = mapping { plain, subject in
            let (text, key) = PersonCipher.seal(plain, of: subject, random: random)
            keys.append(key)
            return text.json
        }
        let command = Command(
            stream: command.stream, subject: command.subject, name: command.name, fields: fields,
            person: command.person)
        return (command, keys)
    }

    /// The fields by which a repetition is known (I4): without it, for the digest of a telephone number can
    /// be guessed.
    var withoutContacts: Record { mapping { _, _ in "" } }

    private func mapping(_ put: (JSON, String) -> JSON) -> Record {
        let subject = ProtectedText.subject(command.subject, of: command.stream)
        return Record(members(command.fields.members, uses, subject, put))
    }

    private func members(
        _ members: [String: JSON], _ uses: [FieldUse], _ subject: String,
        _ put: (JSON, String) -> JSON
    ) -> [String: JSON] {
        var members = members
        for use in uses {
            guard let value = members[use.name] else { continue }
            members[use.name] = self.value(value, use.shape, subject, put)
        }
        return members
    }

    private func value(
        _ value: JSON, _ shape: FieldShape, _ subject: String, _ put: (JSON, String) -> JSON
    ) -> JSON {
        switch (shape, value) {
        case (.protectedText, _):
            guard let plain = Self.plain(value, shape) else { return Self.refusable(value) }
            return put(plain, subject)
        case (.list(let element), .array(let items)):
            return .array(items.map { self.value($0, element, subject, put) })
        case (.record(let uses), .object(let fields)):
            // Whatever the sender calls it: a key belongs to the bid whose contact it opens.
            let bid = fields[RevealedBid.bid.name]?.string
            let name = bid.map {
                ProtectedText.subject(ObjectReference(.bid, $0), of: command.stream)
            }
            return .object(members(fields, uses, name ?? subject, put))
        default: return value
        }
    }

    /// What breaks the limit stays as it is and is refused. What a sender calls encrypted is put into a
    /// shape that is refused as well: it may name a key of somebody else.
    private static func refusable(_ value: JSON) -> JSON {
        guard let text = ProtectedText(json: value), text.isSealed else { return value }
        return ProtectedText(.plain(value)).json
    }

    private static func plain(_ value: JSON, _ shape: FieldShape) -> JSON? {
        if case .protectedText(let limit) = shape, let text = value.string {
            let isSound = text.unicodeScalars.count <= limit && text.contains { !$0.isWhitespace }
            return isSound ? value : nil
        }
        guard case .plain(let plain) = ProtectedText(json: value)?.text else { return nil }
        return plain
    }
}
