package import BoardDomain

/// What a person has typed and not yet given to the board, kept so that a crash or a disconnect
/// loses nothing: files of mode 0600 in the folder `<database>.drafts`.
///
/// It refuses to know what a draft means. A draft is no part of the log; nobody else is shown it.
package struct DraftStore: Sendable {
    private let folder: String
    private let person: String

    package init(besideDatabase path: String, of person: PersonID) {
        folder = path + ".drafts"
        self.person = person
    }

    /// The draft of that name; nil where there is none, or where it cannot be read.
    package func draft(_ name: String) -> JSON? {
        guard let bytes = try? LocalFile.read(path(of: name)) else { return nil }
        return try? JSONReader.read(bytes)
    }

    /// Puts a draft in the place of the earlier one: whole, or not at all.
    ///
    /// - Throws: `FileFault`.
    package func keep(_ draft: JSON, as name: String) throws(FileFault) {
        try OpenFile.makeFolder(folder)
        let path = path(of: name)
        let fresh = path + ".new"
        // What a kill left behind is in the way of nobody else: the name is this person's own.
        OpenFile.remove(fresh)
        let file = try OpenFile(creating: fresh)
        try file.append(Array(draft.canonicalText.utf8))
        try file.sync()
        try OpenFile.rename(fresh, to: path)
    }

    /// Nothing happens where there is none.
    package func discard(_ name: String) { OpenFile.remove(path(of: name)) }

    /// No name from outside becomes part of a path.
    private func path(of name: String) -> String {
        let digest = DocumentStore.digest(of: Array((person + "\n" + name).utf8))
        return "\(folder)/\(digest.text).json"
    }
}
