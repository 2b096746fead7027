import BoardDomain
import BoardResources
import BoardService
import TerminalKit

/// A command as a screen means to give it.
struct Act: Sendable {
    var stream: StreamID
    let subject: ObjectReference
    let command: String
    var fields = Record()
    /// The stream's version that was looked at; nil where any will do.
    var expectedVersion: Int?
    /// Whether the stream is the next free name, which the board gives.
    var namesStreamAnew = false
    /// The idempotency key: the same for every try of the same act.
    var id = TimeOrderedID.next()
    /// What its fields name.
    var documents: DocumentIntake?
    /// Out of which files a bid is sealed.
    var papers: BidPapers?
    /// Whose keys a publication or a hand-on names.
    var openers: [PersonID] = []
    /// Opens the person's own key file.
    var passphrase: String?
}

/// What an act would record, and for which version of its stream that holds.
struct Rehearsal: Sendable {
    /// With all its fields, those too that nobody can type: what is carried out is this, to the letter.
    let act: Act
    let recorded: [CommandOutcome.Recorded]
    let events: [Event]
    /// Of a seal: the bidder's own copy, which only its draft folder keeps.
    var ownCopy: JSON?
    /// Of the stream's last event: it stands for all that was recorded there; nil before the first.
    let hash: Digest?
}

extension BoardDesk {
    /// What an act would record; nothing of it happens.
    ///
    /// The act that comes back names its stream's version, so that what is carried out is what was shown.
    func rehearse(_ act: Act) async -> Answer<Rehearsal> {
        await answer {
            var act = act
            _ = try await board.catchUpToRead()
            act.expectedVersion = try await board.state(of: act.stream).version
            act.namesStreamAnew = act.expectedVersion == 0 && act.stream.kind.isNumbered
            act.fields = try await made(act)
            (act.papers, act.passphrase, act.openers) = (nil, nil, [])
            let events = try await board.dryRun(try request(act))
            return Rehearsal(
                act: act,
                recorded: events.map { CommandOutcome.Recorded(stream: $0.stream, $0.event) },
                events: events.map(\.event), hash: try await board.lastHash(of: act.stream))
        }
    }

    /// Carries an act out as it was rehearsed, and keeps the documents that it names once nothing speaks against it.
    ///
    /// Where others were faster the fault says what they did.
    func carryOut(_ rehearsal: Rehearsal) async -> Answer<CommandOutcome> {
        let act = rehearsal.act
        let outcome: Answer<CommandOutcome> = await answer {
            try await board.perform(try request(act)) { try act.documents?.keep() }
        }
        guard case .failure(let fault) = outcome, fault.isConflict else { return outcome }
        return .failure(await conflict(on: act.stream, after: act.expectedVersion, else: fault))
    }

    private func conflict(
        on stream: StreamID, after version: Int?, else fault: Fault
    ) async -> Fault {
        let timeline = try? await board.timeline(
            stream, after: version ?? 0, as: person, at: instant)
        guard let timeline, !timeline.isEmpty, version != nil else { return fault }
        let words = await wording()
        let changes = timeline.prefix(Self.mostChanges).map { entry in
            texts.text(
                "tui.conflict.change",
                [
                    "event": words.event(entry.type), "object": words.object(entry.object),
                    "who": entry.actorName, "when": words.instant(entry.recordedAt),
                ])
        }
        let more = timeline.count > Self.mostChanges ? " …" : ""
        return Fault(
            words: SafeText(changes.joined(separator: texts.text("cli.semicolon")) + more),
            isConflict: true)
    }

    /// More changes at once than these nobody reads in a notice.
    private static var mostChanges: Int { 4 }

    private func request(_ act: Act) throws -> CommandRequest {
        guard let person else { throw UnsignedAct() }
        return CommandRequest(
            Command(
                stream: act.stream, subject: act.subject, name: act.command, fields: act.fields,
                person: person),
            id: act.id, expectedVersion: act.expectedVersion, at: instant,
            namesStreamAnew: act.namesStreamAnew)
    }

    /// The fields, with those that nobody can type.
    private func made(_ act: Act) async throws -> Record {
        guard let person else { throw UnsignedAct() }
        let given = try await told(act).merging(
            try await board.naming(act.fields, at: instant))
        guard DeskCommand(act.command, of: act.subject.machine) != nil else { return given }
        let desk = OpeningDesk(
            board: board, ring: ring, as: person, documents: act.documents ?? documents,
            passphrase: { act.passphrase ?? "" })
        let errand = OpeningDesk.Errand(
            act.command, to: act.subject, of: act.stream.id,
            in: try await board.state(of: act.stream),
            options: try await board.options(for: person, in: act.stream, at: instant),
            papers: act.papers, openers: act.openers)
        return try await desk.fields(for: errand, given: given) ?? given
    }
}

extension StreamID.Kind {
    /// Whether the board numbers its streams itself.
    fileprivate var isNumbered: Bool {
        switch self {
        case .challenge, .claim, .pool, .sanction: true
        case .organisation, .person, .calendar: false
        }
    }
}

extension BoardDesk {
    /// What the board tells by itself where somebody is the first to sign: the digest of the text that
    /// stands there, the version of the terms. The others sign what he signed.
    fileprivate func told(_ act: Act) async throws -> Record {
        guard let found = try await board.state(of: act.stream).aggregate as? Case, found.exists
        else { return Record() }
        let isUnderWay = found.docket.steps.contains { step in
            step.subject == act.subject
                && TransitionTable.standard.row(step.rule)?.command == act.command
        }
        guard !isUnderWay else { return Record() }
        switch (act.subject.machine, act.command) {
        case (.verification, "sign-protocol"), (.verification, "substitute-signature"):
            return Record {
                $0[F.protocolDigest] = found.verifications[act.subject.id]?.protocolDigest
            }
        case (.bid, "reconfirm"):
            return Record { $0[F.termsVersion] = found.challenge.termsVersion }
        default: return Record()
        }
    }
}

/// The public was to record something.
struct UnsignedAct: Error {}
