import BoardDomain
import BoardResources
import BoardService

/// What an identifier of the command line names: a stream of the log, and maybe an object in it.
///
/// `XC-2026-0007`, `XC-2026-0007/bid/2`, `pool/JBGS-2026`, a unified code, a person.
struct Target: Hashable {
    let stream: StreamID
    let object: ObjectReference?

    /// Nil where the text names nothing that could be on a board.
    init?(_ text: String, directory: Directory) {
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

    init(stream: StreamID, object: ObjectReference?) {
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
    static func isAlike(_ one: String, _ other: String) -> Bool {
        let prefixes = ["XC-", "DF-", "SX-", "JBGS-"]
        let kind = { (name: String) in prefixes.first { name.uppercased().hasPrefix($0) } }
        return kind(other) == nil || kind(one) == kind(other)
    }

    /// `new`, `pool/new`: whatever the board names next.
    static func isNew(_ text: String) -> Bool {
        let words = text.split(separator: "/")
        return words.last == "new" && words.count < 3
    }

    /// Numbers of cases and codes are read in either case of letters.
    private static func id(_ text: String) -> String {
        if let code = try? UnifiedCode(text) { return code.text }
        let folded = text.uppercased()
        return ["XC-", "DF-", "SX-", "JBGS-"].contains { folded.hasPrefix($0) } ? folded : text
    }
}

extension Session {
    /// The target of an identifier; whether it is on the board is for what follows to find out.
    func target(_ text: String, on board: LocalBoard) async throws -> Target {
        guard let target = Target(text, directory: try await board.directory()) else {
            throw Complaint(.usage, self.text("cli.id.misread", ["given": text]))
        }
        return target
    }

    /// As `target`; of `new` and `pool/new` the stream that the command's first event would make.
    func targetOrNew(_ text: String, on board: LocalBoard) async throws -> Target {
        guard Target.isNew(text) else { return try await target(text, on: board) }
        let words = text.split(separator: "/").map(String.init)
        let kind = words.count == 2 ? StreamID.Kind(rawValue: words[0]) : .challenge
        guard let kind, [.challenge, .claim, .sanction, .pool].contains(kind) else {
            throw Complaint(.usage, self.text("cli.id.misread", ["given": text]))
        }
        let stream = try await board.newStream(kind, at: givenInstant)
        return Target(stream: stream, object: nil)
    }

    /// A not-found with what was perhaps meant.
    func notFound(_ text: String, on board: LocalBoard) async throws -> Complaint {
        var query = CaseQuery()
        query.limit = 10_000
        let viewer = try await viewer(on: board)
        let rows = try await board.cases(query, as: viewer)
        let sight = try await board.directorySight(as: viewer, at: givenInstant)
        let pools = try await board.pools(as: viewer, at: givenInstant).map(\.name)
        let known =
            rows.map(\.id) + sight.directory.persons.keys.filter(sight.sees)
            + Array(sight.directory.organisations.keys) + pools
        // What is there and not for this viewer is not suggested in place of itself, nor a case in
        // place of a sanction.
        let near =
            known.contains(text)
            ? []
            : Suggestion.nearest(
                to: text, among: known.filter { Target.isAlike($0, text) })
        return Complaint(
            .notFound,
            near.isEmpty
                ? self.text("error.notFound", ["id": text])
                : self.text(
                    "cli.notFound.suggest",
                    ["id": text, "known": near.joined(separator: self.text("cli.comma"))]),
            details: ["code": "notFound", "id": .string(text)])
    }
}
