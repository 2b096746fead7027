import BoardDomain
import Testing

@testable import BoardService

@Suite("The document store")
struct DocumentStoreTests {
    private let folder = TemporaryFolder()
    private var store: DocumentStore {
        DocumentStore(besideDatabase: folder.path + "/board.db", limit: 200_000)
    }

    // SHA-256 of "abc", from FIPS 180.
    private let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    @Test("keeps a document under its digest, for its owner alone, and reads it back")
    func roundTrip() throws {
        let stored = try store.store(Array("abc".utf8))
        #expect(stored.digest.text == abc)
        #expect(stored.size == 3)
        #expect(stored.mediaType == .text)
        let file = "board.db.documents/ba/\(abc.dropFirst(2))"
        #expect(folder.files == [file])
        #expect(folder.mode(file) == 0o600)
        #expect(folder.mode("board.db.documents") == 0o700)
        #expect(try store.read(stored.digest) == Array("abc".utf8))
        #expect(try store.verify(stored.digest) == 3)
        #expect(store.contains(stored.digest))
    }

    @Test("gives a document in pieces and a file of the user's the same place")
    func pieces() throws {
        let bytes = (0..<150_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let writer = try store.begin()
        for start in stride(from: 0, to: bytes.count, by: 7_001) {
            try writer.append(Array(bytes[start..<min(start + 7_001, bytes.count)]))
        }
        let stored = try writer.finish()
        folder.write(bytes, to: "upload.bin")
        #expect(try store.store(fileAt: folder.path + "/upload.bin") == stored)
        #expect(stored.digest == Sodium.sha256(bytes))
        #expect(try store.read(stored.digest) == bytes)
        #expect(folder.files.count == 2)
    }

    @Test("refuses the first byte over the limit, and leaves no draft")
    func limit() throws {
        #expect(try store.store([UInt8](repeating: 1, count: 200_000)).size == 200_000)
        let before = folder.files
        #expect(throws: DocumentFault.tooLarge(limit: 200_000)) {
            try store.store([UInt8](repeating: 1, count: 200_001))
        }
        do {
            let writer = try store.begin()
            try writer.append([UInt8](repeating: 1, count: 150_000))
            #expect(throws: DocumentFault.tooLarge(limit: 200_000)) {
                try writer.append([UInt8](repeating: 1, count: 50_001))
            }
            #expect(throws: DocumentFault.tooLarge(limit: 200_000)) { try writer.finish() }
        }
        #expect(folder.files == before)
    }

    @Test("forgets a document that was begun and not finished")
    func abandoned() throws {
        do {
            let writer = try store.begin()
            try writer.append([1, 2, 3])
            #expect(folder.files.count == 1)
        }
        #expect(folder.files.isEmpty)
    }

    @Test("ends as one file when many store the same content at once")
    func concurrent() async throws {
        let store = store
        let bytes = [UInt8](repeating: 7, count: 100_000)
        try await withThrowingTaskGroup(of: StoredDocument.self) { group in
            for _ in 0..<16 { group.addTask { try store.store(bytes) } }
            for try await stored in group { #expect(stored.digest == Sodium.sha256(bytes)) }
        }
        #expect(folder.files.count == 1)
        #expect(try store.read(Sodium.sha256(bytes)) == bytes)
    }

    @Test("says missing, and damaged rather than hand out altered bytes")
    func damaged() throws {
        let digest = try #require(Digest(text: abc))
        #expect(throws: DocumentFault.missing) { try store.read(digest) }
        #expect(!store.contains(digest))
        _ = try store.store(Array("abc".utf8))
        folder.write(Array("abd".utf8), to: "board.db.documents/ba/\(abc.dropFirst(2))")
        #expect(throws: DocumentFault.damaged) { try store.read(digest) }
        #expect(throws: DocumentFault.damaged) { try store.verify(digest) }
        // Storing the content again heals it.
        _ = try store.store(Array("abc".utf8))
        #expect(try store.verify(digest) == 3)
    }

    @Test(
        "has no name from outside in any path",
        arguments: ["../../etc/passwd", "ba/../../x", "", "/etc/passwd", "ba7816bf"])
    func hostileNames(name: String) {
        #expect(Digest(text: name) == nil)
    }

    @Test("does not follow a link that lies in a document's place")
    func link() throws {
        let digest = try store.store(Array("abc".utf8)).digest
        let place = "\(folder.path)/board.db.documents/ba/\(abc.dropFirst(2))"
        folder.write(Array("abc".utf8), to: "elsewhere")
        folder.replace(place, withLinkTo: folder.path + "/elsewhere")
        let fault = #expect(throws: DocumentFault.self) { try store.read(digest) }
        guard case .file(let refused) = fault else {
            Issue.record("expected a file fault, got \(String(describing: fault))")
            return
        }
        #expect(refused.operation == "open")
    }
}

@Suite("The media type of a document")
struct MediaTypeTests {
    static let cases: [([UInt8], MediaType)] = [
        (Array("%PDF-1.7\n".utf8), .pdf),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], .png),
        ([0xFF, 0xD8, 0xFF, 0xE0], .jpeg),
        ([0x50, 0x4B, 3, 4, 0, 0], .zip),
        ([0x50, 0x4B, 3, 4] + Array("..word/document.xml..".utf8), .docx),
        ([0x50, 0x4B, 3, 4] + Array("..xl/workbook.xml..".utf8), .xlsx),
        (Array("指标,值\n一,2\n".utf8), .csv),
        (Array("a,\"x,\ny\"\r\nb,c".utf8), .csv),
        (Array("一行,没有表".utf8), .text),
        (Array("a,b\nc\n".utf8), .text),
        (Array("<html><script>".utf8), .text),
        (Array("新昌 😀\n".utf8), .text),
        ([0x61, 0x00], .unknown),
        ([0xC0, 0xAF], .unknown),
        ([0xED, 0xA0, 0x80], .unknown),
        ([0xF4, 0x90, 0x80, 0x80], .unknown),
        ([0xE6, 0x96], .unknown),
        ([], .unknown),
    ]

    @Test("is found in its bytes", arguments: cases)
    func sniffed(bytes: [UInt8], type: MediaType) {
        #expect(MediaType.sniff(bytes) == type)
    }

    @Test("is the same however the document is cut", arguments: cases)
    func pieces(bytes: [UInt8], type: MediaType) {
        var sniffer = MediaSniffer()
        for byte in bytes { sniffer.look(at: [byte]) }
        #expect(sniffer.mediaType == type)
    }

    @Test("of a large spreadsheet is found at its end")
    func largeArchive() {
        let filler = [UInt8](repeating: 0xAA, count: 150_000)
        let bytes = [0x50, 0x4B, 3, 4] + filler + Array("xl/workbook.xml".utf8)
        #expect(MediaType.sniff(bytes) == .xlsx)
    }
}
