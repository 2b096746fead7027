package import BoardDomain

/// What a bidder has sealed, from files of his own: the content of his bid and the documents that go
/// with it.
package struct BidPapers: Sendable {
    package let content: BidContent
    package let attachments: [BidSealer.Document]

    package init(content: BidContent, attachments: [BidSealer.Document] = []) {
        self.content = content
        self.attachments = attachments
    }

    /// Reads a content (JSON) and its attachments, which keep their files' names.
    ///
    /// - Throws: `FileFault`, `JSONFileFault`, `BidPapersFault`.
    package init(content path: String, attachments paths: [String]) throws {
        do {
            try self.init(
                try BidContent(json: LocalFile.json(path)), attachmentsAt: paths)
        } catch let fault as BidContentFault {
            throw BidPapersFault.content(path: path, fault)
        }
    }

    /// A content that was written elsewhere, with attachments that keep their files' names.
    ///
    /// - Throws: `FileFault`, `BidPapersFault.name`.
    package init(_ content: BidContent, attachmentsAt paths: [String]) throws {
        self.content = content
        attachments = try paths.map { path in
            let name = path.split(separator: "/").last.map(String.init) ?? path
            guard let shown = DocumentName(name) else { throw BidPapersFault.name(name) }
            return BidSealer.Document(name: shown, bytes: try LocalFile.read(path))
        }
    }
}

/// Why a bidder's files cannot be sealed.
package enum BidPapersFault: Error, Hashable, Sendable {
    /// The content says something that it may not.
    case content(path: String, BidContentFault)
    /// A file's name that cannot name an attachment.
    case name(String)
}
