package import BoardDomain

/// What an identifier names, as a person types it: a stream of the log, and maybe an object in it.
///
/// `XC-2026-0007`, `XC-2026-0007/bid/2`, `pool/JBGS-2026`, a unified code, a person.
package struct Target: Hashable, Sendable {
    package let stream: StreamID
    package let object: ObjectReference?

    /// Nil where the text names nothing that could be on a board.
    package init?(_ text: String, directory: Directory) {
        let typed = Width.trimmed(Width.narrow(text))
        var parts = typed.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard !parts.contains(""), let first = parts.first else { return nil }
        if let kind = StreamID.Kind(rawValue: first), parts.count > 1 {
            stream = StreamID(kind, parts[1])
            parts.removeFirst(2)
        } else {
            stream = StreamID(Self.kind(of: first, directory), Self.id(first))
            parts.removeFirst()
        }
        guard !parts.isEmpty else {
            object = nil
            return
        }
        guard let object = ObjectReference(text: parts.joined(separator: "/")) else { return nil }
        self.object = object
    }

    package init(stream: StreamID, object: ObjectReference?) {
        self.stream = stream
        self.object = object
    }

    private static func kind(of id: String, _ directory: Directory) -> StreamID.Kind {
        let folded = id.uppercased()
        if folded.hasPrefix("XC-") { return .challenge }
        if folded.hasPrefix("DF-") { return .claim }
        if folded.hasPrefix("SX-") { return .sanction }
        if folded.hasPrefix("JBGS-") { return .pool }
        if (try? UnifiedCode(id)) != nil { return .organisation }
        if directory.persons[id] != nil { return .person }
        if id.utf8.count == 4, Int(id) != nil { return .calendar }
        return .challenge
    }

    /// Whether two names could be meant for the same kind of thing: `SX-…` is no mistyped `XC-…`.
    package static func isAlike(_ one: String, _ other: String) -> Bool {
        let prefixes = ["XC-", "DF-", "SX-", "JBGS-"]
        let kind = { (name: String) in prefixes.first { name.uppercased().hasPrefix($0) } }
        return kind(other) == nil || kind(one) == kind(other)
    }

    /// `new`, `pool/new`: whatever the board names next.
    package static func isNew(_ text: String) -> Bool {
        let words = text.split(separator: "/")
        return words.last == "new" && words.count < 3
    }

    /// A year or an organisation is public, and has its name before it is on the board.
    package var isNamedByMaker: Bool { [.calendar, .organisation].contains(stream.kind) }

    /// Numbers of cases and codes are read in either case of letters.
    private static func id(_ text: String) -> String {
        if let code = try? UnifiedCode(text) { return code.text }
        let folded = text.uppercased()
        return ["XC-", "DF-", "SX-", "JBGS-"].contains { folded.hasPrefix($0) } ? folded : text
    }
}
