import BoardDomain

/// Puts how persons are reached in the place of what events hold of it, on the way out to somebody who may
/// see it; where the key is gone, `{"erased": true}` stands there.
struct ContactReading {
    let keys: [String: [UInt8]]

    /// The subjects whose keys are asked for.
    static func subjects(in json: JSON) -> Set<String> {
        Set(texts(in: json).filter(\.isSealed).map(\.subject))
    }

    static func holdsContact(_ json: JSON) -> Bool { !texts(in: json).isEmpty }

    /// For somebody who may not read it.
    static func withheld(_ json: JSON) -> JSON { replacing(in: json) { _ in ["withheld": true] } }

    /// In clear, each under the name that it bears.
    func cleared(_ json: JSON) -> JSON { Self.replacing(in: json) { cleared($0, of: $0.subject) } }

    /// In clear, all under one name: which name stands there is the sender's word.
    func cleared(_ json: JSON, of subject: String) -> JSON {
        Self.replacing(in: json) { cleared($0, of: subject) }
    }

    /// Whether any of it can be read.
    func tells(_ json: JSON, of subject: String) -> Bool {
        Self.texts(in: json).contains { opened($0, of: subject) != nil }
    }

    private func cleared(_ text: ProtectedText, of subject: String) -> JSON {
        guard let opened = opened(text, of: subject) else { return ["erased": true] }
        // The salt proves and says nothing.
        guard let members = opened.object else { return opened }
        return .object(members.filter { $0.key != "salt" })
    }

    private func opened(_ text: ProtectedText, of subject: String) -> JSON? {
        switch text.text {
        case .plain(let plain): plain
        case .sealed(let sealed):
            keys[subject].flatMap { PersonCipher.open(sealed, of: subject, key: $0) }
        }
    }

    private static func texts(in json: JSON) -> [ProtectedText] {
        if let text = ProtectedText(json: json) { return [text] }
        switch json {
        case .array(let items): return items.flatMap(texts)
        case .object(let members): return members.values.flatMap(texts)
        default: return []
        }
    }

    private static func replacing(in json: JSON, _ put: (ProtectedText) -> JSON) -> JSON {
        if let text = ProtectedText(json: json) { return put(text) }
        switch json {
        case .array(let items): return .array(items.map { replacing(in: $0, put) })
        case .object(let members): return .object(members.mapValues { replacing(in: $0, put) })
        default: return json
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
