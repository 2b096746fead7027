import BoardDomain
import Synchronization

/// Documents that one command names, as `@path`: its events carry the digests, and the documents are
/// kept beside the database under them once nothing speaks against the command any more.
package final class DocumentIntake: Sendable {
    private let store: DocumentStore
    private let waiting = Mutex<[[UInt8]]>([])

    package init(_ store: DocumentStore) { self.store = store }

    /// Takes in the file at a path: its digest.
    func digest(of path: String) throws(MisreadValue) -> Digest {
        do {
            let bytes = try LocalFile.read(path)
            take(bytes)
            return DocumentStore.digest(of: bytes)
        } catch {
            throw .document(error)
        }
    }

    /// To be kept with the others.
    package func take(_ bytes: [UInt8]) { waiting.withLock { $0.append(bytes) } }

    /// Stores what was taken in; what is there already stays as it is.
    package func keep() throws {
        for bytes in waiting.withLock({ $0 }) { _ = try store.store(bytes) }
    }
}
