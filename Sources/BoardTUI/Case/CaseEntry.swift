import BoardDomain
import BoardService
import TerminalKit

/// A row of one of the tabs of a file.
struct CaseEntry: Sendable, Identifiable {
    enum Matter: Sendable {
        /// An object of the stream, by its own part of the file.
        case object(ObjectReference, JSON)
        /// A part of the file that is no object: an indicator, a text that waits.
        case part(JSON)
        case document(CaseDocument)
        case event(TimelineEntry)
        case option(ActChoice)
    }

    let id: String
    let matter: Matter

    init(id: String, _ matter: Matter) {
        self.id = id
        self.matter = matter
    }

    init(_ machine: Machine, _ json: JSON) {
        let id = json["id"]?.string ?? json["anonymous"]?.string ?? ""
        let reference = ObjectReference(machine, id)
        self.init(id: reference.text, .object(reference, json))
    }

    var json: JSON {
        switch matter {
        case .object(_, let json), .part(let json): json
        case .document, .event, .option: .object([:])
        }
    }

    var machine: Machine? {
        if case .object(let reference, _) = matter { reference.machine } else { nil }
    }

    /// The object that it is about; nil where it is about the stream as a whole.
    var object: ObjectReference? {
        switch matter {
        case .object(let reference, _): reference
        case .part(let json): json["object"]?.string.flatMap(ObjectReference.init(text:))
        case .document(let document): document.object
        case .event(let event): ObjectReference(text: event.object)
        case .option(let choice): choice.option.subject
        }
    }
}
