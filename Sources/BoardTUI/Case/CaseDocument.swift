import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// A document that a file names by its digest.
struct CaseDocument: Sendable, Hashable {
    let digest: Digest
    /// As whoever gave it called it; the field's name where nobody did.
    var name: String
    /// The field that names it.
    let field: String
    /// Of which object it is.
    let object: ObjectReference?
    /// Bytes, where it is kept beside the board.
    var size: Int64?
    /// Where it is kept, or would be.
    var path = ""

    /// Digests of texts that stand in the log itself, and of what nobody keeps.
    private static let others: Set<String> = [
        "commitment", "termsDigest", "protocolDigest", "naturalKey", "contact", "hash", "seed",
        "textDigest",
    ]

    /// Every document that a part of a file names, in the order of the names of its fields.
    static func named(in json: JSON, of object: ObjectReference?) -> [CaseDocument] {
        var found: [CaseDocument] = []
        collect(json, field: "", called: "", isDigest: false, of: object, into: &found)
        return found
    }

    private static func collect(
        _ json: JSON, field: String, called name: String, isDigest: Bool,
        of object: ObjectReference?, into found: inout [CaseDocument]
    ) {
        switch json {
        case .string(let text):
            guard isDigest, let digest = Digest(text: text) else { return }
            found.append(
                CaseDocument(digest: digest, name: name, field: field, object: object))
        case .array(let items):
            for item in items {
                collect(
                    item, field: field, called: name, isDigest: isDigest, of: object, into: &found)
            }
        case .object(let members):
            let called = (members["title"] ?? members["name"] ?? members["number"])?.string
            for (member, value) in members.sorted(by: { $0.key < $1.key })
            where !others.contains(member) {
                // `{ digest, title }` is one document, called by its title.
                let isOwn = member == "digest"
                collect(
                    value, field: isOwn && !field.isEmpty ? field : member,
                    called: isOwn ? called ?? "" : "",
                    isDigest: isOwn || Self.isDigest(member, of: object), of: object, into: &found)
            }
        default: break
        }
    }

    private static func isDigest(_ field: String, of object: ObjectReference?) -> Bool {
        switch FieldCatalogue.shape(of: field, in: object?.machine.rawValue ?? "") {
        case .digest, .list(.digest): true
        default: false
        }
    }
}

extension BoardDesk {
    /// The documents of a stream, each once, by the objects and events that name them.
    func namedDocuments(_ file: JSON, _ timeline: [TimelineEntry]) -> [CaseDocument] {
        var found: [CaseDocument] = []
        for (section, value) in (file.object ?? [:]).sorted(by: { $0.key < $1.key }) {
            guard let machine = CaseSection.machines[section] else { continue }
            for item in value.array ?? [] {
                let id = item["id"]?.string ?? item["anonymous"]?.string ?? ""
                found += CaseDocument.named(in: item, of: ObjectReference(machine, id))
            }
        }
        for entry in timeline {
            found += CaseDocument.named(
                in: entry.fields, of: ObjectReference(text: entry.object))
        }
        let store = DocumentStore(besideDatabase: database)
        var places: [Digest: Int] = [:]
        var documents: [CaseDocument] = []
        for document in found {
            if let place = places[document.digest] {
                if documents[place].name.isEmpty { documents[place].name = document.name }
                continue
            }
            places[document.digest] = documents.count
            var document = document
            document.size = store.size(of: document.digest)
            document.path = store.file(of: document.digest)
            documents.append(document)
        }
        return documents
    }
}
