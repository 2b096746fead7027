import BoardDomain

/// A document on its way to the store: a draft file that goes away unless it is finished.
package final class DocumentWriter {
    private let store: DocumentStore
    private let limit: Int64
    private let path: String
    private let file: OpenFile
    private var size: Int64 = 0
    private var running = Sodium.RunningDigest()
    private var sniffer = MediaSniffer()
    private var isKept = false

    init(store: DocumentStore, limit: Int64, folder: String) throws(FileFault) {
        self.store = store
        self.limit = limit
        path = "\(folder)/.draft-\(Hexadecimal.text(Sodium.random(16)))"
        file = try OpenFile(creating: path)
    }

    deinit { if !isKept { OpenFile.remove(path) } }

    /// Throws `tooLarge` at the first byte over the limit.
    package func append(_ chunk: [UInt8]) throws(DocumentFault) {
        size += Int64(chunk.count)
        guard size <= limit else { throw .tooLarge(limit: limit) }
        running.append(chunk)
        sniffer.look(at: chunk)
        do { try file.append(chunk) } catch { throw .file(error) }
    }

    /// Puts the document in its place, once and for good: after this it survives a power cut. The
    /// same content from two writers ends as one file. The writer is used up.
    package func finish() throws(DocumentFault) -> StoredDocument {
        precondition(!isKept, "a document is finished once")
        guard size <= limit else { throw .tooLarge(limit: limit) }
        let digest = running.finish()
        do {
            try file.sync()
            try store.keep(path, as: digest)
        } catch { throw .file(error) }
        isKept = true
        return StoredDocument(digest: digest, size: size, mediaType: sniffer.mediaType)
    }
}
