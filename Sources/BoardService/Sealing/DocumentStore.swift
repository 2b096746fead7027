package import BoardDomain

/// A document that is safely on disk: what an event says about it, beside its original name.
package struct StoredDocument: Hashable, Sendable {
    package let digest: Digest
    /// Bytes.
    package let size: Int64
    package let mediaType: MediaType
}

/// Documents as files named by their SHA-256, in the folder `<database>.documents`.
///
/// No name from outside ever becomes part of a path: a document is asked for by its digest.
package struct DocumentStore: Sendable {
    /// The default limit: 64 MiB.
    package static let defaultLimit: Int64 = 67_108_864

    private let folder: String
    private let limit: Int64

    /// Knows where documents lie; makes the folder when the first one comes. `limit` is the
    /// largest document, in bytes.
    package init(besideDatabase path: String, limit: Int64 = defaultLimit) {
        folder = path + ".documents"
        self.limit = limit
    }

    /// The digest under which a document would be stored.
    package static func digest(of bytes: [UInt8]) -> Digest {
        var running = Sodium.RunningDigest()
        running.append(bytes)
        return running.finish()
    }

    /// Stores a document that is in memory.
    package func store(_ bytes: [UInt8]) throws(DocumentFault) -> StoredDocument {
        let writer = try begin()
        try writer.append(bytes)
        return try writer.finish()
    }

    /// Stores a copy of a file of the user's own.
    package func store(fileAt path: String) throws(DocumentFault) -> StoredDocument {
        let writer = try begin()
        let file = try Self.opening(path)
        while true {
            let chunk = try Self.nextChunk(of: file)
            if chunk.isEmpty { return try writer.finish() }
            try writer.append(chunk)
        }
    }

    /// Starts a document that comes in pieces; nothing is stored until `finish`.
    package func begin() throws(DocumentFault) -> DocumentWriter {
        do {
            try OpenFile.makeFolder(folder)
            return try DocumentWriter(store: self, limit: limit, folder: folder)
        } catch { throw .file(error) }
    }

    /// The path of the file that a document is, or would be, kept in.
    package func file(of digest: Digest) -> String { path(of: digest) }

    /// Bytes, unread; nil where the document is not kept here.
    package func size(of digest: Digest) -> Int64? { OpenFile.size(path(of: digest)) }

    package func contains(_ digest: Digest) -> Bool { OpenFile.isThere(path(of: digest)) }

    /// The whole document; throws `damaged` rather than hand out altered bytes.
    package func read(_ digest: Digest) throws(DocumentFault) -> [UInt8] {
        var bytes: [UInt8] = []
        try walk(digest) { bytes += $0 }
        return bytes
    }

    /// Reads a document against its digest without keeping it; returns its size in bytes.
    package func verify(_ digest: Digest) throws(DocumentFault) -> Int64 {
        var size: Int64 = 0
        try walk(digest) { size += Int64($0.count) }
        return size
    }

    private func walk(
        _ digest: Digest, _ body: ([UInt8]) -> Void
    ) throws(DocumentFault) {
        let file = try Self.opening(path(of: digest))
        var running = Sodium.RunningDigest()
        while true {
            let chunk = try Self.nextChunk(of: file)
            if chunk.isEmpty { break }
            running.append(chunk)
            body(chunk)
        }
        guard running.finish() == digest else { throw .damaged }
    }

    private static func opening(_ path: String) throws(DocumentFault) -> OpenFile {
        do {
            return try OpenFile(reading: path)
        } catch { throw error.isMissing ? .missing : .file(error) }
    }

    private static func nextChunk(
        of file: borrowing OpenFile
    ) throws(DocumentFault) -> [UInt8] {
        do { return try file.next() } catch { throw .file(error) }
    }

    /// `ab/cdef…`: 256 folders, so that none grows too long to list.
    private func path(of digest: Digest) -> String {
        "\(shelf(of: digest))/\(digest.text.dropFirst(2))"
    }

    private func shelf(of digest: Digest) -> String { "\(folder)/\(digest.text.prefix(2))" }

    func keep(_ draft: String, as digest: Digest) throws(FileFault) {
        try OpenFile.makeFolder(shelf(of: digest))
        try OpenFile.rename(draft, to: path(of: digest))
    }
}
