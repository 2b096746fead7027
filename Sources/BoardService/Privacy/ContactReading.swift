import BoardDomain

/// Puts how persons are reached in the place of what events hold of it, on the way out to somebody who may
/// see it; where the key is gone, `{"erased": true}` stands there.
struct ContactReading {
    let keys: [String: [UInt8]]

    /// The subjects whose keys are asked for.
    static func subjects(in json: JSON) -> Set<String> {
        if let text = ProtectedText(json: json) { return text.isSealed ? [text.subject] : [] }
        switch json {
        case .array(let items): return items.reduce(into: []) { $0.formUnion(subjects(in: $1)) }
        case .object(let members):
            return members.values.reduce(into: []) { $0.formUnion(subjects(in: $1)) }
        default: return []
        }
    }

    func cleared(_ json: JSON) -> JSON {
        if let text = ProtectedText(json: json) { return cleared(text) }
        switch json {
        case .array(let items): return .array(items.map(cleared))
        case .object(let members): return .object(members.mapValues(cleared))
        default: return json
        }
    }

    private func cleared(_ text: ProtectedText) -> JSON {
        switch text.text {
        case .plain(let plain): return plain
        case .sealed(let sealed):
            let opened = keys[text.subject].flatMap {
                PersonCipher.open(sealed, of: text.subject, key: $0)
            }
            guard let opened else { return ["erased": true] }
            // The salt proves and says nothing.
            guard let members = opened.object else { return opened }
            return .object(members.filter { $0.key != "salt" })
        }
    }
}

extension LocalBoard {
    /// The same with how persons are reached in clear, for somebody who may see it.
    func cleared(_ json: JSON) async throws -> JSON {
        let subjects = ContactReading.subjects(in: json)
        let keys = subjects.isEmpty ? [:] : try await log.personKeys(of: subjects)
        return ContactReading(keys: keys).cleared(json)
    }
}
