import BoardDomain
import BoardService

/// What begins a stream of its own: a challenge, a claim, a report, a pool, an organisation, a person.
enum NewStream {
    /// The id of a person who is invited: nobody but who invites can name him.
    static let name = Field<String>("personID", .text(64))

    /// Stands for the id of a person who is invited until that is typed: one that nobody has.
    static func somebody(in directory: Directory) -> PersonID {
        var id = "somebody-new"
        while directory.persons[id] != nil { id += "-new" }
        return id
    }

    /// The field by which a new stream is named, where the command has none for it.
    static func asked(of option: CommandOption, isNew: Bool) -> FieldUse? {
        isNew && option.command == "invite-person" ? .required(name) : nil
    }

    /// The name that a command's own fields give its stream; nil where the board gives the next free one.
    static func id(of act: Act) -> String? {
        switch (act.stream.kind, act.command) {
        case (.organisation, "register-organisation"): return act.fields[F.code]
        case (.pool, "open-pool"): return act.fields[F.year].map { "JBGS-\($0)" }
        case (.calendar, "load-calendar"): return act.fields[F.calendarYear].map(String.init)
        default: return nil
        }
    }

    /// The kinds whose first command a person may be offered, in the order of a menu.
    static let kinds: [StreamID.Kind] = [
        .challenge, .claim, .sanction, .pool, .organisation, .person, .calendar,
    ]
}

extension Act {
    /// A stream may be named by its object: an organisation's code, a person's id, a year.
    mutating func nameStream(_ typed: String?) {
        guard let name = typed ?? NewStream.id(of: self) else { return }
        stream = StreamID(stream.kind, name)
    }
}

extension BoardDesk {
    /// What the person may begin: every first command of a new stream that is its part.
    func beginnings() async -> [ActChoice] {
        var found: [ActChoice] = []
        for kind in NewStream.kinds { found += await beginnings(of: kind) }
        return found
    }

    func beginnings(of kind: StreamID.Kind) async -> [ActChoice] {
        guard let person else { return [] }
        let isNamed = [.challenge, .claim, .sanction].contains(kind)
        let fresh = isNamed ? try? await board.newStream(kind, at: instant) : nil
        // Whoever is invited is judged as somebody until it is typed who.
        let somebody = kind == .person ? try? await board.directory() : nil
        let stream = fresh ?? StreamID(kind, somebody.map(NewStream.somebody) ?? "")
        let options = try? await board.options(for: person, in: stream, at: instant)
        let own = type(of: Stream(stream).aggregate).machines[0]
        return options?.filter {
            $0.subject.machine == own && $0.refusal?.code != .notYourPart
        }.map { ActChoice(option: $0, stream: stream, isNew: true) } ?? []
    }
}
