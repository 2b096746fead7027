import BoardDomain
import Testing

@testable import BoardEventLog

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file of every released shape is kept, with an event of every type that the sample county had
/// at the time. A kept file is never made anew: what it holds lies in the counties' files.
@Suite("Files of released shapes")
struct KeptShapesTests {
    /// The events' number and the last hash were computed by another program.
    @Test(
        "A kept file is opened, verified, read and appended to",
        arguments: [
            (
                "log-schema-1.sql", Int64(251),
                "6494c21934faa442c186051b8ac4638a31c2485cfd577b77536a166898c07210"
            ),
            (
                "log-schema-2.sql", 244,
                "1a5d30493fa543a66b169887e80a9ab16b00093b1b58d0308ec3d6e9d88b2b99"
            ),
        ])
    func kept(_ name: String, events: Int64, head: String) async throws {
        let tests = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let sql = try #require(Self.text(of: "/\(tests)/Fixtures/\(name)"))
        let types = sql.split(separator: "\n").filter { $0.hasPrefix("INSERT INTO events") }
            .compactMap { line in
                line.split(separator: "'", maxSplits: 4).dropFirst(3).first.map(String.init)
            }
        #expect(Set(types).count == Int(events))
        let folder = try TemporaryFolder()
        TemporaryFolder.put("", at: folder.database)
        try folder.shell(sql)
        // As if every payload of schema 1 were lifted, and one of them changed by it.
        let newer = Dictionary(
            uniqueKeysWithValues: (types + ["Noted"]).map { ($0, 2) })
        let vocabulary = EventVocabulary(
            newer,
            upcasters: newer.keys.map { type in
                Upcaster(type: type, schema: 1) { type == types[0] ? "[\($0)]" : $0 }
            })
        let log = try SQLiteEventLog(
            path: folder.database, term: .life, vocabulary: vocabulary, at: Sample.start,
            projections: .any)
        let audit = try await log.verify(anchor: nil)
        #expect(audit.fault == nil)
        #expect(audit.events == events)
        #expect(audit.head.text == head)
        let rows = try await log.events(after: 0, limit: .max)
        #expect(rows.map(\.type) == types)
        #expect(rows[0].payload.hasPrefix("[{"))
        try await log.rebuildProjections(with: NoteFold()) { _ in }
        #expect(try await log.append(Sample.request("c1")).positions == events + 1...events + 1)
        try await log.close()
    }

    private static func text(of path: String) -> String? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes[..<count], as: UTF8.self)
    }
}
