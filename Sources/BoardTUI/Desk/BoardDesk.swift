import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// What the screens ask the board through: one signed-in person, one language, errors as words.
///
/// It refuses to know how anything is drawn. Every answer is computed away from the terminal's actor.
struct BoardDesk: Sendable {
    let board: LocalBoard
    /// Of the board's file; keys, documents and drafts lie beside it.
    let database: String
    /// Nil is the public.
    let person: PersonID?
    let texts: Texts
    /// Given by `--at`, on boards whose time may be set; nil for the board's own.
    let instant: Instant?
    let isPast: Bool

    /// An answer, or why there is none, in words.
    func answer<Value: Sendable>(
        _ body: @Sendable () async throws -> Value
    ) async -> Answer<Value> {
        do {
            return .success(try await body())
        } catch {
            return .failure(fault(error))
        }
    }

    func fault(_ error: any Error) -> Fault {
        if let fault = error as? Fault { return fault }
        if error is UnsignedAct {
            return Fault(words: SafeText(texts.text("tui.unsigned")), isConflict: false)
        }
        if let fault = error as? BidContentFault {
            return Fault(
                words: BidForm.words(fault, ValueWording(texts)), isConflict: false,
                path: BidForm.path(of: fault))
        }
        let words = FaultWording(error, in: texts)
        let path = words.details["field"]?.string ?? (error as? Refusal)?.details["field"]?.string
        return Fault(
            words: SafeText(words.message, form: .body), isConflict: words.kind == .conflict,
            path: path)
    }

    /// Words that call the board's persons and organisations by their names.
    func wording() async -> ValueWording {
        ValueWording(texts, naming: (try? await board.names()) ?? [:])
    }

    var drafts: DraftStore { DraftStore(besideDatabase: database, of: person ?? "public") }

    var ring: KeyRing { KeyRing(besideDatabase: database) }

    var documents: DocumentIntake { DocumentIntake(DocumentStore(besideDatabase: database)) }

    /// Reads what is typed; `@path` stands for a document's digest.
    func reader(_ documents: DocumentIntake?) -> FieldReader {
        FieldReader(Language.allCases.map(Texts.init), documents: documents)
    }

    // MARK: Questions

    func inbox() async -> Answer<[InboxItem]> {
        guard let person else { return .success([]) }
        return await answer { try await board.inbox(of: person, at: instant) }
    }

    func cases(_ query: CaseQuery) async -> Answer<[CaseRow]> {
        await answer { try await board.cases(query, as: person) }
    }

    /// A case file, or what the person may see of another stream.
    func file(of stream: StreamID) async -> Answer<JSON> {
        await answer { try await board.shown(stream, as: person, at: instant) }
    }

    /// What may be done in a stream, and why not the rest; nothing for the public.
    func options(in stream: StreamID) async -> Answer<[CommandOption]> {
        guard let person else { return .success([]) }
        return await answer { try await board.options(for: person, in: stream, at: instant) }
    }

    func timeline(_ stream: StreamID) async -> Answer<[TimelineEntry]> {
        await answer { try await board.timeline(stream, as: person, at: instant) }
    }

    /// What an identifier names, or the next free name where it asks for something new.
    ///
    /// What the person may not know of is not found, as if it were not there.
    ///
    /// - Parameter command: what is meant to be done there: it may be what begins it.
    func target(_ text: String, toward command: String? = nil) async -> Answer<Target> {
        await answer {
            let target = try await board.targetOrNew(text, at: instant)
            guard !Target.isNew(text) else { return target }
            do {
                _ = try await board.shown(target.stream, as: person, at: instant)
            } catch BoardFault.notFound {
                if let command, try await begins(command, target) { return target }
                throw try await board.notFound(text, as: person, at: instant)
            }
            return target
        }
    }

    /// Whether the command would begin a stream that bears a name of its own, and the person may give it: an
    /// organisation by its code, a person.
    private func begins(_ command: String, _ target: Target) async throws -> Bool {
        guard let person, target.object == nil,
            try await board.state(of: target.stream).version == 0
        else { return false }
        return try await board.options(for: person, in: target.stream, at: instant).contains {
            $0.command == command && $0.refusal?.code != .notYourPart
        }
    }

    func statistics(year: Int? = nil) async -> Answer<BoardStatistics> {
        await answer { try await board.statistics(year: year, as: person) }
    }

    // MARK: The board moves

    /// Waits until the log has gone beyond a position; nil once nothing will come any more.
    func next(after position: Int64) async -> Int64? {
        await board.nextPosition(after: position)
    }

    /// Who is signed in, and where the board stands.
    func standing() async -> Answer<Standing> {
        await answer {
            if !isPast { _ = try await board.catchUpToRead() }
            let now = await board.now
            let directory = try await board.directory()
            let held = person.map { directory.appointments(of: $0, at: now) } ?? []
            return Standing(
                now: now, position: try await board.head().position,
                name: person.map { directory.persons[$0]?.name ?? $0 } ?? "",
                roles: Set(held.map(\.role)), wording: await wording())
        }
    }

    struct Standing: Sendable {
        let now: Instant
        let position: Int64
        let name: String
        let roles: Set<Role>
        let wording: ValueWording
    }
}
