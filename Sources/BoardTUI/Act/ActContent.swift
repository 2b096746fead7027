import BoardDomain
import BoardService
import TerminalKit

/// What an official has to see before he decides about an object.
struct ActContent: Sendable {
    /// The whole file as the person may see it.
    let file: JSON
    /// The object's own part of it; the file's head where it is the stream's own.
    let evidence: JSON
    /// Texts that wait for signatures on the object.
    let waiting: [JSON]
    let choices: [ActChoice]
    /// Why what was asked for is not among them; nil where it is, or nothing was asked for.
    let absence: Fault?
}

extension BoardDesk {
    func content(
        of object: ObjectReference, in stream: StreamID, toward wanted: String?,
        on sheet: ActSheet = .plain
    ) async -> Answer<ActContent> {
        await answer {
            let isNew = try await board.state(of: stream).version == 0
            let file: JSON =
                isNew ? .object([:]) : try await board.shown(stream, as: person, at: instant)
            let own = type(of: Stream(stream).aggregate).machines[0]
            let isOwn = object.machine == own
            let evidence =
                isOwn ? Self.head(of: file) : CaseSection.object(object, in: file) ?? .object([:])
            let isAltered = file.holdsAlteredText
            let options: [CommandOption] =
                person == nil
                ? [] : try await board.options(for: person ?? "", in: stream, at: instant)
            // The object's own, and what begins something new beside it.
            let near = options.filter {
                $0.subject == object || $0.command == wanted
                    || isOwn && ($0.subject.machine == own || $0.subject.id.isEmpty)
                    || sheet.isNear($0, object, file)
            }
            let choices = near.flatMap { option -> [ActChoice] in
                var choice = ActChoice(
                    option: option, stream: stream, isNew: isNew,
                    altered: isAltered ? AlteredTexts(of: option.subject, in: file) : nil)
                guard option.pending != nil, option.refusal == nil else { return [choice] }
                let signing = choice
                choice.sendsBack = true
                return [signing, choice]
            }
            let isAbsent = !choices.contains { $0.command == wanted }
            return ActContent(
                file: file, evidence: evidence,
                waiting: CaseSection.waiting(on: object, in: file),
                choices: choices.enumerated().sorted { left, right in
                    let ranks = (Self.rank(left.element, object), Self.rank(right.element, object))
                    return ranks.0 == ranks.1 ? left.offset < right.offset : ranks.0 < ranks.1
                }.map(\.element),
                absence: isAbsent ? await absence(of: wanted, on: object, in: stream, options) : nil
            )
        }
    }

    /// Why a command cannot be given here at all: there is none of that name, or the object is not in a state for it.
    private func absence(
        of command: String?, on object: ObjectReference, in stream: StreamID,
        _ options: [CommandOption]
    ) async -> Fault? {
        guard let command, let person, command != Command.sendBack else { return nil }
        let refused = await answer {
            let subject = try await subject(of: command, on: object, in: stream, options, person)
            // Refused before anybody asks for what it is made of.
            _ = try await board.dryRun(
                CommandRequest(
                    Command(
                        stream: stream, subject: subject, name: command, fields: Record(),
                        person: person), id: TimeOrderedID.next(), at: instant))
        }
        guard case .failure(let fault) = refused else { return nil }
        return fault
    }

    /// Which object of a case a command is meant for that is given to the case.
    ///
    /// - Throws: `NameFault` where none of them takes it.
    private func subject(
        of command: String, on object: ObjectReference, in stream: StreamID,
        _ options: [CommandOption], _ person: PersonID
    ) async throws -> ObjectReference {
        let state = try await board.state(of: stream)
        let isOwn = object.machine == type(of: state.aggregate).machines[0]
        let held = try await board.directory().appointments(of: person, at: await board.now)
        let search = SubjectSearch(
            command, at: Target(stream: stream, object: isOwn ? nil : object), in: state,
            options: options, organisations: Set(held.map(\.organisation)))
        switch search.answer {
        case .found(let subject): return subject
        case .refused(let refusal): throw refusal
        case .ambiguous(let subjects), .unnamed(let subjects): return subjects[0]
        case .unknown(let known): throw NameFault.command(command, among: known)
        }
    }

    /// What may be done before what may not, the object's own before what begins beside it, what goes on
    /// before what goes back.
    private static func rank(_ choice: ActChoice, _ object: ObjectReference) -> Int {
        let verb =
            switch choice.verb {
            case .approve: 0
            case .sendBack: 1
            case .reject: 2
            case .other: 3
            }
        return (choice.isAllowed ? 0 : choice.isOthers ? 16 : 8)
            + (choice.option.subject == object ? 0 : 4) + verb
    }

    /// The members that stand alone, and the terms.
    private static func head(of file: JSON) -> JSON {
        .object(
            (file.object ?? [:]).filter { name, value in
                name == "terms" || value.object == nil && value.array == nil
            })
    }
}
