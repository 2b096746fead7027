import BoardDomain
package import BoardService
import Glibc

/// Documents named by their files, as `@path`: an event carries the digest, and the document itself
/// is kept beside the database under that digest.
package struct DocumentIntake: Sendable {
    private let store: DocumentStore
    private let isDryRun: Bool

    /// - Parameter isDryRun: the digest is worked out, and nothing is kept.
    package init(_ store: DocumentStore, isDryRun: Bool) {
        self.store = store
        self.isDryRun = isDryRun
    }

    func digest(of path: String) throws(MisreadValue) -> Digest {
        do {
            let bytes = try LocalFile.read(path)
            return isDryRun ? DocumentStore.digest(of: bytes) : try store.store(bytes).digest
        } catch let fault as InputFileFault {
            throw .document(fault)
        } catch let fault as DocumentFault {
            throw .document(fault)
        } catch {
            throw .document(InputFileFault(path: path, errno: EIO))
        }
    }
}
