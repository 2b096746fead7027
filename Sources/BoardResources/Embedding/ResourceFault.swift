package import BoardDomain

/// Why an embedded file cannot be used; only a faulty build can cause it, and the tests read all.
package enum ResourceFault: Error, Hashable, Sendable {
    case absent(path: String)
    case notJSON(path: String, JSONFault)
    case calendar(path: String, CalendarFault)
    case policy(path: String, PolicyFault)
    case policies(PolicyBookFault)
    /// The key whose template is no text.
    case text(path: String, key: String)
}

extension EmbeddedFiles {
    package static func json(_ path: String) throws(ResourceFault) -> JSON {
        guard let bytes = bytes(path) else { throw .absent(path: path) }
        do {
            return try JSONReader.read(bytes)
        } catch {
            throw .notJSON(path: path, error)
        }
    }
}
