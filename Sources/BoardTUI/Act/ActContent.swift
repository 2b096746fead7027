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
}

extension BoardDesk {
    func content(
        of object: ObjectReference, in stream: StreamID, toward wanted: String?
    ) async -> Answer<ActContent> {
        await answer {
            let isNew = try await board.state(of: stream).version == 0
            let file: JSON =
                isNew ? .object([:]) : try await board.shown(stream, as: person, at: instant)
            let own = type(of: Stream(stream).aggregate).machines[0]
            let isOwn = object.machine == own
            let evidence =
                isOwn ? Self.head(of: file) : CaseSection.object(object, in: file) ?? .object([:])
            let options: [CommandOption] =
                person == nil
                ? [] : try await board.options(for: person ?? "", in: stream, at: instant)
            // The object's own, and what begins something new beside it.
            let near = options.filter {
                $0.subject == object || $0.command == wanted
                    || isOwn && ($0.subject.machine == own || $0.subject.id.isEmpty)
            }
            let choices = near.flatMap { option -> [ActChoice] in
                let choice = ActChoice(option: option, stream: stream)
                guard option.pending != nil, option.refusal == nil else { return [choice] }
                return [choice, ActChoice(option: option, stream: stream, sendsBack: true)]
            }
            return ActContent(
                file: file, evidence: evidence,
                waiting: CaseSection.waiting(on: object, in: file),
                choices: choices.enumerated().sorted { left, right in
                    let ranks = (Self.rank(left.element, object), Self.rank(right.element, object))
                    return ranks.0 == ranks.1 ? left.offset < right.offset : ranks.0 < ranks.1
                }.map(\.element))
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
