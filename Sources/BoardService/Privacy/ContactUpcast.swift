import BoardDomain
import BoardEventLog

/// Payloads from before there were keys of persons hold contacts in clear (schema 1): they are read like
/// those that hold them encrypted (schema 2), and cannot be erased.
enum ContactUpcast {
    static let types: Set<String> = [EventType.bidOpened.name, EventType.challengeDrafted.name]

    static let all = [
        Upcaster(type: EventType.bidOpened.name, schema: 1) { lift($0, openedBid) },
        Upcaster(type: EventType.challengeDrafted.name, schema: 1) { lift($0, draft) },
    ]

    private static func lift(
        _ payload: String, _ change: (inout [String: JSON]) -> Void
    ) -> String? {
        guard var members = try? JSONReader.read(payload).object,
            var fields = members["fields"]?.object
        else { return nil }
        change(&fields)
        members["fields"] = .object(fields)
        return JSON.object(members).canonicalText
    }

    private static func openedBid(_ fields: inout [String: JSON]) {
        guard var content = fields["content"]?.object, let contact = content["contact"]?.object,
            let name = contact["name"]
        else { return }
        content["contact"] = ["name": name, "withheld": true]
        fields["content"] = .object(content)
        let reach = JSON.object(contact.filter { $0.key != "name" })
        fields[F.contact.name] = ProtectedText(.plain(reach)).json
    }

    private static func draft(_ fields: inout [String: JSON]) {
        guard let contact = fields[F.contact.name]?.string else { return }
        fields[F.contact.name] = ProtectedText(.plain(.string(contact))).json
    }
}
